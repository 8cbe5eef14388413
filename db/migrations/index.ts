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
import * as associationMember from '#db/migrations/2026-11-27-association-member.ts'
import * as boundary from '#db/migrations/2026-11-27-boundary.ts'
import * as blockedPeriod from '#db/migrations/2026-11-26-blocked-period.ts'
import * as busyTime from '#db/migrations/2026-11-26-busy-time.ts'
import * as missedMeeting from '#db/migrations/2026-11-26-missed-meeting.ts'
import * as callOff from '#db/migrations/2026-11-26-call-off.ts'
import * as roundMinimum from '#db/migrations/2026-11-26-round-minimum.ts'
import * as reportDraft from '#db/migrations/2026-11-27-report-draft.ts'
import * as snapshot from '#db/migrations/2026-11-27-snapshot.ts'
import * as release from '#db/migrations/2026-11-26-release.ts'
import * as passport from '#db/migrations/2026-11-27-passport.ts'
import * as passportOfEvaluation from '#db/migrations/2026-11-27-passport-of-evaluation.ts'
import * as passportOfTraining from '#db/migrations/2026-11-27-passport-of-training.ts'
import * as passportOfParticipation from '#db/migrations/2026-11-27-passport-of-participation.ts'
import * as remarkReaders from '#db/migrations/2026-11-27-remark-readers.ts'
import * as stage from '#db/migrations/2026-11-27-stage.ts'

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
  '2026-11-26-x-blocked-period': blockedPeriod,
  '2026-11-26-y-busy-time': busyTime,
  '2026-11-26-z-missed-meeting': missedMeeting,
  '2026-11-26-z-round-minimum': roundMinimum,
  '2026-11-27-a-association-member': associationMember,
  '2026-11-27-a-passport': passport,
  '2026-11-27-a-passport-of-evaluation': passportOfEvaluation,
  '2026-11-27-a-passport-of-participation': passportOfParticipation,
  '2026-11-27-a-passport-of-training': passportOfTraining,
  '2026-11-27-boundary': boundary,
  '2026-11-27-c-snapshot': snapshot,
  '2026-11-27-d-report-draft': reportDraft,
  '2026-11-27-d-stage': stage,
  '2026-11-27-e-remark-readers': remarkReaders,
}
