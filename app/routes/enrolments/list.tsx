import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { closedBecause, isCurrent, seatsTaken, waiting } from '#app/domain/enrolment.ts'
import { byName, displayName } from '#app/domain/person.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { positionOf, seatState } from '#app/domain/queue.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { colleagueWarnings, listNextDates } from '#app/http/decision.server.ts'
import { id, list, parseForm } from '#app/http/form.ts'
import { NEWCOMER_ROWS, newcomersFrom, rowsOf } from '#app/http/newcomer-form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { acceptanceOf } from '#app/http/workshop-warnings.server.ts'
import { pick } from '#app/i18n/index.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EnrolOthers } from '#app/ui/enrol-others.tsx'
import { EnrolmentTable } from '#app/ui/enrolment-table.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { TakenSeats, WorkshopDates } from '#app/ui/workshop.tsx'
import type { Db } from '#db/client.server.ts'
import { listEnrolments, type NamedEnrolment } from '#db/enrolment-lists.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { findMembers, listColleagues, listMembers } from '#db/members.ts'
import type { Newcomer } from '#db/newcomers.ts'
import { enrolOthers } from '#db/offers.ts'
import { listTowns } from '#db/towns.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

const MOST_FOUND = 20
const OthersForm = z.object({ id: id().optional(), personId: list(id()), organisationId: id().optional() })
const NOTHING = {
  ...{ nobody: false, closed: null, failed: [], refused: [], warnings: [] },
  ...{ accepted: undefined, errors: undefined, submitted: undefined, parallel: undefined },
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.enrolment.list.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  const seesAll = can(actor, 'enrolment:list', workshop)
  if (!seesAll) permit(actor, 'enrolment:enrol-others')

  const now = new Date()
  const query = new URL(request.url).searchParams
  const all = await listEnrolments(db, workshop.id)
  const rows = seesAll ? all : all.filter((row) => can(actor, 'enrolment:enrol-member', row))
  const line = (row: NamedEnrolment) => lineOf(row, all, workshop)
  const closed = closedBecause(workshop, now)
  const enrols = can(actor, 'enrolment:enrol-others') && closed === null
  const search = (query.get('q') ?? '').trim().slice(0, 100)
  return {
    workshop: headOf(workshop, all),
    seesAll,
    towns: seesAll ? [] : (await listTowns(db, actor.officerOf)).map(({ name }) => name),
    seated: rows.filter(isSeated).sort(byName).map(line),
    queue: waiting(rows).map(line),
    ended: rows
      .filter(({ status }) => !isCurrent(status))
      .sort(byName)
      .map(line),
    others: enrols ? await candidates(db, actor, workshop, all, search, dayOf(now)) : null,
    done: { offered: countIn(query, 'offered'), queued: countIn(query, 'queued') },
  }
}

const isSeated = ({ status }: NamedEnrolment) => isCurrent(status) && status !== 'waiting'

function headOf(workshop: Workshop, all: readonly NamedEnrolment[]) {
  const { id: workshopId, titleDe, titleEn, startsAt, endsAt, capacity, onlineCapacity, meetings } = workshop
  const { enrolUntil, withdrawUntil } = workshop
  return {
    ...{ id: workshopId, titleDe, titleEn, startsAt, endsAt, meetingCount: meetings.length },
    ...{ enrolUntil, withdrawUntil, capacity, onlineCapacity },
    ...{ taken: seatsTaken(all), waiting: waiting(all).length },
  }
}

function lineOf(row: NamedEnrolment, all: readonly NamedEnrolment[], workshop: Workshop) {
  const { id: enrolmentId, status, organisation, enrolledAt, offerUntil } = row
  const position = positionOf(all, enrolmentId)
  const seat = isSeated(row) ? seatState(workshop, row) : null
  const name = displayName(row)
  return { id: enrolmentId, name, status, organisation, enrolledAt, offerUntil, position, seat }
}

const countIn = (query: URLSearchParams, name: string) =>
  Math.max(0, Math.trunc(Number(query.get(name))) || 0)

/** For which organisations somebody may enrol others; null means all of them. */
function scopeOf(actor: Actor): readonly string[] | null {
  return actor.roles.includes('coordinator') ? null : actor.officerOf
}

/** Whom one could enrol: one's colleagues; for a coordinator, those whom a search finds. */
async function candidates(
  db: Db,
  actor: Actor,
  workshop: Workshop,
  all: readonly NamedEnrolment[],
  search: string,
  day: string,
) {
  const scope = scopeOf(actor)
  const looked = scope !== null || search !== ''
  const people = scope
    ? await listColleagues(db, scope, day)
    : looked
      ? await findMembers(db, search, MOST_FOUND, day)
      : []
  const busy = new Set(all.filter(({ status }) => isCurrent(status)).map(({ personId }) => personId))
  for (const trainerId of workshop.trainerIds) busy.add(trainerId)
  return {
    freshId: randomUUID(),
    searches: scope === null,
    search,
    found: looked ? people.length : null,
    newcomers: scope && (await newcomerRows(db, scope, day)),
    people: people
      .filter((person) => !busy.has(person.id))
      .sort(byName)
      .map((person) => ({ id: person.id, name: displayName(person), organisation: person.organisation })),
  }
}

