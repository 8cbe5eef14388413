// Each question with its figure, in the order in which it was asked; with words where there is none to show.

import { distribution } from '#app/charts/distribution.ts'
import { likert } from '#app/charts/likert.ts'
import { STRATA, type Stratum } from '#app/domain/evaluation.ts'
import {
  itemsOf,
  ratedItems,
  rowKey,
  type ChoiceItem,
  type CountedItem,
  type MatrixItem,
  type Option,
} from '#app/domain/questionnaire.ts'
import type { ReleasedItem } from '#app/domain/release.ts'
import { nonResponseBounds, RATINGS, wilsonInterval, type Figure } from '#app/domain/satisfaction.ts'
import { answerRows } from '#app/i18n/answer-rows.ts'
import { conditionWords } from '#app/i18n/condition-words.ts'
import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { releasedShare } from '#app/i18n/released-share.ts'
import { heading, paragraph } from '#reports/blocks.ts'
import type { Drawn } from '#reports/evaluation-result.ts'
import { figure as drawFigure } from '#reports/figure.ts'
import { CONTENT_WIDTH } from '#reports/page.ts'
import { table } from '#reports/table.ts'

const ROOM = { width: CONTENT_WIDTH, textSize: 8.5 }

export function drawSections(drawn: Drawn): void {
  const { paper, result, locale, t } = drawn
  const conditionOf = conditionWords(itemsOf(result.questionnaire), locale)
  for (const { title, parts } of result.questionnaire.sections) {
    const asked = parts.filter((part) => part.kind !== 'passage' && part.kind !== 'text')
    if (asked.length === 0) continue
    heading(paper, 2, title ? pick(locale, title.de, title.en) : t.release.answers, 120)
    for (const item of asked) {
      heading(paper, 3, pick(locale, item.title.de, item.title.en), 60)
      const condition = conditionOf(item.shownIf)
      if (condition !== null) paragraph(paper, t.release.counts.onlyIf(condition), { style: 'note' })
      if (item.kind === 'choice') drawRating(drawn, item)
      else if (item.kind === 'matrix') drawMatrix(drawn, item)
      else drawCount(drawn, item)
    }
  }
}

function itemOf({ result }: Drawn, key: string): ReleasedItem | undefined {
  return result.release.items.find((item) => item.key === key)
}

function drawRating(drawn: Drawn, item: ChoiceItem): void {
  const { paper, t } = drawn
  const released = itemOf(drawn, item.key)
  if (!released) return
  const { figure, noAnswer } = released
  paragraph(paper, ratingSentences(drawn, item, figure).join(' '))
  if (noAnswer) paragraph(paper, t.evaluation.figure.noAnswer(noAnswer))
  if (figure.kind === 'full') drawDistribution(drawn, figure, item.options)
  if (figure.kind === 'words') paragraph(paper, t.release.fewHint, { style: 'note' })
}

function ratingSentences({ result, locale, t }: Drawn, item: ChoiceItem, figure: Figure): string[] {
  const { release, evaluation } = t
  const { turnout, minimum } = result.release
  if (figure.kind === 'no-data') return [release.noneOf]
  if (figure.kind === 'too-few')
    return [item.shownIf === null ? release.tooFew(minimum) : `${evaluation.figure.textsProtected}.`]
  const sentence = release.sentence(figure.satisfied, figure.responses)
  if (figure.kind === 'words') return [sentence]
  const share = `${releasedShare(figure, locale)}: ${sentence}`
  if (!figure.interval) return [share, evaluation.figure.fullCount]
  const within = release.interval(figure.interval.low, figure.interval.high)
  if (item.shownIf !== null) return [share, within]
  const asked = wilsonInterval(figure.satisfied, figure.responses, turnout.invited)
  const bounds = nonResponseBounds(figure.satisfied, figure.responses, turnout.invited)
  return [
    share,
    within,
    release.intervalAsked(turnout.invited, asked.low, asked.high),
    release.bounds(bounds.low, bounds.high),
  ]
}

function drawDistribution(
  { paper, locale, t }: Drawn,
  figure: Extract<Figure, { kind: 'full' }>,
  options: readonly Option[],
): void {
  const steps = RATINGS.map((rating) => {
    const label = options.find(({ value }) => value === rating)?.label
    const count = figure.distribution[rating]
    return {
      name: label ? pick(locale, label.de, label.en) : t.evaluation.scale[rating],
      count,
      label: `${formatNumber(count, locale)} (${formatPercent(count / figure.responses, locale)})`,
      counted: rating >= 4,
    }
  })
  drawFigure(paper, {
    scene: distribution({ steps, empty: t.evaluation.figure['no-data'], ...ROOM }),
    caption: `${t.release.overallChart}.`,
    alternative: `${t.release.sentence(figure.satisfied, figure.responses)} ${steps.map(({ name, label }) => `${name}: ${label}`).join('; ')}.`,
  })
}

