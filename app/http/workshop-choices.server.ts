// What one may choose from when a workshop is planned.

import { dayOf } from '#app/domain/calendar.ts'
import type { CourseState } from '#app/domain/course.ts'
import { byName, displayName } from '#app/domain/person.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import type { Db } from '#db/client.server.ts'
import { listCourses } from '#db/courses.ts'
import { listEquipment } from '#db/equipment.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { listRooms } from '#db/rooms.ts'
import type { Workshop } from '#db/workshops.ts'

export type WorkshopChoices = Awaited<ReturnType<typeof choicesFor>>

/** `workshop` is the one that is edited; what it has already stays a choice. */
export async function choicesFor(db: Db, actor: Actor, workshop: Workshop | undefined, now: Date) {
  const trainers = await listTrainerChoices(db, actor, workshop, now)
  return {
    courses: workshop ? null : await listCourseChoices(db, actor),
    trainers: trainers?.map((trainer) => ({ value: trainer.id, label: displayName(trainer) })) ?? null,
    fixedTrainers: workshop ? workshop.trainers.map(displayName) : [actor.name],
    rooms: (await listRooms(db)).map(({ id, name, site, seats, accessible }) => ({
      ...{ id, name, site, seats, accessible },
    })),
    equipment: (await listEquipment(db)).map(({ id, name, amount }) => ({ id, name, amount })),
  }
}

/** Whom one may choose as trainers; null for those who plan workshops for themselves only. */
async function listTrainerChoices(db: Db, actor: Actor, workshop: Workshop | undefined, now: Date) {
  if (!mayEditAll(actor)) return null
  const trainers = await listPeopleWithRole(db, 'trainer', dayOf(now))
  // Whoever leads it already stays, even when the role has ended meanwhile.
  const before = workshop?.trainers ?? []
  const added = before.filter(({ id }) => !trainers.some((trainer) => trainer.id === id))
  return [...trainers, ...added].sort(byName)
}

function listCourseChoices(db: Db, actor: Actor) {
  const states: CourseState[] = mayEditAll(actor) ? ['published', 'draft'] : ['published']
  return listCourses(db, { states })
}

/** Whether somebody may edit workshops that they do not lead. */
function mayEditAll(actor: Actor): boolean {
  return can(actor, 'workshop:edit', { trainerIds: [] })
}
