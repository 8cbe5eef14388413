import { randomUUID } from 'node:crypto'
import { daysBefore, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import type { ApprovalTerms, Approver } from '#app/domain/approval.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { closedBecause } from '#app/domain/enrolment.ts'
import { byName, inGermanOrder } from '#app/domain/person.ts'
import { freeSeats } from '#app/domain/workshop.ts'
import { setApprovalRule } from '#db/approval-rules.ts'
import { lapseApprovals, remindApprovers } from '#db/approvals.ts'
import { blockPeriod } from '#db/blocked-periods.ts'
import { enrol } from '#db/enrolments.ts'
import { listColleagues } from '#db/members.ts'
import { declineOffer, enrolOthers } from '#db/offers.ts'
import { listWorkshops } from '#db/workshops.ts'

type Asks = { town: string; approver: Approver; deputy: Approver | null; terms: ApprovalTerms }

/** Where an approver said yes, silence would mean yes; where nobody answered, it has meant no. */
const ASKING: Asks[] = [
  {
    town: 'Großenhain',
    approver: { name: 'Regina Zschoche', email: 'hauptamt@grossenhain.example' },
    deputy: { name: 'Dietmar Klug', email: 'vertretung@grossenhain.example' },
    terms: { kind: 'approve', remindAfterDays: 2, limitDays: 10, silence: 'approve' },
  },
  {
    town: 'Radebeul',
    approver: { name: 'Volkmar Heinrich', email: 'personal@radebeul.example' },
    deputy: null,
    terms: { kind: 'approve', remindAfterDays: 1, limitDays: 2, silence: 'reject' },
  },
]

const RULES_SET_DAYS = 8
const ENROLLED_DAYS = 6
const OFFERED_DAYS = 1
/** So far ahead that no workshop of the demo takes place then. */
const MOVES_IN_DAYS = 150
/** Enough room that nobody of these has to wait. */
const SEATS = 2

/** Two towns whose people ask first, and an officer who has something to look after. */
export function approvalLife(world: DemoWorld): Happening[] {
  const { now } = world.options
  const ago = (days: number) => daysBefore(now, days)
  return [
    { at: ago(RULES_SET_DAYS), happen: (at) => setRules(world, at) },
    { at: ago(ENROLLED_DAYS), happen: (at) => askInEachTown(world, at) },
    ...[5, 4, 3, 2, 1, 0].map((days) => ({ at: ago(days), happen: (at: Date) => letTimePass(world, at) })),
    { at: ago(OFFERED_DAYS), happen: (at) => offerToColleagues(world, at) },
    { at: ago(OFFERED_DAYS), happen: (at) => blockDays(world, at) },
  ]
}

async function setRules({ db, district, people }: DemoWorld, now: Date): Promise<void> {
  for (const { town, approver, deputy, terms } of ASKING) {
    const rule = { ...terms, approver, deputy, version: 0 }
    const result = await setApprovalRule(db, people.idOf('koordination'), district.idOf(town), rule, now)
    if (!result.ok) throw new Error(`the demo district was refused: ${result.refusal}`)
  }
}

/** The jobs of that time: reminders go out, and silence decides. */
async function letTimePass({ db }: DemoWorld, now: Date): Promise<void> {
  await lapseApprovals(db, now)
  await remindApprovers(db, now)
}

/** One colleague of each town who enrols in the next date that has room. */
async function askInEachTown(world: DemoWorld, now: Date): Promise<void> {
  for (const { town } of ASKING) {
    for (const { workshop, person } of await pairs(world, town, now)) {
      const wish = { workshopId: workshop.id, personId: person.id, organisationId: null, by: person.id }
      const result = await enrol(world.db, wish, now)
      if (result.ok) break
    }
  }
}

/** Two colleagues are asked, one says no; and one comes along who has no account yet. */
async function offerToColleagues(world: DemoWorld, now: Date): Promise<void> {
  const { db, district, people } = world
  const officer = people.idOf('fortbildung')
  const town = district.idOf('Großenhain')
  const newcomer = {
    id: randomUUID(),
    ...{ givenName: 'Paula', familyName: 'Vorwerk', email: 'paula.vorwerk@grossenhain.example' },
    audience: 'user' as const,
  }
  const asked = await pairs(world, 'Großenhain', now)
  let offers = 0
  for (const { workshop, person } of asked) {
    const isFirst = offers === 0
    const wish = {
      ...{ workshopId: workshop.id, personIds: [person.id], by: officer, within: [town] },
      newcomers: isFirst ? { organisationId: town, people: [newcomer] } : undefined,
    }
    const result = await enrolOthers(db, wish, now)
    const offer = result.ok && result.outcomes.find((outcome) => outcome.personId === person.id)
    if (!offer || !offer.ok || offer.status !== 'offered') continue
    offers += 1
    if (offers === 2) {
      await declineOffer(db, { enrolmentId: offer.id, by: person.id }, now)
      return
    }
  }
}

/** The officer's town moves house and needs its people then. */
async function blockDays({ db, district, people }: DemoWorld, now: Date): Promise<void> {
  const fromDate = addDays(dayOf(now), MOVES_IN_DAYS)
  const days = { fromDate, untilDate: addDays(fromDate, 1), reason: 'Umzug ins neue Rathaus' }
  const period = { id: randomUUID(), organisationId: district.idOf('Großenhain'), ...days }
  const result = await blockPeriod(db, people.idOf('fortbildung'), period, now)
  if (!result.ok) throw new Error(`the demo district was refused: ${result.refusal}`)
}

/** Who could go where: each colleague with each date that has room, in an order that chance has no part in. */
async function pairs({ db, district, people }: DemoWorld, town: string, now: Date) {
  const lines = (await listWorkshops(db, { from: now }))
    .filter((line) => closedBecause(line, now) === null && freeSeats(line) > SEATS)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || inGermanOrder(a.titleDe, b.titleDe))
    // The furthest first: the next dates stay free for those who try the demo.
    .reverse()
  const colleagues = (await listColleagues(db, [district.idOf(town)], dayOf(now)))
    .filter(({ id }) => id !== people.idOf('fortbildung'))
    .sort((a, b) => byName(a, b) || inGermanOrder(a.address, b.address))
  return lines.flatMap((workshop) =>
    colleagues
      .filter(({ audience }) => workshop.audiences.includes(audience))
      .map((person) => ({ workshop, person })),
  )
}
