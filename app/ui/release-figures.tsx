// The released figures of a round. Whatever they hide is not in them; here they only get their words and pictures.

import { distribution, type DistributionStep } from '#app/charts/distribution.ts'
import { likert, type LikertRow } from '#app/charts/likert.ts'
import { STRATA, type Stratum } from '#app/domain/evaluation.ts'
import {
  ratedItems,
  rowKey,
  type ChoiceItem,
  type MatrixItem,
  type Option,
  type Questionnaire,
} from '#app/domain/questionnaire.ts'
import type { Release, ReleasedItem } from '#app/domain/release.ts'
import { nonResponseBounds, RATINGS, wilsonInterval, type Figure as Rated } from '#app/domain/satisfaction.ts'
import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { releasedShare } from '#app/i18n/released-share.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Figure } from '#app/ui/figure.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/questionnaire-fields.tsx'
import { StatCard } from '#app/ui/stat-card.tsx'
import { DataTable } from '#app/ui/table.tsx'

type Released = { release: Release; questionnaire: Questionnaire }

/** Narrow enough to be read on a phone, where it is drawn at four fifths of its size. */
const CHART_WIDTH = 400
const TEXT_SIZE = 12

/** "22 von 28", "78,6 %", or why there is no figure. */
export function useShare(): (figure: Rated) => string {
  const locale = useLocale()
  return (figure) => releasedShare(figure, locale)
}

function itemOf(release: Release, key: string): ReleasedItem | undefined {
  return release.items.find((item) => item.key === key)
}

type RatingFigureProps = { item: ChoiceItem; release: Release }

/** One question on the scale, with everything needed to trust its figure. The indicator takes the overall one. */
export function RatingFigure({ item, release }: RatingFigureProps) {
  const t = useMessages()
  const share = useShare()
  const released = itemOf(release, item.key)
  if (!released) return null
  const { figure, noAnswer } = released
  return (
    <>
      <div className="figure-pair">
        <StatCard
          level={4}
          title={t.release.satisfied}
          value={share(figure)}
          sentence={
            'responses' in figure
              ? t.release.sentence(figure.satisfied, figure.responses)
              : figure.kind === 'no-data'
                ? t.release.noneOf
                : item.shownIf === null
                  ? t.release.tooFew(release.minimum)
                  : `${t.evaluation.figure.textsProtected}.`
          }
        >
          <Disclosure summary={t.common.details}>
            <Certainty figure={figure} invited={release.turnout.invited} isOfAll={item.shownIf === null} />
            {noAnswer !== null && noAnswer > 0 && <p>{t.evaluation.figure.noAnswer(noAnswer)}</p>}
            <p>{t.release.definition}</p>
          </Disclosure>
        </StatCard>
        {figure.kind === 'full' && <Distribution figure={figure} options={item.options} />}
      </div>
      {figure.kind === 'words' && <p className="note">{t.release.fewHint}</p>}
    </>
  )
}

/** What chance and silence could have done to a share. */
function Certainty({ figure, invited, isOfAll }: { figure: Rated; invited: number; isOfAll: boolean }) {
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
      {figure.interval && isOfAll && <p>{release.intervalAsked(invited, asked.low, asked.high)}</p>}
      {figure.interval && isOfAll && <p>{release.bounds(bounds.low, bounds.high)}</p>}
    </>
  )
}

type DistributionProps = { figure: Extract<Rated, { kind: 'full' }>; options: readonly Option[] }

function Distribution({ figure, options }: DistributionProps) {
  const t = useMessages()
  const locale = useLocale()
  const steps = RATINGS.map((rating): DistributionStep => {
    const label = options.find(({ value }) => value === rating)?.label
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

/** The rows of a matrix on the scale: one bar each, and the table with the same figures. */
export function MatrixFigures({ item, release }: { item: MatrixItem; release: Release }) {
  const t = useMessages()
  const locale = useLocale()
  const say = useWords()
  const share = useShare()
  const topics = item.rows.flatMap((row): Topic[] => {
    const released = itemOf(release, rowKey(item, row))
    return released ? [{ ...released, name: say(row.title) }] : []
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
    <>
      {rows.some(({ parts }) => parts !== null) && <Figure picture={picture} />}
      <TopicTable caption={say(item.title)} topics={topics} />
    </>
  )
}

function TopicTable({ caption, topics }: { caption: string; topics: readonly Topic[] }) {
  const t = useMessages()
  const locale = useLocale()
  const share = useShare()
  return (
    <DataTable
      caption={caption}
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

type GroupRow = { key: string; name: string } & Record<Stratum, string>

/** IT specialists and users apart, where that names nobody: who answered, and how satisfied they are. */
export function GroupFigures({ release, questionnaire }: Released) {
  const t = useMessages()
  const say = useWords()
  const share = useShare()
  const { turnoutApart } = release
  const rated = ratedItems(questionnaire).flatMap(({ key, title }): GroupRow[] => {
    const apart = itemOf(release, key)?.apart
    return apart ? [{ key, name: say(title), it: share(apart.it), user: share(apart.user) }] : []
  })
  const turnout = (stratum: Stratum) =>
    turnoutApart ? t.release.turnoutOf(turnoutApart[stratum].used, turnoutApart[stratum].invited) : '–'
  const turnoutRow: GroupRow = {
    ...{ key: 'turnout', name: t.release.turnout },
    ...{ it: turnout('it'), user: turnout('user') },
  }
  if (!turnoutApart && rated.length === 0) return <p className="muted">{t.evaluation.figure.notApart}</p>
  return (
    <Section title={t.release.groups}>
      {rated.length > 0 && <p className="muted">{t.release.groupsLead}</p>}
      <DataTable
        caption={t.release.groups}
        rows={[turnoutRow, ...rated]}
        rowKey={({ key }) => key}
        columns={[
          { key: 'question', header: t.release.file.wording, rowHeader: true, cell: ({ name }) => name },
          ...STRATA.map((stratum) => ({
            key: stratum,
            header: t.evaluation.stratum[stratum],
            numeric: true,
            cell: (row: GroupRow) => row[stratum],
          })),
        ]}
      />
      {rated.length < ratedItems(questionnaire).length && <p className="muted">{t.release.groupsHidden}</p>}
    </Section>
  )
}