/** One bar for each row where there are enough answers, and the table with the same figures. */
function drawMatrix(drawn: Drawn, item: MatrixItem): void {
  const { paper, locale, t } = drawn
  const topics = item.rows.flatMap((row) => {
    const released = itemOf(drawn, rowKey(item, row))
    return released ? [{ ...released, name: pick(locale, row.title.de, row.title.en) }] : []
  })
  if (topics.length === 0) return
  if (topics.some(({ figure }) => figure.kind === 'full')) drawBars(drawn, topics)
  const { release } = t
  table(paper, {
    caption: pick(locale, item.title.de, item.title.en),
    columns: [
      { title: release.topic, width: 0.46 },
      { title: release.satisfiedShort, width: 0.22, numeric: true },
      { title: release.responses, width: 0.16, numeric: true },
      { title: release.noAnswer, width: 0.16, numeric: true },
    ],
    rows: topics.map(({ name, figure, noAnswer }) => [
      name,
      releasedShare(figure, locale),
      'responses' in figure ? formatNumber(figure.responses, locale) : '–',
      noAnswer === null ? '–' : formatNumber(noAnswer, locale),
    ]),
  })
}

function drawBars({ paper, locale, t }: Drawn, topics: readonly { name: string; figure: Figure }[]): void {
  const rows = topics.map(({ name, figure }) => ({
    name: name.split(':')[0] ?? name,
    note: 'responses' in figure ? t.release.n(figure.responses) : '',
    parts:
      figure.kind === 'full'
        ? RATINGS.toReversed().map((rating) => {
            const share = figure.distribution[rating] / figure.responses
            return { share, label: formatPercent(share, locale, 0) }
          })
        : null,
    message: releasedShare(figure, locale),
  }))
  drawFigure(paper, {
    scene: likert({
      rows,
      steps: RATINGS.toReversed().map((rating) => t.evaluation.scale[rating]),
      empty: t.evaluation.figure['no-data'],
      ...ROOM,
    }),
    caption: `${t.release.topicsChart}.`,
    alternative: topics.map(({ name, figure }) => `${name}: ${releasedShare(figure, locale)}.`).join(' '),
  })
}

function drawCount({ paper, result, locale, t }: Drawn, item: CountedItem): void {
  const { release, evaluation } = t
  const words = release.counts
  const { minimum, counts } = result.release
  const released = counts?.find(({ key }) => key === item.key)
  if (!released) return paragraph(paper, words.older)
  const { figure } = released
  if (figure.kind === 'no-data') return paragraph(paper, words.none)
  if (figure.kind === 'too-few')
    return paragraph(
      paper,
      item.shownIf === null ? release.tooFew(minimum) : `${evaluation.figure.textsProtected}.`,
    )
  const several = item.kind === 'several' ? ` ${words.several}` : ''
  paragraph(paper, `${words.answered(figure.responses)}${several}`)
  if (figure.kind === 'answered') return paragraph(paper, words.notSplit, { style: 'note' })
  const { rows, rest } = answerRows(item, figure, minimum, locale)
  const share = (count: number | null) =>
    count === null ? '–' : formatPercent(count / figure.responses, locale, 0)
  table(paper, {
    caption: pick(locale, item.title.de, item.title.en),
    columns: [
      { title: release.answer, width: 0.56 },
      { title: release.count, width: 0.24, numeric: true },
      { title: release.share, width: 0.2, numeric: true },
    ],
    rows: [
      ...rows.map(({ label, said, count }) => [label, said, share(count)]),
      ...(rest ? [[words.rest, words.number(rest.count), share(rest.count)]] : []),
    ],
  })
  if (rest !== null || rows.some(({ count }) => count === null))
    paragraph(paper, words.hint(minimum), { style: 'note' })
}

/** IT specialists and users apart, where the release tells them apart. */
export function drawGroups({ paper, result, locale, t }: Drawn): void {
  const { release, questionnaire } = result
  const { turnoutApart } = release
  const rated = ratedItems(questionnaire).flatMap(({ key, title }) => {
    const apart = release.items.find((item) => item.key === key)?.apart
    if (!apart) return []
    return [[pick(locale, title.de, title.en), ...STRATA.map((one) => releasedShare(apart[one], locale))]]
  })
  if (!turnoutApart && rated.length === 0) return
  const turnout = (stratum: Stratum) =>
    turnoutApart ? t.release.turnoutOf(turnoutApart[stratum].used, turnoutApart[stratum].invited) : '–'
  heading(paper, 2, t.release.groups, 90)
  if (rated.length > 0) paragraph(paper, t.release.groupsLead, { style: 'note' })
  table(paper, {
    caption: t.release.groups,
    columns: [
      { title: t.release.file.wording, width: 0.56 },
      ...STRATA.map((stratum) => ({ title: t.evaluation.stratum[stratum], width: 0.22, numeric: true })),
    ],
    rows: [[t.release.turnout, ...STRATA.map(turnout)], ...rated],
  })
  if (rated.length < ratedItems(questionnaire).length)
    paragraph(paper, t.release.groupsHidden, { style: 'note' })
}
