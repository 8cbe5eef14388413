import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { Role } from '#app/domain/policy.ts'
import { loader as results } from '#app/routes/evaluations/results.tsx'
import { loader } from '#app/routes/evaluations/results-file.ts'
import { listTextsToReview, releaseRound, reviewTexts } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { db } from '#tests/database.ts'
import { args, aPerson, days, requestAs } from '#tests/factories.ts'
import { anUrn, countMeans, questionnaireOf, voteAll } from '#tests/urn.ts'

const OVER = days(20)

async function aReleasedRound(opensOn = '2026-03-11', satisfied = 12) {
  const urn = await anUrn({ kind: 'competence-centre', people: 15, opensOn })
  await voteAll(urn, urn.people.slice(0, satisfied), {
    overall: 4,
    helped: '=SUMME(A1) Hilfe bei der Umstellung.',
  })
  await voteAll(urn, urn.people.slice(satisfied), { overall: 1 })
  const roundId = urn.round.id
  await countRound(db, { roundId, by: null }, await countMeans('competence-centre'), OVER)
  const by = (await aPerson({ roles: ['committee'] })).id
  const textIds = (await listTextsToReview(db, roundId)).map(({ id }) => id)
  await reviewTexts(db, { roundId, textIds, review: 'shown', by }, OVER)
  await releaseRound(db, { roundId, by }, questionnaireOf['competence-centre'], OVER)
  return roundId
}

async function fetchFile(roundId: string, format: string, role: Role) {
  const person = await aPerson({ roles: [role] })
  const path = `/evaluations/${roundId}/results/${format}`
  return loader(args(await requestAs(person, path), { roundId, format }))
}

test('the release is handed out as CSV, ODS and JSON, with the same figures and no formula', async () => {
  const roundId = await aReleasedRound()
  const csv = await (await fetchFile(roundId, 'csv', 'coordinator')).text()
  expect(csv).toMatch(/;zufrieden oder sehr zufrieden;12\r\n/)
  expect(csv).toContain(";'=SUMME(A1) Hilfe bei der Umstellung.")
  const sheet = await fetchFile(roundId, 'ods', 'staffCouncil')
  const content = strFromU8(unzipSync(new Uint8Array(await sheet.arrayBuffer()))['content.xml']!)
  expect(content).toContain('office:value="12"')
  const { release, sha256 } = await (await fetchFile(roundId, 'json', 'dataProtection')).json()
  expect(createHash('sha256').update(canonicalJson(release)).digest('hex')).toBe(sha256)
})

test('files hold no remarks for those who were not named as readers, and are there for nobody else', async () => {
  const roundId = await aReleasedRound()
  for (const format of ['csv', 'ods', 'json']) {
    const file = await fetchFile(roundId, format, 'committee')
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1')).not.toContain('Umstellung')
    await expect(fetchFile(roundId, format, 'participant')).rejects.toMatchObject({ status: 403 })
  }
  await expect(fetchFile(roundId, 'xml', 'coordinator')).rejects.toMatchObject({ status: 404 })
})

test('the page compares with the round before, with both figures and the interval of their difference', async () => {
  await aReleasedRound('2025-09-01', 10)
  const roundId = await aReleasedRound('2026-03-11', 14)
  const person = await aPerson({ roles: ['coordinator'] })
  const { comparison } = await results(
    args(await requestAs(person, `/evaluations/${roundId}/results`), { roundId }),
  )
  const overall = comparison?.compared.find(({ item }) => item.key === 'overall')
  expect(overall).toMatchObject({ before: { satisfied: 10 }, now: { satisfied: 14 } })
  expect(overall?.difference?.by).toBeCloseTo(4 / 15)
})
