import { Fragment } from 'react'
import { rowKey, type Item, type Option, type Questionnaire, type Words } from '#app/domain/questionnaire.ts'
import { pick } from '#app/i18n/index.ts'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { FormContext, useFormState } from '#app/ui/form.tsx'
import { useLocale } from '#app/ui/locale.tsx'

/** All questions as plain fields of the <Form> around them; `answersFromForm` reads what they send. */
export function QuestionnaireFields({ questionnaire }: { questionnaire: Questionnaire }) {
  const say = useWords()
  const form = useFormState()
  return (
    <FormContext.Provider value={{ ...form, marksOptional: false }}>
      {questionnaire.sections.map(({ key, title, hint, items }) => (
        <Fragment key={key}>
          {title && <h2>{say(title)}</h2>}
          {hint && <p className="muted">{say(hint)}</p>}
          {items.map((item) => (
            <Question key={item.key} item={item} />
          ))}
        </Fragment>
      ))}
    </FormContext.Provider>
  )
}

function useWords(): (words: Words) => string {
  const locale = useLocale()
  return (words) => pick(locale, words.de, words.en)
}

function Question({ item }: { item: Item }) {
  const say = useWords()
  const field = { name: item.key, label: say(item.title), hint: item.hint ? say(item.hint) : undefined }
  if (item.kind === 'choice') return <RadioGroup {...field} options={choices(item.options, say)} />
  if (item.kind === 'text') {
    const Field = item.lines === 'many' ? TextArea : TextField
    return <Field {...field} maxLength={item.maxLength} />
  }
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

function choices(options: readonly Option[], say: (words: Words) => string) {
  return options.map(({ value, label }) => ({ value: String(value), label: say(label) }))
}
