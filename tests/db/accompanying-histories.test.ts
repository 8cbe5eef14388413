// What accompanies the indicators, in SQL against a second count that loops over the plain facts and shares no code.

import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { CountedLine } from '#app/domain/accompanying-figure.ts'
import { countAccompanying } from '#db/accompanying-figures.ts'
import type { Trx } from '#db/client.server.ts'
import { listPassportsOn } from '#db/passports.ts'
import { db } from '#tests/database.ts'
import { aCourse, aPerson } from '#tests/factories.ts'
import { history, type History, type Period, type Workshop } from '#tests/histories.ts'
import { loadHistory } from '#tests/history-rows.ts'

const HISTORIES = 200

/** Cut-off days at the ends of a year, before a change of clocks and after it, with the days that count. */
type Time = { cutOff: string; now: [string, string]; before: [string, string] | null }
const TIMES: Time[] = [
  { cutOff: '2025-12-31', now: ['2025-01-01', '2025-12-31'], before: null },
  { cutOff: '2026-03-29', now: ['2025-03-30', '2026-03-29'], before: ['2024-03-30', '2025-03-29'] },
  { cutOff: '2026-06-30', now: ['2025-07-01', '2026-06-30'], before: ['2024-07-01', '2025-06-30'] },
  { cutOff: '2026-10-25', now: ['2025-10-26', '2026-10-25'], before: ['2024-10-26', '2025-10-25'] },
]

type Answer = Record<string, Partial<CountedLine>>

/** By going through everything, in the words of the passports. */
function expected(told: History, from: string, until: string): Answer {
  const within = (day: string) => from <= day && day <= until
  const holds = ({ from: begins, until: ends }: Period) => begins <= until && (ends === null || until <= ends)
  const existing = new Set(told.municipalities.flatMap(({ valid }, town) => (holds(valid) ? [town] : [])))
  const active = new Set<number>()
  const units = { sum: 0, lists: 0, meetings: 0, guests: 0 }
  const seats = { taken: 0, offered: 0, workshops: 0, calledOff: 0 }
  const marks = { absent: 0, all: 0 }
  const waits: number[] = []
  let waiting = 0
  let certificates = 0
  for (const workshop of told.workshops) {
    workshop.meetings.forEach(({ at }, nth) => {
      if (workshop.calledOff || !within(at.day)) return
      units.meetings += 1
      for (const guest of workshop.guests)
        if (guest.meeting === nth && !(guest.settled && workshop.enrolments.length > 0)) units.guests += 1
      let kept = false
      for (const { marks: list, organisation } of workshop.enrolments) {
        const mark = list[nth]
        if (!mark) continue
        kept = true
        marks.all += 1
        units.sum += mark.units
        if (mark.status === 'absent') marks.absent += 1
        if (mark.status === 'absent' || mark.status === 'excused') continue
        for (const town of townsBehind(told, { organisation, day: at.day, until }))
          if (existing.has(town)) active.add(town)
      }
      if (kept) units.lists += 1
    })
    for (const { certificate } of workshop.enrolments) {
      if (!certificate || !within(certificate.issuedOn)) continue
      const line = certificate.next ? [certificate, certificate.next] : [certificate]
      const inForce = line.filter(
        ({ issuedOn, revoked }) => issuedOn <= until && !(revoked && revoked.day <= until),
      )
      if (inForce.length > 0) certificates += 1
    }
    if (!beginsWithin(workshop, within)) continue
    if (workshop.calledOff) {
      seats.calledOff += 1
      continue
    }
    seats.workshops += 1
    seats.offered += workshop.seats + (workshop.online ?? 0)
    for (const { status, events } of workshop.enrolments) {
      if (status === 'confirmed') seats.taken += 1
      const first = events.findIndex(({ to }) => to === 'waiting')
      if (first < 0) continue
      waiting += 1
      const seated = events.slice(first).find(({ to }) => to === 'confirmed')
      if (seated)
        waits.push((Date.parse(seated.at.instant) - Date.parse(events[first]!.at.instant)) / 86_400_000)
    }
  }
  return {
    'it-specialists': specialists(told, until),
    'active-municipalities': { numerator: active.size, denominator: existing.size },
    'attended-units': {
      ...{ numerator: units.meetings > 0 ? units.sum : null, covered: units.lists },
      ...{ whole: units.meetings, leftOut: units.guests },
    },
    'seat-utilisation': {
      ...{ numerator: seats.taken, denominator: seats.offered, covered: seats.workshops },
      ...{ whole: seats.workshops + seats.calledOff, leftOut: seats.calledOff },
    },
    'no-show': {
      numerator: marks.absent,
      denominator: marks.all,
      covered: units.lists,
      whole: units.meetings,
    },
    'waiting-time': {
      ...{ durations: waits.sort((a, b) => a - b), covered: waits.length, whole: waiting },
      leftOut: waiting - waits.length,
    },
    certificates: { numerator: certificates },
  }
}

