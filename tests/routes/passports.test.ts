import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { action, loader as form } from '#app/routes/indicators/passport-edit.tsx'
import { loader as one } from '#app/routes/indicators/passport.tsx'
import { loader as all } from '#app/routes/indicators/passports.tsx'
import { db } from '#tests/database.ts'
import { aPerson, args, requestAs } from '#tests/factories.ts'
import { aPreparedReport, aReleasedReport } from '#tests/reporting.ts'

type Values = Record<string, string>

const requestOf = async (role: Role, path: string, values?: Values) =>
  requestAs(await aPerson({ roles: [role], organisationId: null }), path, values)
const open = async (key: string, role: Role = 'consultant') =>
  one(args(await requestOf(role, `/indicators/passports/${key}`), { key }))
const openForm = async (key: string, role: Role) =>
  form(args(await requestOf(role, `/indicators/passports/${key}/edit`), { key }))
const send = async (key: string, role: Role, values: Values) =>
  action(args(await requestOf(role, `/indicators/passports/${key}/edit`, values), { key }))

/** The form as it opens, with what somebody writes into it. */
async function filled(key: string, role: Role, given: Values = {}): Promise<Values> {
  const { values, newId, latest, opened } = await openForm(key, role)
  const reason = { reason: 'Klarer gesagt.', resolution: 'LA 2026/05' }
  return { ...(values as Values), id: newId, version: String(latest.version), opened, ...reason, ...given }
}

const locationOf = (answer: unknown) => (answer as Response).headers.get('Location')

test('whoever reads the dashboard reads all passports, both indicators first, and nobody else does', async () => {
  for (const role of ['committee', 'coordinator', 'staffCouncil', 'consultant'] as const) {
    const { passports } = await all(args(await requestOf(role, '/indicators/passports')))
    expect(passports.slice(0, 2).map(({ key }) => key)).toEqual(['I1', 'I2'])
    expect(passports.length).toBeGreaterThan(8)
    expect(passports.every(({ title, kind, responsible }) => title && kind && responsible)).toBe(true)
  }
  for (const role of ['participant', 'trainer', 'trainingOfficer', 'admin'] as const) {
    await expect(all(args(await requestOf(role, '/x')))).rejects.toMatchObject({ status: 403 })
    await expect(open('I1', role)).rejects.toMatchObject({ status: 403 })
  }
  await expect(open('nothing-of-that-kind')).rejects.toMatchObject({ status: 404 })
})

test('the committee words the indicators of the strategy, the coordination what accompanies them', async () => {
  await expect(openForm('I1', 'coordinator')).rejects.toMatchObject({ status: 403 })
  await expect(send('I1', 'coordinator', {})).rejects.toMatchObject({ status: 403 })
  await expect(openForm('certificates', 'committee')).rejects.toMatchObject({ status: 403 })
  await expect(send('certificates', 'committee', {})).rejects.toMatchObject({ status: 403 })
  expect((await openForm('I1', 'committee')).latest.key).toBe('I1')
  expect((await openForm('certificates', 'coordinator')).latest.key).toBe('certificates')
})

test('the form of every figure, sent as it opened, changes nothing and says so', async () => {
  const { passports } = await all(args(await requestOf('committee', '/indicators/passports')))
  for (const { key } of passports) {
    const role = key === 'I1' || key === 'I2' ? 'committee' : 'coordinator'
    const answer = await send(key, role, await filled(key, role))
    expect(answer, key).toMatchObject({ data: { refusal: 'unchanged' }, init: { status: 409 } })
  }
})

test('a new version stands on its page with its reason and with what it says otherwise, once however often it is sent', async () => {
  const values = await filled('I1', 'committee', { limitsDe: 'Beteiligt heißt nicht aktiv.' })
  for (const _ of [1, 2])
    expect(locationOf(await send('I1', 'committee', values))).toBe('/indicators/passports/I1?done=saved')

  const { passport } = await open('I1')
  const [latest] = passport.versions
  expect(passport.versions.filter(({ reason }) => reason === 'Klarer gesagt.')).toHaveLength(1)
  expect(latest).toMatchObject({ resolution: 'LA 2026/05', state: 'in-force' })
  expect(latest?.differences.map(({ part }) => part)).toEqual(['Grenzen (deutsch)'])
  expect(latest?.differences[0]?.now.map(({ text }) => text).join('')).toBe('Beteiligt heißt nicht aktiv.')
  expect(latest?.facts).toContainEqual(['Grenzen', 'Beteiligt heißt nicht aktiv.'])
})

