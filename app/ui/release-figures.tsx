// The released figures of a round. Whatever they hide is not in them; here they only get their words and pictures.

import { distribution, type DistributionStep } from '#app/charts/distribution.ts'
import { likert, type LikertRow } from '#app/charts/likert.ts'
import { STRATA } from '#app/domain/evaluation.ts'
import { OVERALL, TOPICS, type Questionnaire, type RatedItem } from '#app/domain/questionnaire.ts'
import { ratedItems, textItems } from '#app/domain/questionnaire.ts'
import type { Release, ReleasedItem } from '#app/domain/release.ts'
import { nonResponseBounds, RATINGS, type Figure } from '#app/domain/satisfaction.ts'
import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { SceneSvg } from '#app/ui/scene.tsx'
import { StatCard } from '#app/ui/stat-card.tsx'
import { DataTable } from '#app/ui/table.tsx'

type Released = { release: Release; questionnaire: Questionnaire }

/** Wide enough for five German words and their numbers; the screen scales it. */
const CHART_WIDTH = 560
const TEXT_SIZE = 12

/** "22 von 28", "78,6 %", or why there is no figure. */
function useShare(): (figure: Figure, minimum: number) => string {
  const locale = useLocale()
  const { evaluation, release } = useMessages()
  return (figure, minimum) => {
    if (figure.kind === 'full') return formatPercent(figure.satisfied / figure.responses, locale)
    if (figure.kind === 'words') return release.inWords(figure.satisfied, figure.responses)
    return figure.kind === 'no-data' ? evaluation.figure['no-data'] : release.tooFew(minimum)
  }
}

function itemOf(release: Release, key: string): ReleasedItem | undefined {
  return release.items.find((item) => item.key === key)
}

/** The overall question: the figure that the indicator takes, with everything needed to trust it. */
export function OverallFigure({ release, questionnaire }: Released) {
  const t = useMessages()
  const share = useShare()
  const item = itemOf(release, OVERALL)
  const question = ratedItems(questionnaire).find(({ key }) => key === OVERALL)
  const locale = useLocale()
  if (!item || !question) return null
  const { figure, noAnswer } = item
  const said = figure.kind === 'full' || figure.kind === 'words'
  return (
    <Section title={t.release.overall}>
      <p className="measure">{pick(locale, question.title.de, question.title.en)}</p>
      <div className="card-grid">
        <StatCard
          level={3}
          title={t.release.satisfied}
          value={share(figure, release.minimum)}
          sentence={said ? t.release.sentence(figure.satisfied, figure.responses) : t.release.noneOf}
        >
          <Certainty figure={figure} invited={release.turnout.invited} />
          {noAnswer !== null && noAnswer > 0 && <p>{t.evaluation.figure.noAnswer(noAnswer)}</p>}
          <p>{t.release.definition}</p>
        </StatCard>
      </div>
      {figure.kind === 'words' && <p className="muted">{t.release.fewHint}</p>}
      {figure.kind === 'full' && <Distribution figure={figure} question={question} />}
    </Section>
  )
}

/** What chance and silence could have done to a share. */
function Certainty({ figure, invited }: { figure: Figure; invited: number }) {
  const { evaluation, release } = useMessages()
  if (figure.kind !== 'full') return null
  const bounds = nonResponseBounds(figure.satisfied, figure.responses, invited)
  return (
    <>
      <p>
        {figure.interval
          ? release.interval(figure.interval.low, figure.interval.high)
          : evaluation.figure.fullCount}
      </p>
      {figure.interval && <p>{release.bounds(bounds.low, bounds.high)}</p>}
    </>
  )
}

function Distribution({
  figure,
  question,
}: {
  figure: Extract<Figure, { kind: 'full' }>
  question: RatedItem
}) {
  const t = useMessages()
  const locale = useLocale()
  const steps = RATINGS.map((rating): DistributionStep => {
    const label = question.options.find(({ value }) => value === rating)?.label
    const count = figure.distribution[rating]
    const share = formatPercent(count / figure.responses, locale)
    return {
      name: label ? pick(locale, label.de, label.en) : t.evaluation.scale[rating],
      count,
      label: `${formatNumber(count, locale)} (${share})`,
      counted: rating >= 4,
    }
  })
  const scene = distribution({
    steps,
    empty: t.evaluation.figure['no-data'],
    width: CHART_WIDTH,
    textSize: TEXT_SIZE,
  })
  return (
    <div className="chart-with-table">
      <SceneSvg
        scene={scene}
        title={t.release.overallChart}
        description={t.release.sentence(figure.satisfied, figure.responses)}
      />
      <DataTable
        caption={t.release.overallChart}
        rows={steps}
        rowKey={({ name }) => name}
        columns={[
          { key: 'answer', header: t.release.answer, rowHeader: true, cell: ({ name }) => name },
          {
            key: 'count',
            header: t.release.count,
            numeric: true,
            cell: ({ count }) => formatNumber(count, locale),
          },
          {
            key: 'share',
            header: t.release.share,
            numeric: true,
            cell: ({ count }) => formatPercent(count / figure.responses, locale),
          },
        ]}
      />
    </div>
  )
}

