import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addMonths, dayOf, isDay, startOfDay } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { workshopState } from '#app/domain/workshop.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { isTicked } from '#app/http/query.ts'
import { formatMonthName } from '#app/i18n/format.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { useAddress, withQuery } from '#app/ui/address.tsx'
import { Agenda, type AgendaEntry } from '#app/ui/agenda.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { MonthSteps } from '#app/ui/month-steps.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { listMeetings, type Meeting } from '#db/meetings.ts'
import { listTrainers } from '#db/trainers.ts'
import { listWorkshops, type WorkshopLine } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.workshop.list.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'workshop:read')
  const now = new Date()
  const query = new URL(request.url).searchParams
  const isAgenda = query.get('view') === 'agenda'
  const month = isAgenda ? null : monthFrom(query, now)
  const isTrainer = actor.roles.includes('trainer')
  const isMine = isTrainer && isTicked(query, 'mine')

  const period = month ? { from: startOfDay(month), until: startOfDay(addMonths(month, 1)) } : { from: now }
  const showsTaken = mayEditAll(actor)
  const lines = await listWorkshops(context.db, {
    ...period,
    drafts: showsTaken,
    ownDraftsOf: actor.id,
    trainerId: (isMine && actor.id) || undefined,
  })
  const all = await withMeetings(context.db, lines, now)
  const entries = isAgenda ? nextOfEach(all, now) : all.filter((entry) => isWithin(entry, period))
  // In the month that we are in, what is over stands aside: the day of the reader comes first.
  const today = dayOf(now)
  const isOver = (entry: AgendaEntry) => month?.slice(0, 7) === today.slice(0, 7) && entry.day < today
  return {
    entries: entries.filter((entry) => !isOver(entry)),
    earlier: entries.filter(isOver),
    month,
    isTrainer,
    isMine,
    showsTaken: showsTaken || isMine,
  }
}

/** The first day of the month that is asked for; this month's when none is. */
function monthFrom(query: URLSearchParams, now: Date): string {
  const asked = `${query.get('month') ?? ''}-01`
  return isDay(asked) ? asked : `${dayOf(now).slice(0, 7)}-01`
}

/** Whether somebody may edit workshops that they do not lead. */
function mayEditAll(actor: Actor): boolean {
  return can(actor, 'workshop:edit', { trainerIds: [] })
}

/** An entry for every meeting of these workshops, by time. */
async function withMeetings(db: Db, lines: readonly WorkshopLine[], now: Date): Promise<AgendaEntry[]> {
  const ids = lines.map((line) => line.id)
  const meetings = await listMeetings(db, ids)
  const trainers = await listTrainers(db, ids)
  const entries = lines.flatMap((line) =>
    entriesOf(
      line,
      meetings.filter((meeting) => meeting.workshopId === line.id),
      trainers.filter((trainer) => trainer.workshopId === line.id).map(displayName),
      now,
    ),
  )
  return entries.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

function entriesOf(
  line: WorkshopLine,
  meetings: readonly Meeting[],
  trainers: string[],
  now: Date,
): AgendaEntry[] {
  const { id, titleDe, titleEn, place, capacity, onlineCapacity, quota, taken, waiting } = line
  const state = workshopState(line, meetings, taken, now)
  return meetings.map((meeting, index) => ({
    ...{ workshopId: id, titleDe, titleEn, place, state, trainers },
    ...{ capacity, onlineCapacity, quota, taken, waiting },
    key: meeting.id,
    day: dayOf(meeting.startsAt),
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    nth: index + 1,
    count: meetings.length,
    isDraft: !line.coursePublished && state !== 'over',
  }))
}

function isWithin(entry: AgendaEntry, { from, until }: { from: Date; until?: Date }): boolean {
  return entry.startsAt >= from && (until === undefined || entry.startsAt < until)
}

/** The next meeting of each workshop that is still to come. */
function nextOfEach(entries: readonly AgendaEntry[], now: Date): AgendaEntry[] {
  const coming = entries.filter((entry) => entry.endsAt > now)
  const first = new Map(coming.toReversed().map((entry) => [entry.workshopId, entry.key]))
  return coming.filter((entry) => first.get(entry.workshopId) === entry.key)
}

export default function WorkshopListPage() {
  const { entries, earlier, month, showsTaken } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { list } = t.workshop
  return (
    <>
      <PageHeader
        title={list.title}
        action={
          <Allowed to="workshop:add">
            <ButtonRow>
              <ButtonLink href="/workshops/new" look="primary" icon="add">
                {list.add}
              </ButtonLink>
              <ButtonLink href="/rooms">{t.room.title}</ButtonLink>
            </ButtonRow>
          </Allowed>
        }
      />
      <Views />
      {month && <MonthSteps month={month} />}
      {earlier.length > 0 && (
        <div className="earlier">
          <Disclosure summary={list.earlier(earlier.length)}>
            <Agenda entries={earlier} showsTaken={showsTaken} />
          </Disclosure>
        </div>
      )}
      {entries.length === 0 ? <Nothing /> : <Agenda entries={entries} showsTaken={showsTaken} />}
    </>
  )
}

function Views() {
  const { month, isTrainer, isMine } = useLoaderData<typeof loader>()
  const { list } = useMessages().workshop
  const address = useAddress()
  const view = (name: string | null) => withQuery(address, { view: name, month: null })
  return (
    <div className="views">
      <Tabs
        label={list.views}
        tabs={[
          { href: view(null), label: list.byMonth, isCurrent: month !== null },
          { href: view('agenda'), label: list.upcoming, isCurrent: month === null },
        ]}
      />
      {isTrainer && (
        <a href={withQuery(address, { mine: isMine ? null : 'on' })}>{isMine ? list.all : list.mine}</a>
      )}
    </div>
  )
}

/** Why the list is empty, and where there is something to see. */
function Nothing() {
  const { month, earlier, isMine } = useLoaderData<typeof loader>()
  const { list } = useMessages().workshop
  const locale = useLocale()
  const address = useAddress()
  const wayOut = month ? (
    <ButtonLink href={withQuery(address, { view: 'agenda', month: null })}>{list.toUpcoming}</ButtonLink>
  ) : isMine ? (
    <ButtonLink href={withQuery(address, { mine: null })}>{list.all}</ButtonLink>
  ) : undefined
  const inMonth = month && list.noneInMonth(formatMonthName(month, locale))
  const reason = earlier.length > 0 ? list.noneLeft : (inMonth ?? list.noneUpcoming)
  return <Empty action={wayOut}>{isMine && earlier.length === 0 ? list.noneMine : reason}</Empty>
}
