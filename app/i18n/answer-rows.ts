// What is told of a question with answers of its own, line by line, in words: for the page and the files alike.

import { restOf, type CountFigure, type Tick } from '#app/domain/answer-count.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { CountedItem } from '#app/domain/questionnaire.ts'
import { rangesOf, valuesOf } from '#app/domain/tally.ts'
import { messages, pick } from '#app/i18n/index.ts'

/** `count` is null where only `said` may be known of it: "weniger als 5", of which `isRare`, or "mehr als 35". */
export type AnswerRow = {
  value: string
  label: string
  count: number | null
  said: string
  isRare: boolean
}

/** `rest` is what those gave together whose answers are not told one by one: how many, and which answers these are. */
export type AnswerRows = { rows: AnswerRow[]; rest: { count: number; labels: string[] } | null }

export function answerRows(
  item: CountedItem,
  figure: CountFigure,
  minimum: number,
  locale: Locale,
): AnswerRows {
  const labels = answerLabels(item, locale)
  const { counts: words } = messages(locale).release
  const row = (value: string, told: Tick, responses: number): AnswerRow => {
    const label = labels.get(value) ?? value
    const isRare = told === 'few'
    if (typeof told === 'number') return { value, label, count: told, said: words.number(told), isRare }
    const said = isRare ? words.fewerThan(minimum) : words.moreThan(responses - minimum)
    return { value, label, count: null, said, isRare }
  }
  switch (figure.kind) {
    case 'parts': {
      const rest = restOf(figure)
      const hidden = [...labels].flatMap(([value, label]) =>
        Object.hasOwn(figure.counts, value) ? [] : [label],
      )
      return {
        rows: inOrder(item, figure.counts).map(([value, n]) => row(value, n, figure.responses)),
        rest: rest === null ? null : { count: rest, labels: hidden },
      }
    }
    case 'mostly':
      return { rows: [row(figure.value, 'most', figure.responses)], rest: null }
    case 'ticks':
      return {
        rows: inOrder(item, figure.ticks).map(([value, tick]) => row(value, tick, figure.responses)),
        rest: null,
      }
    default:
      return { rows: [], rest: null }
  }
}

/** The name of every answer that can be given, in the order of the questionnaire. */
export function answerLabels(item: CountedItem, locale: Locale): Map<string, string> {
  const { questionnaire, release } = messages(locale)
  switch (item.kind) {
    case 'single':
    case 'several':
      return new Map(item.choices.map(({ value, label }) => [value, pick(locale, label.de, label.en)]))
    case 'yes-no':
      return new Map([
        ['yes', questionnaire.yes],
        ['no', questionnaire.no],
      ])
    case 'number': {
      const names = valuesOf(item)
      return new Map(
        rangesOf(item).map(({ from, to }, place) => [names[place] ?? '', release.counts.range(from, to)]),
      )
    }
  }
}

/** Words by how often they were chosen; numbers, yes and no as they are. */
function inOrder<T extends Tick>(item: CountedItem, told: Readonly<Record<string, T>>): [string, T][] {
  const values = valuesOf(item).flatMap((value): [string, T][] => {
    const one = told[value]
    return one === undefined ? [] : [[value, one]]
  })
  if (item.kind === 'number' || item.kind === 'yes-no') return values
  return values.sort(([, a], [, b]) => weight(b) - weight(a))
}

function weight(told: Tick): number {
  if (typeof told === 'number') return told
  return told === 'few' ? -1 : Infinity
}
