import { enrol } from '#db/enrolments.ts'
import { getWorkshop } from '#db/workshops.ts'
import { db } from '#tests/database.ts'
import { aPerson, aWorkshop, days, hours } from '#tests/factories.ts'

/** A workshop of one or more meetings of three hours (four units) a day apart, with people who have a seat. */
export async function aClass(names: readonly string[], startsAt: Date, { meetings = 1, capacity = 12 } = {}) {
  const trainer = await aPerson({ roles: ['trainer'] })
  const plans = Array.from({ length: meetings }, (_, nth) => {
    const begins = days(nth, startsAt)
    return { startsAt: begins, endsAt: hours(3, begins), units: 4 }
  })
  const { id } = await aWorkshop({ meetings: plans, trainerIds: [trainer.id], capacity })
  const people: { id: string; enrolmentId: string }[] = []
  for (const familyName of names) {
    const person = await aPerson({ familyName })
    const request = { workshopId: id, personId: person.id, organisationId: null, by: person.id }
    const result = await enrol(db, request, days(-20, startsAt))
    if (!result.ok) throw new Error(result.refusal)
    people.push({ id: person.id, enrolmentId: result.id })
  }
  const meetingIds = ((await getWorkshop(db, id))?.meetings ?? []).map((meeting) => meeting.id)
  return { workshopId: id, trainer, people, meetingId: meetingIds[0] ?? '', meetingIds }
}

export type Class = Awaited<ReturnType<typeof aClass>>
