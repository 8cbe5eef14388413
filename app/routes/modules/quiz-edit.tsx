import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { checkbox, line, oneOf, optionalText, parseForm, wholeNumber } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import {
  CHOICES,
  elementFrom,
  FORM_KINDS,
  freeName,
  questionValues,
  valueOfRow,
  withElement,
  withoutElement,
} from '#app/http/quiz-form.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { JsonEditor, QuestionForm, QuestionList } from '#app/ui/quiz-editor.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { getPage, setQuiz } from '#db/module-pages.ts'
import { readQuiz, readQuizText, storedQuiz } from '#surveys/quiz.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.module.quiz.title)

const rows = Array.from({ length: CHOICES }, (_, row) => row)
const version = wholeNumber(0, 1_000_000)
const QuizForm = z.object({
  intent: oneOf(['question', 'remove', 'json']),
  version,
  name: z.string().max(48).default(''),
  kind: oneOf(FORM_KINDS).default('radiogroup'),
  title: line(300).or(z.literal('')).default(''),
  explanation: optionalText(1_000),
  answer: optionalText(80),
  right: z.string().max(5).optional(),
  shuffle: checkbox(),
  json: z.string().max(262_144).default(''),
})

async function quizOf(db: Db, pageId: string | undefined) {
  const page = found(await getPage(db, idFrom(pageId)))
  if (page.kind !== 'quiz') throw notFound()
  return { page, quiz: page.quiz === null ? null : storedQuiz(page.quiz) }
}

/** The questions, and one of them in the form: a new one of some kind, or the one that the address names. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'module:edit')
  const { page, quiz } = await quizOf(db, params.pageId)
  const query = new URL(request.url).searchParams
  const elements = quiz?.pages.flatMap((one) => one.elements) ?? []
  const edited = elements.find(({ name }) => name === query.get('question'))
  const kind = choiceFrom(query, 'kind', FORM_KINDS)
  return {
    page: { id: page.id, title: page.title, courseId: page.courseId, version: page.version },
    questions: elements.map(({ name, title, type }) => ({ name, title: title.default, type })),
    question:
      edited && edited.type !== 'rating'
        ? { name: edited.name, kind: edited.type, values: questionValues(edited) }
        : kind && { name: freeName(quiz), kind, values: undefined },
    json: JSON.stringify(quiz ?? { pages: [] }, null, 2),
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'module:edit')
  const { page, quiz } = await quizOf(db, params.pageId)
  const form = await parseForm(request, QuizForm)
  const { submitted } = form
  const answer = { errors: {}, findings: [], refusal: undefined, submitted }
  if (!form.ok) return data({ ...answer, errors: form.errors }, 400)
  const fields: Record<string, unknown> = submitted
  const { intent, name, kind, title, explanation, answer: solution, right, shuffle, json } = form.value
  let next = quiz && withoutElement(quiz, name)
  if (intent === 'json') {
    const read = readQuizText(json)
    if (!read.ok) return data({ ...answer, findings: read.findings }, 400)
    next = read.definition
  } else if (intent === 'question') {
    if (title === '') return data({ ...answer, errors: { title: 'required' } }, 400)
    const made = elementFrom(kind, name, {
      ...{ title, explanation, shuffle, answer: solution },
      choices: rows.map((row) => textOf(fields[`choice${row}`])),
      right:
        kind === 'boolean'
          ? [right ?? []].flat()
          : rows.filter((row) => fields[`isRight${row}`] === 'on').map(valueOfRow),
    })
    if (!made.ok) return data({ ...answer, errors: made.errors }, 400)
    const read = readQuiz(withElement(quiz, made.element))
    if (!read.ok) return data({ ...answer, findings: read.findings }, 400)
    next = read.definition
  }
  const stored = { id: page.id, version: form.value.version, quiz: next && JSON.stringify(next) }
  const result = await setQuiz(db, actor.id, stored, new Date())
  if (!result.ok) return data({ ...answer, refusal: 'changed-meanwhile' as const }, 409)
  return redirect(`/module-pages/${page.id}/quiz`)
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : null)

export default function QuizEditPage() {
  const { page, questions, question, json } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { quiz, list, refusal } = t.module
  const findings = answer?.findings ?? []
  return (
    <>
      <PageHeader
        title={quiz.title}
        lead={quiz.lead}
        breadcrumbs={[
          { href: `/courses/${page.courseId}/modules`, label: list.title },
          { href: `/module-pages/${page.id}/edit`, label: page.title },
        ]}
        action={<ButtonLink href={`/learn/${page.id}`}>{list.preview}</ButtonLink>}
      />
      {answer?.refusal && <Notice kind="danger" title={refusal[answer.refusal]} answer />}
      {findings.length > 0 && (
        <Notice kind="danger" title={t.form.problems(findings.length)} answer>
          <ul>
            {findings.map(({ path, finding }) => (
              <li key={`${path} ${finding}`}>{quiz.finding(path, t.questionnaire.finding[finding])}</li>
            ))}
          </ul>
        </Notice>
      )}
      <QuestionList questions={questions} version={page.version} />
      {question && <QuestionForm {...question} version={page.version} answer={answer} />}
      <JsonEditor json={json} version={page.version} submitted={answer?.submitted} />
    </>
  )
}
