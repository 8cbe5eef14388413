import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ShownEvidence } from '#app/charts/evidence.ts'
import type { Role } from '#app/domain/policy.ts'
import { definitionState, recountParticipation, recountSatisfaction } from '#app/domain/evidence.ts'
import { loader as ofToday } from '#app/routes/indicators/evidence.tsx'
import { loader as dashboard } from '#app/routes/indicators/dashboard.tsx'
import { loader as ofReport } from '#app/routes/reports/evidence.tsx'
import { getSnapshot } from '#db/snapshots.ts'
import { evidenceOf } from '#reports/evidence.ts'
import { db } from '#tests/database.ts'
import { aPerson, args, requestAs } from '#tests/factories.ts'
import { aFigure, aReport, aTopic, readBy } from '#tests/reports/report-data.ts'
import { aDistrict, aReleasedReport, aReleasedRound } from '#tests/reporting.ts'

await aDistrict()
await aReleasedRound({ title: 'Erste Befragung', closesOn: '2025-11-20', ratings: [4, 4, 4, 4, 3, 3, 3, 2] })
await aReleasedRound({ title: 'Zweite Befragung', closesOn: '2026-02-20' })
const report = await aReleasedReport()

type Behind = {
  evidence: ShownEvidence
  definition: { parts: { name: string; text: string }[]; sha256: string } | undefined
  releases: { title: string; sha256: string; isUnchanged: boolean }[]
  mayReadResults: boolean
}

async function behind(key: string, role: Role = 'committee', number = report): Promise<Behind> {
  const person = await aPerson({ roles: [role], organisationId: null })
  const request = await requestAs(person, `/reports/${number}/evidence/${key}`)
  const page = await ofReport(args(request, { number: String(number), key }))
  if (!('behind' in page) || !page.behind) throw new Error('not shown')
  return page.behind
}

async function behindToday(key: string, role: Role = 'committee'): Promise<Behind> {
  const person = await aPerson({ roles: [role], organisationId: null })
  return ofToday(args(await requestAs(person, `/indicators/evidence/${key}`), { key }))
}

async function figures() {
  const data = (await getSnapshot(db, report))?.data
  if (!data) throw new Error('no figures')
  return data
}

test('the municipalities that count, counted again in the table, are the number on the card', async () => {
  for (const page of [await behind('I1'), await behindToday('I1')]) {
    const rows = page.evidence.tables[0]?.rows ?? []
    const counted = rows.filter((row) => row.at(-1) === 'ja')
    expect(page.evidence.value).toBe(`${counted.length} von ${rows.length}`)
    expect(page.evidence.recount).toMatchObject({ isSame: true })
    expect(rows.map(([name]) => name)).toEqual(['Ahausen', 'Bedorf', 'Cestadt'])
    expect(rows.map(([, day]) => day)).toEqual(['1. Juni 2025', '1. Juni 2025', 'nicht erklärt'])
    expect(rows[2]?.at(-1)).toBe('nein, keine Erklärung')
  }
})

test('the released answers, counted again, are the share on the card', async () => {
  const { evidence } = await behind('I2')
  const countIn = (name: string) => {
    const row = evidence.tables[0]?.rows.find(([answer]) => answer === name)
    return Number.parseInt(row?.[1] ?? '', 10)
  }
  const satisfied = countIn('zufrieden') + countIn('sehr zufrieden')
  const all = satisfied + countIn('teils, teils') + countIn('unzufrieden') + countIn('sehr unzufrieden')
  expect([satisfied, all]).toEqual([7, 10])
  expect(evidence.value.replace(/\s/g, ' ')).toBe('70,0 %')
  expect(evidence.recount?.sentence).toContain('7 von 10')
})

test('where each topic counts for itself, the topics are counted again, and the lowest of them is the number', () => {
  const evidence = evidenceOf(aReport(readBy('every-topic')), 'I2', 'de')
  expect(evidence?.value).toBe('48,7\u00a0%')
  expect(evidence?.tables[0]?.caption).toBe('Zufriedenheit mit den Themen')
  const row = evidence?.tables[0]?.rows.find(([topic]) => topic === 'Zeitersparnis bei der täglichen Arbeit')
  expect(row?.at(-1)).toBe('48,7\u00a0%')
  expect(evidence?.recount).toEqual({
    sentence: 'Nachgezählt aus der Tabelle: 74 von 152. Das ist die gezeigte Zahl.',
    isSame: true,
  })
  expect(evidence?.notes[0]).toBe(
    'Nach der beschlossenen Lesart „Jedes Thema für sich“ zählt das Thema „Zeitersparnis bei der täglichen Arbeit“: ' +
      '48,7\u00a0% (74 von 152 Bewertungen). Ein Thema mit zu wenigen Bewertungen bleibt außer Betracht.',
  )
  expect(evidence?.notes).toContain('Der Verlauf zeigt die Gesamtfrage, nicht die beschlossene Lesart.')
})

