import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/domain/policy.ts'
import { ANSWER_LENGTH, ANSWER_TO, QUESTION_LENGTH } from '#app/domain/workshop-question.ts'
import { permit, requireActor, type SignedInActor } from '#app/http/actor.server.ts'
import { checkbox, id, oneOf, parseForm, requiredText } from '#app/http/form.ts'
import { forbidden, found, idFrom } from '#app/http/responses.ts'
import { asRead, groupNews } from '#app/http/workshop-group.server.ts'
import { pick } from '#app/i18n/index.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { AskForm, QuestionList } from '#app/ui/workshop-questions.tsx'
import { listCurrent } from '#db/queue.ts'
import {
  answerQuestion,
  askQuestion,
  getQuestion,
  listQuestions,
  removeQuestion,
} from '#db/workshop-questions.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.workshopQuestion.title)

const AskFields = z.object({ id: id(), body: requiredText(QUESTION_LENGTH), mayName: checkbox() })
const AnswerFields = z.object({
  questionId: id(),
  answer: requiredText(ANSWER_LENGTH),
  answerTo: oneOf(ANSWER_TO),
})
const RemoveFields = z.object({ questionId: id() })

/** For those who lead the workshop all questions; for its group what each of them may read. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'workshop:ask')
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  const leads = can(actor, 'workshop:answer', workshop)
  const own = (await listCurrent(db, workshop.id)).find(({ personId }) => personId === actor.id)
  if (!leads && !own) throw forbidden()
  const { id: workshopId, titleDe, titleEn } = workshop
  const all = leads ? (await listQuestions(db, workshopId)).map((each) => asRead(each, actor, workshop)) : []
  const query = new URL(request.url).searchParams
  return {
    workshop: { id: workshopId, titleDe, titleEn },
    leads,
    open: all.filter(({ answeredAt }) => answeredAt === null),
    done: all.filter(({ answeredAt }) => answeredAt !== null),
    group: leads ? null : await groupNews(db, actor, workshop, own?.status, new Date()),
    freshId: randomUUID(),
    removed: query.has('removed'),
    recipients: /^\d{1,4}$/.test(query.get('answered') ?? '') ? Number(query.get('answered')) : null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'workshop:ask')
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  const intent = (await request.clone().formData()).get('intent')
  if (intent === 'answer') return answer({ request, context }, actor, workshop)
  if (intent === 'remove') return remove({ request, context }, actor, workshop)
  return ask({ request, context }, actor, workshop)
}

type Asked = Pick<ActionFunctionArgs, 'request' | 'context'>

async function ask({ request, context }: Asked, actor: SignedInActor, workshop: Workshop) {
  const form = await parseForm(request, AskFields)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, ask: null }, 400)
  const question = { ...form.value, workshopId: workshop.id }
  const result = await askQuestion(context.db, actor.id, question, new Date())
  if (result.ok) return redirect(`/workshops/${workshop.id}?done=asked`)
  return data({ errors: {}, submitted: form.submitted, ask: result.refusal }, 409)
}

async function answer({ request, context }: Asked, actor: SignedInActor, workshop: Workshop) {
  permit(actor, 'workshop:answer', workshop)
  const form = await parseForm(request, AnswerFields)
  const { submitted } = form
  const questionId = typeof submitted.questionId === 'string' ? submitted.questionId : ''
  if (!form.ok) return data({ errors: form.errors, submitted, questionId, answer: null }, 400)
  const result = await answerQuestion(
    context.db,
    actor.id,
    { workshopId: workshop.id, ...form.value },
    new Date(),
  )
  if (result.ok) return redirect(`/workshops/${workshop.id}/questions?answered=${result.recipients}`)
  return data({ errors: {}, submitted, questionId, answer: result.refusal }, 409)
}

async function remove({ request, context }: Asked, actor: SignedInActor, workshop: Workshop) {
  const form = await parseForm(request, RemoveFields)
  if (!form.ok) return data({ errors: {}, submitted: {}, remove: 'gone' as const }, 400)
  const { questionId } = form.value
  const question = await getQuestion(context.db, workshop.id, questionId)
  if (!question) return data({ errors: {}, submitted: {}, remove: 'gone' as const }, 409)
  const { trainerIds } = workshop
  permit(actor, 'workshop:remove-question', { personId: question.askedBy, trainerIds })
  const ids = { workshopId: workshop.id, questionId }
  const result = await removeQuestion(context.db, actor.id, ids, new Date())
  if (!result.ok) return data({ errors: {}, submitted: {}, remove: result.refusal }, 409)
  const leads = can(actor, 'workshop:answer', workshop)
  return redirect(
    leads ? `/workshops/${workshop.id}/questions?removed` : `/workshops/${workshop.id}?done=question-removed`,
  )
}

export default function QuestionsPage() {
  const { workshop, leads, removed, recipients } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useMessages()
  const words = t.workshopQuestion
  const title = pick(useLocale(), workshop.titleDe, workshop.titleEn)
  return (
    <div className="measure stack">
      <PageHeader
        title={leads ? words.title : words.section}
        lead={title}
        breadcrumbs={[
          { href: '/workshops', label: t.workshop.list.title },
          { href: `/workshops/${workshop.id}`, label: title },
        ]}
      />
      {!sent && removed && <Notice kind="success" title={words.removed} answer />}
      {!sent && recipients !== null && <Notice kind="success" title={words.answered(recipients)} answer />}
      {sent && 'remove' in sent && <Notice kind="danger" title={words.removeRefusal[sent.remove]} answer />}
      {leads ? <ForLeaders /> : <ForGroup />}
    </div>
  )
}

function ForLeaders() {
  const { workshop, open, done } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const words = useMessages().workshopQuestion
  const answered = sent && 'answer' in sent ? sent : undefined
  if (open.length + done.length === 0) return <Empty>{words.none}</Empty>
  return (
    <>
      {answered?.answer && <Notice kind="danger" title={words.answerRefusal[answered.answer]} answer />}
      <Section title={words.open}>
        {open.length === 0 ? (
          <Empty>{words.openCount(0)}</Empty>
        ) : (
          <QuestionList
            workshopId={workshop.id}
            questions={open}
            leads
            answered={
              answered && {
                id: answered.questionId,
                errors: answered.errors,
                submitted: answered.submitted,
              }
            }
          />
        )}
      </Section>
      {done.length > 0 && (
        <Section title={words.done}>
          <QuestionList workshopId={workshop.id} questions={done} leads />
        </Section>
      )}
    </>
  )
}

function ForGroup() {
  const { workshop, group, freshId } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const words = useMessages().workshopQuestion
  const asked = sent && 'ask' in sent ? sent : undefined
  if (!group) return null
  return (
    <>
      {group.cannotAsk === null || asked ? (
        <AskForm
          workshopId={workshop.id}
          id={freshId}
          errors={asked?.errors}
          submitted={asked?.submitted}
          refusal={asked?.ask ? words.askRefusal[asked.ask] : undefined}
        />
      ) : (
        <p>{words.askRefusal[group.cannotAsk]}</p>
      )}
      {group.own.length > 0 && (
        <Section title={words.own}>
          <QuestionList workshopId={workshop.id} questions={group.own} />
        </Section>
      )}
      {group.ofGroup.length > 0 && (
        <Section title={words.ofGroup}>
          <QuestionList workshopId={workshop.id} questions={group.ofGroup} />
        </Section>
      )}
    </>
  )
}
