import type { Migration } from 'kysely/migration'
import * as catalogue from '#db/migrations/2026-11-23-catalogue.ts'
import * as certificate from '#db/migrations/2026-11-26-certificate.ts'
import * as evaluation from '#db/migrations/2026-11-23-evaluation.ts'
import * as indicator from '#db/migrations/2026-11-23-indicator.ts'
import * as people from '#db/migrations/2026-11-23-people.ts'
import * as workshops from '#db/migrations/2026-11-23-workshops.ts'
import * as approval from '#db/migrations/2026-11-26-approval.ts'
import * as learning from '#db/migrations/2026-11-26-learning.ts'
import * as planning from '#db/migrations/2026-11-26-planning.ts'
import * as messages from '#db/migrations/2026-11-26-messages.ts'
import * as rounds from '#db/migrations/2026-11-26-rounds.ts'
import * as trustee from '#db/migrations/2026-11-26-trustee.ts'
import * as paperForm from '#db/migrations/2026-11-26-paper-form.ts'
import * as queue from '#db/migrations/2026-11-26-queue.ts'
import * as attendance from '#db/migrations/2026-11-26-attendance.ts'
import * as walkIn from '#db/migrations/2026-11-26-walk-in.ts'
import * as questionnaire from '#db/migrations/2026-11-26-questionnaire.ts'
import * as callOff from '#db/migrations/2026-11-26-call-off.ts'
import * as release from '#db/migrations/2026-11-26-release.ts'

/** Named so that they sort in the order in which they run. Released ones are never edited. */
export const migrations: Record<string, Migration> = {
  '2026-11-23-1-people': people,
  '2026-11-23-2-catalogue': catalogue,
  '2026-11-23-3-workshops': workshops,
  '2026-11-23-4-evaluation': evaluation,
  '2026-11-23-5-indicator': indicator,
  '2026-11-26-a-queue': queue,
  '2026-11-26-b-approval': approval,
  '2026-11-26-c-planning': planning,
  '2026-11-26-f-certificate': certificate,
  '2026-11-26-d-learning': learning,
  '2026-11-26-g-messages': messages,
  '2026-11-26-e-attendance': attendance,
  '2026-11-26-h-walk-in': walkIn,
  '2026-11-26-i-rounds': rounds,
  '2026-11-26-k-release': release,
  '2026-11-26-t-trustee': trustee,
  '2026-11-26-u-questionnaire': questionnaire,
  '2026-11-26-v-paper-form': paperForm,
  '2026-11-26-w-call-off': callOff,
}
