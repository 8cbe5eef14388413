import { objectionUntil } from '#app/domain/objection.ts'
import { listOwnRecords } from '#db/attendance-lists.ts'
import type { Db } from '#db/client.server.ts'
import { listObjectionsTo } from '#db/objections.ts'

/** What is recorded about one enrolment, meeting by meeting, and what was said against it. */
export async function ownAttendance(db: Db, enrolmentId: string, now: Date) {
  const records = await listOwnRecords(db, enrolmentId)
  const objections = await listObjectionsTo(db, enrolmentId)
  return records
    .filter(({ startsAt, status }) => startsAt <= now || status !== null)
    .map((record) => {
      const latest = objections.find(({ meetingId }) => meetingId === record.meetingId)
      const until = objectionUntil(record)
      return {
        ...record,
        objection: latest ? { decision: latest.decision, answer: latest.answer } : null,
        until,
        mayObject: record.status !== null && now <= until && (!latest || latest.decidedAt !== null),
      }
    })
}

export type OwnAttendance = Awaited<ReturnType<typeof ownAttendance>>[number]
