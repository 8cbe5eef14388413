// The released figures of a round. Whatever they hide is not in them; here they only get their words and pictures.

import { distribution, type DistributionStep } from '#app/charts/distribution.ts'
import { likert, type LikertRow } from '#app/charts/likert.ts'
import { STRATA } from '#app/domain/evaluation.ts'
import { OVERALL, TOPICS, type Questionnaire, type RatedItem } from '#app/domain/questionnaire.ts'
import { ratedItems, textItems } from '#app/domain/questionnaire.ts'
import type { Release, ReleasedItem } from '#app/domain/release.ts'
import { nonResponseBounds, RATINGS, wilsonInterval, type Figure as Rated } from '#app/domain/satisfaction.ts'
import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Figure } from '#app/ui/figure.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { StatCard } from '#app/ui/stat-card.tsx'
import { DataTable } from '#app/ui/table.tsx'

type Released = { release: Release; questionnaire: Questionnaire }

/** Narrow enough to be read on a phone, where it is drawn at four fifths of its size. */
const CHART_WIDTH = 400
const TEXT_SIZE = 12

/** "22 von 28", "78,6 %", or why there is no figure. */
export function useShare(): (figure: Rated) => string {
  const locale = useLocale()
  const { evaluation, release } = useMessages()
  return (figure) => {
    if (figure.kind === 'full') return formatPercent(figure.satisfied / figure.responses, locale)
    if (figure.kind === 'words') return release.inWords(figure.satisfied, figure.responses)
    return figure.kind === 'no-data' ? evaluation.figure['no-data'] : release.fewShort
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
  return (
    <Section title={t.release.overall}>
      <p className="measure">{pick(locale, question.title.de, question.title.en)}</p>
      <div className="figure-pair">
        <StatCard
          level={3}
          title={t.release.satisfied}
          value={share(figure)}
          sentence={
            'responses' in figure
              ? t.release.sentence(figure.satisfied, figure.responses)
              : figure.kind === 'no-data'
                ? t.release.noneOf
                : t.release.tooFew(release.minimum)
          }
        >
          <Certainty figure={figure} invited={release.turnout.invited} />
          {noAnswer !== null && noAnswer > 0 && <p>{t.evaluation.figure.noAnswer(noAnswer)}</p>}
          <p>{t.release.definition}</p>
        </StatCard>
        {figure.kind === 'full' && <Distribution figure={figure} question={question} />}
      </div>
      {figure.kind === 'words' && <p className="note">{t.release.fewHint}</p>}
    </Section>
  )
}

/** What chance and silence could have done to a share. */
function Certainty({ figure, invited }: { figure: Rated; invited: number }) {
  const { evaluation, release } = useMessages()
  if (figure.kind !== 'full') return null
  const bounds = nonResponseBounds(figure.satisfied, figure.responses, invited)
  const asked = wilsonInterval(figure.satisfied, figure.responses, invited)
  return (
    <>
      <p>
        {figure.interval
          ? release.interval(figure.interval.low, figure.interval.high)
          : evaluation.figure.fullCount}
      </p>
      {figure.interval && <p>{release.intervalAsked(invited, asked.low, asked.high)}</p>}
      {figure.interval && <p>{release.bounds(bounds.low, bounds.high)}</p>}
    </>
  )
}

function Distribution({
  figure,
  question,
}: {
  figure: Extract<Rated, { kind: 'full' }>
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
  const picture = {
    scene: distribution({
      steps,
      empty: t.evaluation.figure['no-data'],
      width: CHART_WIDTH,
      textSize: TEXT_SIZE,
    }),
    caption: t.release.overallChart,
    alternative: t.release.sentence(figure.satisfied, figure.responses),
  }
  const table = {
    caption: t.release.overallChart,
    columns: [
      { title: t.release.answer, width: 0.5 },
      { title: t.release.count, width: 0.25, numeric: true },
      { title: t.release.share, width: 0.25, numeric: true },
    ],
    rows: steps.map(({ name, count }) => [
      name,
      formatNumber(count, locale),
      formatPercent(count / figure.responses, locale),
    ]),
  }
  return <Figure picture={picture} table={table} />
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
    // "Lernkurve: wie schnell …" — the table has the whole sentence.
    return { name: name.split(':')[0] ?? name, note: n, parts, message: share(figure) }
  })
  const scene = likert({
    rows,
    steps: [...RATINGS].reverse().map((rating) => t.evaluation.scale[rating]),
    empty: t.evaluation.figure['no-data'],
    width: CHART_WIDTH,
    textSize: TEXT_SIZE,
  })
  const alternative = topics.map(({ name, figure }) => `${name}: ${share(figure)}.`).join(' ')
  const picture = { scene, caption: t.release.topicsChart, alternative }
  return (
    <Section title={t.release.topics}>
      {rows.some(({ parts }) => parts !== null) && <Figure picture={picture} />}
      <TopicTable topics={topics} />
    </Section>
  )
}

function TopicTable({ topics }: { topics: readonly Topic[] }) {
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
          cell: ({ figure }) => share(figure),
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
            cell: (stratum) => (apart ? share(apart[stratum]) : '–'),
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
                {remarks?.count === null
                  ? t.evaluation.figure.textsProtected
                  : remarks && remarks.count > 0
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
