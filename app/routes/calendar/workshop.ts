import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarText, currentSequence } from '#app/domain/icalendar.ts'
import { can } from '#app/domain/policy.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { originOf } from '#app/http/origin.ts'
import { file, found, idFrom, notFound } from '#app/http/responses.ts'
import { eventOf, type DateStanding } from '#app/i18n/calendar-event.ts'
import { sequencesOf } from '#db/calendar-feeds.ts'
import { listCurrent } from '#db/queue.ts'
import { getSettings } from '#db/settings.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

/** All meetings of a workshop for a calendar: for those with a place, and for whoever thinks about coming. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await actorOf(context, request)
  permit(actor, 'workshop:read')
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  const leads = can(actor, 'workshop:edit', workshop)
  if (!workshop.coursePublished && !workshop.courseRetired && !leads) throw notFound()

  const sequences = actor.id ? await sequencesOf(db, actor.id, workshop.id) : new Map<string, number>()
  const current = actor.id ? await listCurrent(db, workshop.id) : []
  const status = current.find(({ personId }) => personId === actor.id)?.status
  const standing = standingOf(workshop, actor.id, status)
  const { titleDe, titleEn, place, onlineUrl, calledOffAt } = workshop
  const facts = { workshopId: workshop.id, titleDe, titleEn, place, online: onlineUrl !== null }
  const from = { origin: originOf(context, request), demo: (await getSettings(db)).demo }
  const locale = await localeOf(context, request)
  const events = workshop.meetings.map(({ id, startsAt, endsAt }) => {
    const sequence = currentSequence(sequences.get(id), workshop.version)
    const date = { ...facts, meetingId: id, sequence, startsAt, endsAt, cancelled: calledOffAt !== null }
    return eventOf(date, standing, from, locale)
  })
  const text = calendarText({ method: 'PUBLISH', events }, new Date())
  return file(
    text,
    `workshop-${workshop.startsAt.toISOString().slice(0, 10)}.ics`,
    'text/calendar; charset=utf-8',
  )
}

function standingOf(workshop: Workshop, personId: string | null, status: string | undefined): DateStanding {
  if (status === 'confirmed') return 'place'
  if (status !== undefined) return 'wished'
  return personId !== null && workshop.trainerIds.includes(personId) ? 'leads' : 'visitor'
}
