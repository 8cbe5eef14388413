import { presentAt } from '#app/domain/attendance-grid.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { seatsTaken, waiting } from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { ratedItems } from '#app/domain/questionnaire.ts'
import { seatCount } from '#app/domain/queue.ts'
import {
  outcomeOf,
  unitsAttendedIn,
  type ReleasedFeedback,
  type WorkshopSummary,
} from '#app/domain/workshop-summary.ts'
import { attendanceGrid } from '#app/http/attendance-grid.server.ts'
import { countCertificates } from '#db/certificates.ts'
import type { Db } from '#db/client.server.ts'
import { listEnrolments } from '#db/enrolment-lists.ts'
import { listRoundsOf } from '#db/evaluations.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { getRelease } from '#db/releases.ts'
import { getSettings } from '#db/settings.ts'
import type { Workshop } from '#db/workshops.ts'

/** What stands in the summary of a workshop, of its own pages and of the releases that it fed. */
export async function workshopSummary(
  db: Db,
  actor: Actor,
  workshop: Workshop,
  now: Date,
): Promise<WorkshopSummary> {
  const { districtName, demo } = await getSettings(db)
  const grid = await attendanceGrid(db, workshop)
  const enrolments = await listEnrolments(db, workshop.id)
  const present = presentAt(grid)
  const { titleDe, titleEn, place, minimum } = workshop
  return {
    ...{ format: 1, asOf: dayOf(now), districtName, demo, titleDe, titleEn, place, minimum },
    calledOff: workshop.calledOffAt !== null,
    meetings: workshop.meetings.map(({ startsAt, endsAt, units }, nth) => ({
      ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), units },
      present: present[nth] ?? null,
    })),
    online: workshop.onlineUrl !== null,
    trainers: workshop.trainers.map(displayName),
    seats: seatCount(workshop),
    enrolled: seatsTaken(enrolments),
    waiting: waiting(enrolments).length,
    outcome: outcomeOf(grid),
    unitsPlanned: grid.unitsPlanned,
    unitsAttended: unitsAttendedIn(grid),
    certificates: await countCertificates(db, workshop.id),
    feedback: await feedbackOn(db, actor, workshop, now),
  }
}

/** Only what is released, unchanged since, and may be read by the one who asks. */
async function feedbackOn(db: Db, actor: Actor, workshop: Workshop, now: Date): Promise<ReleasedFeedback[]> {
  const feedback: ReleasedFeedback[] = []
  for (const round of await listRoundsOf(db, workshop.id, now)) {
    if (round.kind !== 'workshop' && round.kind !== 'transfer') continue
    if (round.releasedAt === null || !can(actor, 'evaluation:results', round)) continue
    const figures = await getRelease(db, round.id)
    const version = await versionByHash(db, round.questionnaireHash)
    if (!figures?.unchanged || !version) continue
    const { items, turnout } = figures.release
    const { titleDe, titleEn, kind, workshops } = round
    feedback.push({
      ...{ titleDe, titleEn, kind, workshops, ...turnout },
      questions: ratedItems(version.questionnaire).flatMap(({ key, title }) => {
        const item = items.find((one) => one.key === key)
        return item ? [{ titleDe: title.de, titleEn: title.en ?? null, figure: item.figure }] : []
      }),
    })
  }
  return feedback
}
