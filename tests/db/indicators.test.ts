// Indicator 1 in SQL against a second count that loops over the plain facts and shares no code with it.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Trx } from '#db/client.server.ts'
import { countSpecialistsOn, listMunicipalitiesOn, listParticipation } from '#db/indicators.ts'
import { db } from '#tests/database.ts'

const WORLDS = 200
const DAYS = ['2025-12-31', '2026-03-28', '2026-03-29', '2026-06-30', '2026-10-25']

type Period = { from: string; until: string | null }
type Person = {
  /** The instant as it is stored, and the day that the calendar in Berlin shows then. */
  created: { instant: string; day: string }
  disabled: { instant: string; day: string } | null
  serves: { organisation: number; audience: 'it' | 'user' | 'leadership'; period: Period }[]
}
type World = {
  municipalities: { valid: Period; declarations: Period[] }[]
  /** Their numbers follow those of the municipalities; the last organisation is the county. */
  associations: { serves: { municipality: number; periods: Period[] }[] }[]
  people: Person[]
}

const day = fc.constantFrom(...DAYS, '2025-06-01', '2026-01-01', '2026-03-30', '2026-07-01')
const moment = fc.constantFrom(
  { instant: '2025-12-31T23:59:59+01:00', day: '2025-12-31' },
  { instant: '2026-01-01T00:00:00+01:00', day: '2026-01-01' },
  { instant: '2026-03-28T23:30:00+01:00', day: '2026-03-28' },
  { instant: '2026-03-29T23:30:00+02:00', day: '2026-03-29' },
  { instant: '2026-06-30T23:59:59+02:00', day: '2026-06-30' },
  { instant: '2026-07-01T00:30:00+02:00', day: '2026-07-01' },
  { instant: '2026-10-25T23:59:59+01:00', day: '2026-10-25' },
  { instant: '2025-01-01T12:00:00+01:00', day: '2025-01-01' },
)
const period = fc
  .record({ from: day, until: fc.option(day) })
  .map(({ from, until }) => (until !== null && until < from ? { from: until, until: from } : { from, until }))

/** Periods one after the other, as the commands make sure. */
const periods = fc.uniqueArray(day, { maxLength: 4 }).map((days) => {
  const sorted = [...days].sort()
  const periods: Period[] = []
  for (let index = 0; index < sorted.length; index += 2)
    periods.push({ from: sorted[index] ?? '', until: sorted[index + 1] ?? null })
  return periods
})

const world: fc.Arbitrary<World> = fc
  .record({
    municipalities: fc.array(fc.record({ valid: period, declarations: periods }), {
      minLength: 1,
      maxLength: 5,
    }),
    associationCount: fc.nat({ max: 2 }),
  })
  .chain(({ municipalities, associationCount }) => {
    const anywhere = fc.nat({ max: municipalities.length + associationCount })
    const serves = fc.record({
      organisation: anywhere,
      audience: fc.constantFrom('it' as const, 'it' as const, 'user' as const, 'leadership' as const),
      period,
    })
    const served = municipalities.map((_, municipality) =>
      fc.record({ municipality: fc.constant(municipality), periods }),
    )
    return fc.record({
      municipalities: fc.constant(municipalities),
      associations: fc.array(fc.record({ serves: fc.tuple(...served) }), {
        minLength: associationCount,
        maxLength: associationCount,
      }),
      people: fc.array(
        fc.record({
          created: moment,
          disabled: fc.option(moment, { freq: 3 }),
          serves: fc.uniqueArray(serves, { maxLength: 3, selector: ({ organisation }) => organisation }),
        }),
        { maxLength: 5 },
      ),
    })
  })

type Answer = {
  municipalities: { number: number; since: string | null; specialists: number }[]
  specialists: number
  count: number
  denominator: number
}

/** By going through everything, in the words of the definition. */
function expected({ municipalities, associations, people }: World, on: string): Answer {
  const holds = ({ from, until }: Period) => from <= on && (until === null || on <= until)
  const lines: Answer['municipalities'] = []
  const serving = new Set<number>()
  let count = 0
  municipalities.forEach(({ valid, declarations }, number) => {
    if (!holds(valid)) return
    let since: string | null = null
    for (const declaration of declarations) if (holds(declaration)) since = declaration.from
    const places = [number]
    associations.forEach(({ serves }, index) => {
      for (const { municipality, periods } of serves)
        if (municipality === number && periods.some(holds)) places.push(municipalities.length + index)
    })
    const specialists = new Set<number>()
    people.forEach(({ created, disabled, serves }, person) => {
      if (created.day > on || (disabled !== null && disabled.day <= on)) return
      for (const one of serves) {
        if (one.audience === 'it' && holds(one.period) && places.includes(one.organisation))
          specialists.add(person)
      }
    })
    lines.push({ number, since, specialists: specialists.size })
    if (since === null) return
    for (const person of specialists) serving.add(person)
    if (specialists.size > 0) count += 1
  })
  return { municipalities: lines, specialists: serving.size, count, denominator: lines.length }
}

async function counted(trx: Trx, on: string): Promise<Answer> {
  const rows = await listMunicipalitiesOn(trx, on)
  const [point] = await listParticipation(trx, [on])
  return {
    municipalities: rows
      .map(({ name, since, specialists }) => ({ number: Number(name), since, specialists }))
      .sort((a, b) => a.number - b.number),
    specialists: await countSpecialistsOn(trx, on),
    count: point?.count ?? 0,
    denominator: point?.denominator ?? 0,
  }
}