test('without a resolution, a reason or words nothing of the strategy is put otherwise', async () => {
  const values = await filled('I2', 'committee', {
    resolution: ' ',
    reason: '',
    definitionEn: '',
    validFrom: '',
  })
  expect(await send('I2', 'committee', values)).toMatchObject({
    data: {
      errors: {
        ...{ resolution: 'required', reason: 'required' },
        ...{ definitionEn: 'required', validFrom: 'required' },
      },
    },
    init: { status: 400 },
  })
})

test('what needs a developer stays as it is, whatever a form sends along', async () => {
  const more = {
    sqlObject: 'pg_sleep',
    kind: 'sum',
    minimum: '0',
    paperDe: 'Anderer Wortlaut',
    decimals: '4',
  }
  const values = await filled('no-show', 'coordinator', { titleDe: 'Fehlquote', resolution: '', ...more })
  expect(locationOf(await send('no-show', 'coordinator', values))).toContain('done=saved')
  const [before, now] = await db
    .selectFrom('indicatorVersion')
    .select(['sqlObject', 'kind', 'minimum', 'paperDe', 'decimals'])
    .where('indicator', '=', 'no-show')
    .orderBy('version')
    .execute()
  expect(now).toEqual(before)
})

test('the second of two reads what the first has entered, and keeps what they typed', async () => {
  const [first, second] = [
    await filled('waiting-time', 'coordinator', { sourceDe: 'Anmeldungen' }),
    await filled('waiting-time', 'coordinator', { limitsDe: 'Nur bestätigte Plätze.' }),
  ]
  await send('waiting-time', 'coordinator', first)
  const answer = await send('waiting-time', 'coordinator', second)
  expect(answer).toMatchObject({
    data: {
      refusal: 'changed-meanwhile',
      submitted: { limitsDe: 'Nur bestätigte Plätze.', sourceDe: 'Anmeldungen' },
    },
    init: { status: 409 },
  })
  const { conflict } = (answer as { data: { conflict: { differences: { field: string }[]; by: string } } })
    .data
  expect(conflict.differences.map(({ field }) => field)).toEqual(['sourceDe'])
  expect(conflict.by).toBeTruthy()
})

test('a passport says of each version by which released reports it was counted, and whether that count still holds', async () => {
  await aPreparedReport()
  const number = await aReleasedReport()
  const stateIn = async () => {
    const { passport, definition } = await open('active-municipalities')
    expect(definition?.parts[0]?.name).toBe('indicator_active_municipalities')
    return passport.versions[0]?.counts
  }
  expect(await stateIn()).toMatchObject([{ number, state: 'same' }])
  const { rows } = await sql<{ text: string }>`
    select pg_get_functiondef('indicator_active_municipalities'::regproc) as text`.execute(db)
  const right = rows[0]?.text ?? ''
  await sql.raw(right.replace(/(as \$\w*\$)/i, '$1 /* changed */')).execute(db)
  expect(await stateIn()).toMatchObject([{ number, state: 'changed' }])
  await sql.raw(right).execute(db)
})

test('how often indicator 2 is measured cannot be said here, and of no figure what it does not have', async () => {
  const page = await openForm('I2', 'committee')
  expect(page.months).toBe(false)
  expect(page.parts).not.toContain('coverage')
  const smuggled = await filled('I2', 'committee', { frequencyMonths: '3', coverageDe: 'x', coverageEn: 'x' })
  expect(await send('I2', 'committee', { ...smuggled, id: randomUUID() })).toMatchObject({
    data: { refusal: 'unchanged' },
  })
})
