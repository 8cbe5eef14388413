// Random histories of a small district, for figures that a second count checks: plain facts.

import fc from 'fast-check'

export type Period = { from: string; until: string | null }
/** The instant as it is stored, and the day that the calendar in Berlin shows then. */
export type Moment = { instant: string; day: string }

export type Enrolment = {
  /** No person twice in a workshop. */
  person: number
  organisation: number
  status: 'confirmed' | 'waiting' | 'withdrawn' | 'excused' | 'lapsed'
  events: { to: 'waiting' | 'confirmed' | 'offered' | 'withdrawn'; at: Moment }[]
  /** For each meeting what is written down of it, if anything. */
  marks: ({ status: 'present' | 'partial' | 'excused' | 'absent'; units: number } | null)[]
  certificate: {
    issuedOn: string
    revoked: Moment | null
    next: { issuedOn: string; revoked: Moment | null } | null
  } | null
}

export type Workshop = {
  seats: number
  online: number | null
  calledOff: boolean
  meetings: { at: Moment; units: number }[]
  enrolments: Enrolment[]
  /** Guests, each at one of the meetings; an enrolment was made of those that are settled. */
  guests: { meeting: number; settled: boolean }[]
}

export type History = {
  /** `into`: which municipality it has merged into, where it has ended. */
  municipalities: { valid: Period; into: number; declared: Period | null }[]
  /** Whom the one association serves; its number follows those of the municipalities, and the county's follows it. */
  served: { municipality: number; periods: Period[] }[]
  people: {
    created: Moment
    disabled: Moment | null
    serves: { organisation: number; audience: 'it' | 'user'; period: Period }[]
  }[]
  workshops: Workshop[]
}

const MOMENTS: Moment[] = [
  { instant: '2024-12-31T23:59:59+01:00', day: '2024-12-31' },
  { instant: '2025-01-01T00:00:00+01:00', day: '2025-01-01' },
  { instant: '2025-03-29T23:30:00+01:00', day: '2025-03-29' },
  { instant: '2025-03-30T00:30:00+01:00', day: '2025-03-30' },
  { instant: '2025-06-30T23:59:59+02:00', day: '2025-06-30' },
  { instant: '2025-07-01T00:00:00+02:00', day: '2025-07-01' },
  { instant: '2025-10-25T23:59:59+02:00', day: '2025-10-25' },
  { instant: '2025-10-26T00:30:00+02:00', day: '2025-10-26' },
  { instant: '2025-12-31T23:59:59+01:00', day: '2025-12-31' },
  { instant: '2026-01-01T00:30:00+01:00', day: '2026-01-01' },
  { instant: '2026-03-29T23:59:59+02:00', day: '2026-03-29' },
  { instant: '2026-03-30T00:30:00+02:00', day: '2026-03-30' },
  { instant: '2026-06-30T23:59:59+02:00', day: '2026-06-30' },
  { instant: '2026-07-01T00:30:00+02:00', day: '2026-07-01' },
  { instant: '2026-10-25T23:59:59+01:00', day: '2026-10-25' },
  { instant: '2026-10-26T00:30:00+01:00', day: '2026-10-26' },
]
const moment = fc.constantFrom(...MOMENTS)
const day = moment.map((one) => one.day)
const period = fc
  .record({ from: day, until: fc.option(day) })
  .map(({ from, until }) => (until !== null && until < from ? { from: until, until: from } : { from, until }))

/** Periods one after the other, at most two. */
const periods = fc.uniqueArray(day, { maxLength: 4 }).map((days) => {
  const [first, second, third, fourth = null] = [...days].sort()
  return [
    ...(first ? [{ from: first, until: second ?? null }] : []),
    ...(third ? [{ from: third, until: fourth }] : []),
  ]
})

const mark = fc
  .record({
    status: fc.constantFrom('present' as const, 'partial' as const, 'excused' as const, 'absent' as const),
    units: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ status, units }) => ({ status, units: status === 'present' || status === 'partial' ? units : 0 }))

const PEOPLE = 3
const TOWNS = 4
const MEETINGS = 3
const anywhere = fc.nat({ max: TOWNS + 1 })

const enrolment = (person: number): fc.Arbitrary<Enrolment> =>
  fc.record({
    person: fc.constant(person),
    organisation: anywhere,
    status: fc.constantFrom(
      ...(['confirmed', 'confirmed', 'confirmed', 'waiting', 'withdrawn', 'excused', 'lapsed'] as const),
    ),
    events: fc.array(
      fc.record({
        to: fc.constantFrom(
          'waiting' as const,
          'confirmed' as const,
          'offered' as const,
          'withdrawn' as const,
        ),
        at: moment,
      }),
      { maxLength: 4 },
    ),
    marks: fc.array(fc.option(mark, { freq: 3 }), { minLength: MEETINGS, maxLength: MEETINGS }),
    certificate: fc.option(
      fc.record({
        issuedOn: day,
        revoked: fc.option(moment, { freq: 2 }),
        next: fc.option(fc.record({ issuedOn: day, revoked: fc.option(moment, { freq: 2 }) })),
      }),
      { freq: 2 },
    ),
  })

const workshop: fc.Arbitrary<Workshop> = fc.record({
  seats: fc.integer({ min: 1, max: 5 }),
  online: fc.option(fc.integer({ min: 1, max: 3 })),
  calledOff: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 0),
  meetings: fc.array(fc.record({ at: moment, units: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: MEETINGS,
  }),
  enrolments: fc
    .tuple(...Array.from({ length: PEOPLE }, (_, person) => fc.option(enrolment(person), { freq: 3 })))
    .map((drawn) => drawn.flatMap((one) => one ?? [])),
  guests: fc.array(fc.record({ meeting: fc.nat({ max: MEETINGS - 1 }), settled: fc.boolean() }), {
    maxLength: 2,
  }),
})

export const history: fc.Arbitrary<History> = fc.record({
  municipalities: fc.array(
    fc.record({ valid: period, into: fc.nat({ max: TOWNS - 1 }), declared: fc.option(period, { freq: 3 }) }),
    { minLength: TOWNS, maxLength: TOWNS },
  ),
  served: fc.tuple(
    ...Array.from({ length: TOWNS }, (_, municipality) =>
      fc.record({ municipality: fc.constant(municipality), periods }),
    ),
  ),
  people: fc.array(
    fc.record({
      created: moment,
      disabled: fc.option(moment, { freq: 2 }),
      serves: fc.uniqueArray(
        fc.record({
          organisation: anywhere,
          audience: fc.constantFrom('it' as const, 'user' as const),
          period,
        }),
        { maxLength: 3, selector: ({ organisation }) => organisation },
      ),
    }),
    { minLength: PEOPLE, maxLength: PEOPLE },
  ),
  workshops: fc.array(workshop, { maxLength: 4 }),
})
