import { draftQuestionnaire } from '#app/cli/demo/questionnaires.ts'
import { publishShippedQuestionnaires } from '#app/cli/shipped-questionnaires.ts'
import { randomUUID } from 'node:crypto'
import { DEMO_ACCOUNTS } from '#app/cli/demo/accounts.ts'
import { approvalLife } from '#app/cli/demo/approvals.ts'
import { attendanceHistory } from '#app/cli/demo/attendance.ts'
import { committeeHistory } from '#app/cli/demo/committee.ts'
import { addDistrict } from '#app/cli/demo/district.ts'
import { addLearning, addMaterials } from '#app/cli/demo/learning.ts'
import { demoMessages } from '#app/cli/demo/messages.ts'
import { addPeople } from '#app/cli/demo/people.ts'
import { planningHistory } from '#app/cli/demo/planning.ts'
import { addProofs } from '#app/cli/demo/proofs.ts'
import { chanceFrom } from '#app/cli/demo/random.ts'
import { showRules } from '#app/cli/demo/rules.ts'
import { stageHistory } from '#app/cli/demo/stages.ts'
import { liveThrough, momentOf } from '#app/cli/demo/timeline.ts'
import { addCatalogue, planWorkshops } from '#app/cli/demo/training.ts'
import type { Db } from '#db/client.server.ts'
import { changeSettings } from '#db/settings.ts'

export type DemoOptions = {
  now: Date
  /** Of the one password that all demo accounts share. */
  passwordHash: string
  roundKey: Buffer
  applicationVersion: string
  /** Where the product will be reached: certificates say so. */
  origin?: string | undefined
  seed?: number | undefined
  /** 1 is the demo district; 10 is for benchmarks. */
  scale?: number | undefined
}

const DEFAULT_SEED = 14_627

export const demoAccounts = DEMO_ACCOUNTS.map(({ mailbox, does }) => ({ email: demoAddress(mailbox), does }))

export function demoAddress(mailbox: string): string {
  return `${mailbox}@lernkreis.example`
}

/**
 * Fills an empty database with the demo district: its history is lived through again, by the real commands with a
 * past `now`. The same seed and `now` give the same names, dates and figures.
 */
export async function seedDemo(db: Db, options: DemoOptions): Promise<void> {
  const chance = chanceFrom(options.seed ?? DEFAULT_SEED)
  const admin = randomUUID()
  const district = await addDistrict(db, chance, { ...options, by: admin })
  await publishShippedQuestionnaires(db, momentOf(district.pilotStart, '07:30'))
  const people = await addPeople(db, chance, district, admin, options)
  const world = { db, chance, district, people, options }
  const courses = await addCatalogue(world)
  const roomId = randomUUID()
  await addLearning(world, courses)
  await liveThrough([
    ...planWorkshops(world, courses),
    ...showRules(world, courses, roomId),
    ...planningHistory(world, courses, roomId),
    ...committeeHistory(world),
    ...stageHistory(world),
    ...approvalLife(world),
    ...demoMessages(world),
    ...attendanceHistory(world, courses),
  ])
  await draftQuestionnaire(world)
  await addMaterials(world)
  await addProofs(world)
  await changeSettings(db, admin, { demoUnfinished: false }, options.now)
}
