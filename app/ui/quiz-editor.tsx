import { Button, ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { CheckboxField, RadioGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { Messages } from '#app/i18n/index.ts'

/** The kinds that have a form; a rating is written as JSON. */
const KINDS = ['radiogroup', 'checkbox', 'boolean', 'text'] as const
type Kind = (typeof KINDS)[number]
const ROWS = [0, 1, 2, 3, 4, 5]

type Listed = { name: string; title: string; type: Kind | 'rating' }

export function QuestionList({ questions, version }: { questions: readonly Listed[]; version: number }) {
  const { quiz, list } = useMessages().module
  return (
    <Section title={quiz.title}>
      <DataTable
        caption={quiz.title}
        rows={questions}
        rowKey={({ name }) => name}
        empty={<Empty>{quiz.none}</Empty>}
        columns={[
          { key: 'title', header: quiz.question, rowHeader: true, cell: ({ title }) => title },
          { key: 'kind', header: list.kind, cell: ({ type }) => quiz.kind[type] },
          {
            key: 'change',
            header: quiz.change,
            action: true,
            cell: ({ name, title, type }) => (
              <span className="move-buttons">
                {type !== 'rating' && (
                  <ButtonLink look="quiet" href={`?question=${name}#question`} label={quiz.changeOf(title)}>
                    {quiz.change}
                  </ButtonLink>
                )}
                <PostButton
                  look="quiet"
                  label={quiz.remove(title)}
                  hidden={{ intent: 'remove', name, version: String(version) }}
                >
                  {quiz.removeShort}
                </PostButton>
              </span>
            ),
          },
        ]}
      />
      <Disclosure summary={quiz.add} open={questions.length === 0}>
        <ul className="plain-list">
          {KINDS.map((kind) => (
            <li key={kind}>
              <a href={`?kind=${kind}#question`}>{quiz.kind[kind]}</a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}

type QuestionFormProps = {
  name: string
  kind: Kind
  values: Record<string, unknown> | undefined
  version: number
  answer: { errors: Record<string, string>; submitted: Record<string, string | string[]> } | undefined
}

/** One question, what is right, and why. */
export function QuestionForm({ name, kind, values, version, answer }: QuestionFormProps) {
  const t = useMessages()
  const { quiz } = t.module
  const words = { twoChoices: quiz.twoChoices, markOne: quiz.markOne, markSome: quiz.markSome }
  const wrong = answer && Object.keys(answer.errors).length > 0 ? answer : undefined
  const { right, ...errors } = wrong?.errors ?? {}
  return (
    <Section title={quiz.kind[kind]} id="question">
      <Form
        hidden={{ intent: 'question', name, kind, version: String(version) }}
        values={values}
        errors={
          right === undefined ? errors : { ...errors, [kind === 'boolean' ? 'right' : 'isRight0']: right }
        }
        sentences={words}
        submitted={wrong?.submitted}
      >
        <TextField name="title" label={quiz.question} required maxLength={300} />
        {answerFields(t, kind)}
        <TextArea
          name="explanation"
          label={quiz.explanation}
          hint={quiz.explanationHint}
          maxLength={1_000}
          rows={3}
        />
        <ButtonRow>
          <Button look="primary">{quiz.save}</Button>
          <ButtonLink href="?">{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Elements and no component, so that the form finds their labels. */
function answerFields(t: Messages, kind: Kind) {
  const { module, learning } = t
  const { quiz } = module
  if (kind === 'boolean') {
    const options = [
      { value: 'true', label: learning.quiz.yes },
      { value: 'false', label: learning.quiz.no },
    ]
    return <RadioGroup name="right" label={quiz.rightBoolean} required options={options} />
  }
  if (kind === 'text')
    return (
      <TextField name="answer" label={quiz.rightText} hint={quiz.rightTextHint} required maxLength={80} />
    )
  return (
    <>
      {ROWS.map((row) => (
        <div key={row} className="field-row">
          <TextField name={`choice${row}`} label={quiz.choice(row + 1)} required={row < 2} maxLength={300} />
          <CheckboxField name={`isRight${row}`} label={quiz.right(row + 1)} />
        </div>
      ))}
      <CheckboxField name="shuffle" label={quiz.shuffle} />
    </>
  )
}

type JsonEditorProps = {
  json: string
  version: number
  submitted: Record<string, string | string[]> | undefined
}

/** The whole quiz at once, for those who write definitions. */
export function JsonEditor({ json, version, submitted }: JsonEditorProps) {
  const { quiz } = useMessages().module
  const isSubmitted = submitted?.intent === 'json'
  return (
    <Disclosure summary={quiz.json} open={isSubmitted}>
      <p>{quiz.jsonLead}</p>
      <Form
        prefix="json"
        hidden={{ intent: 'json', version: String(version) }}
        values={{ json }}
        submitted={isSubmitted ? submitted : undefined}
      >
        <TextArea name="json" label={quiz.jsonField} required rows={16} />
        <Button>{quiz.jsonSave}</Button>
      </Form>
    </Disclosure>
  )
}
