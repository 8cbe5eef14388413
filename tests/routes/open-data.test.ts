import { Parser } from 'n3'
import { afterEach, expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { action as saveSettings } from '#app/routes/admin/settings.tsx'
import { loader as catalogue } from '#app/routes/open-data/catalogue.ts'
import { loader as openFile } from '#app/routes/open-data/file.ts'
import { changeSettings, getSettings, type Settings } from '#db/settings.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, args, NOW, requestAs } from '#tests/factories.ts'
import { aPreparedReport, aReleasedReport } from '#tests/reporting.ts'

const change = (changes: Partial<Settings>) => changeSettings(db, null, changes, NOW)
afterEach(() => change({ openData: false, openDataContributor: '', contactEmail: '' }))

const CATALOGUE = '/open-data/catalog.ttl'
const asStranger = (path = CATALOGUE) => catalogue(args(aRequest(path)))
const fileAsStranger = (number: number, name: string) =>
  openFile(args(aRequest(`/open-data/${number}/${name}`), { number: String(number), name }))
const as = async (role: Role) => catalogue(args(await requestAs(await aPerson({ roles: [role] }), CATALOGUE)))

test('until the district switches it on, there is nothing for the public, and a preview for those who decide', async () => {
  const number = await aReleasedReport()
  expect((await getSettings(db)).openData).toBe(false)
  await expect(asStranger()).rejects.toMatchObject({ status: 404 })
  await expect(fileAsStranger(number, 'indicators-open.csv')).rejects.toMatchObject({ status: 404 })
  for (const role of ['participant', 'trainer', 'staffCouncil'] as const)
    await expect(as(role)).rejects.toMatchObject({ status: 404 })
  for (const role of ['committee', 'coordinator', 'admin'] as const) expect((await as(role)).status).toBe(200)
})

test('switched on, everybody reads the catalogue and the file that it names, of released reports only', async () => {
  const [released, prepared] = [await aReleasedReport(), await aPreparedReport()]
  await change({ openData: true, contactEmail: 'daten@lernkreis.example' })
  const answer = await asStranger()
  expect(answer.headers.get('Content-Type')).toBe('text/turtle; charset=utf-8')
  const text = await answer.text()
  const addresses = new Parser().parse(text).map(({ object }) => object.value)
  expect(addresses.some((one) => one.endsWith(`/open-data/${released}/indicators-open.csv`))).toBe(true)
  expect(text).not.toContain(`/open-data/${prepared}/`)

  expect(await (await fileAsStranger(released, 'indicators-open.csv')).text()).toContain('figure,quantity')
  expect(JSON.parse(await (await fileAsStranger(released, 'datapackage.json')).text())).toHaveProperty(
    'resources',
  )
  await expect(fileAsStranger(prepared, 'indicators-open.csv')).rejects.toMatchObject({ status: 404 })
  await expect(fileAsStranger(released, 'indicators.xlsx')).rejects.toMatchObject({ status: 404 })
})

test('JSON-LD has its own address', async () => {
  await change({ openData: true })
  const answer = await asStranger('/open-data/catalog.jsonld')
  expect(answer.headers.get('Content-Type')).toBe('application/ld+json')
  expect(Array.isArray(await answer.json())).toBe(true)
})

test('without a contact nothing is published, and an identifier that GovData never gives is refused', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const form = {
    ...{ districtName: 'Landkreis Muster', districtKey: '', contactEmail: '', evaluationMonths: '' },
    ...{ certificateOverPercent: '50', fileMegabytes: '20', organisationMegabytes: '200' },
    ...{ installationMegabytes: '5000', reportMonths: '3', openData: 'on' },
  }
  const send = async (more: Record<string, string>) =>
    saveSettings(args(await requestAs(admin, '/admin/settings', { ...form, ...more })))
  expect(await send({})).toMatchObject({
    data: { errors: { contactEmail: 'open-data-contact-missing' } },
    init: { status: 400 },
  })
  const contact = { contactEmail: 'daten@lernkreis.example' }
  expect(await send({ ...contact, openDataContributor: 'https://example.org/me' })).toMatchObject({
    data: { errors: { openDataContributor: 'contributor-wrong' } },
  })
  await send({ ...contact, openDataContributor: 'http://dcat-ap.de/def/contributors/landkreisMuster' })
  expect(await getSettings(db)).toMatchObject({
    openData: true,
    openDataContributor: 'http://dcat-ap.de/def/contributors/landkreisMuster',
  })
})
