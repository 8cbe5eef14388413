import { dayOf } from '#app/domain/calendar.ts'
import { seatCount } from '#app/domain/queue.ts'
import { freeSeats, type Occupancy, type WorkshopState } from '#app/domain/workshop.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import type { NoticeKind } from '#app/ui/notice.tsx'
import { TimeRange } from '#app/ui/time.tsx'

type Dates = { startsAt: Date; endsAt: Date; meetingCount: number }

/** When a workshop takes place: with one meeting from when to when, with several from which day on. */
export function WorkshopDates({ startsAt, endsAt, meetingCount }: Dates) {
  const t = useMessages()
  const locale = useLocale()
  if (meetingCount === 1) return <TimeRange start={startsAt} end={endsAt} />
  const day = formatShortDay(dayOf(startsAt), locale)
  return <time dateTime={startsAt.toISOString()}>{t.workshop.from(day, meetingCount)}</time>
}

const kinds: Record<WorkshopState, NoticeKind | 'plain'> = {
  'not-open-yet': 'plain',
  open: 'success',
  full: 'warning',
  closed: 'plain',
  running: 'info',
  over: 'plain',
  'called-off': 'danger',
}

export function WorkshopBadge({ state }: { state: WorkshopState }) {
  const t = useMessages()
  return <Badge kind={kinds[state]}>{t.workshop.state[state]}</Badge>
}

/** For those who would like to come: how many seats are left. */
export function FreeSeats(occupancy: Occupancy) {
  const t = useMessages()
  return <>{t.workshop.free(freeSeats(occupancy))}</>
}

/** For those who plan: how many seats are taken, and how many people wait. */
export function TakenSeats({ taken, waiting, ...seats }: Omit<Occupancy, 'quota'>) {
  const t = useMessages()
  const waitingWords = waiting > 0 ? `, ${t.workshop.waiting(waiting)}` : ''
  return <>{t.workshop.taken(taken, seatCount(seats)) + waitingWords}</>
}
