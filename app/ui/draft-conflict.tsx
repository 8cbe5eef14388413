// The second of two who edit one draft: what the first one has changed, in the words of the editor.

import {
  DRAFT_ORDER,
  DRAFT_TEXTS,
  elementInPart,
  namesInOrder,
  textsInPart,
} from '#app/domain/draft-conflict.ts'
import type { Difference } from '#app/domain/edit-conflict.ts'
import { kindOf } from '#app/domain/questionnaire-draft.ts'
import type { DefinitionElement, Item, LocalText } from '#app/domain/questionnaire.ts'
import type { Messages } from '#app/i18n/index.ts'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useConditionWords } from '#app/ui/questionnaire-condition.tsx'

export type DraftConflictProps = {
  differences: readonly Difference[]
  by: string | null
  at: Date | null
  /** Up, down and remove have no fields: the step waits until the new state has been seen. */
  isStep: boolean
}

export function DraftConflict({
  items,
  isQuestion,
  ...conflict
}: DraftConflictProps & { items: readonly Item[]; isQuestion: boolean }) {
  const t = useMessages()
  const say = useConditionWords(items)
  const { differences, by, at, isStep } = conflict
  const words = t.planning.conflict
  if (isStep) {
    const { stepWaits } = t.questionnaireEditor.edit
    return (
      <Notice kind="warning" title={words.title} answer>
        <p>{at ? stepWaits(by, at) : stepWaits(null, null)}</p>
      </Notice>
    )
  }
  return (
    <EditConflict
      {...{ differences, by, at }}
      labelOf={(field) =>
        labelOfPart(
          t,
          differences.find((one) => one.field === field),
        ) ?? fieldLabel(t, field, isQuestion)
      }
      said={(field, value) =>
        said(
          t,
          differences.find((one) => one.field === field),
          String(value),
          say,
        )
      }
    />
  )
}

function fieldLabel({ questionnaireEditor: { edit } }: Messages, field: string, isQuestion: boolean) {
  const [title, hint] = isQuestion ? [edit.question, edit.hint] : [edit.name, edit.introduction]
  const labels: Record<string, string> = {
    title: `${title} (${edit.german})`,
    titleEn: `${title} (${edit.english})`,
    hint: `${hint} (${edit.german})`,
    hintEn: `${hint} (${edit.english})`,
    html: `${edit.passage} (${edit.german})`,
    htmlEn: `${edit.passage} (${edit.english})`,
    choices: edit.choices,
    min: edit.min,
    max: edit.max,
    maxLength: edit.maxLength,
    visibleIf: edit.onlyIf,
    name: edit.key,
  }
  return labels[field]
}

/** A part of the JSON is called as in the outline. */
function labelOfPart({ questionnaireEditor: { edit } }: Messages, difference: Difference | undefined) {
  if (!difference) return undefined
  const { field } = difference
  if (field === DRAFT_ORDER) return edit.order
  if (field === DRAFT_TEXTS) return edit.texts
  const [kind, name] = field.split(':')
  if (name === undefined) return undefined
  return `${kind === 'section' ? edit.section : edit.question} ${name}`
}

type Say = (shownIf: string | null) => string | null

function said(t: Messages, difference: Difference | undefined, value: string, say: Say): string {
  const field = difference?.field ?? ''
  if (field === 'visibleIf') return (value && say(value)) || t.questionnaireEditor.edit.always
  if (value === '') return ''
  if (field === DRAFT_ORDER) return namesInOrder(value).join(', ')
  const element = elementInPart(field, value)
  if (element && difference) {
    const { before, theirs, yours } = difference
    const all = [before, theirs, yours].map((part) => {
      const one = elementInPart(field, String(part))
      return one && elementSaid(t, one, say)
    })
    // What is the same in all of them is no news, and a table of three questions hard to read.
    const isNews = (piece: string) => all.some((pieces) => pieces && !pieces.includes(piece))
    return elementSaid(t, element, say).filter(isNews).join('; ')
  }
  const texts = textsInPart(field, value)
  return texts ? both([texts.title, texts.description]) : value
}

function elementSaid(
  { questionnaireEditor: { edit } }: Messages,
  element: DefinitionElement,
  say: Say,
): string[] {
  const shownIf = element.visibleIf === undefined ? [] : [`${edit.onlyIf}: ${say(element.visibleIf) ?? ''}`]
  if (element.type === 'html') return [both([element.html]), ...shownIf]
  const choices = 'rows' in element ? element.rows : 'choices' in element ? element.choices : []
  return [
    both([element.title]),
    ...(element.description ? [`${edit.hint}: ${both([element.description])}`] : []),
    edit.kinds[kindOf(element)],
    ...choices.map(({ value, text }) => `${value}: ${both([text])}`),
    ...('inputType' in element ? [`${element.min}–${element.max}`] : []),
    ...('maxLength' in element ? [`${edit.maxLength}: ${element.maxLength}`] : []),
    ...shownIf,
  ]
}

const both = (texts: readonly (LocalText | undefined)[]) =>
  texts.flatMap((text) => (text ? [text.default, ...(text.en ? [text.en] : [])] : [])).join(' / ')
