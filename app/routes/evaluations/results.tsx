import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/policy.ts'
import { compareReleases, endedItems } from '#app/domain/comparison.ts'
import { isShipped, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import { permit, requireActor, type SignedInActor } from '#app/http/actor.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { MeasureTable } from '#app/ui/measure.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/questionnaire-fields.tsx'
import { ReleaseComparison } from '#app/ui/release-comparison.tsx'
import { GroupFigures } from '#app/ui/release-figures.tsx'
import { ReleasedRemarks } from '#app/ui/release-remarks.tsx'
import { ReleaseSections } from '#app/ui/release-sections.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { ownTitle, pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { getRound, type RoundView } from '#db/evaluations.ts'
import { listMeasures } from '#db/measures.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { getEarlierRelease, getRelease, withoutTexts } from '#db/releases.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t, locale) => t.release.title(page ? ownTitle(page.round, locale) : ''))

/** Reads the released figures and nothing else; until there are any, this page is not there for anybody. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const round = found(await getRound(context.db, idFrom(params.roundId), new Date()))
  permit(actor, 'evaluation:results', round)
  const readsTexts = can(actor, 'evaluation:texts', round)
  const figures = withoutTexts(found(await getRelease(context.db, round.id)), readsTexts)
  const { key, hash, questionnaire } = found(await versionByHash(context.db, round.questionnaireHash))
  const { id, titleDe, titleEn, kind } = round
  const comparison = await compared(context.db, actor, round, { release: figures.release, questionnaire })
  return {
    round: { id, titleDe, titleEn, kind },
    ...figures,
    comparison,
    measures: await listMeasures(context.db, id),
    edits: can(actor, 'measure:edit'),
    readsTexts,
    key,
    hash,
    questionnaire,
  }
}

type Now = { release: Release; questionnaire: Questionnaire }

/** What was released of the round before, where its results may be seen too, beside what is released now. */
async function compared(db: Db, actor: SignedInActor, round: RoundView, now: Now) {
  const earlier = await getEarlierRelease(db, round)
  const earlierRound = earlier && (await getRound(db, earlier.id, new Date()))
  if (!earlier?.unchanged || !earlierRound || !can(actor, 'evaluation:results', earlierRound)) return null
  const version = await versionByHash(db, earlier.questionnaireHash)
  if (!version) return null
  const { id, title, closesOn, release } = earlier
  const before = { release, questionnaire: version.questionnaire }
  const ended = endedItems(now.questionnaire, before.questionnaire)
  return { earlier: { id, title, closesOn }, compared: compareReleases(now, before), ended }
}

export default function ResultsPage() {
  const { round, release, unchanged, questionnaire, readsTexts, comparison } = useLoaderData<typeof loader>()
  const t = useMessages()
  const title = useRoundTitle()(round)
  return (
    <>
      <PageHeader
        title={t.release.title(title)}
        lead={t.release.lead(release.turnout.used, release.turnout.invited)}
        breadcrumbs={[
          { href: '/evaluations', label: t.round.list.title },
          { href: `/evaluations/${round.id}`, label: title },
        ]}
      />
      {!unchanged && <Notice kind="danger" title={t.release.changed} />}
      {!!release.paperForms && <p className="measure">{t.release.paperForms(release.paperForms)}</p>}
      <ReleaseSections release={release} questionnaire={questionnaire} />
      <GroupFigures release={release} questionnaire={questionnaire} />
      {readsTexts ? (
        <ReleasedRemarks release={release} questionnaire={questionnaire} />
      ) : (
        <p className="muted">{t.release.remarksOfOthers}</p>
      )}
      <Outcome />
      {comparison && <ReleaseComparison {...comparison} />}
      <Files />
      <Provenance />
    </>
  )
}

/** What came of it: the reason to answer again next time. */
function Outcome() {
  const { round, measures, edits } = useLoaderData<typeof loader>()
  const { measure } = useMessages()
  return (
    <Section title={measure.title}>
      {measures.length > 0 ? (
        <MeasureTable caption={measure.title} measures={measures} />
      ) : (
        <p>{measure.noneOfRound}</p>
      )}
      {edits && (
        <p>
          <ButtonLink href={`/evaluations/${round.id}/measures`}>{measure.edit}</ButtonLink>
        </p>
      )}
    </Section>
  )
}

function Files() {
  const { round } = useLoaderData<typeof loader>()
  const { release } = useMessages()
  const formats = ['csv', 'ods', 'json'] as const
  return (
    <Section title={release.files}>
      <p>{release.filesLead}</p>
      <ButtonRow>
        <ButtonLink look="primary" href={`/evaluations/${round.id}/results.pdf`}>
          {release.pdf}
        </ButtonLink>
        {formats.map((format) => (
          <ButtonLink key={format} href={`/evaluations/${round.id}/results/${format}`}>
            {release.fileOf[format]}
          </ButtonLink>
        ))}
      </ButtonRow>
    </Section>
  )
}

/** Where the figures come from, one click away. */
function Provenance() {
  const { release, sha256, unchanged, releasedAt, releasedBy, key, hash, questionnaire } =
    useLoaderData<typeof loader>()
  const t = useMessages()
  const say = useWords()
  const name = isShipped(key) ? t.questionnaire.name[key] : say(questionnaire.title)
  const words = t.release
  return (
    <div className="section">
      <Disclosure summary={words.method}>
        <DescriptionList
          facts={[
            { term: words.figures, value: unchanged ? `${words.frozen} ✓` : words.changed },
            { term: words.releasedAt, value: words.releasedBy(releasedBy, releasedAt) },
            { term: words.minimum, value: words.minimumOf(release.minimum) },
            { term: words.fingerprint, value: <code className="fingerprint">{sha256}</code> },
            {
              term: words.questionnaire,
              value: (
                <>
                  {name} <code className="fingerprint">{hash}</code>
                </>
              ),
            },
          ]}
        />
      </Disclosure>
    </div>
  )
}
