import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found, wholeFrom } from '#app/http/responses.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { Day, Moment } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getSnapshot, releaseSnapshot, verifySnapshots } from '#db/snapshots.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => t.snapshot.one(page?.number ?? 0))

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'report:download')
  const snapshot = found(await getSnapshot(db, wholeFrom(params.number)))
  const { number, cutOff, releasedAt, sha256, previousSha256, applicationVersion } = snapshot
  const fault = (await verifySnapshots(db)).find((one) => one.number === number)?.fault ?? null
  const done = new URL(request.url).searchParams.get('done')
  const facts = { number, cutOff, releasedAt, sha256, previousSha256, applicationVersion }
  return { ...facts, isIntact: snapshot.data !== null, fault, done }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const number = wholeFrom(params.number)
  permit(actor, 'snapshot:release')
  const result = await releaseSnapshot(db, { number, by: actor.id }, new Date())
  if (!result.ok) return data({ refusal: result.refusal }, result.refusal === 'unknown' ? 404 : 409)
  return redirect(`/reports/${number}?done=release`)
}

export default function ReportPage() {
  const { number, cutOff, releasedAt, isIntact, fault, done } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t.snapshot.one(number)}
        lead={
          <>
            {t.snapshot.cutOff}: <Day value={cutOff} />
          </>
        }
        breadcrumbs={[{ href: '/reports', label: t.snapshot.title }]}
        badge={
          releasedAt ? (
            <Badge kind="success">{t.snapshot.released}</Badge>
          ) : (
            <Badge kind="info">{t.snapshot.prepared}</Badge>
          )
        }
        action={
          isIntact && (
            <ButtonRow>
              <ButtonLink look="primary" icon="download" href={`/reports/${number}/steering-committee.pdf`}>
                {t.snapshot.pdf}
              </ButtonLink>
              <ButtonLink href={`/indicators?report=${number}`}>{t.snapshot.dashboard}</ButtonLink>
            </ButtonRow>
          )
        }
      />
      {fault && <Notice kind="danger" title={t.snapshot.fault[fault]} />}
      {done === 'prepare' && <Notice kind="success" title={t.snapshot.prepareDone} answer />}
      {done === 'release' && <Notice kind="success" title={t.snapshot.releaseDone} answer />}
      {!releasedAt && done !== 'prepare' && <Notice kind="info" title={t.snapshot.waiting} />}
      <Release />
      {isIntact && <Files />}
      <Proof />
    </>
  )
}

function Files() {
  const { number } = useLoaderData<typeof loader>()
  const t = useMessages()
  const other = useLocale() === 'de' ? 'en' : 'de'
  return (
    <Section title={t.snapshot.files}>
      <ul>
        <li>
          <a href={`/reports/${number}/indicators.csv`}>{t.snapshot.csv}</a>
        </li>
        <li>
          <a href={`/reports/${number}/indicators.json`}>{t.snapshot.json}</a>
        </li>
        <li>
          <a href={`/reports/${number}/steering-committee.pdf?lang=${other}`} lang={other} hrefLang={other}>
            {t.snapshot.pdfOther}
          </a>
        </li>
      </ul>
    </Section>
  )
}

function Release() {
  const { number, releasedAt, isIntact } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const t = useMessages()
  if (releasedAt || !isIntact) return null
  return (
    <Allowed to="snapshot:release">
      <Section title={t.snapshot.releaseTitle}>
        <Confirm
          consequence={t.snapshot.releaseConsequence}
          confirm={t.snapshot.release}
          back={{ href: `/indicators?report=${number}`, label: t.snapshot.dashboard }}
          refusal={refusal && t.snapshot.releaseRefusal[refusal]}
        />
      </Section>
    </Allowed>
  )
}

function Proof() {
  const { sha256, previousSha256, applicationVersion, releasedAt, fault } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <Section title={t.snapshot.proof}>
      <div className="stack">
        {!fault && (
          <p>
            <Badge kind="success">{t.snapshot.unchanged}</Badge>
          </p>
        )}
        <Disclosure summary={t.common.details}>
          <p>{t.snapshot.proofLead}</p>
          <DescriptionList
            facts={[
              { term: t.snapshot.sha256, value: <code>{sha256}</code> },
              {
                term: t.snapshot.previous,
                value: previousSha256 ? <code>{previousSha256}</code> : t.snapshot.first,
              },
              { term: t.snapshot.version, value: applicationVersion },
              {
                term: t.snapshot.releasedAt,
                value: releasedAt ? <Moment value={releasedAt} /> : undefined,
              },
            ]}
          />
        </Disclosure>
      </div>
    </Section>
  )
}
