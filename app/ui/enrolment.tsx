import type { EnrolmentReason, EnrolmentStatus } from '#app/domain/enrolment.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import type { NoticeKind } from '#app/ui/notice.tsx'

const kinds: Record<EnrolmentStatus, NoticeKind | 'plain'> = {
  interested: 'plain',
  requested: 'info',
  approved: 'info',
  rejected: 'plain',
  confirmed: 'success',
  waiting: 'info',
  offered: 'warning',
  lapsed: 'plain',
  declined: 'plain',
  withdrawn: 'plain',
  excused: 'plain',
  substituted: 'plain',
  'called-off': 'plain',
}

export function EnrolmentBadge({ status }: { status: EnrolmentStatus }) {
  return <Badge kind={kinds[status]}>{useMessages().enrolment.status[status]}</Badge>
}

type LogLine = { at: Date; status: EnrolmentStatus; reason: EnrolmentReason | undefined; by: string | null }

/** What became of an enrolment, in sentences: everybody concerned reads the same ones. */
export function EnrolmentLog({ lines }: { lines: readonly LogLine[] }) {
  const { one, reason, status } = useMessages().enrolment
  return (
    <ol className="plain-list">
      {lines.map((line) => (
        <li key={line.at.getTime() + line.status}>
          {one.logLine(line.at, line.reason ? reason[line.reason] : status[line.status], line.by)}
        </li>
      ))}
    </ol>
  )
}
