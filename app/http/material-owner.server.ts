// What a material belongs to, from the address: /courses/:courseId/… or /workshops/:workshopId/…

import { OF_NOBODY } from '#app/http/materials.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import type { Db } from '#db/client.server.ts'
import { getCourse } from '#db/courses.ts'
import type { MaterialOwner } from '#db/materials.ts'
import { getWorkshop } from '#db/workshops.ts'

export async function materialOwner(db: Db, params: { courseId?: string; workshopId?: string }) {
  if (params.courseId) {
    const { id, titleDe, titleEn } = found(await getCourse(db, idFrom(params.courseId)))
    const owner: MaterialOwner = { courseId: id, workshopId: null }
    return { owner, of: { ...OF_NOBODY, isCourse: true, path: `/courses/${id}`, titleDe, titleEn } }
  }
  const { id, titleDe, titleEn, trainerIds } = found(await getWorkshop(db, idFrom(params.workshopId)))
  const owner: MaterialOwner = { courseId: null, workshopId: id }
  return { owner, of: { trainerIds, isCourse: false, path: `/workshops/${id}`, titleDe, titleEn } }
}
