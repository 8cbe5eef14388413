import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found, wholeFrom } from '#app/http/responses.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Decisions } from '#app/ui/dashboard.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EvidenceLinks } from '#app/ui/evidence.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { ReportRemarks } from '#app/ui/report-remarks.tsx'
import { ReportFiles } from '#app/ui/report-files.tsx'
import { ReportState } from '#app/ui/report-state.tsx'
import { Day, Moment } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getSnapshot, listSnapshots, releaseSnapshot, verifySnapshots } from '#db/snapshots.ts'
import { frozenDashboard } from '#reports/dashboard.ts'
import { readElsewhere, remarksRead } from '#reports/reading/remarks.ts'
import { summary } from '#reports/reading/summary.ts'
import { wordsIn } from '#reports/words.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => t.snapshot.one(page?.number ?? 0))

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const snapshot = found(await getSnapshot(db, wholeFrom(params.number)))
  const { number, cutOff, releasedAt, sha256, previousSha256, applicationVersion } = snapshot
  const fault = (await verifySnapshots(db)).find((one) => one.number === number)?.fault ?? null
  const done = new URL(request.url).searchParams.get('done')
  const { corrects, correctionReason } = snapshot
  const entry = found((await listSnapshots(db)).find((one) => one.number === number))
  const { correctedBy, supersededBy } = entry
  const facts = {
    ...{ number, cutOff, releasedAt, sha256, previousSha256, applicationVersion },
    ...{ corrects, correctionReason, correctedBy, supersededBy },
  }
  const report = snapshot.data
  const reading = report && { data: report, locale: actor.locale, words: wordsIn(actor.locale) }
  const remarks = reading && { told: remarksRead(reading), elsewhere: readElsewhere(reading) }
  const shown = report && frozenDashboard(report, actor.locale)
  const behind = shown && {
    decisions: shown.decisions,
    evidence: [
      ...shown.targets.evidence,
      ...(shown.accompanying?.notes ?? []).map(({ evidence }) => evidence),
    ],
  }
  return { ...facts, isIntact: report !== null, withheld: snapshot.withheld, remarks, behind, fault, done }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const number = wholeFrom(params.number)
  permit(actor, 'snapshot:release')
  const figures = (await getSnapshot(db, number))?.data
  const position = figures ? { de: positionIn(figures, 'de'), en: positionIn(figures, 'en') } : {}
  const result = await releaseSnapshot(db, { number, by: actor.id, position }, new Date())
  if (!result.ok) return data({ refusal: result.refusal }, result.refusal === 'unknown' ? 404 : 409)
  return redirect(`/reports/${number}?done=release`)
}

/** Where we stand, as the brief says it, for the mail to the committee. */
function positionIn(data: ReportFigures, locale: Locale): string {
  return summary({ data, locale, words: wordsIn(locale) }, '').join('\n\n')
}

export default function ReportPage() {
  const { number, cutOff, releasedAt, isIntact, correctedBy, supersededBy } = useLoaderData<typeof loader>()
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
        badge={<ReportState {...{ releasedAt, correctedBy, supersededBy }} />}
        action={
          isIntact && (
            <ButtonRow>
              <ButtonLink look="primary" icon="download" href={`/reports/${number}/steering-committee.pdf`}>
                {t.snapshot.pdf}
              </ButtonLink>
              <ButtonLink icon="download" href={`/reports/${number}/passports.pdf`}>
                {t.passport.download}
              </ButtonLink>
              <ButtonLink href={`/indicators?report=${number}`}>{t.snapshot.dashboard}</ButtonLink>
            </ButtonRow>
          )
        }
      />
      <State />
      <Correction />
      <Release />
      <Remarks />
      {isIntact && <Files />}
      <Behind />
      <Proof />
      {releasedAt && isIntact && correctedBy === null && (
        <Allowed to="snapshot:prepare">
          <ButtonLink look="quiet" href={`/reports/${number}/correction`}>
            {t.snapshot.correction.open}
          </ButtonLink>
        </Allowed>
      )}
    </>
  )
}

function State() {
  const { number, releasedAt, withheld, fault, done, supersededBy } = useLoaderData<typeof loader>()
  const t = useMessages()
  const waits = !releasedAt && supersededBy === null && withheld === null
  return (
    <>
      {fault && <Notice kind="danger" title={t.snapshot.fault[fault]} />}
      {withheld === 'fewer-readers' && (
        <Notice kind="danger" title={t.indicator.withheldTitle(number)}>
          <p>{t.indicator.withheld[withheld]}</p>
        </Notice>
      )}
      {done === 'prepare' && <Notice kind="success" title={t.snapshot.prepareDone} answer />}
      {done === 'release' && <Notice kind="success" title={t.snapshot.releaseDone} answer />}
      {waits && done !== 'prepare' && <Notice kind="info" title={t.snapshot.waiting} />}
      {supersededBy !== null && (
        <Notice kind="warning" title={t.snapshot.supersededTitle(supersededBy)}>
          <p>{t.snapshot.supersededLead}</p>
          <a href={`/reports/${supersededBy}`}>{t.snapshot.toOther(supersededBy)}</a>
        </Notice>
      )}
    </>
  )
}

/** Whoever has the old one in hand learns it first, and whoever reads the new one learns why. */
function Correction() {
  const { corrects, correctionReason, correctedBy } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <>
      {correctedBy !== null && (
        <Notice kind="warning" title={t.snapshot.correctedTitle(correctedBy)}>
          <p>{t.snapshot.correctedLead}</p>
          <a href={`/reports/${correctedBy}`}>{t.snapshot.toOther(correctedBy)}</a>
        </Notice>
      )}
      {corrects !== null && (
        <Notice kind="info" title={t.snapshot.correctionOf(corrects)}>
          <p>{t.snapshot.reasonGiven(correctionReason ?? '')}</p>
          <a href={`/reports/${corrects}`}>{t.snapshot.toOther(corrects)}</a>
        </Notice>
      )}
    </>
  )
}

/** Whoever opens this page reads the report, and what people wrote for its readers. */
function Remarks() {
  const { remarks } = useLoaderData<typeof loader>()
  if (remarks?.told) return <ReportRemarks {...remarks.told} />
  return remarks?.elsewhere ? <p className="muted">{remarks.elsewhere}</p> : null
}

/** What is to be resolved, with where that is done, and what stands behind the numbers. */
function Behind() {
  const { behind } = useLoaderData<typeof loader>()
  const t = useMessages()
  if (!behind) return null
  return (
    <>
      <Decisions decisions={behind.decisions} number={null} />
      <Section title={t.evidence.all}>
        <EvidenceLinks links={behind.evidence} />
      </Section>
    </>
  )
}

function Files() {
  const { number } = useLoaderData<typeof loader>()
  const t = useMessages()
  const other = useLocale() === 'de' ? 'en' : 'de'
  return (
    <Section title={t.snapshot.download}>
      <ReportFiles number={number}>
        <li>
          <a href={`/reports/${number}/steering-committee.pdf?lang=${other}`} lang={other} hrefLang={other}>
            {t.snapshot.pdfOther}
          </a>
        </li>
      </ReportFiles>
    </Section>
  )
}

function Release() {
  const { number, releasedAt, isIntact, supersededBy } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const t = useMessages()
  if (releasedAt || !isIntact || supersededBy !== null) return null
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
