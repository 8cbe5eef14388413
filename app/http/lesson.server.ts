// A page of a module with all around it, for those who may learn there.

import { redirect } from '@remix-run/node'
import { can } from '#app/domain/policy.ts'
import type { SignedInActor } from '#app/http/actor.server.ts'
import { found, notFound } from '#app/http/responses.ts'
import type { Db } from '#db/client.server.ts'
import { getCourse } from '#db/courses.ts'
import { getLearning } from '#db/learning.ts'
import { getPage } from '#db/module-pages.ts'
import { listModules, pagesOf } from '#db/modules.ts'

/** The course with its modules, and how far this person, and nobody else, has come. */
export async function lessons(db: Db, actor: SignedInActor, courseId: string) {
  const course = found(await getCourse(db, courseId))
  const mayEdit = can(actor, 'module:edit')
  if (course.state === 'draft' && !mayEdit) throw notFound()
  const modules = await listModules(db, courseId)
  const learning = await getLearning(db, { personId: actor.id, courseId }, modules)
  // What is no longer offered can be finished by those who have begun.
  if (course.state === 'retired' && !learning && !mayEdit) throw notFound()
  return { course, modules, learning }
}

/** One page. Who has not begun is led to the beginning; whoever edits modules looks at them without it. */
export async function lesson(db: Db, actor: SignedInActor, pageId: string) {
  const page = found(await getPage(db, pageId))
  const { course, modules, learning } = await lessons(db, actor, page.courseId)
  if (!learning && !can(actor, 'module:edit')) throw redirect(`/courses/${course.id}/learn`)
  const pages = pagesOf(modules)
  const place = pages.findIndex(({ id }) => id === page.id)
  if (place < 0) throw notFound()
  return { page, course, learning, pages, place }
}