type Topic = ReleasedItem & { name: string }

/** The rows of the topic matrix: one bar each, and the table with the same figures. */
export function TopicFigures({ release, questionnaire }: Released) {
  const t = useMessages()
  const locale = useLocale()
  const share = useShare()
  const topics = ratedItems(questionnaire).flatMap(({ key, title }): Topic[] => {
    const item = key.startsWith(`${TOPICS}.`) ? itemOf(release, key) : undefined
    return item ? [{ ...item, name: pick(locale, title.de, title.en) }] : []
  })
  if (topics.length === 0) return null
  const rows = topics.map(({ name, figure }): LikertRow => {
    const parts =
      figure.kind === 'full'
        ? [...RATINGS].reverse().map((rating) => {
            const part = figure.distribution[rating] / figure.responses
            return { share: part, label: formatPercent(part, locale, 0) }
          })
        : null
    const n = 'responses' in figure ? t.release.n(figure.responses) : ''
    return { name, note: n, parts, message: share(figure, release.minimum) }
  })
  const scene = likert({
    rows,
    steps: [...RATINGS].reverse().map((rating) => t.evaluation.scale[rating]),
    empty: t.evaluation.figure['no-data'],
    width: CHART_WIDTH * 1.3,
    textSize: TEXT_SIZE,
  })
  return (
    <Section title={t.release.topics}>
      <SceneSvg
        scene={scene}
        title={t.release.topicsChart}
        description={topics
          .map(({ name, figure }) => `${name}: ${share(figure, release.minimum)}.`)
          .join(' ')}
      />
      <TopicTable topics={topics} minimum={release.minimum} />
    </Section>
  )
}

function TopicTable({ topics, minimum }: { topics: readonly Topic[]; minimum: number }) {
  const t = useMessages()
  const locale = useLocale()
  const share = useShare()
  return (
    <DataTable
      caption={t.release.topics}
      rows={topics}
      rowKey={({ key }) => key}
      columns={[
        { key: 'topic', header: t.release.topic, rowHeader: true, cell: ({ name }) => name },
        {
          key: 'share',
          header: t.release.satisfiedShort,
          numeric: true,
          cell: ({ figure }) => share(figure, minimum),
        },
        {
          key: 'responses',
          header: t.release.responses,
          numeric: true,
          cell: ({ figure }) => ('responses' in figure ? formatNumber(figure.responses, locale) : '–'),
        },
        {
          key: 'noAnswer',
          header: t.release.noAnswer,
          numeric: true,
          cell: ({ noAnswer }) => (noAnswer === null ? '–' : formatNumber(noAnswer, locale)),
        },
      ]}
    />
  )
}

/** IT specialists and users apart, where that names nobody. */
export function GroupFigures({ release }: { release: Release }) {
  const t = useMessages()
  const share = useShare()
  const { turnoutApart } = release
  const apart = itemOf(release, OVERALL)?.apart
  if (!turnoutApart && !apart) return <p className="muted">{t.evaluation.figure.notApart}</p>
  return (
    <Section title={t.release.groups}>
      <DataTable
        caption={t.release.groups}
        rows={STRATA}
        rowKey={(stratum) => stratum}
        columns={[
          {
            key: 'group',
            header: t.release.group,
            rowHeader: true,
            cell: (stratum) => t.evaluation.stratum[stratum],
          },
          {
            key: 'turnout',
            header: t.release.turnout,
            numeric: true,
            cell: (stratum) =>
              turnoutApart
                ? t.release.turnoutOf(turnoutApart[stratum].used, turnoutApart[stratum].invited)
                : '–',
          },
          {
            key: 'share',
            header: t.release.satisfied,
            numeric: true,
            cell: (stratum) => (apart ? share(apart[stratum], release.minimum) : '–'),
          },
        ]}
      />
      {!apart && <p className="muted">{t.evaluation.figure.notApart}</p>}
    </Section>
  )
}

/** What people wrote, question by question. */
export function ReleasedRemarks({ release, questionnaire }: Released) {
  const t = useMessages()
  const locale = useLocale()
  return (
    <Section title={t.release.remarks}>
      <p className="muted">{t.release.remarksLead}</p>
      {textItems(questionnaire).map(({ key, title }) => {
        const remarks = release.texts.find((texts) => texts.key === key)
        return (
          <Section key={key} title={pick(locale, title.de, title.en)} level={3}>
            {remarks?.texts ? (
              <ul className="remarks">
                {remarks.texts.map((text, place) => (
                  <li key={place}>
                    <blockquote className="remark">{text}</blockquote>
                  </li>
                ))}
              </ul>
            ) : (
              <p>
                {remarks && remarks.count > 0
                  ? t.evaluation.figure.textsHidden(remarks.count)
                  : t.release.noRemarks}
              </p>
            )}
          </Section>
        )
      })}
    </Section>
  )
}