test('where all topics count together, their sum is the number, those of few answers as they are told', () => {
  const evidence = evidenceOf(aReport(readBy('all-ratings')), 'I2', 'de')
  expect(evidence?.value).toBe('59,6\u00a0%')
  expect(evidence?.recount?.sentence).toBe(
    'Nachgezählt aus der Tabelle: 186 von 312. Das ist die gezeigte Zahl.',
  )
})

test('a topic of few answers that counts has nothing behind it to count again', () => {
  const { satisfaction } = aReport()
  const few = { ...satisfaction, topics: [aTopic('exchange', 'Austausch', [1, 2, 2, 2, 1])] }
  for (const reading of ['every-topic', 'all-ratings'] as const) {
    const evidence = evidenceOf(aReport(readBy(reading, { satisfaction: few })), 'I2', 'de')
    expect(evidence?.recount).toBe(null)
    expect(evidence?.value).toBe('3 von 8')
  }
})

test('figures that their rows do not give are found out', async () => {
  const data = await figures()
  const more = { ...data, participation: { ...data.participation, count: 3 } }
  expect(recountParticipation(data).isSame).toBe(true)
  expect(recountParticipation(more).isSame).toBe(false)
  const { satisfaction } = data
  if (satisfaction.figure.kind !== 'full') throw new Error('not told in full')
  const figure = { ...satisfaction.figure, satisfied: 8 }
  expect(recountSatisfaction(data)?.isSame).toBe(true)
  expect(recountSatisfaction({ ...data, satisfaction: { ...satisfaction, figure } })?.isSame).toBe(false)
  for (const reading of ['every-topic', 'all-ratings'] as const) {
    const right = aReport(readBy(reading))
    const [topic, ...others] = right.satisfaction.topics
    const topics = [{ ...topic!, figure: aFigure([0, 1, 40, 60, 10], 265) }, ...others]
    const wrong = { ...right, satisfaction: { ...right.satisfaction, topics } }
    expect([recountSatisfaction(right), recountSatisfaction(wrong)]).toMatchObject([
      { isSame: true },
      { isSame: false },
    ])
  }
})

