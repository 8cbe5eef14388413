import type { AttendanceStatus, AttendanceWay, CorrectionReason } from '#app/domain/attendance.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Moment } from '#app/ui/time.tsx'

export type HistoryLine = {
  id: number
  person: string
  status: AttendanceStatus
  units: number
  at: Date
  by: string
  via: AttendanceWay
  reason: CorrectionReason | null
}

/** Who changed what when, and why; the latest first. */
export function AttendanceHistory({ lines }: { lines: readonly HistoryLine[] }) {
  const { attendance } = useMessages()
  const { history } = attendance
  return (
    <Section title={history.title}>
      <Disclosure summary={history.show(lines.length)}>
        <ul className="roll-call__history">
          {lines.map(({ id, person, status, units, at, by, via, reason }) => (
            <li key={id}>
              <strong>{history.line(person, attendance.record(status, units))}</strong>
              <p className="muted">
                <Moment value={at} />, {history.by(by, attendance.via[via])}.{' '}
                {reason && history.because(attendance.reason[reason])}
              </p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}
