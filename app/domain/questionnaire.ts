// What a questionnaire asks, read from its SurveyJS definition into a plain shape. Every question may be skipped.

import { NO_ANSWER, RATINGS } from '#app/domain/satisfaction.ts'

/**
 * Signs that the texts of a questionnaire may have together, and so one of them and what is shown of it. More would make
 * every ballot of a round longer: each is as long as the longest (app/domain/ballot.ts).
 */
export const MAX_TEXT_TOTAL = 3_000

/** A text as SurveyJS keeps it: `default` is German. */
export type LocalText = { default: string; en?: string }
/** Numbers are the scale; words are a choice of its own. */
export type DefinitionOption<V extends number | string = number | string> = { value: V; text: LocalText }

type Named = { name: string; visibleIf?: string }
type Asked = Named & { title: LocalText; description?: LocalText }
export type DefinitionElement =
  | (Asked & { type: 'radiogroup'; choices: DefinitionOption[] })
  | (Asked & { type: 'checkbox'; choices: DefinitionOption<string>[] })
  | (Asked & {
      type: 'matrix'
      columns: DefinitionOption<number>[]
      rows: { value: string; text: LocalText }[]
    })
  | (Asked & { type: 'boolean' })
  | (Asked & { type: 'comment'; maxLength: number })
  | (Asked & { type: 'text'; maxLength: number })
  | (Asked & { type: 'text'; inputType: 'number'; min: number; max: number })
  | (Named & { type: 'html'; html: LocalText })

export type DefinitionPage = {
  name: string
  title?: LocalText
  description?: LocalText
  elements: DefinitionElement[]
}

/** The part of SurveyJS's language that our questionnaires use; surveys/definition.ts refuses the rest. */
export type Definition = { title: LocalText; description?: LocalText; pages: DefinitionPage[] }

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
  | 'bad-html'
  | 'external-address'
  | 'unstorable'
  | 'wrong-range'
  | 'unknown-type'
  | 'required'
  | 'too-few-choices'
  | 'panel'
  | 'rating'
  | 'too-deep'
  | 'not-json'
  | 'not-understood'

export const QUESTIONNAIRE_KEYS = [
  'workshop-feedback',
  'workshop-transfer',
  'competence-centre',
  'needs-assessment',
  'general-feedback',
] as const
export type QuestionnaireKey = (typeof QUESTIONNAIRE_KEYS)[number]

/** Whether a questionnaire comes with the product; the district's own have keys without meaning. */
export function isShipped(key: string): key is QuestionnaireKey {
  return QUESTIONNAIRE_KEYS.some((shipped) => shipped === key)
}

/** What a questionnaire is for; rounds of that kind can take it. */
export const QUESTIONNAIRE_KINDS = ['workshop', 'transfer', 'competence-centre', 'needs', 'free'] as const
export type QuestionnaireKind = (typeof QUESTIONNAIRE_KINDS)[number]

/** The questions by whose names the figures are found: the overall rating, and the ratings by topic. */
export const OVERALL = 'overall'
export const TOPICS = 'topics'

/** From "sehr zufrieden" to "sehr unzufrieden", then "keine Angabe", which is not the same as no answer. */
export const SCALE: readonly number[] = [...RATINGS, NO_ANSWER]

/** `en` is null where nobody has translated the text. */
export type Words = { de: string; en: string | null }
export type Option = { value: number; label: Words }
export type MatrixRow = { key: string; title: Words }

/** One of several answers in words, where the scale does not fit. */
export type Choice = { value: string; label: Words }

type ItemBase = { key: string; title: Words; hint: Words | null; shownIf: string | null }
export type ChoiceItem = ItemBase & { kind: 'choice'; options: Option[] }
export type MatrixItem = ItemBase & { kind: 'matrix'; options: Option[]; rows: MatrixRow[] }
export type SingleItem = ItemBase & { kind: 'single'; choices: Choice[] }
export type SeveralItem = ItemBase & { kind: 'several'; choices: Choice[] }
export type YesNoItem = ItemBase & { kind: 'yes-no' }
/** Whole numbers, both limits included. */
export type NumberItem = ItemBase & { kind: 'number'; min: number; max: number }
export type TextItem = ItemBase & { kind: 'text'; maxLength: number; lines: 'one' | 'many' }
export type Item = ChoiceItem | MatrixItem | SingleItem | SeveralItem | YesNoItem | NumberItem | TextItem

/** Words between the questions, in a little HTML that was sanitised. Nothing is answered here. */
export type Passage = { kind: 'passage'; key: string; html: Words; shownIf: string | null }

export type Section = { key: string; title: Words | null; hint: Words | null; parts: (Item | Passage)[] }
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
      parts: page.elements.map(readPart),
    })),
  }
}

