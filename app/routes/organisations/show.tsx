import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { closedBecause, SEATED_STATUSES, type EnrolmentStatus } from '#app/domain/enrolment.ts'
import { inTown } from '#app/domain/organisation.ts'
import { byName, displayName } from '#app/domain/person.ts'
import { positionOf, quotaEnds } from '#app/domain/queue.ts'
import { freeSeats } from '#app/domain/workshop.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { BlockedPeriods } from '#app/ui/blocked-periods.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { TownExport } from '#app/ui/town-export.tsx'
import { TownColleagues, TownDates, TownEnrolments } from '#app/ui/town.tsx'
import { getApprovalRule } from '#db/approval-rules.ts'
import { listBlockedPeriods } from '#db/blocked-periods.ts'
import type { Db } from '#db/client.server.ts'
import { listWaiting } from '#db/enrolment-lists.ts'
import { listColleagues, listPredecessors } from '#db/members.ts'
import { countPlaces, listTownEnrolments, type TownEnrolment } from '#db/towns.ts'
import { listWorkshops } from '#db/workshops.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => page?.organisation ?? t.town.mine)

const DATES_SHOWN = 12

/** The town on one page, for the officer, and for coordinators whom the officer asks. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const organisationId = idFrom(params.organisationId)
  permit(actor, 'organisation:oversee', { organisationId })
  const rule = found(await getApprovalRule(db, organisationId))
  const now = new Date()
  const enrolments = await linesOf(db, organisationId, now)
  const query = new URL(request.url).searchParams
  return {
    organisationId,
    organisation: rule.organisation,
    rule: { kind: rule.kind, approver: rule.approver?.name ?? null },
    isOneOfSeveral: actor.officerOf.length > 1,
    ...inTown(enrolments),
    dates: await datesFor(db, enrolments, now),
    year: dayOf(now).slice(0, 4),
    colleagues: await colleaguesOf(db, organisationId, now),
    blocked: await listBlockedPeriods(db, organisationId, dayOf(now)),
    former: await listPredecessors(db, organisationId, dayOf(now)),
    done: choiceFrom(query, 'done', ['rule']) ?? null,
    asked: Number(query.get('asked')) || 0,
  }
}

async function linesOf(db: Db, organisationId: string, now: Date) {
  const enrolments = await listTownEnrolments(db, [organisationId], now)
  const queued = enrolments.filter(({ status }) => status === 'waiting').map(({ workshopId }) => workshopId)
  const queues = await listWaiting(db, [...new Set(queued)])
  return enrolments.map((enrolment) => ({
    ...lineOf(enrolment),
    position: positionOf(
      queues.filter(({ workshopId }) => workshopId === enrolment.workshopId),
      enrolment.id,
    ),
  }))
}

function lineOf({ personId: _, givenName, familyName, ...line }: TownEnrolment) {
  return { ...line, name: displayName({ givenName, familyName }) }
}

/** Dates in which somebody can still enrol, with what the town has of them. */
async function datesFor(
  db: Db,
  enrolments: readonly { workshopId: string; status: EnrolmentStatus }[],
  now: Date,
) {
  const lines = await listWorkshops(db, { from: now })
  return lines
    .filter((line) => closedBecause(line, now) === null)
    .slice(0, DATES_SHOWN)
    .map((line) => ({
      ...{ id: line.id, titleDe: line.titleDe, titleEn: line.titleEn, meetingCount: line.meetingCount },
      ...{ startsAt: line.startsAt, endsAt: line.endsAt },
      free: freeSeats(line),
      quota: quotaOf(line, now),
      own: enrolments.filter(({ workshopId, status }) => workshopId === line.id && isSeated(status)).length,
    }))
}

/** How many seats the town may have until the day from which all may have them. */
function quotaOf(line: Parameters<typeof quotaEnds>[0], now: Date) {
  const until = quotaEnds(line)
  return line.quota === null || until === null || now >= until ? null : { seats: line.quota, until }
}

