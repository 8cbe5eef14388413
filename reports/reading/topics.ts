// The topics of the evaluation: one bar each, and all their counts in a table.

import { likert, type LikertRow } from '#app/charts/likert.ts'
import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import { measuredIn } from '#app/domain/indicator.ts'
import { RATINGS, type Figure } from '#app/domain/satisfaction.ts'
import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import { marked } from '#reports/reading/changes.ts'
import { printedShare, titleIn, type Reading, type Room } from '#reports/reading/values.ts'

/** From the worst to the best, as bars and tables are read. */
const STEPS = [...RATINGS].reverse()

type TopicsRoom = Omit<Room, 'height'> & { namesAbove?: boolean }

export function topicsPicture(reading: Reading, room: TopicsRoom): Picture {
  const { data, words, locale } = reading
  const { satisfaction } = words
  const { topics } = data.satisfaction
  return {
    scene: likert({
      rows: topics.map((topic) => ({ name: titleIn(locale, topic), ...barOf(topic.figure, reading) })),
      steps: satisfaction.steps,
      empty: satisfaction.noTopics,
      ...room,
    }),
    alternative: satisfaction.topicsAlternative(
      topics.map((topic) => `${titleIn(locale, topic)}: ${inShort(topic.figure, reading)}`).join('; '),
    ),
    caption: satisfaction.topicsCaption,
  }
}

function barOf(shown: Figure, { words, locale }: Reading): Omit<LikertRow, 'name'> {
  const { satisfaction } = words
  if (shown.kind === 'no-data')
    return { note: satisfaction.responses(0), parts: null, message: satisfaction.noData }
  if (shown.kind === 'too-few')
    return { note: words.report.none, parts: null, message: satisfaction.tooFewShort }
  const note = satisfaction.responses(shown.responses)
  if (shown.kind === 'words')
    return { note, parts: null, message: satisfaction.wordsOnly(shown.satisfied, shown.responses) }
  const parts = STEPS.map((rating) => {
    const share = shown.distribution[rating] / shown.responses
    return { share, label: formatPercent(share, locale, 0) }
  })
  return { note, parts, message: '' }
}

/** The share, "6 von 8", or the word for what cannot be told. */
function inShort(shown: Figure, { words, locale }: Reading): string {
  if (shown.kind === 'no-data') return words.satisfaction.noData
  if (shown.kind === 'too-few') return words.satisfaction.tooFewShort
  if (shown.kind === 'words') return words.report.outOf(shown.satisfied, shown.responses)
  return printedShare(measuredIn(shown), null, locale) ?? words.report.none
}

export function topicsTable(reading: Reading): Table {
  const { data, words, locale } = reading
  const { columns, none } = words.report
  const { satisfaction } = words
  const counts = (shown: Figure) => {
    if (shown.kind === 'full') return STEPS.map((rating) => formatNumber(shown.distribution[rating], locale))
    return STEPS.map(() => none)
  }
  return {
    caption: satisfaction.topicsTable,
    columns: [
      { title: columns.topic, width: 0.22 },
      ...satisfaction.stepColumns.map((title) => ({ title, width: 0.125, numeric: true })),
      { title: columns.topShare, width: 0.155, numeric: true },
    ],
    rows: data.satisfaction.topics.map((topic) => [
      titleIn(locale, topic),
      ...counts(topic.figure),
      marked(inShort(topic.figure, reading), `topic ${topic.key}`, reading),
    ]),
  }
}
