import type { QuizQuestion, Reviewed } from '#app/domain/quiz.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { QuizFields, QuizReview } from '#app/ui/quiz.tsx'

type Quiz = {
  attemptId: string
  passPercent: number
  attempts: number | null
  nextAt: Date | null
  questions: readonly QuizQuestion[]
  result: { passed: boolean; points: number; outOf: number; review: readonly Reviewed[] } | undefined
}

/** The questions, or what became of the answers. */
export function QuizPart({ quiz }: { quiz: Quiz }) {
  const words = useMessages().learning.quiz
  const { result, nextAt } = quiz
  if (!result && !nextAt) {
    return (
      <div className="stack">
        <p>{words.rule(quiz.passPercent, quiz.attempts)}</p>
        <Form id={quiz.attemptId} hidden={{ intent: 'answer' }}>
          <QuizFields questions={quiz.questions} />
          <p>
            <Button look="primary">{words.send}</Button>
          </p>
        </Form>
      </div>
    )
  }
  return (
    <div className="stack">
      {result && (
        <Notice
          kind={result.passed ? 'success' : 'warning'}
          title={(result.passed ? words.passed : words.failed)(result.points, result.outOf)}
          answer
        >
          {!result.passed && !nextAt && words.rule(quiz.passPercent, quiz.attempts)}
        </Notice>
      )}
      {nextAt && <Notice kind="info" title={words.nextAt(nextAt)} />}
      {result && <QuizReview review={result.review} />}
      {result && !result.passed && !nextAt && (
        <p>
          <ButtonLink look="primary" href="?again=1">
            {words.again}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}
