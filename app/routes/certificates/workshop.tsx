import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { unissuableBecause, type Standing } from '#app/domain/certificate.ts'
import { displayName } from '#app/domain/person.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { originOf } from '#app/http/origin.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { formatList, formatShortDay } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { PostButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice, type NoticeKind } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { WorkshopDates } from '#app/ui/workshop.tsx'
import { issueCertificates } from '#db/certificate-issue.ts'
import { listStandings, type CertificateLine } from '#db/certificates.ts'
import { getSettings } from '#db/settings.ts'
import { getWorkshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.certificate.workshop.title)

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'certificate:issue', workshop)
  const { certificateOverPercent: overPercent } = await getSettings(db)
  const lines = await listStandings(db, { workshopId: workshop.id }, overPercent)
  const done = new URL(request.url).searchParams.get('issued')
  const { id, titleDe, titleEn, startsAt, endsAt, meetings } = workshop
  return {
    workshop: { id, titleDe, titleEn, startsAt, endsAt, meetingCount: meetings.length },
    meetings: meetings.map((meeting) => ({ id: meeting.id, startsAt: meeting.startsAt })),
    closed: unissuableBecause(workshop, new Date()),
    overPercent,
    lines: lines.map(lineOf),
    done: done !== null && /^\d{1,4}$/.test(done) ? Number(done) : null,
  }
}

function lineOf(line: CertificateLine) {
  const { enrolmentId, organisation, unitsAttended, unitsPlanned, standing, last } = line
  const certificateId = last?.id ?? null
  return {
    enrolmentId,
    name: displayName(line),
    organisation,
    unitsAttended,
    unitsPlanned,
    standing,
    certificateId,
  }
}

type Line = ReturnType<typeof lineOf>

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'certificate:issue', workshop)
  const verifyAt = `${originOf(context, request)}/verify`
  const result = await issueCertificates(db, { workshopId: workshop.id, by: actor.id, verifyAt }, new Date())
  if (!result.ok) return data({ refusal: result.refusal }, 409)
  return redirect(`/workshops/${workshop.id}/certificates?issued=${result.issued}`)
}

export default function WorkshopCertificatesPage() {
  const { workshop, closed, lines, overPercent, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { certificate } = useMessages()
  const title = pick(useLocale(), workshop.titleDe, workshop.titleEn)
  const words = certificate.workshop
  return (
    <>
      <PageHeader
        title={words.title}
        lead={<WorkshopDates {...workshop} />}
        breadcrumbs={[{ href: `/workshops/${workshop.id}`, label: title }]}
      />
      {done !== null && !answer && (
        <Notice kind="success" title={words.done(done)} answer>
          {done > 0 && words.doneText}
        </Notice>
      )}
      {answer && answer.refusal !== closed && (
        <Notice kind="danger" title={certificate.refusal[answer.refusal]} answer />
      )}
      {closed && <Notice kind="info" title={certificate.refusal[closed]} />}
      {lines.length === 0 ? (
        <Empty>{words.nobody}</Empty>
      ) : (
        <div className="stack">
          <p className="measure">{words.rule(overPercent)}</p>
          {!closed && <Issue />}
          {!closed && <Open />}
          <List />
          <p className="measure muted">{words.privacy}</p>
        </div>
      )}
    </>
  )
}

const count = (lines: readonly Line[], standing: Standing) =>
  lines.filter((line) => line.standing === standing).length

/** The one button, with what it does; without anybody to certify there is none. */
function Issue() {
  const { lines } = useLoaderData<typeof loader>()
  const words = useMessages().certificate.workshop
  const [earned, tooLittle] = [count(lines, 'earned'), count(lines, 'too-little')]
  const isFirst = count(lines, 'issued') === 0
  if (earned === 0 && (tooLittle === 0 || !isFirst)) return null
  return (
    <div className="stack">
      <p>{words.consequence(earned, isFirst ? tooLittle : 0)}</p>
      <PostButton look="primary">{earned > 0 ? words.issue(earned) : words.tell}</PostButton>
    </div>
  )
}

/** Names who has to wait, and leads to the lists that are missing. */
function Open() {
  const { lines, meetings } = useLoaderData<typeof loader>()
  const words = useMessages().certificate.workshop
  const locale = useLocale()
  const names = lines.filter(({ standing }) => standing === 'open').map(({ name }) => name)
  if (names.length === 0) return null
  return (
    <Notice kind="warning" title={words.open(names.length)}>
      <p>{words.openText(formatList(names, locale))}</p>
      <ul className="plain-list">
        {meetings.map(({ id, startsAt }) => (
          <li key={id}>
            <a href={`/meetings/${id}/attendance`}>
              {words.rollCall(formatShortDay(dayOf(startsAt), locale))}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const kinds: Record<Standing, NoticeKind | 'plain'> = {
  issued: 'success',
  earned: 'info',
  open: 'warning',
  'too-little': 'plain',
  absent: 'plain',
  revoked: 'danger',
}

function List() {
  const { lines } = useLoaderData<typeof loader>()
  const { certificate } = useMessages()
  const words = certificate.workshop
  return (
    <Section title={words.list}>
      <DataTable
        caption={words.list}
        rows={lines}
        rowKey={(line) => line.enrolmentId}
        columns={[
          {
            key: 'name',
            header: words.person,
            rowHeader: true,
            cell: ({ name, certificateId }) =>
              certificateId ? <a href={`/certificates/${certificateId}`}>{name}</a> : name,
          },
          { key: 'organisation', header: words.organisation, cell: (line) => line.organisation },
          { key: 'units', header: words.attended, cell: (line) => certificate.attendedOf(line) },
          {
            key: 'state',
            header: words.state,
            cell: ({ standing }) => <Badge kind={kinds[standing]}>{certificate.standing[standing]}</Badge>,
          },
        ]}
      />
    </Section>
  )
}
