// Days on which an organisation cannot spare its people, as a list.

import type { BlockedPeriod } from '#app/domain/blocked-period.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

type Line = BlockedPeriod & { id: string }

type BlockedPeriodsProps = {
  /** Whose page it is: days of one that has merged into it say so. */
  organisation: string
  periods: readonly Line[]
  mayFree?: boolean
}

export function BlockedPeriods({ organisation, periods, mayFree = false }: BlockedPeriodsProps) {
  const { blockedPeriod: words } = useMessages()
  const free: Column<Line> = {
    key: 'free',
    header: words.free,
    action: true,
    cell: ({ id, fromDate, untilDate }) => (
      <PostButton look="quiet" hidden={{ free: id }} label={words.freeLabel(fromDate, untilDate)}>
        {words.free}
      </PostButton>
    ),
  }
  return (
    <DataTable
      caption={words.title}
      rows={periods}
      rowKey={({ id }) => id}
      empty={<Empty>{words.none}</Empty>}
      columns={[
        {
          key: 'when',
          header: words.when,
          rowHeader: true,
          cell: ({ fromDate, untilDate }) => words.days(fromDate, untilDate),
        },
        {
          key: 'reason',
          header: words.reason,
          cell: (period) => (
            <span className="breaks">
              {words.why(period.reason, period.organisation === organisation ? null : period.organisation)}
            </span>
          ),
        },
        ...(mayFree ? [free] : []),
      ]}
    />
  )
}