async function load(trx: Trx, { municipalities, associations, people }: World): Promise<void> {
  const ids = [...municipalities, ...associations, 'county'].map(() => randomUUID())
  const idOf = (number: number) => ids[number] ?? ''
  const personIds = people.map(() => randomUUID())
  const periods = municipalities.flatMap(({ declarations }, number) =>
    declarations.map(({ from, until }) => ({
      organisationId: idOf(number),
      fromDate: from,
      untilDate: until,
      declaration: 'Ratsbeschluss',
    })),
  )
  const memberships = people.flatMap(({ serves }, person) =>
    serves.map(({ organisation, audience, period: { from, until } }) => ({
      personId: personIds[person] ?? '',
      organisationId: idOf(organisation),
      audience,
      fromDate: from,
      untilDate: until,
    })),
  )
  const members = associations.flatMap((association, index) =>
    association.serves.flatMap(({ municipality, periods }) =>
      periods.map(({ from, until }) => ({
        ...{ associationId: idOf(municipalities.length + index), municipalityId: idOf(municipality) },
        ...{ fromDate: from, untilDate: until },
      })),
    ),
  )
  await trx.insertInto('organisation').values(organisations({ municipalities, associations }, ids)).execute()
  if (periods.length > 0) await trx.insertInto('participation').values(periods).execute()
  if (people.length > 0) await trx.insertInto('person').values(rowsOf(people, personIds)).execute()
  if (memberships.length > 0) await trx.insertInto('membership').values(memberships).execute()
  if (members.length > 0) await trx.insertInto('associationMember').values(members).execute()
}

function organisations({ municipalities, associations }: Omit<World, 'people'>, ids: string[]) {
  const kinds = [
    ...municipalities.map(({ valid }) => ({ kind: 'municipality' as const, valid })),
    ...associations.map(() => ({ kind: 'association' as const, valid: null })),
    { kind: 'county' as const, valid: null },
  ]
  return kinds.map(({ kind, valid }, number) => ({
    id: ids[number] ?? '',
    kind,
    name: String(number),
    ags: kind === 'municipality' ? String(14_627_000 + number) : null,
    validFrom: valid?.from ?? '2008-08-01',
    validUntil: valid?.until ?? null,
  }))
}

function rowsOf(people: readonly Person[], ids: string[]) {
  return people.map(({ created, disabled }, number) => ({
    id: ids[number] ?? '',
    givenName: 'Ada',
    familyName: String(number),
    email: `ada.${ids[number]}@lernkreis.example`,
    createdAt: new Date(created.instant),
    disabledAt: disabled && new Date(disabled.instant),
  }))
}

const undone = new Error('undone')

/** Every world is alone in the database, and gone afterwards. */
async function inWorld(one: World, look: (trx: Trx) => Promise<void>): Promise<void> {
  const looked = db.transaction().execute(async (trx) => {
    await load(trx, one)
    await look(trx)
    throw undone
  })
  await looked.catch((error: unknown) => {
    if (error !== undone) throw error
  })
}

/** That SQL and the second count agree on every day of random histories; of the same ones where SQL is changed. */
function agreement(change?: (trx: Trx) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(world, (one) =>
    inWorld(one, async (trx) => {
      await change?.(trx)
      for (const on of DAYS) expect(await counted(trx, on)).toEqual(expected(one, on))
    }),
  )
  return fc.assert(property, { numRuns: WORLDS, ...(change && { seed: 1, endOnFailure: true }) })
}

test('indicator 1 is what a count by hand says, in every history', async () => {
  await agreement()
}, 120_000)

// The control: a definition that is wrong in one word must not pass.
test.each([
  ['forgets whom an association serves', 'served_by_specialists', /union[\s\S]*(?=\$function\$)/, ''],
  ['serves before the association does', 'served_by_specialists', 'and a.from_date <= on_day', ''],
  ['serves after the association does', 'served_by_specialists', /and \(a\.until_date[^\n]*/, ''],
  ['forgets the last day of an association', 'served_by_specialists', 'a.until_date >=', 'a.until_date >'],
  ['counts people whose access has ended', 'served_by_specialists', /and \(p\.disabled_at[^\n]*/, ''],
  ['counts people before they were registered', 'served_by_specialists', /and p\.created_at[^\n]*/, ''],
  ['counts everybody as a specialist', 'served_by_specialists', "m.audience = 'it'", 'true'],
  ['forgets the last day of a membership', 'served_by_specialists', 'm.until_date >=', 'm.until_date >'],
  ['forgets the last day of a declaration', 'municipalities_on', 'p.until_date >=', 'p.until_date >'],
  ['counts municipalities that were merged', 'municipalities_on', /and \(o\.valid_until[^\n]*/, ''],
  ['lets the day end in Greenwich', 'served_by_specialists', /Europe\/Berlin/g, 'UTC'],
  ['counts municipalities that are still to come', 'municipalities_on', /and o\.valid_from <= on_day/, ''],
])(
  'a definition that %s is caught',
  async (_, name, right, wrong) => {
    const change = async (trx: Trx) => {
      const { rows } = await sql<{ source: string }>`
      select pg_get_functiondef(oid) as source from pg_proc where proname = ${name}`.execute(trx)
      const source = rows[0]?.source ?? ''
      const mutant = source.replace(right, wrong)
      if (mutant === source) throw new Error('The definition no longer has the word that is to be changed')
      await sql.raw(mutant).execute(trx)
    }
    await expect(agreement(change)).rejects.toThrow('Property failed')
  },
  120_000,
)
