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
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm } from '#app/http/form.ts'
import { lessons } from '#app/http/lesson.server.ts'
import { idFrom } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LessonList } from '#app/ui/lesson-list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { ownTitle, pageTitle } from '#app/ui/title.ts'
import { completeLearning, forgetLearning, startLearning } from '#db/learning.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (t, locale) => (data ? ownTitle(data.course, locale) : t.learning.course.tab))

const INTENTS = ['start', 'complete', 'forget'] as const

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'learning:read', { personId: actor.id })
  const { course, modules, learning } = await lessons(db, actor, idFrom(params.courseId))
  return {
    course: { id: course.id, titleDe: course.titleDe, titleEn: course.titleEn },
    modules: modules.map(({ id, title, summary, pages }) => ({
      ...{ id, title, summary },
      pages: pages
        .filter(({ isReady }) => isReady)
        .map(({ id: pageId, title: pageName, kind }) => ({
          ...{ id: pageId, title: pageName, kind, isDone: learning?.done.has(pageId) ?? false },
        })),
    })),
    hasBegun: learning !== undefined,
    completedAt: learning?.completedAt ?? null,
    progress: learning?.progress,
    asks: learning !== undefined && new URL(request.url).searchParams.get('ask') === 'forget',
    previews: !learning && can(actor, 'module:edit'),
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'learning:start')
  const { course, learning } = await lessons(db, actor, idFrom(params.courseId))
  const form = await parseForm(request, z.object({ intent: oneOf(INTENTS) }))
  const path = `/courses/${course.id}/learn`
  if (!form.ok) return data({ refusal: undefined }, 400)
  const whose = { personId: actor.id, courseId: course.id }
  const now = new Date()
  if (form.value.intent === 'forget') {
    const result = await forgetLearning(db, whose, now)
    return result.ok ? redirect(path) : data({ refusal: result.refusal }, 409)
  }
  if (form.value.intent === 'complete') {
    const result = await completeLearning(db, whose, now)
    return result.ok ? redirect(path) : data({ refusal: result.refusal }, 409)
  }
  await startLearning(db, whose, now)
  const begun = learning ?? (await lessons(db, actor, course.id)).learning
  const next = begun?.progress.next
  return redirect(next ? `/learn/${next}` : path)
}

export default function LearnCoursePage() {
  const { course, modules, progress, completedAt, asks, previews, hasBegun } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const t = useMessages()
  const title = pick(useLocale(), course.titleDe, course.titleEn)
  const words = t.learning.course
  const crumbs = [
    { href: '/courses', label: t.course.catalogue.title },
    { href: `/courses/${course.id}`, label: title },
  ]
  if (asks && !refusal) {
    return (
      <>
        <PageHeader title={words.forgetTitle} lead={title} breadcrumbs={crumbs} />
        <Confirm
          consequence={words.forgetConsequence}
          confirm={words.forget}
          back={{ href: `/courses/${course.id}/learn` }}
          hidden={{ intent: 'forget' }}
        />
      </>
    )
  }
  const total = modules.flatMap(({ pages }) => pages).length
  return (
    <>
      <PageHeader
        title={title}
        lead={t.learning.progress(progress?.done ?? 0, total)}
        breadcrumbs={crumbs}
        action={total > 0 && <NextStep />}
      />
      {refusal && <Notice kind="danger" title={t.learning.refusal[refusal]} answer />}
      {completedAt && <Notice kind="success" title={words.completed(completedAt)} />}
      {!completedAt && progress?.next === undefined && hasBegun && total > 0 && (
        <Notice kind="success" title={words.allDone} />
      )}
      {previews && <Notice kind="info" title={words.preview} />}
      {total === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <LessonList modules={modules} next={progress?.next} isOpen={hasBegun || previews} />
      )}
      <p className="muted measure">{t.learning.own}</p>
      {hasBegun && (
        <p>
          <a href="?ask=forget">{words.forget}</a>
        </p>
      )}
    </>
  )
}

/** Begin, go on, or complete: always one thing. */
function NextStep() {
  const { course, progress, completedAt } = useLoaderData<typeof loader>()
  const words = useMessages().learning.course
  if (!progress)
    return (
      <PostButton look="primary" hidden={{ intent: 'start' }}>
        {words.start}
      </PostButton>
    )
  if (progress.next)
    return (
      <ButtonLink look="primary" href={`/learn/${progress.next}`}>
        {words.goOn}
      </ButtonLink>
    )
  if (completedAt) return <ButtonLink href={`/courses/${course.id}`}>{words.toCourse}</ButtonLink>
  return (
    <ButtonRow>
      <PostButton look="primary" hidden={{ intent: 'complete' }}>
        {words.complete}
      </PostButton>
    </ButtonRow>
  )
}
