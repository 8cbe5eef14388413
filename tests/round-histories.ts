// Random rounds of evaluation of a small district, for figures that a second count checks: plain facts, and as rows.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { readQuestionnaire, type Definition } from '#app/domain/questionnaire.ts'
import { releasePayload } from '#app/domain/release.ts'
import { tallyOf, type Ballot } from '#app/domain/tally.ts'
import { addDays } from '#app/domain/calendar.ts'
import type { Trx } from '#db/client.server.ts'
import { hashOf } from '#db/releases.ts'

/** What somebody gave: a step of the scale, 0 for "keine Angabe", null for nothing at all. */
type Given = { overall: number | null; topics: Record<string, number | null> }

export type Asked = 'whole' | 'another-scale' | 'no-topics'

export type Round = {
  kind: 'competence-centre' | 'needs'
  /** Null where it was planned by hand. */
  dueOn: string | null
  opensOn: string
  closesOn: string
  state: 'planned' | 'running' | 'given-up' | 'released' | 'tampered'
  asked: Asked
  minimum: number
  ballots: Given[]
  /** Who was invited and did not answer. */
  silent: number
}

/** Rows of the matrix, in their order; "support" is what both ask. */
export const TOPICS_ASKED: Record<Asked, string[]> = {
  whole: ['organisation', 'support'],
  'another-scale': ['support', 'learning'],
  'no-topics': [],
}

const DAYS = [
  ...['2024-06-30', '2024-07-01', '2025-03-10', '2025-06-30', '2025-07-01'],
  ...['2025-12-31', '2026-02-20', '2026-06-30', '2026-07-01'],
]

/** On both sides of the first and last days of the phases that the tests set. */
const AT_THE_EDGE = ['2024-12-31', '2025-01-01', '2026-02-19', '2026-02-20', '2026-02-28', '2026-03-01']

/** Rounds end long after they were due, and begin later than that. */
const days = fc
  .record({
    closesOn: fc.constantFrom(...DAYS),
    begun: fc.option(fc.constantFrom(...AT_THE_EDGE)),
    dueOn: fc.option(fc.constantFrom(...AT_THE_EDGE)),
  })
  .map(({ closesOn, begun, dueOn }) => ({
    closesOn,
    dueOn,
    opensOn: begun !== null && begun <= closesOn ? begun : addDays(closesOn, -20),
  }))

/** Mostly of one mind, so that changes are larger than chance. */
const ballotsOf = (liked: boolean) => {
  const step = fc.oneof(
    { weight: 12, arbitrary: liked ? fc.constantFrom(5, 4, 3) : fc.constantFrom(1, 2, 3) },
    { weight: 2, arbitrary: fc.constantFrom(5, 4, 3, 2, 1) },
    { weight: 1, arbitrary: fc.constantFrom(0, null) },
  )
  const topics = fc.record({ organisation: step, support: step, learning: step })
  const one: fc.Arbitrary<Given> = fc.record({ overall: step, topics })
  const size = fc.oneof(fc.nat(11), fc.integer({ min: 9, max: 60 }))
  return size.chain((count) => fc.array(one, { minLength: count, maxLength: count }))
}

const asIt = fc.record({
  kind: fc.constantFrom(
    ...(['competence-centre', 'competence-centre', 'competence-centre', 'needs'] as const),
  ),
  state: fc.constantFrom(
    ...(['released', 'released', 'released', 'running', 'planned', 'given-up', 'tampered'] as const),
  ),
  asked: fc.constantFrom(...(['whole', 'whole', 'whole', 'another-scale', 'no-topics'] as const)),
  minimum: fc.constantFrom(5, 5, 7, 10),
  ballots: fc.boolean().chain(ballotsOf),
  silent: fc.oneof(fc.constant(0), fc.nat(40)),
})

const round: fc.Arbitrary<Round> = fc.tuple(asIt, days).map(([told, when]) => ({ ...told, ...when }))

export const rounds = fc.array(round, { maxLength: 6 })

const text = (german: string) => ({ default: german })
const option = (value: number) => ({ value, text: text(String(value)) })

function definitionOf(asked: Asked): Definition {
  const scale = asked === 'another-scale' ? [5, 4, 3, 2, 1] : [5, 4, 3, 2, 1, 0]
  const rows = TOPICS_ASKED[asked].map((value) => ({ value, text: text(`Thema ${value}`) }))
  const topics = { type: 'matrix', name: 'topics', title: text('Themen') } as const
  const overall = { type: 'radiogroup', name: 'overall', title: text('Insgesamt') } as const
  return {
    title: text(asked),
    pages: [
      {
        name: 'page',
        elements: [
          { ...overall, choices: scale.map(option) },
          ...(rows.length > 0 ? [{ ...topics, columns: scale.map(option), rows }] : []),
        ],
      },
    ],
  }
}

const MOMENT = new Date('2026-08-01T12:00:00Z')

/** The later a round stands in the list, the later it was released; rows are written the other way round. */
export async function loadRounds(trx: Trx, told: readonly Round[], by: string): Promise<void> {
  for (const asked of Object.keys(TOPICS_ASKED) as Asked[]) {
    const version = { key: 'competence-centre', hash: asked, definition: JSON.stringify(definitionOf(asked)) }
    await trx
      .insertInto('questionnaireVersion')
      .values({ ...version, publishedAt: MOMENT })
      .execute()
  }
  for (const [place, one] of [...told.entries()].reverse()) await loadRound(trx, one, { by, place })
}

async function loadRound(trx: Trx, told: Round, { by, place }: { by: string; place: number }) {
  const id = randomUUID()
  const { kind, dueOn, opensOn, closesOn, state, asked, minimum } = told
  await trx
    .insertInto('evaluationRound')
    .values({
      ...{ id, kind, title: String(place), courseId: null, questionnaireHash: asked, minimum, closesOn },
      // The schedule plans one at a time.
      dueOn: state === 'planned' ? null : dueOn,
      ...{ opensOn, publicKey: new Uint8Array(32), createdBy: by, createdAt: MOMENT },
      openedAt: state === 'planned' ? null : MOMENT,
      givenUpAt: state === 'given-up' ? MOMENT : null,
      ...(kind === 'needs' && {
        audience: JSON.stringify({ groups: ['it', 'user'], attended: null, organisationIds: [] }),
      }),
    })
    .execute()
  if (state !== 'released' && state !== 'tampered') return
  const payload = payloadOf(told)
  await trx
    .insertInto('release')
    .values({
      ...{ roundId: id, payload, releasedBy: by, releasedAt: new Date(MOMENT.getTime() + place * 1000) },
      sha256: hashOf(state === 'tampered' ? `${payload} ` : payload),
    })
    .execute()
}

function payloadOf({ asked, ballots, silent, minimum }: Round): string {
  const questionnaire = readQuestionnaire(definitionOf(asked))
  const cast = ballots.map(({ overall, topics }): Ballot => {
    const rated = TOPICS_ASKED[asked].flatMap((key) => {
      const value = topics[key]
      return typeof value === 'number' && (value > 0 || asked === 'whole') ? [[key, value] as const] : []
    })
    const isGiven = overall !== null && (overall > 0 || asked !== 'another-scale')
    const answers = { ...(isGiven && { overall }), topics: Object.fromEntries(rated) }
    return { stratum: 'user', answers }
  })
  return canonicalJson(
    releasePayload({
      questionnaire,
      tallies: tallyOf(cast, questionnaire, true),
      invited: { it: 0, user: ballots.length + silent },
      used: { it: 0, user: ballots.length },
      texts: {},
      paperForms: 0,
      minimum,
    }),
  )
}
