import type { WorkshopState } from '#app/domain/workshop.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { FreeSeats, TakenSeats, WorkshopBadge, WorkshopDates } from '#app/ui/workshop.tsx'

type CourseDate = {
  id: string
  startsAt: Date
  endsAt: Date
  meetingCount: number
  place: string | null
  capacity: number
  taken: number
  waiting: number
  onlineCapacity: number | null
  quota: number | null
  state: WorkshopState
}

/** The workshops of a course that are still to come. */
export function CourseDates({ dates, empty }: { dates: readonly CourseDate[]; empty: string }) {
  const t = useMessages()
  const columns: Column<CourseDate>[] = [
    {
      key: 'when',
      header: t.workshop.when,
      rowHeader: true,
      cell: (date) => (
        <a href={`/workshops/${date.id}`}>
          <WorkshopDates {...date} />
        </a>
      ),
    },
    { key: 'place', header: t.workshop.place, cell: (date) => date.place ?? t.workshop.list.online },
    {
      key: 'seats',
      header: t.workshop.seats,
      cell: (date) => (isOpen(date) ? <FreeSeats {...date} /> : <TakenSeats {...date} />),
    },
    { key: 'state', header: t.course.catalogue.state, cell: (date) => <WorkshopBadge state={date.state} /> },
  ]
  return (
    <DataTable
      caption={t.course.page.dates}
      columns={columns}
      rows={dates}
      rowKey={(date) => date.id}
      empty={<Empty>{empty}</Empty>}
    />
  )
}

const isOpen = ({ state }: CourseDate) => state === 'open' || state === 'full'
