import type { WorkshopState } from '#app/domain/workshop.ts'
import { formatList, formatTimes } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Day } from '#app/ui/time.tsx'
import { FreeSeats, TakenSeats, WorkshopBadge } from '#app/ui/workshop.tsx'

/** One meeting of a workshop in the agenda. */
export type AgendaEntry = {
  key: string
  /** 'YYYY-MM-DD' */
  day: string
  startsAt: Date
  endsAt: Date
  /** Which meeting of how many. */
  nth: number
  count: number
  workshopId: string
  titleDe: string
  titleEn: string | null
  place: string | null
  trainers: string[]
  state: WorkshopState
  capacity: number
  taken: number
  waiting: number
  onlineCapacity: number | null
  quota: number | null
  isDraft: boolean
}

type AgendaProps = {
  entries: readonly AgendaEntry[]
  /** For those who plan: how many seats are taken, instead of how many are left. */
  showsTaken: boolean
}

/** Day after day, what takes place. Entries come by time. */
export function Agenda({ entries, showsTaken }: AgendaProps) {
  const days = [...new Set(entries.map((entry) => entry.day))]
  return (
    <ol className="agenda">
      {days.map((day) => (
        <li key={day} className="agenda__day">
          <h2 className="agenda__date">
            <Day value={day} short />
          </h2>
          <ul className="agenda__entries">
            {entries
              .filter((entry) => entry.day === day)
              .map((entry) => (
                <Entry key={entry.key} entry={entry} showsTaken={showsTaken} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry, showsTaken }: { entry: AgendaEntry; showsTaken: boolean }) {
  const { list } = useMessages().workshop
  const locale = useLocale()
  const { startsAt, endsAt, nth, count, state } = entry
  const where = entry.place ?? list.online
  const isOpen = state === 'open' || state === 'full'
  return (
    <li className="agenda__entry">
      <p className="agenda__time">
        <time dateTime={startsAt.toISOString()}>{formatTimes(startsAt, endsAt, locale)}</time>
      </p>
      <div className="agenda__what">
        <h3>
          <a href={`/workshops/${entry.workshopId}`}>{pick(locale, entry.titleDe, entry.titleEn)}</a>
        </h3>
        <p className="muted">
          {[where, formatList(entry.trainers, locale), count > 1 && list.meetingOf(nth, count)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {entry.isDraft && <p className="muted">{list.draft}</p>}
      </div>
      <div className="agenda__state">
        <WorkshopBadge state={state} />
        {showsTaken ? (
          <p>
            <TakenSeats {...entry} />
          </p>
        ) : (
          isOpen && (
            <p>
              <FreeSeats {...entry} />
            </p>
          )
        )}
      </div>
    </li>
  )
}
