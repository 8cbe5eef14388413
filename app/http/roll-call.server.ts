import { displayName } from '#app/domain/person.ts'
import { listAttendance } from '#db/attendance.ts'
import type { Db } from '#db/client.server.ts'

/** The list of a meeting as the phone gets it: with the page, and with every answer to what it sends. */
export async function rollCallOf(db: Db, meetingId: string) {
  const attendees = await listAttendance(db, meetingId)
  return attendees.map((attendee) => {
    const { enrolmentId, organisation, status, units, recordedAt, writer } = attendee
    return {
      id: enrolmentId,
      name: displayName(attendee),
      organisation,
      status,
      units,
      recordedAt: recordedAt?.getTime() ?? null,
      by: writer ? displayName(writer) : null,
    }
  })
}
