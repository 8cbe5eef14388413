import { randomInt, randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { nextAttemptAt } from '#app/domain/learning.ts'
import { answersOf, questionsOf, reviewOf, scoreOf, type QuizQuestion } from '#app/domain/quiz.ts'
import { shuffle } from '#app/domain/shuffle.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, oneOf, parseForm } from '#app/http/form.ts'
import { lesson } from '#app/http/lesson.server.ts'
import { renderMarkdown } from '#app/http/markdown.server.ts'
import { idFrom, notFound } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { LessonContent } from '#app/ui/lesson-content.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { QuizPart } from '#app/ui/quiz-part.tsx'
import { quizField } from '#app/ui/quiz.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { answerQuiz, finishPage, listAttempts } from '#db/learning.ts'
import type { ModulePage } from '#db/module-pages.ts'
import { storedQuiz } from '#surveys/quiz.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (t) => data?.page.title ?? t.learning.course.tab)

const AnswerForm = z.object({ intent: oneOf(['done', 'answer']), id: id().optional() })

/** Whatever stands in here reaches the browser: of a quiz its questions, and after answering what was said. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'learning:read', { personId: actor.id })
  const { page, course, learning, pages, place } = await lesson(db, actor, idFrom(params.pageId))
  const { id: pageId, kind, title, url, moduleTitle, fileName, mediaType, size, alternativeText } = page
  const again = new URL(request.url).searchParams.has('again')
  return {
    course: { id: course.id, titleDe: course.titleDe, titleEn: course.titleEn },
    page: { id: pageId, kind, title, url, moduleTitle, fileName, mediaType, size, alternativeText },
    body: renderMarkdown(page.body),
    hasCaptions: page.captionsId !== null,
    nth: place + 1,
    total: pages.length,
    previous: pages[place - 1]?.id,
    next: pages[place + 1]?.id,
    hasBegun: learning !== undefined,
    isDone: learning?.done.has(pageId) ?? false,
    quiz: kind === 'quiz' ? await quizFor(db, actor.id, page, again) : null,
  }
}

async function quizFor(db: Db, personId: string, page: ModulePage, again: boolean) {
  const definition = storedQuiz(page.quiz ?? '')
  const attempts = await listAttempts(db, personId, page.id)
  const times = attempts.map(({ at }) => at)
  const passed = attempts.find((attempt) => attempt.passed)
  const shown = passed ?? (again ? undefined : attempts[0])
  const nextAt = passed ? null : nextAttemptAt(times, page.attempts, new Date())
  return {
    attemptId: randomUUID(),
    passPercent: page.passPercent ?? 0,
    attempts: page.attempts,
    nextAt,
    questions: shown || nextAt ? [] : questionsOf(definition).map(shuffled),
    result: shown && {
      passed: shown.passed,
      points: shown.points,
      outOf: shown.outOf,
      review: reviewOf(definition, shown.answers, shown.passed),
    },
  }
}

/** Choices in random order where the quiz says so: which one is right cannot be told by its place. */
function shuffled(question: QuizQuestion): QuizQuestion {
  if (!('options' in question) || !question.isShuffled) return question
  return { ...question, options: shuffle(question.options, (below) => randomInt(below)) }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'learning:start')
  const { page, course, pages, place } = await lesson(db, actor, idFrom(params.pageId))
  const form = await parseForm(request, AnswerForm)
  const whose = { personId: actor.id, courseId: course.id, pageId: page.id }
  const now = new Date()
  if (!form.ok) return data({ refusal: undefined }, 400)
  if (form.value.intent === 'done') {
    const result = await finishPage(db, whose, now)
    if (!result.ok) return data({ refusal: result.refusal }, 409)
    const next = pages[place + 1]?.id
    return redirect(next ? `/learn/${next}` : `/courses/${course.id}/learn`)
  }
  if (page.kind !== 'quiz') throw notFound()
  const sent: Record<string, string | string[] | undefined> = form.submitted
  const judge = (quiz: string) => {
    const definition = storedQuiz(quiz)
    const answers = answersOf(questionsOf(definition), (key) => [sent[quizField(key)] ?? []].flat())
    return { answers, score: scoreOf(definition, answers) }
  }
  const result = await answerQuiz(db, { ...whose, id: form.value.id ?? randomUUID(), judge }, now)
  return result.ok ? redirect(`/learn/${page.id}`) : data({ refusal: result.refusal }, 409)
}

export default function LessonPage() {
  const { course, page, body, hasCaptions, nth, total, quiz } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const t = useMessages()
  const title = pick(useLocale(), course.titleDe, course.titleEn)
  return (
    <div className="measure">
      <PageHeader
        title={page.title}
        lead={`${page.moduleTitle} · ${t.learning.page.of(nth, total)}`}
        breadcrumbs={[{ href: `/courses/${course.id}/learn`, label: title }]}
      />
      {refusal && <Notice kind="danger" title={t.learning.refusal[refusal]} answer />}
      <LessonContent page={page} body={body} hasCaptions={hasCaptions} />
      {quiz && <QuizPart quiz={quiz} />}
      <Steps />
    </div>
  )
}

/** Back, and on. A page is ticked off by going on; a quiz by passing it. */
function Steps() {
  const { course, page, previous, next, isDone, hasBegun } = useLoaderData<typeof loader>()
  const words = useMessages().learning.page
  const onward = next ? `/learn/${next}` : `/courses/${course.id}/learn`
  const mustDo = hasBegun && !isDone
  return (
    <ButtonRow>
      {mustDo && page.kind !== 'quiz' && (
        <PostButton look="primary" hidden={{ intent: 'done' }}>
          {next ? words.next : words.finish}
        </PostButton>
      )}
      {!mustDo && (
        <ButtonLink look="primary" href={onward}>
          {next ? words.goOn : words.overview}
        </ButtonLink>
      )}
      {previous && <ButtonLink href={`/learn/${previous}`}>{words.back}</ButtonLink>}
      {(next || mustDo) && <a href={`/courses/${course.id}/learn`}>{words.overview}</a>}
    </ButtonRow>
  )
}