test('the text by which the database counts stands there, with what it asks in turn and its fingerprint', async () => {
  const { definition, evidence } = await behind('I1')
  expect(definition?.parts.map(({ name }) => name)).toEqual(['municipalities_on', 'served_by_specialists'])
  expect(definition?.parts[0]?.text).toContain("o.kind = 'municipality'")
  expect(definition?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(evidence.counting?.sqlObject).toBe('municipalities_on')
})

test('nobody has changed how is counted since the report: the page says so, and of a changed part the opposite', async () => {
  const stateNow = async () => {
    const { definition, evidence } = await behind('I1')
    return definitionState(evidence.counting?.sqlSha256 ?? null, definition?.sha256 ?? null)
  }
  expect(await stateNow()).toBe('same')
  const { rows } = await sql<{ text: string }>`
    select pg_get_functiondef(oid) as text from pg_proc where proname = 'served_by_specialists'`.execute(db)
  const right = rows[0]?.text ?? ''
  await sql.raw(right.replace("m.audience = 'it'", 'true')).execute(db)
  try {
    expect(await stateNow()).toBe('changed')
  } finally {
    await sql.raw(right).execute(db)
  }
  expect(await stateNow()).toBe('same')
})

test('whether it still counts as it did is told, and where that was not recorded, so', () => {
  expect(definitionState('a', 'a')).toBe('same')
  expect(definitionState('a', 'b')).toBe('changed')
  expect(definitionState(null, 'b')).toBe('unrecorded')
  expect(definitionState('a', null)).toBe('gone')
})

test('the satisfied share shows its releases with fingerprints, and the office alone opens their results', async () => {
  const { releases, mayReadResults } = await behind('I2')
  expect(releases.map(({ title }) => title)).toEqual(['Erste Befragung', 'Zweite Befragung'])
  expect(releases.every(({ isUnchanged }) => isUnchanged)).toBe(true)
  expect(mayReadResults).toBe(true)
  expect((await behind('I2', 'consultant')).mayReadResults).toBe(false)
})

test('a release that was changed afterwards is named as such', async () => {
  const person = await aPerson({ roles: ['committee'], organisationId: null })
  await db.transaction().execute(async (trx) => {
    await sql`alter table release disable trigger user`.execute(trx)
    await sql`update release set payload = replace(payload, '"minimum":5', '"minimum":6')
      where round_id = (select id from evaluation_round where title = 'Erste Befragung')`.execute(trx)
    await sql`alter table release enable trigger user`.execute(trx)
  })
  try {
    expect((await behindToday('I2')).releases.map(({ isUnchanged }) => isUnchanged)).toEqual([false, true])
    expect(person.id).toBeTruthy()
  } finally {
    await db.transaction().execute(async (trx) => {
      await sql`alter table release disable trigger user`.execute(trx)
      await sql`update release set payload = replace(payload, '"minimum":6', '"minimum":5')`.execute(trx)
      await sql`alter table release enable trigger user`.execute(trx)
    })
  }
})

test('no name of a person, no address and no id of one is on the page behind a number', async () => {
  const people = await db.selectFrom('person').select(['id', 'familyName', 'email']).execute()
  for (const key of ['I1', 'I2']) {
    const page = JSON.stringify([await behind(key), await behindToday(key)])
    for (const { id, email } of people) {
      expect(page).not.toContain(id)
      expect(page).not.toContain(email)
    }
  }
})

test('nothing that is not in the report is told of the answers', async () => {
  const inReport = numbersIn(await figures())
  const { evidence } = await behind('I2')
  const told = evidence.tables.flatMap(({ rows }) => rows.flat())
  const counts = told.flatMap((cell) => /^\d+(?= \(|$)/.exec(cell) ?? []).map(Number)
  expect(counts.length).toBeGreaterThan(4)
  for (const count of counts) expect(inReport).toContain(count)
})

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

test('each card of the dashboard leads to its evidence, and the figures of today to theirs', async () => {
  const person = await aPerson({ roles: ['committee'], organisationId: null })
  const linksOf = async (query: string) => {
    const page = await dashboard(args(await requestAs(person, `/indicators${query}`)))
    const shown = 'data' in page ? page.data : page
    return shown.dashboard?.cards.map(({ evidence }) => evidence)
  }
  const frozen = await linksOf(`?report=${report}`)
  expect(frozen?.map(({ href }) => href)).toEqual(
    ['I1', 'I2'].map((key) => `/reports/${report}/evidence/${key}`),
  )
  expect(frozen?.[0]?.label).toBe('Nachweis: Teilnehmende Kommunen, 2 von 3')
  expect((await linksOf('?report=today'))?.[0]?.href).toBe('/indicators/evidence/I1')
})

test.each<Role>(['committee', 'coordinator', 'staffCouncil', 'consultant'])(
  '%s may look behind',
  async (role) => {
    expect((await behind('I1', role)).evidence.name).toBe('Teilnehmende Kommunen')
    expect((await behindToday('I2', role)).evidence.tables.length).toBeGreaterThan(0)
  },
)

test.each<Role>(['participant', 'trainer', 'trainingOfficer', 'dataProtection', 'admin'])(
  '%s may not',
  async (role) => {
    await expect(behind('I1', role)).rejects.toMatchObject({ status: 403 })
    await expect(behindToday('I1', role)).rejects.toMatchObject({ status: 403 })
  },
)

test('what accompanies the indicators shows its sum, what it rests on, and the text that counted it', async () => {
  const { accompanying } = await figures()
  expect(accompanying.length).toBeGreaterThan(7)
  for (const { key, parts } of accompanying) {
    const { evidence, definition, releases } = await behind(key)
    expect(evidence.tables[0]?.rows).toHaveLength(parts.length)
    expect(evidence.lines[0]).toMatch(/\.$/)
    expect(evidence.passport.length).toBeGreaterThan(8)
    if (evidence.restsOnReleases) expect(releases.length).toBeGreaterThan(0)
    else expect(definition?.sha256).toBe(evidence.counting?.sqlSha256)
  }
  expect((await behind('active-municipalities')).evidence.name).toBe('Aktive Kommunen')
})

test('there is no evidence of what no report tells', async () => {
  for (const key of ['I3', 'i1', '', 'constructor'])
    await expect(behind(key)).rejects.toMatchObject({ status: 404 })
  await expect(behind('I1', 'committee', 99_999)).rejects.toMatchObject({ status: 404 })
})

test('of a report that was changed afterwards nothing is shown as evidence', async () => {
  const { payload } = await figures()
  const change = (text: string) => sql`update snapshot set payload = ${text} where number = ${report}`
  await sql`alter table snapshot disable trigger snapshot_never_changes`.execute(db)
  await change(payload.replace('"count":', '"count":1')).execute(db)
  try {
    const person = await aPerson({ roles: ['committee'], organisationId: null })
    const request = await requestAs(person, `/reports/${report}/evidence/I1`)
    const page = await ofReport(args(request, { number: String(report), key: 'I1' }))
    expect(page).toMatchObject({ data: { behind: null }, init: { status: 409 } })
  } finally {
    await change(payload).execute(db)
    await sql`alter table snapshot enable trigger snapshot_never_changes`.execute(db)
  }
})