function beginsWithin({ meetings }: Workshop, within: (day: string) => boolean): boolean {
  const days = meetings.map(({ at }) => at.day).sort()
  return days[0] !== undefined && within(days[0])
}

type Attending = { organisation: number; day: string; until: string }

/** Itself or what has become of it; of the association, of each that it served on that day. The county is no town. */
function townsBehind(told: History, { organisation, day, until }: Attending): Set<number> {
  const { municipalities } = told
  const towns = new Set<number>()
  const open = organisation === municipalities.length ? servedOn(told, day) : [organisation]
  while (open.length > 0) {
    const town = open.pop() ?? -1
    const known = municipalities[town]
    if (!known || towns.has(town)) continue
    towns.add(town)
    const ended = known.valid.until !== null && known.valid.until < until
    if (ended && known.into !== town) open.push(known.into)
  }
  return towns
}

function servedOn({ served }: History, on: string): number[] {
  const holds = ({ from, until }: Period) => from <= on && (until === null || on <= until)
  return served.flatMap(({ municipality, periods }) => (periods.some(holds) ? [municipality] : []))
}

function specialists(told: History, on: string): Partial<CountedLine> {
  const { municipalities, people } = told
  const holds = ({ from, until }: Period) => from <= on && (until === null || on <= until)
  let [registered, taking] = [0, 0]
  for (const { created, disabled, serves } of people) {
    if (created.day > on || (disabled !== null && disabled.day <= on)) continue
    const places = serves
      .filter(({ audience, period }) => audience === 'it' && holds(period))
      .map(({ organisation }) => organisation)
    if (places.length > 0) registered += 1
    const towns = places.flatMap((place) => (place === municipalities.length ? servedOn(told, on) : [place]))
    const takes = (town: number) => {
      const known = municipalities[town]
      return known !== undefined && holds(known.valid) && known.declared !== null && holds(known.declared)
    }
    if (towns.some(takes)) taking += 1
  }
  return { numerator: taking, denominator: registered }
}

const around = { by: '', courseId: '' }
beforeAll(async () => {
  around.by = (
    await aPerson({ organisationId: null, roles: [], createdAt: new Date('2024-03-01T12:00:00Z') })
  ).id
  around.courseId = (await aCourse()).id
})

const NOTHING = {
  part: null,
  partDe: null,
  partEn: null,
  numerator: null,
  denominator: null,
  durations: null,
}
const full = (line: Partial<CountedLine> | undefined) => {
  const { durations, ...rest } = { ...NOTHING, covered: null, whole: null, leftOut: null, ...line }
  return { ...rest, durations: durations && durations.map((days) => Number(days.toFixed(6))) }
}

