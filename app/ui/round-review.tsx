// What stands between the count and the release: somebody reads the remarks.

import { pick } from '#app/i18n/index.ts'
import { MAX_TEXT_TOTAL, type TextItem } from '#app/domain/questionnaire.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form, MayStayEmpty, type FieldErrors } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

export type TextToReview = {
  id: string
  itemKey: string
  body: string
  review: 'pending' | 'shown' | 'shortened' | 'hidden'
  shortened: string | null
}

/** The name of the field in which the decision about a text arrives. */
export const TEXT_FIELD = 'text.'
/** The name of the field with the shortened text. */
export const SHORTENED_FIELD = 'shortened.'

type RoundReviewProps = {
  texts: readonly TextToReview[]
  questions: readonly TextItem[]
  minimum: number
  /** Whether the report to the committee shows them too. */
  inReport: boolean
  answer: { errors?: FieldErrors | undefined; submitted?: object | undefined }
}

export function RoundReview({ texts, questions, minimum, inReport, answer }: RoundReviewProps) {
  const { review, remarkReaders } = useMessages().round
  const undecided = texts.filter((text) => text.review === 'pending').length
  if (texts.length === 0) {
    return (
      <Section title={review.title}>
        <p>{review.none}</p>
      </Section>
    )
  }
  return (
    <Section title={review.title}>
      <p className="measure">{review.lead(minimum)}</p>
      {inReport && <p className="measure">{remarkReaders.inReport}</p>}
      {undecided > 0 && <p className="note">{review.open(undecided)}</p>}
      <Form hidden={{ step: 'review' }} prefix="review" {...answer}>
        <MayStayEmpty>
          {questions.map((question) => (
            <Question
              key={question.key}
              question={question}
              texts={texts.filter(({ itemKey }) => itemKey === question.key)}
              errors={answer.errors}
            />
          ))}
        </MayStayEmpty>
        <ButtonRow>
          <Button>{review.save}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

type QuestionProps = {
  question: TextItem
  texts: readonly TextToReview[]
  errors: FieldErrors | undefined
}

function Question({ question, texts, errors }: QuestionProps) {
  const { review } = useMessages().round
  const locale = useLocale()
  if (texts.length === 0) return null
  const options = [
    { value: 'shown', label: review.shown },
    { value: 'shortened', label: review.shortened },
    { value: 'hidden', label: review.hidden },
  ]
  return (
    <Section title={pick(locale, question.title.de, question.title.en)} level={3}>
      <ol className="remarks remarks--open">
        {texts.map((text) => (
          <li key={text.id}>
            <RadioGroup
              name={TEXT_FIELD + text.id}
              label={text.body}
              options={options}
              defaultValue={text.review === 'pending' ? null : text.review}
            />
            <Disclosure
              summary={review.shorten}
              open={text.review === 'shortened' || errors?.[SHORTENED_FIELD + text.id] !== undefined}
            >
              <TextArea
                name={SHORTENED_FIELD + text.id}
                label={review.shortenedText}
                hint={review.shortenHint}
                defaultValue={text.shortened ?? text.body}
                maxLength={MAX_TEXT_TOTAL}
                rows={3}
              />
            </Disclosure>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** The way to the question whether to release; first every text has to be decided on. */
export function ReleaseStep({ roundId, texts }: { roundId: string; texts: readonly TextToReview[] }) {
  const { release } = useMessages().round
  const isRead = texts.every((text) => text.review !== 'pending')
  return (
    <Section title={release.title}>
      <p className="measure">{isRead ? release.lead : release.unread}</p>
      {isRead && (
        <p>
          <ButtonLink look="primary" href={`/evaluations/${roundId}?ask=release`}>
            {release.go}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
