// Meetings as entries of a calendar, in the language of the person.

import { calendarText, uidOf, type CalendarEvent, type CalendarMethod } from '#app/domain/icalendar.ts'
import type { Locale } from '#app/domain/locale.ts'
import { oneLine, type CalendarFact, type MailSender, type WorkshopFacts } from '#app/domain/mail.ts'
import { messages, pick } from '#app/i18n/index.ts'

/** Why a date is in somebody's calendar. Only a place is certain; whoever leads comes for certain, too. */
export type DateStanding = 'place' | 'leads' | 'wished' | 'visitor'

type DateFacts = {
  meetingId: string
  workshopId: string
  sequence: number
  startsAt: Date
  endsAt: Date
  titleDe: string
  titleEn: string | null
  place: string | null
  online: boolean
  cancelled?: boolean
}

/** The way into a video conference is never in it: calendars are shared, and the page shows it in time. */
export function eventOf(
  facts: DateFacts,
  standing: DateStanding,
  { origin, demo }: Pick<MailSender, 'origin' | 'demo'>,
  locale: Locale,
): CalendarEvent {
  const { calendar, shell } = messages(locale)
  const { meetingId, workshopId, sequence, startsAt, endsAt, place, online, cancelled = false } = facts
  const url = `${origin}/workshops/${workshopId}`
  const title = oneLine(pick(locale, facts.titleDe, facts.titleEn))
  const isCertain = standing === 'place' || standing === 'leads'
  return {
    uid: uidOf(meetingId),
    sequence,
    startsAt,
    endsAt,
    summary: standing === 'wished' ? calendar.wished(title) : title,
    description: [
      cancelled ? calendar.gone : calendar.standing[standing],
      online && !cancelled ? calendar.linkThere : '',
      calendar.more(url),
      demo ? `${shell.demo}. ${shell.demoExplained}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    location: calendar.where(place, online),
    url,
    status: cancelled ? 'CANCELLED' : isCertain ? 'CONFIRMED' : 'TENTATIVE',
  }
}

/** One calendar object beside a mail. Each is about one meeting, for a message of this kind is about one entry. */
export type CalendarPart = { method: CalendarMethod; name: string; text: string }

type Mail = { locale: Locale; data: object; address: string; createdAt: Date }
type Notice = { workshop: WorkshopFacts; fact: CalendarFact }

/** What the calendar of the person shall do with a mail. */
export function calendarPartsOf(mail: Mail, from: MailSender): CalendarPart[] {
  const { locale, data, address, createdAt } = mail
  const { calendar } = messages(locale)
  const name = 'name' in data && typeof data.name === 'string' ? data.name : ''
  const organizer = {
    name: calendar.organizer(from.district),
    email: from.contactEmail || (from.address ?? ''),
  }
  const between = { organizer, attendee: { name, email: address } }
  return latest(noticesIn(data)).map(({ workshop, fact }, nth) => {
    const { workshopId, titleDe, titleEn } = workshop
    const times = { startsAt: new Date(fact.startsAt), endsAt: new Date(fact.endsAt) }
    const event = eventOf({ ...fact, ...times, workshopId, titleDe, titleEn }, 'place', from, locale)
    const method = fact.cancelled ? 'CANCEL' : 'REQUEST'
    const text = calendarText({ method, events: [{ ...event, between }] }, createdAt)
    return { method, name: calendar.fileName(nth + 1), text }
  })
}

type AboutDates = { workshop: WorkshopFacts; calendar: CalendarFact[] }
type Gathered = { parts: { data: object }[] }

// The data of a mail were written by `post`, which knows the kinds.
const isAboutDates = (data: object): data is AboutDates => 'calendar' in data && 'workshop' in data
const isGathered = (data: object): data is Gathered => 'parts' in data && Array.isArray(data.parts)

type OfSeveral = { notices: AboutDates[] }
const isOfSeveral = (data: object): data is OfSeveral => 'notices' in data && Array.isArray(data.notices)

/** A digest brings what its mails would have brought. */
function noticesIn(data: object): Notice[] {
  if (isGathered(data)) return data.parts.flatMap((part) => noticesIn(part.data))
  if (isOfSeveral(data)) return data.notices.flatMap((one) => noticesIn(one))
  if (!isAboutDates(data)) return []
  return data.calendar.map((fact) => ({ workshop: data.workshop, fact }))
}

/** Of several notices about one meeting the last one counts. */
function latest(notices: readonly Notice[]): Notice[] {
  const byMeeting = new Map<string, Notice>()
  for (const notice of notices) {
    const known = byMeeting.get(notice.fact.meetingId)
    if (!known || known.fact.sequence < notice.fact.sequence) byMeeting.set(notice.fact.meetingId, notice)
  }
  return [...byMeeting.values()]
}
