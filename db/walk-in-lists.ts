// Walk-ins as people look at them: the guests of a workshop, and what the office still has to settle.

import type { Db } from '#db/client.server.ts'
import type { WalkIn } from '#db/walk-ins.ts'

/** The walk-ins of a workshop who are nobody's enrolment, at all its meetings. */
export function listWalkIns(db: Db, workshopId: string): Promise<WalkIn[]> {
  return db
    .selectFrom('walkIn')
    .innerJoin('meeting', 'meeting.id', 'walkIn.meetingId')
    .selectAll('walkIn')
    .where('meeting.workshopId', '=', workshopId)
    .where('walkIn.enrolmentId', 'is', null)
    .orderBy('walkIn.recordedAt')
    .orderBy('walkIn.id')
    .execute()
}

export type OpenWalkIn = WalkIn & { titleDe: string; titleEn: string | null; startsAt: Date }

/** Walk-ins whose account the office still has to find or make, the oldest first. */
export function listOpenWalkIns(db: Db): Promise<OpenWalkIn[]> {
  return db
    .selectFrom('walkIn')
    .innerJoin('meeting', 'meeting.id', 'walkIn.meetingId')
    .innerJoin('workshop', 'workshop.id', 'meeting.workshopId')
    .innerJoin('course', 'course.id', 'workshop.courseId')
    .selectAll('walkIn')
    .select(['course.titleDe', 'course.titleEn', 'meeting.startsAt'])
    .where('walkIn.settledAt', 'is', null)
    .orderBy('walkIn.recordedAt')
    .orderBy('walkIn.id')
    .execute()
}

/** The same as a number: guests of a meeting that did not take place wait with it. */
export async function countOpenWalkIns(db: Db): Promise<number> {
  const { open } = await db
    .selectFrom('walkIn')
    .innerJoin('meeting', 'meeting.id', 'walkIn.meetingId')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}
