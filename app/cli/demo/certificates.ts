import { daysAfter, daysBefore, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { issueCertificates, revokeCertificate } from '#db/certificate-issue.ts'
import { listStandings } from '#db/certificates.ts'
import { getSettings } from '#db/settings.ts'
import type { WorkshopPlan } from '#db/workshop-plans.ts'

/** The certificates of the last days are not issued yet, so that trainers find something to do. */
const LATELY_DAYS = 13
/** Of this workshop one was issued to the wrong person. */
const WITH_A_SLIP = 5
const USUAL_ORIGIN = 'http://localhost:3000'

/** The day after the last meeting, when the lists are written, the trainer certifies who was there. */
export function certificates(
  { db, people, options }: DemoWorld,
  { id: workshopId, nth }: { id: string; nth: number },
  plan: WorkshopPlan,
): Happening[] {
  const last = plan.meetings.at(-1)
  if (!last || last.endsAt > daysBefore(options.now, LATELY_DAYS)) return []
  const by = plan.trainerIds[0] ?? ''
  const verifyAt = `${options.origin ?? USUAL_ORIGIN}/verify`
  const issued = daysAfter(last.endsAt, 1)
  const issue: Happening = {
    at: issued,
    // Where nobody came, there is nothing to certify.
    happen: async (now) => void (await issueCertificates(db, { workshopId, by, verifyAt }, now)),
  }
  const coordinator = people.idOf('koordination')
  const slip: Happening = {
    at: daysAfter(issued, 3),
    happen: async (now) => {
      const { certificateOverPercent } = await getSettings(db)
      const lines = await listStandings(db, { workshopId }, certificateOverPercent)
      const id = lines.find(({ standing }) => standing === 'issued')?.last?.id
      const reason = 'Der Name war falsch geschrieben; eine neue Bescheinigung folgt.'
      if (id) await revokeCertificate(db, { id, by: coordinator, reason }, now)
    },
  }
  return nth === WITH_A_SLIP ? [issue, slip] : [issue]
}