async function agrees(trx: Trx, told: History, { cutOff, now, before }: Time): Promise<void> {
  const figures = await countAccompanying(trx, await listPassportsOn(trx, cutOff), cutOff)
  const [nowExpected, earlier] = [expected(told, ...now), before && expected(told, ...before)]
  const ofDay = expected(told, ...now)['it-specialists']
  expect(figures.map(({ passport }) => passport.key).sort()).toEqual(Object.keys(nowExpected).sort())
  for (const { passport, now: lines, before: linesBefore } of figures) {
    expect([passport.key, ...lines.map(full)]).toEqual([passport.key, full(nowExpected[passport.key])])
    if (passport.months === 0) expect(lines.map(full)).toEqual([full(ofDay)])
    else
      expect([passport.key, linesBefore?.map(full) ?? null]).toEqual([
        passport.key,
        earlier && [full(earlier[passport.key])],
      ])
  }
}

const undone = new Error('undone')

/** That SQL and the second count agree on every cut-off day of random histories; of the same ones where SQL is changed. */
function agreement(change?: (trx: Trx) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(history, fc.constantFrom(...TIMES), async (told, time) => {
    const looked = db.transaction().execute(async (trx) => {
      await change?.(trx)
      await loadHistory(trx, told, around)
      await agrees(trx, told, time)
      throw undone
    })
    await looked.catch((error: unknown) => {
      if (error !== undone) throw error
    })
  })
  return fc.assert(property, { numRuns: HISTORIES, ...(change && { seed: 1, endOnFailure: true }) })
}

/** That the database takes it: a slip of the pen would be caught by everybody. */
async function allowed(change: (trx: Trx) => Promise<void>): Promise<void> {
  const tried = db.transaction().execute(async (trx) => {
    await change(trx)
    throw undone
  })
  await expect(tried).rejects.toBe(undone)
}

test('each accompanying figure is what a count by hand says, in every history', async () => {
  await agreement()
}, 180_000)

// The control: a definition that is wrong in one word must not pass.
test.each([
  ['forgets that municipalities merge', 'municipalities_behind', /and o\.valid_until < on_day/, 'and false'],
  ['follows a merger before its day', 'municipalities_behind', /and o\.valid_until < on_day/, ''],
  [
    'forgets whom an association stands for',
    'municipalities_behind',
    /union all\s+select a\.association_id[^\n]*/,
    '',
  ],
  [
    'asks whom the association ever served',
    'indicator_active_municipalities',
    /and h\.held_on between[^\n]*/,
    '',
  ],
  [
    'forgets the last day of an association',
    'municipalities_behind',
    'coalesce(a.until_date,',
    'coalesce(a.until_date - 1,',
  ],
  ['counts workshops that were called off', 'held_meetings', 'w.called_off_at is null', 'true'],
  ['forgets the last day', 'held_meetings', '(until_day + 1)', 'until_day'],
  ['lets the day end in Greenwich', 'held_meetings', /Europe\/Berlin/g, 'UTC'],
  ['takes who was absent for active', 'indicator_active_municipalities', /and a\.status in \([^)]*\)/, ''],
  ['counts guests twice', 'indicator_attended_units', 'and w.enrolment_id is null', ''],
  ['forgets seats online', 'begun_workshops', 'coalesce(w.online_capacity, 0)', '0'],
  ['begins a workshop at its last meeting', 'begun_workshops', /min\(m\.starts_at\)/g, 'max(m.starts_at)'],
  ['counts seats that were given back', 'indicator_seat_utilisation', "and e.status = 'confirmed'", ''],
  [
    'counts the excused as no-shows',
    'indicator_no_show',
    "a.status = 'absent'",
    "a.status in ('absent', 'excused')",
  ],
  [
    'waits until the last seat',
    'indicator_waiting_time',
    /(v\.id > line\.event order by v\.id) limit/,
    '$1 desc limit',
  ],
  ['forgets who never got a seat', 'indicator_waiting_time', 'count(*) - count(days)', '0::bigint'],
  ['counts what was withdrawn', 'indicator_certificates', /and not exists \([\s\S]*?Berlin'\s*\)/, ''],
  ['counts corrections again', 'indicator_certificates', 'c.replaces is null and', ''],
  ['counts whom nobody has declared', 'indicator_it_specialists', 'm.since is not null', 'true'],
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
    await allowed(change)
    await expect(agreement(change)).rejects.toThrow('Property failed')
  },
  120_000,
)
