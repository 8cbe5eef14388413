import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pathProgress } from '#app/domain/learning-path.ts'
import { can } from '#app/domain/policy.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { pick } from '#app/i18n/index.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Card } from '#app/ui/list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listLearningPaths } from '#db/learning-paths.ts'
import { listDoneCourses } from '#db/learning-record.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.learningPath.title)

/** A path shows itself with its first course; until then only those who put it together see it. */
export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'catalogue:read')
  const paths = await listLearningPaths(db)
  const done = actor.id === null ? null : await listDoneCourses(db, actor.id)
  const mayEdit = can(actor, 'learning-path:edit')
  return {
    paths: paths
      .map(({ id, titleDe, titleEn, goal, courses }) => {
        const open = courses.filter(({ state }) => state !== 'draft')
        return { id, titleDe, titleEn, goal, count: open.length, progress: done && pathProgress(open, done) }
      })
      .filter(({ count }) => count > 0 || mayEdit),
  }
}

export default function LearningPathListPage() {
  const { paths } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { learningPath } = t
  return (
    <>
      <PageHeader
        title={learningPath.title}
        lead={learningPath.lead}
        breadcrumbs={[{ href: '/courses', label: t.course.catalogue.title }]}
        action={
          <Allowed to="learning-path:edit">
            <ButtonLink look="primary" icon="add" href="/learning-paths/new">
              {learningPath.edit.add}
            </ButtonLink>
          </Allowed>
        }
      />
      {paths.length === 0 ? (
        <Empty>{learningPath.none}</Empty>
      ) : (
        <ul className="card-grid">
          {paths.map(({ id, titleDe, titleEn, goal, count, progress }) => (
            <Card key={id} level={2} title={pick(locale, titleDe, titleEn)} href={`/learning-paths/${id}`}>
              <p className="two-lines">{goal}</p>
              <p className="muted">
                {progress && progress.done > 0
                  ? learningPath.progress(progress.done, progress.total)
                  : learningPath.courses(count)}
              </p>
            </Card>
          ))}
        </ul>
      )}
    </>
  )
}
