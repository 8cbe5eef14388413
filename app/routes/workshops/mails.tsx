import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seatsTaken } from '#app/domain/enrolment.ts'
import { can } from '#app/domain/policy.ts'
import { plannedMails, type PlannedMail } from '#app/domain/workshop-mail.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Moment } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listUnwrittenLists } from '#db/agenda.ts'
import { listStandings } from '#db/certificates.ts'
import type { Db } from '#db/client.server.ts'
import { listCurrent } from '#db/queue.ts'
import { getSettings, type Settings } from '#db/settings.ts'
import { isAskedLater, listApprovalDates, listSentMails } from '#db/workshop-mails.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.workshopMail.title)

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'workshop:mails', workshop)
  const settings = await getSettings(db)
  const now = new Date()
  const { id, titleDe, titleEn, calledOffAt } = workshop
  return {
    workshop: { id, titleDe, titleEn, isCalledOff: calledOffAt !== null },
    planned: plannedMails(await factsOf(db, workshop, settings, now), settings, now),
    remindersOff: !settings.remindThreeDaysBefore && !settings.remindDayBefore,
    sent: await listSentMails(db, id),
    seesOutbox: can(actor, 'outbox:read'),
  }
}

async function factsOf(db: Db, workshop: Workshop, settings: Settings, now: Date) {
  const { id, trainerIds } = workshop
  const current = await listCurrent(db, id)
  const lists = await listUnwrittenLists(db, null, now)
  const standings = await listStandings(db, { workshopId: id }, settings.certificateOverPercent)
  return {
    ...workshop,
    trainers: trainerIds.length,
    confirmed: current.filter(({ status }) => status === 'confirmed').length,
    taken: seatsTaken(current),
    offers: current.flatMap(({ offerUntil }) => offerUntil ?? []),
    approvals: await listApprovalDates(db, id),
    unwritten: lists.map(({ meetingId }) => meetingId),
    asksLater: await isAskedLater(db, id),
    certificatesOpen: standings.some(({ standing }) => standing === 'open' || standing === 'earned'),
  }
}

export default function WorkshopMailsPage() {
  const { workshop, remindersOff, seesOutbox } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.workshopMail
  const title = pick(useLocale(), workshop.titleDe, workshop.titleEn)
  return (
    <>
      <PageHeader
        title={words.title}
        lead={title}
        breadcrumbs={[
          { href: '/workshops', label: t.workshop.list.title },
          { href: `/workshops/${workshop.id}`, label: title },
        ]}
      />
      <Section title={words.toCome}>
        <p>{words.lead}</p>
        <Planned />
        {remindersOff && !workshop.isCalledOff && <p>{words.remindersOff}</p>}
        {!workshop.isCalledOff && <p className="muted">{words.atOnce}</p>}
      </Section>
      <Section
        title={words.sent}
        action={
          seesOutbox && (
            <ButtonLink look="quiet" href="/admin/outbox">
              {words.toOutbox}
            </ButtonLink>
          )
        }
      >
        <p>{words.sentLead}</p>
        <Sent />
      </Section>
    </>
  )
}

function Planned() {
  const { workshop, planned } = useLoaderData<typeof loader>()
  const words = useMessages().workshopMail
  return (
    <DataTable
      caption={words.toCome}
      rows={planned}
      rowKey={({ kind, at }) => `${kind} ${at?.toISOString() ?? ''}`}
      empty={<Empty>{workshop.isCalledOff ? words.calledOff : words.noneToCome}</Empty>}
      columns={[
        {
          key: 'what',
          header: words.what,
          rowHeader: true,
          cell: ({ kind }) => words.planned[kind].title,
        },
        {
          key: 'when',
          header: words.when,
          cell: ({ kind, at }) => (at ? <Moment value={at} /> : words.planned[kind].when),
        },
        {
          key: 'to',
          header: words.to,
          cell: ({ kind, count }) =>
            count === null
              ? words.planned[kind].to
              : `${words.planned[kind].to}: ${isOfRequests(kind) ? words.requests(count) : words.now(count)}`,
        },
      ]}
    />
  )
}

const isOfRequests = (kind: PlannedMail['kind']) => kind === 'approval-reminder' || kind === 'approval-ends'

function Sent() {
  const { sent } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.workshopMail
  return (
    <DataTable
      caption={words.sent}
      rows={sent}
      rowKey={({ kind }) => kind}
      empty={<Empty>{words.noneSent}</Empty>}
      columns={[
        { key: 'kind', header: words.kind, rowHeader: true, cell: ({ kind }) => t.outbox.kind[kind] },
        { key: 'count', header: words.count, numeric: true, cell: ({ count }) => count },
        { key: 'delivered', header: words.delivered, numeric: true, cell: ({ delivered }) => delivered },
        { key: 'held', header: words.held, numeric: true, cell: ({ held }) => held },
        { key: 'failed', header: words.failed, numeric: true, cell: ({ failed }) => failed },
        { key: 'last', header: words.last, cell: ({ last }) => <Moment value={last} /> },
      ]}
    />
  )
}
