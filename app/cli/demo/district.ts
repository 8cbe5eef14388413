import { randomUUID } from 'node:crypto'
import type { DemoOptions } from '#app/cli/demo.ts'
import type { Chance } from '#app/cli/demo/random.ts'
import { momentOf, workday } from '#app/cli/demo/timeline.ts'
import { addDays, dayOf, daysBetween } from '#app/domain/calendar.ts'
import type { Audience } from '#app/domain/course.ts'
import { MEISSEN_MUNICIPALITIES } from '#app/domain/municipality-facts.ts'
import { setAgreement } from '#db/agreements.ts'
import type { Db } from '#db/client.server.ts'
import { addKnownDistrict } from '#db/organisations.ts'
import { startParticipation } from '#db/participations.ts'
import { changeSettingsIn } from '#db/settings.ts'

export const PILOT_START = '2025-03-03'
const CONSULTANT_DAYS = 200

type DemoMunicipality = { id: string; name: string; population: number; joinedOn: string | null }

export type DemoDistrict = {
  pilotStart: string
  consultantUntil: string
  municipalities: DemoMunicipality[]
  idOf: (name: string) => string
  /** Where an IT specialist is employed: at the association, where the municipality has one. */
  serviceIdOf: (municipality: string, audience: Audience) => string
  hasJoined: (organisation: string, day: string) => boolean
}

const DISTRICT = 'Landkreis Meißen'
const DISTRICT_KEY = '14627'

/** The district with its municipalities, the declarations of those that take part, and their agreements. */
export async function addDistrict(
  db: Db,
  chance: Chance,
  { now, by }: DemoOptions & { by: string },
): Promise<DemoDistrict> {
  const begin = momentOf(PILOT_START, '07:30')
  const facts = {
    districtName: DISTRICT,
    districtKey: DISTRICT_KEY,
    demo: true,
    demoUnfinished: true,
    contactEmail: 'koordination@lernkreis.example',
  }
  // At once: whatever is there says from the first row on that it is not all.
  await db.transaction().execute(async (trx) => {
    await addKnownDistrict(trx, by, DISTRICT, DISTRICT_KEY, begin)
    await changeSettingsIn(trx, by, facts, begin)
  })

  const rows = await db.selectFrom('organisation').select(['id', 'name', 'kind']).execute()
  const idOf = (name: string, kind?: string) => {
    const row = rows.find((one) => one.name === name && (kind === undefined || one.kind === kind))
    if (!row) throw new Error(`no organisation ${name}`)
    return row.id
  }
  const joined = joiningDays(chance, dayOf(now))
  for (const [name, day] of joined) await join(db, chance, by, idOf(name, 'municipality'), day)
  return {
    pilotStart: PILOT_START,
    consultantUntil: addDays(dayOf(now), CONSULTANT_DAYS),
    municipalities: MEISSEN_MUNICIPALITIES.map(({ name, population }) => ({
      id: idOf(name, 'municipality'),
      name,
      population,
      joinedOn: joined.get(name) ?? null,
    })),
    idOf: (name) => idOf(name, name === DISTRICT ? 'county' : 'municipality'),
    serviceIdOf: (name, audience) => {
      const association = MEISSEN_MUNICIPALITIES.find((one) => one.name === name)?.association
      return association && audience === 'it'
        ? idOf(`Verwaltungsgemeinschaft ${association}`, 'association')
        : idOf(name, 'municipality')
    },
    hasJoined: (name, day) => name === DISTRICT || (joined.get(name) ?? '9999') <= day,
  }
}

/** Where those work who have an account with a part to play: they were there from the beginning. */
const FIRST = ['Meißen', 'Großenhain', 'Riesa', 'Radebeul', 'Lommatzsch', 'Nossen', 'Strehla']
const LATER = 14
const JOINING_DAYS = 480

/** Seven began, others followed one by one; the rest have not joined so far. */
function joiningDays(chance: Chance, today: string): Map<string, string> {
  const others = MEISSEN_MUNICIPALITIES.map(({ name }) => name).filter((name) => !FIRST.includes(name))
  const span = Math.min(JOINING_DAYS, daysBetween(PILOT_START, today) - 20)
  const later = chance
    .some(others, LATER)
    .map((name, nth) => [name, workday(addDays(PILOT_START, Math.round(30 + (span * nth) / LATER)))] as const)
  return new Map([...FIRST.map((name) => [name, PILOT_START] as const), ...later])
}

async function join(db: Db, chance: Chance, by: string, organisationId: string, day: string): Promise<void> {
  const declaration = `Beitrittserklärung vom ${day.split('-').reverse().join('.')}`
  const now = momentOf(day, '08:30')
  await startParticipation(db, by, { id: randomUUID(), organisationId, fromDate: day, declaration }, now)
  await setAgreement(db, by, organisationId, { kind: 'data-protection', state: 'signed', signedOn: day }, now)
  const state = chance.pick(['open', 'in-progress', 'not-needed'] as const)
  await setAgreement(db, by, organisationId, { kind: 'staff-council', state, signedOn: null }, now)
}
