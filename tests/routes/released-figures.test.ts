import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { loader as list } from '#app/routes/evaluations/list.tsx'
import { loader as results } from '#app/routes/evaluations/results.tsx'
import { loader as show } from '#app/routes/evaluations/show.tsx'
import { loader as evidence } from '#app/routes/indicators/evidence.tsx'
import { loader as overview } from '#app/routes/overview.tsx'
import { castBallot } from '#db/ballots.ts'
import { getRelease, releaseRound } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { db } from '#tests/database.ts'
import { args, aPerson, days, NOW, requestAs } from '#tests/factories.ts'
import { anUrn, countMeans, questionnaireOf, seal } from '#tests/urn.ts'

const OVER = days(20)
const ROLES: Role[] = ['coordinator', 'committee', 'staffCouncil', 'dataProtection']

/** 31 invited, 23 answered, of them 3 IT specialists; only 13 rated, so every number here is one of a kind. */
async function aRoundWithSmallGroup() {
  const urn = await anUrn({ kind: 'competence-centre', people: 31, strata: ['it', 'user'] })
  const { id: roundId } = urn.round
  for (const [index, personId] of urn.people.slice(0, 23).entries()) {
    const answers = index < 13 ? { overall: index < 3 ? 1 : 5 } : {}
    await castBallot(
      db,
      { roundId, personId, sealed: seal(urn.round, index < 3 ? 'it' : 'user', answers) },
      NOW,
    )
  }
  return urn.round
}

/** All numbers in what a page is given, but those of dates, hashes, ids and of the questionnaire. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (value instanceof Date || typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (key === 'questionnaire' ? [] : numbersIn(part)))
}

async function pagesFor(role: Role, roundId: string) {
  const person = await aPerson({ roles: [role] })
  const open = async (path: string) => args(await requestAs(person, path), { roundId })
  const listed = await list(await open('/evaluations'))
  const mine = [...listed.running, ...listed.done].filter(({ id }) => id === roundId)
  const shown = await show(await open(`/evaluations/${roundId}`))
  const overseen =
    role === 'coordinator'
      ? (await overview(await open('/overview'))).rounds.filter(({ id }) => id === roundId)
      : []
  const read = await results(await open(`/evaluations/${roundId}/results`)).catch(() => null)
  return [mine, shown.round, overseen, read]
}

/** The numbers in the words of the pages behind the figures that releases give, days left out. */
async function evidenceNumbers(role: 'coordinator' | 'committee'): Promise<number[]> {
  const person = await aPerson({ roles: [role] })
  const pages = await Promise.all(
    ['I2', 'response-rate', 'satisfied-by-topic'].map(async (key) => {
      const request = await requestAs(person, `/indicators/evidence/${key}`)
      const { evidence: told, releases } = await evidence(args(request, { key }))
      const rows = told.tables.flatMap((table) => table.rows.flat())
      return { words: [told.value, ...told.lines, told.recount?.sentence ?? '', ...rows], releases }
    }),
  )
  return pages.flatMap(({ words }) =>
    words.flatMap((text) =>
      (
        text.replaceAll(/\d+\. \p{L}+ \d{4}|\d+\.\d+\.\d{4}|95-?[\s\u00a0]?%/gu, '').match(/\d+(,\d+)?/g) ??
        []
      ).map((found) => Number(found.replace(',', '.'))),
    ),
  )
}

test('no page tells anybody a number about answers that is not in the release, nor any before it', async () => {
  const round = await aRoundWithSmallGroup()
  const told = async () => {
    const pages = await Promise.all(ROLES.map((role) => pagesFor(role, round.id)))
    return new Set(pages.flatMap(numbersIn))
  }
  // Invited people, minimum, workshops.
  const known = [31, 5, 0]
  for (const number of await told()) expect(known).toContain(number)
  expect(await evidenceNumbers('coordinator')).not.toContain(23)

  await countRound(db, { roundId: round.id, by: null }, countMeans('competence-centre'), OVER)
  for (const number of await told()) expect(known).toContain(number)
  const before = await evidenceNumbers('committee')
  for (const number of [31, 23, 13, 10, 3]) expect(before).not.toContain(number)

  const by = (await aPerson({ roles: ['committee'] })).id
  await releaseRound(db, { roundId: round.id, by }, questionnaireOf['competence-centre'], OVER)
  const figures = await getRelease(db, round.id)
  expect(figures?.release.items.every(({ apart }) => apart === null)).toBe(true)
  const released = numbersIn(figures?.release)
  expect(released).toContain(13)
  for (const number of await told()) expect([...known, ...released]).toContain(number)
  expect(await evidenceNumbers('committee')).toEqual(expect.arrayContaining([31, 23, 13, 10]))
})
