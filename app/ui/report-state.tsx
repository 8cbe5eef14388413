import { Badge } from '#app/ui/badge.tsx'
import { useMessages } from '#app/ui/locale.tsx'

type ReportStateProps = {
  releasedAt: Date | string | null
  correctedBy: number | null
  supersededBy: number | null
}

/** Whether a report holds, waits for its release, or has been followed by another. */
export function ReportState({ releasedAt, correctedBy, supersededBy }: ReportStateProps) {
  const t = useMessages()
  if (correctedBy !== null) return <Badge kind="warning">{t.snapshot.correctedBy(correctedBy)}</Badge>
  if (releasedAt) return <Badge kind="success">{t.snapshot.released}</Badge>
  if (supersededBy !== null) return <Badge kind="warning">{t.snapshot.superseded(supersededBy)}</Badge>
  return <Badge kind="info">{t.snapshot.prepared}</Badge>
}