/** Empty rows for colleagues of an officer who have no account yet. */
async function newcomerRows(db: Db, officerOf: readonly string[], day: string) {
  const organisations = await listTowns(db, officerOf, day)
  if (organisations.length === 0) return null
  return { organisations, ids: Array.from({ length: NEWCOMER_ROWS }, () => randomUUID()) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  permit(actor, 'enrolment:enrol-others')
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  const form = await parseForm(request, OthersForm)
  const typed = newcomersFrom(form.submitted)
  const { submitted } = form
  if (!typed.ok) return data({ ...NOTHING, errors: typed.errors, submitted }, 400)
  const personIds = form.ok ? form.value.personId : []
  if (personIds.length + typed.people.length === 0) return data({ ...NOTHING, nobody: true }, 400)

  const now = new Date()
  const warnings = await warningsOf(db, actor, workshop, personIds, now)
  if (warnings.length > 0 && submitted.accepted !== acceptanceOf(warnings)) {
    const [parallel] = await listNextDates(db, workshop, now)
    return data({ ...NOTHING, warnings, parallel, accepted: acceptanceOf(warnings), submitted }, 409)
  }
  const chosen = form.ok ? form.value.organisationId : undefined
  const newcomers = await newcomersOf(db, actor, chosen, typed.people, dayOf(now))
  const wish = {
    ...{ id: form.ok ? form.value.id : undefined, workshopId: workshop.id, personIds, newcomers },
    ...{ by: actor.id, within: scopeOf(actor) },
  }
  const result = await enrolOthers(db, wish, now)
  if (!result.ok) return data({ ...NOTHING, closed: result.refusal, submitted }, 409)
  const failed = await failuresOf(db, result.outcomes, typed.people)
  const refused = result.refused.map(displayName)
  if (failed.length + refused.length > 0) {
    const kept = rowsOf(submitted, result.refused)
    return data({ ...NOTHING, failed, refused, submitted: kept }, 409)
  }
  const places = result.outcomes.filter((outcome) => outcome.ok)
  const queued = places.filter((place) => place.status === 'waiting').length
  return redirect(`/workshops/${workshop.id}/enrolments?offered=${places.length - queued}&queued=${queued}`)
}

/** What to know of those who were chosen, as if all of them came. */
async function warningsOf(db: Db, actor: Actor, workshop: Workshop, personIds: readonly string[], now: Date) {
  const members = await listMembers(db, personIds, scopeOf(actor), dayOf(now))
  return colleagueWarnings(db, workshop, members, { names: true })
}

/** People are entered for an organisation of the officer alone; a coordinator has the administration for it. */
async function newcomersOf(
  db: Db,
  actor: Actor,
  chosen: string | undefined,
  people: readonly Newcomer[],
  day: string,
) {
  if (people.length === 0) return undefined
  const [first] = await listTowns(db, actor.officerOf, day)
  const organisationId = chosen ?? first?.id ?? ''
  permit(actor, 'enrolment:enrol-newcomer', { organisationId })
  return { organisationId, people }
}

type Outcomes = Extract<Awaited<ReturnType<typeof enrolOthers>>, { ok: true }>['outcomes']

/** Whoever could not be enrolled, by name; people who were not kept are known from what was typed. */
async function failuresOf(db: Db, outcomes: Outcomes, typed: readonly Newcomer[]) {
  const names = await listAddressees(
    db,
    outcomes.map(({ personId }) => personId),
  )
  return outcomes.flatMap((outcome) => {
    const person = names.get(outcome.personId) ?? typed.find(({ id: row }) => row === outcome.personId)
    return outcome.ok || !person ? [] : [{ name: displayName(person), refusal: outcome.refusal }]
  })
}

export default function EnrolmentsPage() {
  const { workshop, seated, queue, ended, seesAll, towns, others } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const title = pick(locale, workshop.titleDe, workshop.titleEn)
  const { list: words } = t.enrolment
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title={seesAll ? words.title : words.titleOwn(towns.length === 1 ? towns[0] : undefined)}
        lead={
          <>
            <WorkshopDates {...workshop} />. <TakenSeats {...workshop} />.
          </>
        }
        breadcrumbs={[
          { href: '/workshops', label: t.workshop.list.title },
          { href: `/workshops/${workshop.id}`, label: title },
        ]}
      />
      <Answer />
      <Section title={words.seated}>
        <EnrolmentTable caption={words.seated} rows={seated} shows="state" empty={words.nobodySeated} />
      </Section>
      <Section title={words.waiting}>
        <EnrolmentTable caption={words.waiting} rows={queue} shows="position" empty={words.nobodyWaiting} />
      </Section>
      {others && (
        <EnrolOthers
          {...others}
          limit={MOST_FOUND}
          nobodyChosen={answer?.nobody === true}
          errors={answer?.errors}
          submitted={answer?.submitted}
          warnings={answer?.warnings ?? []}
          accepted={answer?.accepted}
          parallel={answer?.parallel}
        />
      )}
      {ended.length > 0 && (
        <Section title={words.endedTitle}>
          <Disclosure summary={words.ended(ended.length)}>
            <EnrolmentTable caption={words.endedTitle} rows={ended} shows="state" empty="" />
          </Disclosure>
        </Section>
      )}
    </>
  )
}

/** What became of those who were just enrolled. */
function Answer() {
  const { done, workshop } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { town, enrolment } = useMessages()
  const { others, refusal, refusalOf } = enrolment
  if (answer?.closed) return <Notice kind="danger" title={refusal[answer.closed](workshop)} answer />
  if (answer && answer.failed.length + answer.refused.length > 0) {
    return (
      <Notice kind="warning" title={others.notAll} answer>
        <ul>
          {answer.failed.map(({ name, refusal: why }) => (
            <li key={name}>{refusalOf[why](name)}</li>
          ))}
          {answer.refused.map((name) => (
            <li key={name}>{town.newcomers.refused(name)}</li>
          ))}
        </ul>
      </Notice>
    )
  }
  if (answer || done.offered + done.queued === 0) return null
  return (
    <Notice kind="success" answer>
      {done.offered > 0 && <p>{others.offered(done.offered)}</p>}
      {done.queued > 0 && <p>{others.queued(done.queued)}</p>}
    </Notice>
  )
}
