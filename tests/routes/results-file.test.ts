import { createHash, randomBytes } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { Role } from '#app/domain/policy.ts'
import { loader as results } from '#app/routes/evaluations/results.tsx'
import { loader } from '#app/routes/evaluations/results-file.ts'
import { loader as pdfLoader } from '#app/routes/evaluations/results-pdf.ts'
import { issuePaperForms } from '#db/paper-forms.ts'
import { listTextsToReview, releaseRound, reviewTexts } from '#db/releases.ts'
import { countRound } from '#db/tallies.ts'
import { db } from '#tests/database.ts'
import { args, aPerson, days, NOW, requestAs } from '#tests/factories.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'
import { anUrn, countMeans, questionnaireOf, voteAll } from '#tests/urn.ts'

const OVER = days(20)

/** Each of `printed` is one time that forms were printed, for so many of those invited. */
async function aReleasedRound(opensOn = '2026-03-11', satisfied = 12, printed: readonly number[] = []) {
  const urn = await anUrn({ kind: 'competence-centre', people: 15, opensOn })
  for (const forms of printed) await print(urn.round.id, urn.people.slice(0, forms))
  await voteAll(urn, urn.people.slice(0, satisfied), {
    overall: 4,
    helped: '=SUMME(A1) Hilfe bei der Umstellung.',
  })
  await voteAll(urn, urn.people.slice(satisfied), { overall: 1 })
  const roundId = urn.round.id
  await countRound(db, { roundId, by: null }, countMeans('competence-centre'), OVER)
  const by = (await aPerson({ roles: ['committee'] })).id
  const textIds = (await listTextsToReview(db, roundId)).map(({ id }) => id)
  await reviewTexts(db, { roundId, textIds, review: 'shown', by }, OVER)
  await releaseRound(db, { roundId, by }, questionnaireOf['competence-centre'], OVER)
  return roundId
}

async function print(roundId: string, people: readonly string[]) {
  const by = (await aPerson({ roles: ['committee'] })).id
  const forms = people.map((personId) => ({ personId, codeHash: randomBytes(32) }))
  expect(await issuePaperForms(db, { roundId, by, forms }, NOW)).toEqual({ ok: true })
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

test('a release tells how many forms were printed, reprints included; an older one does not, and keeps its hash', async () => {
  const roundId = await aReleasedRound('2026-03-11', 12, [3, 1])
  const shown = (await (await fetchFile(roundId, 'json', 'coordinator')).json()).release
  expect(shown.paperForms).toBe(4)
  expect(await (await fetchFile(roundId, 'csv', 'coordinator')).text()).toMatch(/;Papierbögen gedruckt;4\r\n/)

  const { paperForms: _forms, ...withoutForms } = shown
  const { format: _format, counts: _counts, ...first } = withoutForms
  for (const older of [withoutForms, first]) {
    const urn = await anUrn({ kind: 'competence-centre', people: 5 })
    const payload = canonicalJson(older)
    const sha256 = createHash('sha256').update(payload).digest('hex')
    const by = (await aPerson({ roles: ['committee'] })).id
    const release = { roundId: urn.round.id, payload, sha256, releasedBy: by, releasedAt: OVER }
    await db.insertInto('release').values(release).execute()
    const file = await (await fetchFile(urn.round.id, 'json', 'coordinator')).json()
    expect(file).toMatchObject({ release: older, sha256 })
    expect(file.release).not.toHaveProperty('paperForms')
    const table = await (await fetchFile(urn.round.id, 'csv', 'coordinator')).text()
    expect(table).toMatch(/;geantwortet;15\r\n/)
    expect(table).not.toContain('Papierbögen')
  }
})

async function fetchPdf(roundId: string, role: Role) {
  const request = await requestAs(await aPerson({ roles: [role] }), `/evaluations/${roundId}/results.pdf`)
  return pdfLoader(args(request, { roundId }))
}

test('the PDF holds the figures of the page, for whoever reads the page and for nobody else', async (context) => {
  const missing = qpdfIsMissing()
  if (missing) return context.skip(missing)
  const roundId = await aReleasedRound()
  const textFor = async (role: Role) => {
    const file = await fetchPdf(roundId, role)
    const pages = textOfPages(await readPdf(Buffer.from(await file.arrayBuffer())))
    return pages.join(' ').replaceAll('\u00a0', ' ')
  }
  const reader = await aPerson({ roles: ['committee'] })
  const page = await results(args(await requestAs(reader, `/evaluations/${roundId}/results`), { roundId }))
  const { used, invited } = page.release.turnout
  const text = await textFor('staffCouncil')
  expect(text).toContain(`${used} von ${invited} Eingeladenen haben geantwortet`)
  expect(text).toContain('12 von 15, die bewertet haben, sind zufrieden oder sehr zufrieden.')
  expect(text).toContain(page.sha256)
  expect(text).toContain('Hilfe bei der Umstellung')
  expect(await textFor('committee')).not.toContain('Hilfe bei der Umstellung')
  for (const role of ['participant', 'trainer', 'admin', 'trainingOfficer'] as const)
    await expect(fetchPdf(roundId, role)).rejects.toMatchObject({ status: 403 })
})

test('before the release there is no PDF', async () => {
  const { round } = await anUrn({ kind: 'competence-centre', people: 6 })
  await expect(fetchPdf(round.id, 'coordinator')).rejects.toMatchObject({ status: 404 })
})
