import type { AttendanceStatus } from '#app/domain/attendance.ts'
import { dayOf } from '#app/domain/calendar.ts'
import type { ObjectionDecision } from '#app/domain/objection.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'

export type OwnRecord = {
  meetingId: string
  startsAt: Date
  unitsPlanned: number
  status: AttendanceStatus | null
  units: number | null
  objection: { decision: ObjectionDecision | null; answer: string | null } | null
  mayObject: boolean
}

type OwnAttendanceProps = { enrolmentId: string; records: readonly OwnRecord[]; isOwn: boolean }

/** What is written down about each meeting; to the person themselves, the way to say that it is not right. */
export function OwnAttendance({ enrolmentId, records, isOwn }: OwnAttendanceProps) {
  const { attendance } = useMessages()
  const locale = useLocale()
  const words = attendance.own
  if (records.length === 0) return null
  return (
    <Section title={isOwn ? words.title : words.titleOf}>
      <DataTable
        caption={words.caption}
        rows={records}
        rowKey={(record) => record.meetingId}
        columns={[
          {
            key: 'meeting',
            header: words.meeting,
            rowHeader: true,
            cell: (record) => formatShortDay(dayOf(record.startsAt), locale),
          },
          {
            key: 'recorded',
            header: words.recorded,
            cell: (record) => <Recorded record={record} isOwn={isOwn} />,
          },
          {
            key: 'objection',
            header: words.wrong,
            action: true,
            cell: (record) =>
              isOwn && record.mayObject ? (
                <a href={`/enrolments/${enrolmentId}/objection?meeting=${record.meetingId}`}>{words.wrong}</a>
              ) : null,
          },
        ]}
      />
    </Section>
  )
}

function Recorded({ record, isOwn }: { record: OwnRecord; isOwn: boolean }) {
  const { attendance, objection: words } = useMessages()
  const { status, units, unitsPlanned, objection } = record
  const said =
    status === null
      ? attendance.own.notYet
      : `${attendance.status[status]}, ${attendance.own.units(units ?? 0, unitsPlanned)}`
  return (
    <>
      {said}
      {objection && (
        <p className="muted">
          {objection.decision === null
            ? isOwn
              ? words.waits
              : words.waitsOf
            : objection.decision === 'accepted'
              ? words.accepted
              : words.declined(objection.answer ?? '')}
        </p>
      )}
    </>
  )
}
