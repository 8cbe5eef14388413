// Who may see which materials: asked by the pages that list them, and again by the address of each file.

import { isShown, isShownInCourse } from '#app/domain/material.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import type { Db } from '#db/client.server.ts'
import { getCourse } from '#db/courses.ts'
import {
  hasTakenPlace,
  listMaterials,
  listMaterialsOfWorkshops,
  listPlaces,
  type Material,
  type PlaceInCourse,
} from '#db/materials.ts'
import { getWorkshop } from '#db/workshops.ts'

/** Nobody leads a course; its materials are the coordination's. */
export const OF_NOBODY = { trainerIds: [] }

type Workshop = { id: string; courseId: string; endsAt: Date; trainerIds: readonly string[] }

/** What somebody sees of the materials on the page of a workshop: those of the course, then its own. */
export async function materialsOfWorkshop(db: Db, actor: Actor, workshop: Workshop, now: Date) {
  const materials = await listMaterialsOfWorkshops(db, [workshop.id])
  if (materials.length === 0) return []
  const places = actor.id === null ? [] : await listPlaces(db, workshop.courseId, actor.id)
  const reader = readerOf(actor, workshop, places)
  return materials.filter((material) => isShown(material, reader, workshop, now)).map(viewOf)
}

function readerOf(actor: Actor, workshop: Workshop, places: readonly PlaceInCourse[]) {
  const place = places.find(({ workshopId }) => workshopId === workshop.id)
  return {
    leads: can(actor, 'material:edit', workshop),
    isSeated: place !== undefined,
    hasAttended: place?.hasAttended ?? false,
  }
}

/** The same on the page of a course. */
export async function materialsOfCourse(db: Db, actor: Actor, courseId: string, now: Date) {
  const materials = await listMaterials(db, { courseId, workshopId: null })
  if (materials.length === 0) return []
  const places = actor.id === null ? [] : await listPlaces(db, courseId, actor.id)
  const leads = can(actor, 'material:edit', OF_NOBODY)
  return materials.filter((material) => isShownInCourse(material, leads, places, now)).map(viewOf)
}

/** Whether somebody may have the file of a material: from whichever page on which they see it. */
export async function maySee(db: Db, actor: Actor, material: Material, now: Date): Promise<boolean> {
  if (material.workshopId !== null) {
    const workshop = await getWorkshop(db, material.workshopId)
    if (!workshop) return false
    const places = actor.id === null ? [] : await listPlaces(db, workshop.courseId, actor.id)
    const reader = readerOf(actor, workshop, places)
    // The page of the workshop is not there for others either.
    const isDraft = !workshop.coursePublished && !workshop.courseRetired
    return (reader.leads || !isDraft) && isShown(material, reader, workshop, now)
  }
  const courseId = material.courseId ?? ''
  const course = await getCourse(db, courseId)
  if (!course || (course.state === 'draft' && !can(actor, 'course:edit'))) return false
  const places = actor.id === null ? [] : await listPlaces(db, courseId, actor.id)
  if (isShownInCourse(material, leadsSome(actor), places, now)) return true
  // On the page of a workshop that is over, everybody sees what is for everybody afterwards.
  return material.shownTo === 'everybody' && hasTakenPlace(db, courseId, now)
}

/** Trainers hand out what belongs to the course. */
const leadsSome = (actor: Actor) => can(actor, 'workshop:add')

/** How many materials wait for somebody with a place, by workshop. One query for all. */
export async function countMaterials(
  db: Db,
  places: readonly { workshopId: string; endsAt: Date; hasAttended: boolean }[],
  now: Date,
): Promise<Map<string, number>> {
  const materials = await listMaterialsOfWorkshops(
    db,
    places.map(({ workshopId }) => workshopId),
  )
  return new Map(
    places.map(({ workshopId, endsAt, hasAttended }) => {
      const reader = { leads: false, isSeated: true, hasAttended }
      const shown = materials.filter(
        (material) => material.ofWorkshop === workshopId && isShown(material, reader, { endsAt }, now),
      )
      return [workshopId, shown.length]
    }),
  )
}

/** Whatever stands in here reaches the browser. */
function viewOf({ id, title, url, fileId, mediaType, size }: Material) {
  return { id, title, url, isFile: fileId !== null, mediaType, size }
}
