import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { nextOffer } from '#app/domain/course.ts'
import { can } from '#app/domain/policy.ts'
import { workshopState } from '#app/domain/workshop.ts'
import { actorOf, permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm } from '#app/http/form.ts'
import { renderMarkdown } from '#app/http/markdown.server.ts'
import { materialsOfCourse } from '#app/http/materials.server.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { Allowed, useActor } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { CourseDates } from '#app/ui/course-dates.tsx'
import { CourseFacts } from '#app/ui/course-facts.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { Materials } from '#app/ui/materials.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { SelfPaced } from '#app/ui/self-paced.tsx'
import { ownTitle, pageTitle } from '#app/ui/title.ts'
import { getCourse, publishCourse, retireCourse } from '#db/courses.ts'
import type { Db } from '#db/client.server.ts'
import { getLearning } from '#db/learning.ts'
import { listModules, pagesOf } from '#db/modules.ts'
import { listRequired } from '#db/prerequisites.ts'
import { listWorkshops } from '#db/workshops.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (t, locale) => (data ? ownTitle(data.course, locale) : t.course.catalogue.title))

const INTENTS = ['publish', 'retire'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'catalogue:read')
  const course = found(await getCourse(context.db, idFrom(params.courseId)))
  const mayEdit = can(actor, 'course:edit')
  if (course.state === 'draft' && !mayEdit) throw notFound()

  const now = new Date()
  const workshops = await listWorkshops(context.db, {
    courseId: course.id,
    from: now,
    drafts: mayEdit,
    ownDraftsOf: actor.id,
  })
  return {
    course,
    required: await listRequired(context.db, course.id),
    seesDrafts: mayEdit,
    goals: renderMarkdown(course.goals),
    contents: renderMarkdown(course.contents),
    dates: workshops.map((workshop) => ({
      ...workshop,
      state: workshopState(workshop, [workshop], workshop.taken, now),
    })),
    self: await selfPaced(context.db, actor.id, course.id),
    materials: await materialsOfCourse(context.db, actor, course.id, now),
    nextId: nextOffer(workshops, now)?.id,
    asks: mayEdit && course.state === 'published' && asksFor(request) === 'retire',
  }
}

/** What there is to learn by oneself, and how far this person, and nobody else, has come. */
async function selfPaced(db: Db, personId: string | null, courseId: string) {
  const modules = await listModules(db, courseId)
  const total = pagesOf(modules).length
  if (total === 0) return null
  const learning = personId === null ? undefined : await getLearning(db, { personId, courseId }, modules)
  return {
    total,
    done: learning?.progress.done ?? 0,
    next: learning?.progress.next,
    hasBegun: learning !== undefined,
    isCompleted: Boolean(learning?.completedAt),
    isGuest: personId === null,
  }
}

/** What somebody is about to do, and is asked about first. */
function asksFor(request: Request): string | null {
  return new URL(request.url).searchParams.get('ask')
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'course:edit')
  const id = found(await getCourse(context.db, idFrom(params.courseId))).id
  const form = await parseForm(request, z.object({ intent: oneOf(INTENTS) }))
  if (!form.ok) return data({ refusal: undefined }, 400)

  const command = form.value.intent === 'publish' ? publishCourse : retireCourse
  const result = await command(context.db, actor.id, id, new Date())
  if (!result.ok) return data({ refusal: result.refusal }, 409)
  return redirect(`/courses/${id}`)
}

export default function CoursePage() {
  const { course, required, seesDrafts, goals, contents, dates, materials, self, asks } =
    useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const t = useMessages()
  const locale = useLocale()
  const actor = useActor()
  const mayPlan = can(actor, 'workshop:add')
  const mayEdit = can(actor, 'material:edit', { trainerIds: [] })
  // Without seats and dates, a course to learn by oneself has nothing to enrol in.
  const isSelfPaced = course.format === 'self-paced' && dates.length === 0
  if (asks && !refusal) return <RetireQuestion />
  return (
    <>
      <PageHeader
        title={pick(locale, course.titleDe, course.titleEn)}
        lead={pick(locale, course.summaryDe, course.summaryEn)}
        breadcrumbs={[{ href: '/courses', label: t.course.catalogue.title }]}
        badge={course.state !== 'published' && <Badge>{t.course.state[course.state]}</Badge>}
        action={<Actions />}
      />
      {refusal && <Notice kind="danger" title={t.course.refusal[refusal]} answer />}
      {course.state === 'draft' && <Notice kind="info" title={t.course.page.draft} />}
      {course.state === 'retired' && <Notice kind="info" title={t.course.page.retired} />}
      <CourseFacts course={course} required={required} seesDrafts={seesDrafts} />
      {self && <SelfPaced courseId={course.id} self={self} />}
      {!isSelfPaced && (
        <Section title={t.course.page.dates} id="dates">
          <CourseDates dates={dates} empty={mayPlan ? t.course.page.noDatesPlan : t.course.page.noDates} />
        </Section>
      )}
      <Section title={t.course.page.goals}>
        <Markdown html={goals} />
      </Section>
      <Section title={t.course.page.contents}>
        <Markdown html={contents} />
      </Section>
      <Materials materials={materials} manage={mayEdit ? `/courses/${course.id}/materials` : undefined} />
    </>
  )
}

function Actions() {
  const { course, nextId } = useLoaderData<typeof loader>()
  const { module, course: words } = useMessages()
  const { page } = words
  const path = `/courses/${course.id}`
  return (
    <ButtonRow>
      {nextId && (
        <ButtonLink href={`/workshops/${nextId}`} look="primary">
          {page.toNextDate}
        </ButtonLink>
      )}
      <Allowed to="course:edit">
        {course.state === 'draft' && (
          <PostButton look="primary" hidden={{ intent: 'publish' }}>
            {page.publish}
          </PostButton>
        )}
      </Allowed>
      {course.state !== 'retired' && (
        <Allowed to="workshop:add">
          <ButtonLink href={`/workshops/new?course=${course.id}`}>{page.plan}</ButtonLink>
        </Allowed>
      )}
      <Allowed to="course:edit">
        <ButtonLink href={`${path}/edit`}>{page.edit}</ButtonLink>
        <ButtonLink href={`${path}/modules`}>{module.list.manage}</ButtonLink>
        {course.state === 'published' && <ButtonLink href={`${path}?ask=retire`}>{page.retire}</ButtonLink>}
      </Allowed>
    </ButtonRow>
  )
}

/** Asked once, in words that name the consequence. */
function RetireQuestion() {
  const { course } = useLoaderData<typeof loader>()
  const { page, catalogue } = useMessages().course
  const title = pick(useLocale(), course.titleDe, course.titleEn)
  const back = `/courses/${course.id}`
  return (
    <>
      <PageHeader
        title={page.retireTitle}
        lead={title}
        breadcrumbs={[
          { href: '/courses', label: catalogue.title },
          { href: back, label: title },
        ]}
      />
      <Confirm
        consequence={page.retireConsequence}
        confirm={page.retire}
        back={{ href: back }}
        hidden={{ intent: 'retire' }}
      />
    </>
  )
}
