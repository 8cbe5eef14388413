import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { inGroups } from '#app/domain/certificate-code.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { originOf } from '#app/http/origin.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { CertificateFacts } from '#app/ui/certificate.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { issueCertificates } from '#db/certificate-issue.ts'
import { getCertificate, listHistory } from '#db/certificates.ts'
import { listTrainers } from '#db/trainers.ts'
import { isWorkshop } from '#db/workshops.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => page?.content.title ?? t.certificate.show.title)

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const certificate = found(await getCertificate(db, idFrom(params.certificateId)))
  const { id, personId, workshopId, content, revocation } = certificate
  const trainers = await listTrainers(db, [workshopId])
  permit(actor, 'certificate:read', { personId, trainerIds: trainers.map((trainer) => trainer.id) })
  const history = await listHistory(db, certificate.enrolmentId)
  const isLast = history.at(-1)?.id === id
  const mayRevoke = can(actor, 'certificate:revoke')
  return {
    ...{ id, content, history },
    revocation: revocation && { ...revocation, on: dayOf(revocation.at) },
    isOwn: personId === actor.id,
    workshopId: personId === actor.id ? null : workshopId,
    mayRevoke: mayRevoke && !revocation,
    mayIssueAgain: mayRevoke && isLast && revocation?.kind === 'withdrawn',
    done: new URL(request.url).searchParams.get('done'),
  }
}

/** Issues once more what was revoked for a reason that has gone. */
export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'certificate:revoke')
  const { workshopId, enrolmentId } = found(await getCertificate(db, idFrom(params.certificateId)))
  if (!(await isWorkshop(db, workshopId))) return data({ refused: true }, 409)
  const verifyAt = `${originOf(context, request)}/verify`
  const wish = { workshopId, by: actor.id, verifyAt, again: enrolmentId }
  const result = await issueCertificates(db, wish, new Date())
  if (!result.ok) return data({ refused: true }, 409)
  const last = (await listHistory(db, enrolmentId)).at(-1)
  return redirect(`/certificates/${last?.id ?? ''}?done=again`)
}

export default function CertificatePage() {
  const { id, content, revocation, isOwn, workshopId, mayRevoke, mayIssueAgain, done } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { certificate } = useMessages()
  const { show, own, workshop } = certificate
  const back = isOwn
    ? { href: '/certificates', label: own.title }
    : { href: `/workshops/${workshopId}/certificates`, label: workshop.title }
  return (
    <div className="measure stack">
      <PageHeader
        title={content.title}
        lead={certificate.document.title}
        breadcrumbs={[back]}
        badge={
          <Badge kind={revocation ? 'danger' : 'success'}>{revocation ? show.revoked : show.valid}</Badge>
        }
      />
      {done === 'again' && <Notice kind="success" title={show.againDone} answer />}
      {answer?.refused && <Notice kind="danger" title={show.againRefused} answer />}
      {revocation && (
        <Notice kind="danger" title={show.revokedTitle(revocation.on)}>
          {show.reason}: {certificate.reasonOf(revocation.kind, revocation.reason)}
        </Notice>
      )}
      <ButtonRow>
        <ButtonLink look={revocation ? 'secondary' : 'primary'} href={`/certificates/${id}/certificate.pdf`}>
          {show.download}
        </ButtonLink>
        <ButtonLink href={`/verify/${inGroups(content.code)}`}>{show.check}</ButtonLink>
        {mayRevoke && <ButtonLink href={`/certificates/${id}/revoke`}>{show.revoke}</ButtonLink>}
      </ButtonRow>
      {mayIssueAgain && (
        <>
          <p>{show.againText}</p>
          <PostButton>{show.again}</PostButton>
        </>
      )}
      <CertificateFacts content={content} />
      <History />
    </div>
  )
}

/** What became of it: every certificate of this enrolment, and why one took the place of another. */
function History() {
  const { history } = useLoaderData<typeof loader>()
  const { certificate } = useMessages()
  const locale = useLocale()
  const { show } = certificate
  const when = (instant: Date) => formatDateTime(instant, locale)
  return (
    <Section title={show.history}>
      <ul>
        {history.map((line) => (
          <li key={line.id}>
            <a href={`/certificates/${line.id}`}>
              <code>{inGroups(line.code)}</code>
            </a>
            <ul className="plain-list">
              <li>{show.historyIssued(when(line.issuedAt), line.issuedBy, line)}</li>
              {line.revocation && (
                <li>
                  {show.historyRevoked(
                    when(line.revocation.at),
                    line.revocation.by,
                    certificate.reasonOf(line.revocation.kind, line.revocation.reason),
                  )}
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
