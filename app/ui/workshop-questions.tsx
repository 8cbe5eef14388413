// Questions before a workshop, as those who asked, the group and those who answer read them.

import {
  ANSWER_LENGTH,
  ANSWER_TO,
  QUESTION_LENGTH,
  type AskedQuestion,
} from '#app/domain/workshop-question.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { CheckboxField, RadioGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Moment } from '#app/ui/time.tsx'

/** What a form got back that was not taken. */
type Answered = {
  errors?: FieldErrors | undefined
  submitted?: object | undefined
  refusal?: string | undefined
}

type AskProps = Answered & {
  workshopId: string
  /** The id of the question to be: sent twice, it is asked once. */
  id: string
}

export function AskForm({ workshopId, id, ...answered }: AskProps) {
  const words = useMessages().workshopQuestion
  return (
    <Form id={id} hidden={{ intent: 'ask' }} action={`/workshops/${workshopId}/questions`} {...answered}>
      <TextArea name="body" label={words.body} required maxLength={QUESTION_LENGTH} rows={3} />
      <CheckboxField name="mayName" label={words.mayName} />
      <ButtonRow>
        <Button>{words.ask}</Button>
      </ButtonRow>
    </Form>
  )
}

type ListProps = {
  workshopId: string
  questions: readonly AskedQuestion[]
  /** Those who lead the workshop answer, and see what people agreed to. */
  leads?: boolean | undefined
  /** What came back for one of them. */
  answered?: (Answered & { id: string }) | undefined
}

export function QuestionList({ workshopId, questions, leads = false, answered }: ListProps) {
  const words = useMessages().workshopQuestion
  return (
    <CardList>
      {questions.map((question) => (
        <Card
          key={question.id}
          title={titleOf(question, words)}
          preline={<Moment value={question.askedAt} />}
          badge={
            question.answeredAt ? (
              <Badge kind="success">{words.isAnswered}</Badge>
            ) : (
              <Badge>{words.waits}</Badge>
            )
          }
          action={question.mayRemove && <Remove workshopId={workshopId} question={question} />}
        >
          <p className="as-typed">{question.body}</p>
          {leads && !question.answeredAt && (
            <p className="muted">{question.mayName ? words.nameAllowed : words.nameWithheld}</p>
          )}
          <AnswerText question={question} leads={leads} />
          {leads && !question.answeredAt && (
            <AnswerForm
              workshopId={workshopId}
              questionId={question.id}
              answered={answered?.id === question.id ? answered : undefined}
            />
          )}
        </Card>
      ))}
    </CardList>
  )
}

type Words = ReturnType<typeof useMessages>['workshopQuestion']

function titleOf({ isOwn, asker }: AskedQuestion, words: Words): string {
  return isOwn ? words.you : words.askedBy(asker ?? words.somebody)
}

function AnswerText({ question, leads }: { question: AskedQuestion; leads: boolean }) {
  const words = useMessages().workshopQuestion
  const { answer, author, answeredAt, answerTo } = question
  if (answer === null || answeredAt === null) return null
  return (
    <>
      <p>
        <strong>{words.answeredBy(author ?? '')}</strong>{' '}
        <span className="muted">
          <Moment value={answeredAt} />
          {leads && answerTo && `, ${words.sentTo[answerTo]}`}
        </span>
      </p>
      <p className="as-typed">{answer}</p>
    </>
  )
}

function AnswerForm(props: { workshopId: string; questionId: string; answered: Answered | undefined }) {
  const words = useMessages().workshopQuestion
  const { workshopId, questionId, answered } = props
  return (
    <Disclosure summary={words.writeAnswer} open={answered !== undefined}>
      <Form
        prefix={questionId}
        hidden={{ intent: 'answer', questionId }}
        action={`/workshops/${workshopId}/questions`}
        {...answered}
      >
        <TextArea
          name="answer"
          label={words.answer}
          hint={words.answerHint}
          required
          maxLength={ANSWER_LENGTH}
          rows={4}
        />
        <RadioGroup
          name="answerTo"
          label={words.answerToLabel}
          required
          defaultValue="person"
          options={ANSWER_TO.map((to) => ({ value: to, label: words.answerTo[to] }))}
        />
        <ButtonRow>
          <Button look="primary">{words.send}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}

function Remove({ workshopId, question }: { workshopId: string; question: AskedQuestion }) {
  const words = useMessages().workshopQuestion
  return (
    <PostButton
      look="quiet"
      action={`/workshops/${workshopId}/questions`}
      hidden={{ intent: 'remove', questionId: question.id }}
    >
      {question.isOwn ? words.remove : words.removeOther}
    </PostButton>
  )
}
