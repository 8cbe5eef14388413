import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Answers } from '#app/domain/answers.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { Definition } from '#app/domain/questionnaire.ts'
import { castBallot, seal } from '#db/ballots.ts'
import { getRelease, listTextsToReview, releaseRound } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { db } from '#tests/database.ts'
import { aPerson, days, NOW } from '#tests/factories.ts'
import { anUrn, aVersion, countMeans } from '#tests/urn.ts'

const OVER = days(20)

const text = (words: string) => ({ default: words })
const choices = ['alpha', 'beta', 'gamma'].map((value) => ({ value, text: text(value) }))
const definition: Definition = {
  title: text('Bedarf'),
  pages: [
    {
      name: 'page',
      elements: [
        { type: 'radiogroup', name: 'way', title: text('Wie?'), choices },
        { type: 'checkbox', name: 'used', title: text('Was?'), choices },
        { type: 'boolean', name: 'again', title: text('Wieder?') },
        { type: 'text', inputType: 'number', name: 'years', title: text('Jahre?'), min: 0, max: 49 },
        { type: 'comment', name: 'why', visibleIf: '{again} = false', title: text('Warum?'), maxLength: 200 },
      ],
    },
  ],
}

/** A round of 30 in which these people have answered, counted. */
async function counted(all: readonly Answers[]) {
  const version = await aVersion({ ...definition, title: text(`Bedarf ${randomUUID()}`) })
  const urn = await anUrn({ kind: 'needs', people: 30, strata: ['it', 'user'], version })
  for (const [index, answers] of all.entries()) {
    const stratum = index % 2 === 0 ? ('it' as const) : ('user' as const)
    const sealed = seal(urn.round, version.questionnaire, { stratum, answers })
    await castBallot(db, { roundId: urn.round.id, personId: urn.people[index] ?? '', sealed }, NOW)
  }
  await countRound(db, { roundId: urn.round.id, by: null }, countMeans(version), OVER)
  return { roundId: urn.round.id, version }
}

const times = (n: number, of: (index: number) => Answers) =>
  Array.from({ length: n }, (_, index) => of(index))

test('words, ticks, yes or no and numbers are released with their round', async () => {
  const { roundId, version } = await counted(
    times(24, (index) => ({
      way: index < 18 ? 'alpha' : index < 21 ? 'beta' : 'gamma',
      used: index < 9 ? ['alpha', 'gamma'] : ['gamma'],
      again: index < 12,
      years: index < 10 ? 3 : 25,
    })),
  )
  const by = (await aPerson({ roles: ['coordinator'] })).id
  expect(await releaseRound(db, { roundId, by }, version.questionnaire, OVER)).toMatchObject({ ok: true })

  const figures = await getRelease(db, roundId)
  expect(figures?.release.format).toBe(2)
  expect(figures?.release.counts).toMatchObject([
    { key: 'way', figure: { kind: 'parts', responses: 24, counts: { alpha: 18 } } },
    { key: 'used', figure: { ticks: { alpha: 9, beta: 'few', gamma: 'most' } } },
    { key: 'again', figure: { counts: { yes: 12, no: 12 } }, apart: { it: { counts: { yes: 6, no: 6 } } } },
    { key: 'years', figure: { counts: { '0-9': 10, '20-29': 14, '40-49': 0 } } },
  ])
  expect(JSON.stringify(figures?.release)).not.toMatch(/"(beta|gamma)":\d/)
})

test('what only a few were asked to write is destroyed at the count, and so is its number', async () => {
  const why = (index: number) => (index < 6 ? { again: false, why: `Grund ${index}` } : { again: true })
  const kept = async (roundId: string) =>
    (await listTextsToReview(db, roundId)).filter(({ itemKey }) => itemKey === 'why').length
  expect(await kept((await counted(times(24, why))).roundId)).toBe(6)

  const few = (index: number) => (index < 4 ? { again: false, why: 'Grund' } : { again: true })
  const many = (index: number) => (index < 20 ? { again: false, why: 'Grund' } : { again: true })
  for (const answers of [few, many]) {
    const { roundId } = await counted(times(24, answers))
    expect(await db.selectFrom('textAnswer').selectAll().where('roundId', '=', roundId).execute()).toEqual([])
  }
})

test('a release from before such questions were told is read as it was, with its fingerprint', async () => {
  const { roundId } = await counted(times(12, () => ({ way: 'alpha' })))
  const payload = canonicalJson({
    minimum: 5,
    turnout: { invited: 30, used: 12 },
    turnoutApart: null,
    items: [],
    texts: [],
  })
  const sha256 = createHash('sha256').update(payload).digest('hex')
  const releasedBy = (await aPerson({ roles: ['coordinator'] })).id
  await db.insertInto('release').values({ roundId, payload, sha256, releasedBy, releasedAt: OVER }).execute()
  const figures = await getRelease(db, roundId)
  expect(figures).toMatchObject({ unchanged: true, sha256 })
  expect(canonicalJson(figures?.release)).toBe(payload)
})
