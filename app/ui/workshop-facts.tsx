import { dayOf } from '#app/domain/calendar.ts'
import type { QuotaView } from '#app/domain/decision.ts'
import { formatList } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Day, TimeRange } from '#app/ui/time.tsx'
import { FreeSeats, TakenSeats, WorkshopDates } from '#app/ui/workshop.tsx'

export type WorkshopView = {
  courseId: string
  titleDe: string
  titleEn: string | null
  meetings: readonly { id: string; startsAt: Date; endsAt: Date; units: number }[]
  startsAt: Date
  place: string | null
  hasOnline: boolean
  /** Only for those with a place, shortly before the meetings, and for those who lead. */
  onlineUrl: string | null
  /** When those with a place will next see it. */
  linkFrom: Date | null
  trainers: readonly string[]
  capacity: number
  taken: number
  waiting: number
  onlineCapacity: number | null
  quota: number | null
  onlineTaken: number
  enrolFrom: Date | null
  enrolUntil: Date
  withdrawUntil: Date
  note: string | null
}

type FactsProps = {
  workshop: WorkshopView
  quota: QuotaView | null
  /** Whether one can still enrol. */
  open: boolean
  /** Whether its deadlines still matter. */
  toCome: boolean
}

/** When, where, with whom, until when. */
export function WorkshopFacts({ workshop, quota, open, toCome }: FactsProps) {
  const t = useMessages()
  const locale = useLocale()
  const { meetings, place, trainers, note } = workshop
  const units = meetings.reduce((sum, meeting) => sum + meeting.units, 0)
  const course = pick(locale, workshop.titleDe, workshop.titleEn)
  const facts = [
    { term: t.workshop.edit.course, value: <a href={`/courses/${workshop.courseId}`}>{course}</a> },
    { term: t.workshop.when, value: <Meetings meetings={meetings} /> },
    { term: t.workshop.place, value: place ?? undefined },
    {
      term: t.enrolment.facts.onlineUrl,
      value: workshop.hasOnline ? <Online open={open} {...workshop} /> : undefined,
    },
    { term: t.workshop.trainers, value: formatList(trainers, locale) },
    { term: t.enrolment.facts.units, value: t.enrolment.facts.unitCount(units) },
    { term: t.workshop.seats, value: <Seats workshop={workshop} open={open} /> },
    { term: t.queue.quota.term, value: toCome && quota ? <Quota quota={quota} /> : undefined },
    {
      term: t.queue.fields.enrolFrom,
      value: toCome && workshop.enrolFrom ? <Day value={dayOf(workshop.enrolFrom)} short /> : undefined,
    },
    {
      term: t.enrolment.facts.enrolUntil,
      value: toCome ? <Until deadline={workshop.enrolUntil} {...workshop} /> : undefined,
    },
    {
      term: t.enrolment.facts.withdrawUntil,
      value: toCome ? <Until deadline={workshop.withdrawUntil} {...workshop} /> : undefined,
    },
    { term: t.enrolment.facts.note, value: note ? <span className="as-typed">{note}</span> : undefined },
  ]
  return <DescriptionList facts={facts} />
}

function Seats({ workshop, open }: { workshop: WorkshopView; open: boolean }) {
  const { seat } = useMessages().queue
  const { capacity, onlineCapacity, taken, onlineTaken } = workshop
  return (
    <>
      {open ? <FreeSeats {...workshop} /> : <TakenSeats {...workshop} />}
      {onlineCapacity !== null && (
        <>
          <br />
          {seat.taken(taken - onlineTaken, capacity, onlineTaken, onlineCapacity)}
        </>
      )}
    </>
  )
}

/** Everybody sees the rule; whoever belongs to an organisation, how far it has got. */
function Quota({ quota: { seats, ends, isReleased, own } }: { quota: QuotaView }) {
  const { quota } = useMessages().queue
  if (isReleased) return <>{quota.released}</>
  return (
    <>
      {own ? quota.own(own.name, own.taken, seats) : quota.each(seats)}; {quota.free(ends)}
    </>
  )
}

function Meetings({ meetings }: Pick<WorkshopView, 'meetings'>) {
  return (
    <ul className="plain-list">
      {meetings.map(({ id, startsAt, endsAt }) => (
        <li key={id}>
          <TimeRange start={startsAt} end={endsAt} />
        </li>
      ))}
    </ul>
  )
}

type OnlineProps = Pick<WorkshopView, 'onlineUrl' | 'linkFrom'> & { open: boolean }

function Online({ onlineUrl, linkFrom, open }: OnlineProps) {
  const { enrolment, common } = useMessages()
  if (onlineUrl) return <a href={onlineUrl}>{enrolment.facts.joinOnline}</a>
  if (linkFrom) return <>{enrolment.facts.linkFrom(linkFrom)}</>
  return <>{open ? enrolment.facts.linkLater : common.yes}</>
}

/** Deadlines are days, unless they are the start itself. */
function Until({ deadline, startsAt }: { deadline: Date; startsAt: Date }) {
  const t = useMessages()
  if (deadline.getTime() === startsAt.getTime()) return <>{t.enrolment.facts.untilStart}</>
  return <Day value={dayOf(deadline)} short />
}

type NextDate = { id: string; startsAt: Date; endsAt: Date; meetingCount: number }

/** The way out of a no: where there is still a place, or at least the course. */
export function NextDates({ dates, courseId }: { dates: readonly NextDate[]; courseId: string }) {
  const { mine } = useMessages().enrolment
  return (
    <Section title={mine.next}>
      {dates.length > 0 ? (
        <ul className="plain-list">
          {dates.map((date) => (
            <li key={date.id}>
              <a href={`/workshops/${date.id}`}>
                <WorkshopDates {...date} />
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {mine.noNext} <a href={`/courses/${courseId}`}>{mine.toCourse}</a>
        </p>
      )}
    </Section>
  )
}
