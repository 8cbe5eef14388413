// One question, or words in between, as the fields of the editor say it.

import { z } from 'zod'
import {
  isOnScale,
  MAX_TEXT_TOTAL,
  type Definition,
  type DefinitionElement,
  type DefinitionOption,
  type LocalText,
} from '#app/domain/questionnaire.ts'
import type { ElementKind } from '#app/domain/questionnaire-draft.ts'
import { SCALE_WORDS } from '#app/domain/scale-words.ts'
import { optionalText, wholeNumber } from '#app/http/form.ts'

export const ElementFields = {
  name: z.string().trim().max(48).default(''),
  title: optionalText(300),
  titleEn: optionalText(300),
  hint: optionalText(1_000),
  hintEn: optionalText(1_000),
  html: optionalText(2_000),
  htmlEn: optionalText(2_000),
  choices: optionalText(8_000),
  visibleIf: optionalText(200),
  min: wholeNumber(0, 1_000_000).optional(),
  max: wholeNumber(0, 1_000_000).optional(),
  maxLength: wholeNumber(1, MAX_TEXT_TOTAL).optional(),
}
export type ElementValues = z.output<z.ZodObject<typeof ElementFields>>

/** German and, where it is there, English. */
export function localText(german: string | null, english: string | null): LocalText {
  const words = { default: german ?? '' }
  return english === null ? words : { ...words, en: english }
}

/** One answer a line: key | German | English. */
export function choicesIn(lines: string | null): DefinitionOption<string>[] {
  return (lines ?? '')
    .split(/\r?\n/)
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ''))
    .map(([value = '', german = '', english = '']) => ({ value, text: localText(german, english || null) }))
}

export function linesOf(choices: readonly { value: unknown; text: LocalText }[]): string {
  return choices
    .map(({ value, text }) => [value, text.default, text.en].filter(Boolean).join(' | '))
    .join('\n')
}

/** What the form opens with. */
export function valuesOf(element: DefinitionElement): Record<string, string | number | undefined> {
  const named = { name: element.name, visibleIf: element.visibleIf }
  if (element.type === 'html') return { ...named, html: element.html.default, htmlEn: element.html.en }
  const { title, description } = element
  const choices = 'rows' in element ? element.rows : 'choices' in element ? element.choices : []
  return {
    ...named,
    ...{ title: title.default, titleEn: title.en, hint: description?.default, hintEn: description?.en },
    choices: linesOf(choices),
    ...('inputType' in element ? { min: element.min, max: element.max } : {}),
    ...('maxLength' in element ? { maxLength: element.maxLength } : {}),
  }
}

/** What the fields make; the check says what is wrong with it. A scale keeps the words that it had. */
export function elementFrom(
  kind: ElementKind,
  values: ElementValues,
  before?: DefinitionElement,
): DefinitionElement {
  const { name, visibleIf } = values
  const named = { name, ...(visibleIf === null ? {} : { visibleIf }) }
  if (kind === 'passage') return { type: 'html', ...named, html: localText(values.html, values.htmlEn) }
  const asked = {
    ...named,
    title: localText(values.title, values.titleEn),
    ...(values.hint === null ? {} : { description: localText(values.hint, values.hintEn) }),
  }
  const scale = before?.type === 'matrix' ? before.columns : SCALE_WORDS
  switch (kind) {
    case 'scale': {
      const own = before?.type === 'radiogroup' && isOnScale(before.choices) ? before.choices : SCALE_WORDS
      return { type: 'radiogroup', ...asked, choices: own }
    }
    case 'single':
      return { type: 'radiogroup', ...asked, choices: choicesIn(values.choices) }
    case 'several':
      return { type: 'checkbox', ...asked, choices: choicesIn(values.choices) }
    case 'matrix':
      return { type: 'matrix', ...asked, columns: scale, rows: choicesIn(values.choices) }
    case 'yes-no':
      return { type: 'boolean', ...asked }
    case 'number':
      return { type: 'text', ...asked, inputType: 'number', min: values.min ?? 0, max: values.max ?? 0 }
    case 'line':
      return { type: 'text', ...asked, maxLength: values.maxLength ?? 200 }
    case 'lines':
      return { type: 'comment', ...asked, maxLength: values.maxLength ?? 1_000 }
  }
}

/** Conditions that one answer can fulfil, for the elements before this one. */
export function conditionsBefore(definition: Definition, name: string): string[] {
  const elements = definition.pages.flatMap((page) => page.elements)
  const place = elements.findIndex((one) => one.name === name)
  return (place < 0 ? elements : elements.slice(0, place)).flatMap((element): string[] => {
    const rated = (on: string) => [`{${on}} <= 2 and {${on}} > 0`, `{${on}} >= 4`]
    const { name: on } = element
    switch (element.type) {
      case 'radiogroup':
        return isOnScale(element.choices)
          ? rated(on)
          : element.choices.map(({ value }) => `{${on}} = '${value}'`)
      case 'checkbox':
        return element.choices.map(({ value }) => `{${on}} contains '${value}'`)
      case 'boolean':
        return [`{${on}} = true`, `{${on}} = false`]
      case 'matrix':
        return element.rows.flatMap((row) => rated(`${on}.${row.value}`))
      default:
        return []
    }
  })
}
