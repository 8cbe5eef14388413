import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isLinkOpen } from '#app/domain/workshop.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { offerView } from '#app/http/decision.server.ts'
import { countMaterials } from '#app/http/materials.server.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Offer, type OfferView } from '#app/ui/my-place.tsx'
import type { ApprovalView } from '#app/ui/own-approval.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { WorkshopDates } from '#app/ui/workshop.tsx'
import { listOpenApprovals } from '#db/approval-requests.ts'
import type { Db } from '#db/client.server.ts'
import { listMine, type MyEnrolment } from '#db/enrolment-lists.ts'
import { getWorkshops } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.enrolment.own.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'enrolment:mine')
  const now = new Date()
  const all = await listMine(context.db, actor.id)
  const mine = (status: MyEnrolment['status']) => all.filter((enrolment) => enrolment.status === status)
  const places = mine('confirmed')
  const approvals = await listOpenApprovals(context.db, { personId: actor.id })
  const materials = await countMaterials(context.db, places.map(placeOf), now)
  const asLine = (enrolment: MyEnrolment) => ({
    ...lineOf(enrolment, now),
    materials: materials.get(enrolment.workshopId) ?? 0,
  })
  const offered = mine('offered').filter(({ offerUntil }) => offerUntil !== null && offerUntil > now)
  const offers = await offersOf(context.db, actor.id, offered, now)
  const past = places.filter((enrolment) => enrolment.endsAt <= now).reverse()
  return {
    toAnswer: offered.map((enrolment) => ({ ...asLine(enrolment), offer: offers.get(enrolment.id) })),
    requested: mine('requested')
      .map(asLine)
      .map((line) => ({ ...line, approval: approvals.find(({ enrolmentId }) => enrolmentId === line.id) })),
    next: places.filter((enrolment) => enrolment.endsAt > now).map(asLine),
    waiting: mine('waiting')
      .filter((enrolment) => enrolment.startsAt > now)
      .map(asLine),
    past: past.map(asLine),
    severalOrganisations: new Set(all.map(({ organisation }) => organisation)).size > 1,
    units: places.reduce((sum, enrolment) => sum + (enrolment.units ?? 0), 0),
  }
}

/** The way into the video conference only for those who have a place in it, when it is time. */
function lineOf(enrolment: MyEnrolment, now: Date) {
  const { id, workshopId, titleDe, titleEn, startsAt, endsAt, place, organisation } = enrolment
  const { position, seat, units, unitsPlanned } = enrolment
  return {
    ...{ id, workshopId, titleDe, titleEn, startsAt, endsAt, place, organisation, units, unitsPlanned },
    ...{ position, seat, meetingCount: enrolment.meetings.length },
    onlineUrl: enrolment.status === 'confirmed' && isLinkOpen(enrolment, now) ? enrolment.onlineUrl : null,
  }
}

/** What is asked of somebody, and what they should know before they answer. */
async function offersOf(db: Db, personId: string, offered: readonly MyEnrolment[], now: Date) {
  const workshops = await getWorkshops(
    db,
    offered.map(({ workshopId }) => workshopId),
  )
  const offers = new Map<string, OfferView>()
  for (const { id, workshopId, offeredBy, ...enrolment } of offered) {
    const workshop = workshops.find((one) => one.id === workshopId)
    const offer = workshop && (await offerView(db, workshop, { ...enrolment, personId }, offeredBy, now))
    if (offer) offers.set(id, offer)
  }
  return offers
}

const placeOf = ({ workshopId, endsAt, units }: MyEnrolment) => ({
  workshopId,
  endsAt,
  hasAttended: (units ?? 0) > 0,
})

type Line = ReturnType<typeof lineOf> & {
  materials: number
  approval?: ApprovalView | undefined
  offer?: OfferView | undefined
}

export default function MyEnrolmentsPage() {
  const { toAnswer, requested, next, waiting, past } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { own } = t.enrolment
  return (
    <>
      <PageHeader
        title={own.title}
        action={
          <ButtonLink look={next.length === 0 ? 'primary' : 'secondary'} href="/workshops" icon="calendar">
            {own.find}
          </ButtonLink>
        }
      />
      <Dates title={own.toAnswer} lines={toAnswer} />
      <Dates title={own.next} lines={next} empty={own.nothingNext} />
      <Dates title={own.requested} lines={requested} />
      <Dates title={own.waiting} lines={waiting} />
      <p>
        <a href="/profile/calendar">{t.calendar.feed.link}</a>
      </p>
      <Past past={past} />
    </>
  )
}

/** Without words for it, an empty list is left out. */
function Dates({ title, lines, empty }: { title: string; lines: readonly Line[]; empty?: string }) {
  if (lines.length === 0 && !empty) return null
  return (
    <Section title={title}>
      {lines.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <CardList>
          {lines.map((line) => (
            <DateCard key={line.id} line={line} />
          ))}
        </CardList>
      )}
    </Section>
  )
}

function DateCard({ line }: { line: Line }) {
  const { severalOrganisations } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const t = useMessages()
  const { own, facts } = t.enrolment
  const { id, offer, position, seat, place, onlineUrl, approval } = line
  return (
    <Card
      title={pick(locale, line.titleDe, line.titleEn)}
      href={`/workshops/${line.workshopId}`}
      preline={<WorkshopDates {...line} />}
    >
      <p>{place ?? t.workshop.list.online}</p>
      {seat && <p>{t.queue.seat.mine[seat]}</p>}
      {onlineUrl && (
        <p>
          <a href={onlineUrl}>{facts.joinOnline}</a>
        </p>
      )}
      <ToMaterials line={line} />
      {severalOrganisations && <p className="muted">{own.forOrganisation(line.organisation)}</p>}
      {approval && <p>{t.approval.own.requestedShort(approval.approver, approval.decideUntil)}</p>}
      {position !== undefined && <p>{seat ? t.queue.seat.position(position) : own.position(position)}</p>}
      {offer && <Offer own={{ id }} offer={offer} />}
    </Card>
  )
}

function ToMaterials({ line: { workshopId, materials } }: { line: Line }) {
  const { material } = useMessages()
  if (materials === 0) return null
  return (
    <p>
      <a href={`/workshops/${workshopId}#materials`}>{material.count(materials)}</a>
    </p>
  )
}

function Past({ past }: { past: readonly Line[] }) {
  const { units } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { own } = t.enrolment
  return (
    <Section title={own.past}>
      {units > 0 && <p>{own.unitsAll(units)}</p>}
      <p>
        <a href="/certificates">{t.certificate.own.link}</a>
      </p>
      <DataTable
        caption={own.past}
        rows={past}
        rowKey={(line) => line.id}
        empty={<Empty>{own.nothingPast}</Empty>}
        columns={[
          {
            key: 'course',
            header: t.workshop.edit.course,
            rowHeader: true,
            cell: (line) => (
              <>
                <a href={`/workshops/${line.workshopId}`}>{pick(locale, line.titleDe, line.titleEn)}</a>
                <ToMaterials line={line} />
              </>
            ),
          },
          { key: 'when', header: t.workshop.when, cell: (line) => <WorkshopDates {...line} /> },
          {
            key: 'units',
            header: own.attended,
            cell: (line) => (
              <a href={`/enrolments/${line.id}`}>
                {line.units === null ? own.notRecorded : own.units(line.units, line.unitsPlanned)}
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}
