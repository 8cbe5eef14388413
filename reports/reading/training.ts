// What training took place, in a sentence and by topic.

import type { Table } from '#app/charts/table.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { titleIn, type Reading } from '#reports/reading/values.ts'

export function trainingSentence({ data, words }: Reading): string | null {
  const { training } = data
  if (!training) return null
  const total = (of: 'courses' | 'workshops' | 'units') =>
    training.topics.reduce((sum, topic) => sum + topic[of], 0)
  const { fromDate, untilDate } = training
  return words.training.took(fromDate, untilDate, total('workshops'), total('courses'), total('units'))
}

export function trainingTable({ data, words, locale }: Reading): Table {
  const says = words.training
  const number = (value: number) => formatNumber(value, locale)
  return {
    caption: says.caption,
    columns: [
      { title: says.columns.topic, width: 0.36 },
      { title: says.columns.courses, width: 0.13, numeric: true },
      { title: says.columns.workshops, width: 0.16, numeric: true },
      { title: says.columns.units, width: 0.16, numeric: true },
      { title: says.columns.attended, width: 0.19, numeric: true },
    ],
    rows: (data.training?.topics ?? []).map((topic) => [
      titleIn(locale, topic),
      ...[topic.courses, topic.workshops, topic.units].map(number),
      topic.attended === null ? says.few : number(topic.attended),
    ]),
  }
}
