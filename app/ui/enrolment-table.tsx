import { dayOf } from '#app/domain/calendar.ts'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import type { SeatState } from '#app/domain/queue.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Empty } from '#app/ui/empty.tsx'
import { EnrolmentBadge } from '#app/ui/enrolment.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'

export type EnrolmentLine = {
  id: string
  name: string
  organisation: string
  status: EnrolmentStatus
  enrolledAt: Date
  offerUntil: Date | null
  /** On the waiting list, counted from 1. */
  position: number | undefined
  /** Where they sit; null for those who have no place, and where a workshop is not hybrid. */
  seat: SeatState | null
}

type EnrolmentTableProps = {
  caption: string
  rows: readonly EnrolmentLine[]
  /** On the waiting list the position says all that the state would. */
  shows: 'state' | 'position'
  empty: string
}

/** Who is enrolled; every name leads to what became of the enrolment, and why. */
export function EnrolmentTable({ caption, rows, shows, empty }: EnrolmentTableProps) {
  const t = useMessages()
  const isHybrid = rows.some(({ seat }) => seat !== null)
  const hidden = [shows === 'state' ? 'position' : 'state', ...(isHybrid ? [] : ['seat'])]
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<Empty>{empty}</Empty>}
      columns={columns(t).filter(({ key }) => !hidden.includes(key))}
    />
  )
}

function columns({ enrolment: { list }, queue: { seat: seats } }: Messages): Column<EnrolmentLine>[] {
  return [
    {
      key: 'name',
      header: list.name,
      rowHeader: true,
      cell: (row) => <a href={`/enrolments/${row.id}`}>{row.name}</a>,
    },
    { key: 'position', header: list.position, cell: (row) => row.position },
    { key: 'organisation', header: list.organisation, cell: (row) => row.organisation },
    { key: 'seat', header: seats.title, cell: (row) => row.seat && seats.label[row.seat] },
    {
      key: 'state',
      header: list.state,
      cell: (row) => (
        <>
          <EnrolmentBadge status={row.status} /> {row.offerUntil && list.offeredUntil(row.offerUntil)}
        </>
      ),
    },
    { key: 'since', header: list.since, cell: (row) => <Day value={dayOf(row.enrolledAt)} short /> },
  ]
}
