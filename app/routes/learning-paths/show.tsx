import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nextOffer } from '#app/domain/course.ts'
import { pathProgress } from '#app/domain/learning-path.ts'
import type { DoneBy } from '#app/domain/learning.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { formatList } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { ownTitle, pageTitle } from '#app/ui/title.ts'
import { WorkshopDates } from '#app/ui/workshop.tsx'
import type { Db } from '#db/client.server.ts'
import { getLearningPath } from '#db/learning-paths.ts'
import { listDoneCourses } from '#db/learning-record.ts'
import { listWorkshops } from '#db/workshops.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (t, locale) => (data ? ownTitle(data.path, locale) : t.learningPath.title))

/** The path, and for whoever is signed in how far they have come on it: nobody else is told. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'catalogue:read')
  const path = found(await getLearningPath(db, idFrom(params.pathId)))
  const { id, titleDe, titleEn, goal, audiences } = path
  const done = actor.id === null ? new Map<string, DoneBy>() : await listDoneCourses(db, actor.id)
  const courses = path.courses.filter(({ state }) => state !== 'draft')
  const progress = pathProgress(courses, done)
  return {
    path: { id, titleDe, titleEn, goal, audiences },
    courses: courses.map((course) => ({ ...course, doneBy: done.get(course.id) ?? null })),
    isGuest: actor.id === null,
    done: progress.done,
    next: progress.next && { course: progress.next, offer: await offerOf(db, progress.next.id, new Date()) },
  }
}

async function offerOf(db: Db, courseId: string, now: Date) {
  const offer = nextOffer(await listWorkshops(db, { courseId, from: now }), now)
  if (!offer) return undefined
  const { id, startsAt, endsAt, meetingCount } = offer
  return { id, startsAt, endsAt, meetingCount }
}

export default function LearningPathPage() {
  const { path, courses, isGuest, done } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { page, title, edit, progress } = t.learningPath
  const isComplete = courses.length > 0 && done === courses.length
  return (
    <>
      <PageHeader
        title={pick(locale, path.titleDe, path.titleEn)}
        {...(!isGuest && courses.length > 0 && { lead: progress(done, courses.length) })}
        breadcrumbs={[
          { href: '/courses', label: t.course.catalogue.title },
          { href: '/learning-paths', label: title },
        ]}
        action={
          <Allowed to="learning-path:edit">
            <ButtonLink href={`/learning-paths/${path.id}/edit`}>{edit.change}</ButtonLink>
          </Allowed>
        }
      />
      <DescriptionList
        facts={[
          { term: page.goal, value: path.goal },
          {
            term: page.audience,
            value: formatList(
              path.audiences.map((audience) => t.course.audience[audience]),
              locale,
            ),
          },
        ]}
      />
      {isComplete && <Notice kind="success" title={page.complete} />}
      {!isComplete && courses.length > 0 && !isGuest && <NextStep />}
      <Section title={page.steps}>
        <Courses />
        <p className="muted">{isGuest ? page.guest : page.own}</p>
      </Section>
    </>
  )
}

function NextStep() {
  const { next } = useLoaderData<typeof loader>()
  const { page } = useMessages().learningPath
  const locale = useLocale()
  if (!next) return null
  const { course, offer } = next
  return (
    <Section title={page.next}>
      <p>
        <a href={`/courses/${course.id}`}>{pick(locale, course.titleDe, course.titleEn)}</a>
      </p>
      {offer ? (
        <p>
          {page.nextDate}{' '}
          <a href={`/workshops/${offer.id}`}>
            <WorkshopDates {...offer} />
          </a>
        </p>
      ) : (
        <p>{course.format === 'self-paced' ? page.anyTime : page.noDate}</p>
      )}
    </Section>
  )
}

function Courses() {
  const { courses, isGuest } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { page, edit } = t.learningPath
  return (
    <DataTable
      caption={page.steps}
      rows={courses}
      rowKey={({ id }) => id}
      empty={<Empty>{page.empty}</Empty>}
      columns={[
        {
          key: 'course',
          header: edit.course,
          rowHeader: true,
          cell: ({ id, titleDe, titleEn }) => <a href={`/courses/${id}`}>{pick(locale, titleDe, titleEn)}</a>,
        },
        { key: 'format', header: t.course.catalogue.format, cell: ({ format }) => t.course.format[format] },
        { key: 'units', header: t.course.page.size, cell: ({ units }) => t.course.units(units) },
        ...(isGuest
          ? []
          : [
              {
                key: 'state',
                header: page.state,
                cell: ({ doneBy, state }: (typeof courses)[number]) =>
                  doneBy ? (
                    <Badge kind="success">{t.learning.doneBy[doneBy]}</Badge>
                  ) : (
                    <Badge>{state === 'retired' ? page.retired : page.open}</Badge>
                  ),
              },
            ]),
      ]}
    />
  )
}