function readPart(element: DefinitionElement): Item | Passage {
  const named = { key: element.name, shownIf: element.visibleIf ?? null }
  if (element.type === 'html') return { ...named, kind: 'passage', html: words(element.html) }
  const base = { ...named, title: words(element.title), hint: optionalWords(element.description) }
  switch (element.type) {
    case 'radiogroup':
      return isOnScale(element.choices)
        ? { ...base, kind: 'choice', options: element.choices.map(readOption) }
        : { ...base, kind: 'single', choices: element.choices.map(readChoice) }
    case 'checkbox':
      return { ...base, kind: 'several', choices: element.choices.map(readChoice) }
    case 'matrix': {
      const rows = element.rows.map((row) => ({ key: row.value, title: words(row.text) }))
      return { ...base, kind: 'matrix', options: element.columns.map(readOption), rows }
    }
    case 'boolean':
      return { ...base, kind: 'yes-no' }
    case 'comment':
      return { ...base, kind: 'text', maxLength: element.maxLength, lines: 'many' }
    case 'text':
      return 'inputType' in element
        ? { ...base, kind: 'number', min: element.min, max: element.max }
        : { ...base, kind: 'text', maxLength: element.maxLength, lines: 'one' }
  }
}

/** Whether what can be chosen are the numbers of the scale, and not words. */
export function isOnScale(options: DefinitionOption[]): options is DefinitionOption<number>[] {
  return options.every(({ value }) => typeof value === 'number')
}

function readOption({ value, text }: DefinitionOption<number>): Option {
  return { value, label: words(text) }
}

function readChoice({ value, text }: DefinitionOption): Choice {
  return { value: String(value), label: words(text) }
}

function words(text: LocalText): Words {
  return { de: text.default, en: text.en ?? null }
}

function optionalWords(text: LocalText | undefined): Words | null {
  return text ? words(text) : null
}

/** Every question, in the order in which it is asked. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
  return questionnaire.sections.flatMap(({ parts }) => parts.filter((part) => part.kind !== 'passage'))
}

/** One thing that is rated: a question, or one row of a matrix under a key like `topics.organisation`. */
export type RatedItem = { key: string; title: Words; options: Option[]; shownIf: string | null }

export function ratedItems(questionnaire: Questionnaire): RatedItem[] {
  return itemsOf(questionnaire).flatMap((item) => {
    if (item.kind !== 'choice' && item.kind !== 'matrix') return []
    const { options, shownIf } = item
    if (item.kind === 'choice') return [{ key: item.key, title: item.title, options, shownIf }]
    return item.rows.map((row) => ({ key: rowKey(item, row), title: row.title, options, shownIf }))
  })
}

/** Questions with answers of their own, which are counted and rate nothing. */
export type CountedItem = SingleItem | SeveralItem | YesNoItem | NumberItem

export function isCounted(item: Item): item is CountedItem {
  return item.kind !== 'choice' && item.kind !== 'matrix' && item.kind !== 'text'
}

export function countedItems(questionnaire: Questionnaire): CountedItem[] {
  return itemsOf(questionnaire).filter(isCounted)
}

export function textItems(questionnaire: Questionnaire): TextItem[] {
  return itemsOf(questionnaire).filter((item) => item.kind === 'text')
}

/** A row of a matrix as tallies, releases and form fields name it; keys themselves hold no dot. */
export function rowKey(item: { key: string }, row: { key: string }): string {
  return `${item.key}.${row.key}`
}

/** Where the English text is missing: paths like `topics.organisation` or `overall: 5`; empty when complete. */
export function missingTranslations(questionnaire: Questionnaire): string[] {
  const named: [string, Words | null][] = [
    ['title', questionnaire.title],
    ['introduction', questionnaire.introduction],
    ...questionnaire.sections.flatMap((section): [string, Words | null][] => [
      [section.key, section.title],
      [`${section.key} (hint)`, section.hint],
      ...section.parts.flatMap(textsOfPart),
    ]),
  ]
  return named.filter(([, text]) => text !== null && !text.en).map(([path]) => path)
}

function textsOfPart(part: Item | Passage): [string, Words | null][] {
  if (part.kind === 'passage') return [[part.key, part.html]]
  const own: [string, Words | null][] = [
    [part.key, part.title],
    [`${part.key} (hint)`, part.hint],
  ]
  const offered = 'options' in part ? part.options : 'choices' in part ? part.choices : []
  for (const { value, label } of offered) own.push([`${part.key}: ${value}`, label])
  if (part.kind === 'matrix') for (const row of part.rows) own.push([rowKey(part, row), row.title])
  return own
}
