// Who it is that comes without having enrolled: as a member of what, and with what from before.

import type { Db, Trx } from '#db/client.server.ts'
import type { Enrolment } from '#db/enrolment-log.ts'
import { holdMembers, type Member } from '#db/members.ts'

/**
 * As what they came, else what they have become since: an account made afterwards serves nobody on the day itself. Whoever
 * serves several comes for the one for which they had enrolled.
 */
export async function memberOf(
  trx: Trx,
  personId: string,
  enrolled: Enrolment | undefined,
  onDays: readonly string[],
): Promise<Member | undefined> {
  for (const within of enrolled ? [[enrolled.organisationId], null] : [null]) {
    for (const day of onDays) {
      const [member] = await holdMembers(trx, [personId], within, day)
      if (member) return member
    }
  }
  return undefined
}

/** All that somebody ever had in a workshop, the latest first. */
export function listEarlier(trx: Trx, workshopId: string, personId: string): Promise<Enrolment[]> {
  return trx
    .selectFrom('enrolment')
    .selectAll()
    .where('workshopId', '=', workshopId)
    .where('personId', '=', personId)
    .orderBy('enrolledAt', 'desc')
    .orderBy('queueNumber', 'desc')
    .execute()
}

/** Whether this person has let them in at this meeting before: the form came twice. */
export async function hasComeIn(
  db: Db,
  { meetingId, enrolmentId, by }: { meetingId: string; enrolmentId: string; by: string },
): Promise<boolean> {
  const line = await db
    .selectFrom('attendanceEvent')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('enrolmentId', '=', enrolmentId)
    .where('recordedBy', '=', by)
    .where('via', '=', 'walk-in')
    .limit(1)
    .executeTakeFirst()
  return line !== undefined
}
