import { Fragment } from 'react'
import {
  itemsOf,
  rowKey,
  type Choice,
  type Item,
  type Option,
  type Passage,
  type Questionnaire,
  type Words,
} from '#app/domain/questionnaire.ts'
import { pick } from '#app/i18n/index.ts'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice-field.tsx'
import { NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { FormContext, useFormState } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { useConditionWords } from '#app/ui/questionnaire-condition.tsx'

/** All questions as plain fields of the <Form> around them; `answersFromForm` reads what they send. */
export function QuestionnaireFields({ questionnaire }: { questionnaire: Questionnaire }) {
  const say = useWords()
  const form = useFormState()
  const items = itemsOf(questionnaire)
  return (
    <FormContext.Provider value={{ ...form, marksOptional: false }}>
      {questionnaire.sections.map(({ key, title, hint, parts }) => (
        <Fragment key={key}>
          {title && <h2>{say(title)}</h2>}
          {hint && <p className="muted">{say(hint)}</p>}
          {parts.map((part) =>
            part.kind === 'passage' ? (
              <PassageText key={part.key} passage={part} />
            ) : (
              <Question key={part.key} item={part} items={items} />
            ),
          )}
        </Fragment>
      ))}
    </FormContext.Provider>
  )
}

export function useWords(): (words: Words) => string {
  const locale = useLocale()
  return (words) => pick(locale, words.de, words.en)
}

/** Sanitised on the server, when it was taken and again before it came here (surveys/passage.ts). */
function PassageText({ passage }: { passage: Passage }) {
  const say = useWords()
  return <Markdown html={say(passage.html)} />
}

function Question({ item, items }: { item: Item; items: readonly Item[] }) {
  const say = useWords()
  const t = useMessages().questionnaire
  const condition = useConditionWords(items)(item.shownIf)
  const hint = [condition && t.onlyIf(condition), item.hint && say(item.hint)].filter(Boolean).join(' ')
  const field = { name: item.key, label: say(item.title), hint: hint || undefined }
  switch (item.kind) {
    case 'choice':
      return <RadioGroup {...field} options={choices(item.options, say)} />
    case 'single':
      return <RadioGroup {...field} options={choices(item.choices, say)} />
    case 'several':
      return <CheckboxGroup {...field} options={choices(item.choices, say)} />
    case 'yes-no':
      return (
        <RadioGroup
          {...field}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
      )
    case 'number':
      return (
        <NumberField
          {...field}
          hint={`${hint} ${t.range(item.min, item.max)}`.trim()}
          min={item.min}
          max={item.max}
        />
      )
    case 'text': {
      const Field = item.lines === 'many' ? TextArea : TextField
      return <Field {...field} maxLength={item.maxLength} />
    }
    case 'matrix':
      return (
        <>
          <h3>{field.label}</h3>
          {field.hint && <p className="muted">{field.hint}</p>}
          {item.rows.map((row) => (
            <RadioGroup
              key={row.key}
              name={rowKey(item, row)}
              label={say(row.title)}
              options={choices(item.options, say)}
            />
          ))}
        </>
      )
  }
}

function choices(options: readonly (Option | Choice)[], say: (words: Words) => string) {
  return options.map(({ value, label }) => ({ value: String(value), label: say(label) }))
}
