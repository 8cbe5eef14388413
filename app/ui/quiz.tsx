import type { QuizQuestion, Reviewed, Said } from '#app/domain/quiz.ts'
import type { Words } from '#app/domain/questionnaire.ts'
import { formatList } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MayStayEmpty } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

/** The name of a question's field: no question can be called like a field of the form itself. */
export const quizField = (key: string) => `q.${key}`

function useWords(): (words: Words) => string {
  const locale = useLocale()
  return (words) => pick(locale, words.de, words.en)
}

/** All questions as plain fields of the <Form> around them. */
export function QuizFields({ questions }: { questions: readonly QuizQuestion[] }) {
  return (
    <MayStayEmpty>
      {questions.map((question) => (
        <Question key={question.key} question={question} />
      ))}
    </MayStayEmpty>
  )
}

function Question({ question }: { question: QuizQuestion }) {
  const say = useWords()
  const { quiz } = useMessages().learning
  const hint = question.hint ? say(question.hint) : undefined
  const field = { name: quizField(question.key), label: say(question.title), hint }
  switch (question.kind) {
    case 'one':
    case 'many': {
      const options = question.options.map(({ value, label }) => ({ value, label: say(label) }))
      return question.kind === 'one' ? (
        <RadioGroup {...field} required options={options} />
      ) : (
        <CheckboxGroup {...field} options={options} />
      )
    }
    case 'yes-no': {
      const options = [
        { value: 'true', label: quiz.yes },
        { value: 'false', label: quiz.no },
      ]
      return <RadioGroup {...field} required options={options} />
    }
    case 'rating':
      return <RadioGroup {...field} required options={steps(question)} />
    case 'text':
      return <TextField {...field} maxLength={question.maxLength} autoComplete="off" />
  }
}

function steps({ from, to }: { from: number; to: number }) {
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step)).map((value) => ({
    value,
    label: value,
  }))
}

/** What became of the answers, question by question, with what there is to learn from it. */
export function QuizReview({ review }: { review: readonly Reviewed[] }) {
  const { quiz } = useMessages().learning
  const say = useWords()
  return (
    <ol className="quiz-review" aria-label={quiz.review}>
      {review.map(({ key, title, isRight, given, solution, explanation }) => (
        <li key={key}>
          <p>
            <strong>{say(title)}</strong>
          </p>
          <Badge kind={isRight ? 'success' : 'warning'}>{isRight ? quiz.right : quiz.wrong}</Badge>
          <dl>
            <dt>{quiz.given}</dt>
            <dd>
              <Answers said={given} />
            </dd>
            {solution && !isRight && (
              <>
                <dt>{quiz.solution}</dt>
                <dd>
                  <Answers said={solution} />
                </dd>
              </>
            )}
            {explanation && (
              <>
                <dt>{quiz.explanation}</dt>
                <dd>{say(explanation)}</dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ol>
  )
}

function Answers({ said }: { said: readonly Said[] }) {
  const { quiz } = useMessages().learning
  const locale = useLocale()
  const say = useWords()
  if (said.length === 0) return <>{quiz.nothing}</>
  const words = said.map((one) => (typeof one === 'boolean' ? (one ? quiz.yes : quiz.no) : say(one)))
  return <>{formatList(words, locale)}</>
}
