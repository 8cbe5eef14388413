// What a questionnaire asks, read from its SurveyJS definition into a plain shape. Every question may be skipped.

import { NO_ANSWER, RATINGS } from '#app/domain/satisfaction.ts'

/** A text as SurveyJS keeps it: `default` is German. */
export type LocalText = { default: string; en?: string }
export type DefinitionOption = { value: number; text: LocalText }

type Asked = { name: string; title: LocalText; description?: LocalText; visibleIf?: string }
export type DefinitionElement =
  | (Asked & { type: 'radiogroup'; choices: DefinitionOption[] })
  | (Asked & { type: 'matrix'; columns: DefinitionOption[]; rows: { value: string; text: LocalText }[] })
  | (Asked & { type: 'comment'; maxLength: number })
  | (Asked & { type: 'text'; maxLength: number })

/** The part of SurveyJS's language that our questionnaires use; surveys/definition.ts refuses the rest. */
export type Definition = {
  title: LocalText
  description?: LocalText
  pages: { name: string; title?: LocalText; description?: LocalText; elements: DefinitionElement[] }[]
}

/** What can be wrong with a definition; each has its sentence in t.questionnaire.finding. */
export type DefinitionFinding =
  | 'not-allowed'
  | 'missing'
  | 'wrong-kind'
  | 'bad-key'
  | 'key-twice'
  | 'too-long'
  | 'too-many'
  | 'too-few'
  | 'too-big'
  | 'placeholder'
  | 'not-the-scale'
  | 'bad-condition'
  | 'wrong-solution'

export const QUESTIONNAIRE_KEYS = ['workshop-feedback', 'competence-centre'] as const
export type QuestionnaireKey = (typeof QUESTIONNAIRE_KEYS)[number]

/** The questions by whose names the figures are found: the overall rating, and the ratings by topic. */
export const OVERALL = 'overall'
export const TOPICS = 'topics'

/** From "sehr zufrieden" to "sehr unzufrieden", then "keine Angabe", which is not the same as no answer. */
export const SCALE: readonly number[] = [...RATINGS, NO_ANSWER]

/** `en` is null where nobody has translated the text. */
export type Words = { de: string; en: string | null }
export type Option = { value: number; label: Words }
export type MatrixRow = { key: string; title: Words }

type ItemBase = { key: string; title: Words; hint: Words | null; shownIf: string | null }
export type ChoiceItem = ItemBase & { kind: 'choice'; options: Option[] }
export type MatrixItem = ItemBase & { kind: 'matrix'; options: Option[]; rows: MatrixRow[] }
export type TextItem = ItemBase & { kind: 'text'; maxLength: number; lines: 'one' | 'many' }
export type Item = ChoiceItem | MatrixItem | TextItem

export type Section = { key: string; title: Words | null; hint: Words | null; items: Item[] }
export type Questionnaire = { title: Words; introduction: Words | null; sections: Section[] }

/** The questionnaire that a (checked) definition describes. */
export function readQuestionnaire(definition: Definition): Questionnaire {
  return {
    title: words(definition.title),
    introduction: optionalWords(definition.description),
    sections: definition.pages.map((page) => ({
      key: page.name,
      title: optionalWords(page.title),
      hint: optionalWords(page.description),
      items: page.elements.map(readItem),
    })),
  }
}

function readItem(element: DefinitionElement): Item {
  const base = {
    key: element.name,
    title: words(element.title),
    hint: optionalWords(element.description),
    shownIf: element.visibleIf ?? null,
  }
  switch (element.type) {
    case 'radiogroup':
      return { ...base, kind: 'choice', options: element.choices.map(readOption) }
    case 'matrix': {
      const rows = element.rows.map((row) => ({ key: row.value, title: words(row.text) }))
      return { ...base, kind: 'matrix', options: element.columns.map(readOption), rows }
    }
    case 'comment':
      return { ...base, kind: 'text', maxLength: element.maxLength, lines: 'many' }
    case 'text':
      return { ...base, kind: 'text', maxLength: element.maxLength, lines: 'one' }
  }
}

function readOption(option: DefinitionOption): Option {
  return { value: option.value, label: words(option.text) }
}

function words(text: LocalText): Words {
  return { de: text.default, en: text.en ?? null }
}

function optionalWords(text: LocalText | undefined): Words | null {
  return text ? words(text) : null
}

/** Every question, in the order in which it is asked. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
  return questionnaire.sections.flatMap((section) => section.items)
}

/** One thing that is rated: a question, or one row of a matrix under a key like `topics.organisation`. */
export type RatedItem = { key: string; title: Words; options: Option[]; shownIf: string | null }

export function ratedItems(questionnaire: Questionnaire): RatedItem[] {
  return itemsOf(questionnaire).flatMap((item) => {
    if (item.kind === 'text') return []
    const { options, shownIf } = item
    if (item.kind === 'choice') return [{ key: item.key, title: item.title, options, shownIf }]
    return item.rows.map((row) => ({ key: rowKey(item, row), title: row.title, options, shownIf }))
  })
}

export function textItems(questionnaire: Questionnaire): TextItem[] {
  return itemsOf(questionnaire).filter((item) => item.kind === 'text')
}

/** A row of a matrix as tallies, releases and form fields name it; keys themselves hold no dot. */
export function rowKey(item: { key: string }, row: { key: string }): string {
  return `${item.key}.${row.key}`
}

/**
 * What must stay equal for the figures of two versions to be compared: the values in their order, and when the
 * question is asked. Its wording is not part of it.
 */
export function itemSignature(item: RatedItem | TextItem): string {
  const asks = 'options' in item ? item.options.map((option) => option.value) : [item.lines, item.maxLength]
  return JSON.stringify([item.key, asks, item.shownIf])
}

/** Where the English text is missing: paths like `topics.organisation` or `overall: 5`; empty when complete. */
export function missingTranslations(questionnaire: Questionnaire): string[] {
  const named: [string, Words | null][] = [
    ['title', questionnaire.title],
    ['introduction', questionnaire.introduction],
    ...questionnaire.sections.flatMap((section): [string, Words | null][] => [
      [section.key, section.title],
      [`${section.key} (hint)`, section.hint],
      ...section.items.flatMap(textsOfItem),
    ]),
  ]
  return named.filter(([, text]) => text !== null && !text.en).map(([path]) => path)
}

function textsOfItem(item: Item): [string, Words | null][] {
  const own: [string, Words | null][] = [
    [item.key, item.title],
    [`${item.key} (hint)`, item.hint],
  ]
  if (item.kind === 'text') return own
  for (const option of item.options) own.push([`${item.key}: ${option.value}`, option.label])
  if (item.kind === 'matrix') for (const row of item.rows) own.push([rowKey(item, row), row.title])
  return own
}
