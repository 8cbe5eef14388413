import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarText, currentSequence, type Calendar } from '#app/domain/icalendar.ts'
import { GUEST } from '#app/domain/policy.ts'
import { permit } from '#app/http/actor.server.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { originOf } from '#app/http/origin.ts'
import { notFound, tooManyRequests } from '#app/http/responses.ts'
import { eventOf, type DateStanding } from '#app/i18n/calendar-event.ts'
import { messages } from '#app/i18n/index.ts'
import { getFeedOwner, listOwnDates, type OwnDate } from '#db/calendar-feeds.ts'
import { getSettings } from '#db/settings.ts'

const FILE = /^([\w-]{32})\.ics$/
/** What is over stays in the calendar for a while, so that people can look up when it was. */
const SHOWN_DAYS = 90
const DAY_MILLISECONDS = 86_400_000

/** The own dates for calendars that fetch by themselves: whoever has the address needs no session, nor starts one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(GUEST, 'calendar:read')
  const now = new Date()
  const token = FILE.exec(params.file ?? '')?.[1]
  const owner = token && (await getFeedOwner(context.db, token))
  // Only addresses that lead nowhere are counted: calendars of a whole town hall fetch from one place.
  if (!owner) throw (await mayKnock(context, 'feed', now)) ? notFound() : tooManyRequests()

  const dates = await listOwnDates(
    context.db,
    owner.id,
    new Date(now.getTime() - SHOWN_DAYS * DAY_MILLISECONDS),
  )
  const { demo } = await getSettings(context.db)
  const from = { origin: originOf(context, request), demo }
  const events = dates.map((date) => {
    const sequence = currentSequence(date.sequence ?? undefined, date.version)
    const facts = { ...date, sequence, online: date.onlineUrl !== null }
    return eventOf(facts, standingOf(date), from, owner.locale)
  })
  const { calendar, shell } = messages(owner.locale)
  const name = demo ? `${calendar.feed.name} (${shell.demo})` : calendar.feed.name
  return answer(request, { name, events }, now)
}

function standingOf({ status }: OwnDate): DateStanding {
  if (status === 'leads') return 'leads'
  return status === 'confirmed' ? 'place' : 'wished'
}

/** Says "unchanged" to a calendar that has it already; when the file was made is no change. */
function answer(request: Request, calendar: Calendar, now: Date): Response {
  const tag = `"${createHash('sha256').update(JSON.stringify(calendar)).digest('base64url')}"`
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex, nofollow' }
  // A proxy that compresses marks the tag as weak; the calendar sends it back like that.
  const known = (request.headers.get('If-None-Match') ?? '')
    .split(/,\s*/)
    .map((each) => each.replace(/^W\//, ''))
  if (known.includes(tag)) return new Response(null, { status: 304, headers })
  const kind = { 'Content-Type': 'text/calendar; charset=utf-8' }
  return new Response(calendarText(calendar, now), { headers: { ...headers, ...kind } })
}