const isSeated = (status: EnrolmentStatus) => (SEATED_STATUSES as readonly EnrolmentStatus[]).includes(status)

async function colleaguesOf(db: Db, organisationId: string, now: Date) {
  const people = await listColleagues(db, [organisationId], dayOf(now))
  const places = await countPlaces(db, organisationId, dayOf(now).slice(0, 4))
  return people.sort(byName).map((person) => {
    const own = places.find(({ personId }) => personId === person.id)
    return {
      id: person.id,
      name: displayName(person),
      audience: person.audience,
      workshops: own?.workshops ?? 0,
      units: own?.units ?? 0,
    }
  })
}

export default function TownPage() {
  const { organisation, isOneOfSeveral, toAnswer, going, waiting, ...page } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.town
  return (
    <>
      <PageHeader
        title={organisation}
        lead={words.lead}
        breadcrumbs={isOneOfSeveral ? [{ href: '/organisations', label: words.several }] : []}
        action={
          <ButtonRow>
            <ButtonLink look="primary" href="#dates">
              {words.enrol}
            </ButtonLink>
            <ButtonLink href={`/organisations/${page.organisationId}/figures`}>
              {t.townFigures.open}
            </ButtonLink>
          </ButtonRow>
        }
      />
      {page.done && (
        <Notice kind="success" title={t.approval.rule.saved} answer>
          {page.asked > 0 && t.approval.rule.savedAsked(page.asked)}
        </Notice>
      )}
      <Section title={words.toAnswer}>
        <TownEnrolments caption={words.toAnswer} rows={toAnswer} empty={words.nothingToAnswer} />
      </Section>
      <Section title={words.going}>
        <TownEnrolments caption={words.going} rows={going} empty={words.nobodyGoing} />
      </Section>
      {waiting.length > 0 && (
        <Section title={words.waiting}>
          <TownEnrolments caption={words.waiting} rows={waiting} empty="" />
        </Section>
      )}
      <NotComing />
      <Section title={words.dates} id="dates" action={<AllDates />}>
        <TownDates dates={page.dates} />
      </Section>
      <Section title={words.colleagues}>
        <TownColleagues year={page.year} colleagues={page.colleagues} />
      </Section>
      <Blocked />
      <Rule />
      <TownExport organisationId={page.organisationId} former={page.former} />
    </>
  )
}

function AllDates() {
  const { town } = useMessages()
  return (
    <ButtonLink look="quiet" href="/workshops">
      {town.allDates}
    </ButtonLink>
  )
}

/** The answers to what the officer has asked; they fold away, for they are nobody's record. */
function NotComing() {
  const { notComing } = useLoaderData<typeof loader>()
  const { town } = useMessages()
  if (notComing.length === 0) return null
  return (
    <Section title={town.notComing}>
      <Disclosure summary={town.notComingCount(notComing.length)}>
        <div className="stack">
          <p>{town.notComingExplained}</p>
          <TownEnrolments caption={town.notComing} rows={notComing} empty="" />
        </div>
      </Disclosure>
    </Section>
  )
}

function Blocked() {
  const { organisationId, organisation, blocked } = useLoaderData<typeof loader>()
  const { blockedPeriod } = useMessages()
  return (
    <Section title={blockedPeriod.title}>
      <BlockedPeriods organisation={organisation} periods={blocked} />
      <ButtonRow>
        <ButtonLink href={`/organisations/${organisationId}/blocked-periods`}>
          {blockedPeriod.change}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}

function Rule() {
  const { organisationId, rule } = useLoaderData<typeof loader>()
  const { approval } = useMessages()
  return (
    <Section title={approval.rule.title}>
      <p>{approval.rule.now(rule.kind, rule.approver)}</p>
      <ButtonRow>
        <ButtonLink href={`/organisations/${organisationId}/approval`}>{approval.rule.change}</ButtonLink>
      </ButtonRow>
    </Section>
  )
}
