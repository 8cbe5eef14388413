// The released figures of a round as a table: nothing is in it that is not in the release.

import type { CountFigure } from '#app/domain/answer-count.ts'
import { STRATA } from '#app/domain/evaluation.ts'
import type { Locale } from '#app/domain/locale.ts'
import {
  countedItems,
  ratedItems,
  textItems,
  type CountedItem,
  type Questionnaire,
} from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import { RATINGS, type Figure } from '#app/domain/satisfaction.ts'
import { answerRows } from '#app/i18n/answer-rows.ts'
import { messages, pick, type Messages } from '#app/i18n/index.ts'
import type { Cell } from '#reports/sheet.ts'

type Row = [question: string, text: string, group: string, what: string, value: Cell]

/** With its head: question, its text, group, what is counted, value. */
export function releaseTable(release: Release, questionnaire: Questionnaire, locale: Locale): Row[] {
  const t = messages(locale)
  const { file } = t.release
  const counted = countedItems(questionnaire).flatMap((item) => countedRows(item, release, locale))
  const rated = ratedItems(questionnaire).flatMap(({ key, title, options }) => {
    const item = release.items.find((one) => one.key === key)
    if (!item) return []
    const name = pick(locale, title.de, title.en)
    const labels = new Map(options.map(({ value, label }) => [value, pick(locale, label.de, label.en)]))
    const rows = (group: string, figure: Figure) =>
      figureRows(figure, labels, t).map(([what, value]): Row => [key, name, group, what, value])
    const noAnswer: Row[] =
      item.noAnswer === null ? [] : [[key, name, file.everybody, t.release.noAnswer, item.noAnswer]]
    const apart = item.apart
    return [
      ...rows(file.everybody, item.figure),
      ...noAnswer,
      ...(apart ? STRATA.flatMap((stratum) => rows(t.evaluation.stratum[stratum], apart[stratum])) : []),
    ]
  })
  const written = textItems(questionnaire).flatMap(({ key, title }) => {
    const texts = release.texts.find((one) => one.key === key)
    const name = pick(locale, title.de, title.en)
    if (texts?.texts) return texts.texts.map((text): Row => [key, name, '', file.remark, text])
    if (!texts || texts.count === 0) return []
    const hidden =
      texts.count === null ? t.evaluation.figure.textsProtected : t.evaluation.figure.textsHidden(texts.count)
    return [[key, name, '', file.remark, hidden] satisfies Row]
  })
  return [
    [file.question, file.wording, t.release.group, file.what, file.value],
    ...turnoutRows(release, t),
    ...rated,
    ...counted,
    ...written,
  ]
}

function turnoutRows(release: Release, { release: { file }, evaluation }: Messages): Row[] {
  const { turnout, turnoutApart: apart, paperForms } = release
  const rows = (group: string, one: { invited: number; used: number }): Row[] => [
    ['', '', group, file.invited, one.invited],
    ['', '', group, file.answered, one.used],
  ]
  return [
    ...rows(file.everybody, turnout),
    ...(apart ? STRATA.flatMap((stratum) => rows(evaluation.stratum[stratum], apart[stratum])) : []),
    // Older releases do not know it.
    ...(paperForms === undefined
      ? []
      : [['', '', file.everybody, file.paperForms, paperForms] satisfies Row]),
  ]
}

function figureRows(figure: Figure, labels: Map<number, string>, t: Messages): [string, Cell][] {
  if (figure.kind === 'no-data') return [[t.release.responses, 0]]
  if (figure.kind === 'too-few') return [[t.release.responses, t.release.fewShort]]
  const rows: [string, Cell][] = [
    [t.release.responses, figure.responses],
    [t.release.satisfied, figure.satisfied],
  ]
  if (figure.kind === 'words') return rows
  for (const rating of RATINGS) {
    rows.push([labels.get(rating) ?? t.evaluation.scale[rating], figure.distribution[rating]])
  }
  return rows
}

/** A question with answers of its own: none where the release is from before they were told. */
function countedRows(item: CountedItem, { counts = [], minimum }: Release, locale: Locale): Row[] {
  const t = messages(locale)
  const released = counts.find(({ key }) => key === item.key)
  if (!released) return []
  const name = pick(locale, item.title.de, item.title.en)
  const rows = (group: string, figure: CountFigure) =>
    countRows(item, figure, minimum, locale).map(([what, value]): Row => [item.key, name, group, what, value])
  const { figure, apart } = released
  return [
    ...rows(t.release.file.everybody, figure),
    ...(apart ? STRATA.flatMap((stratum) => rows(t.evaluation.stratum[stratum], apart[stratum])) : []),
  ]
}

function countRows(
  item: CountedItem,
  figure: CountFigure,
  minimum: number,
  locale: Locale,
): [string, Cell][] {
  const { release } = messages(locale)
  const { answers } = release
  if (figure.kind === 'no-data') return [[answers, 0]]
  if (figure.kind === 'too-few') return [[answers, release.fewShort]]
  const { rows, rest } = answerRows(item, figure, minimum, locale)
  return [
    [answers, figure.responses],
    ...rows.map(({ label, count, said }): [string, Cell] => [label, count ?? said]),
    ...(rest === null ? [] : [[release.counts.rest, rest.count] satisfies [string, Cell]]),
  ]
}
