import { expect, test } from 'vitest'
import { action, loader } from '#app/routes/admin/settings.tsx'
import { getSettings } from '#db/settings.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, aRequest, args, requestAs } from '#tests/factories.ts'

const PATH = '/admin/settings'
const FORM = {
  districtName: 'Landkreis Musterland',
  districtKey: '14627',
  contactEmail: 'kompetenz@musterland.example',
  remindThreeDaysBefore: 'on',
  remindDayBefore: 'on',
  certificateOverPercent: '50',
  fileMegabytes: '20',
  organisationMegabytes: '200',
  installationMegabytes: '5000',
  reportMonths: '3',
}
const admin = await aPerson({ roles: ['admin'] })
const send = async (form: Record<string, string>) => action(args(await requestAs(admin, PATH, form)))

async function changedKeys() {
  const lines = await db
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', 'setting:edit')
    .orderBy('id')
    .execute()
  return lines.map(({ details }) => details.keys)
}

test('only the administration changes settings', async () => {
  for (const role of ['coordinator', 'dataProtection', 'committee'] as const) {
    const person = await aPerson({ roles: [role] })
    await expect(loader(args(await requestAs(person, PATH)))).rejects.toMatchObject({ status: 403 })
    await expect(action(args(await requestAs(person, PATH, FORM)))).rejects.toMatchObject({ status: 403 })
  }
  await expect(loader(args(aRequest(PATH)))).rejects.toMatchObject({ status: 302 })
})

test('what is different is saved, and only that is recorded', async () => {
  const first = (await send({ ...FORM, secondLanguage: 'on' })) as Response
  expect(first.headers.get('Location')).toBe(`${PATH}?done=saved`)
  await send({ ...FORM, secondLanguage: 'on', certificateOverPercent: '60' })
  const same = (await send({ ...FORM, secondLanguage: 'on', certificateOverPercent: '60' })) as Response
  expect(same.headers.get('Location')).toBe(`${PATH}?done=nothingChanged`)
  await send({ ...FORM })

  expect(await getSettings(db)).toMatchObject({
    districtName: 'Landkreis Musterland',
    districtKey: '14627',
    secondLanguage: false,
    certificateOverPercent: 50,
  })
  expect(await changedKeys()).toEqual([
    ['districtName', 'districtKey', 'contactEmail', 'secondLanguage'],
    ['certificateOverPercent'],
    ['secondLanguage', 'certificateOverPercent'],
  ])
})

test('what cannot be is said at the field', async () => {
  expect(
    await send({ ...FORM, districtName: ' ', districtKey: '146', contactEmail: 'niemand' }),
  ).toMatchObject({
    init: { status: 400 },
    data: {
      errors: { districtName: 'required', districtKey: 'district-key-wrong', contactEmail: 'no-email' },
    },
  })
  expect(await send({ ...FORM, certificateOverPercent: '101' })).toMatchObject({
    data: { errors: { certificateOverPercent: 'too-big' } },
  })
})

test('the page says what is installed, and nothing of the mail server but that there is one', async () => {
  const { environment } = aContext()
  const secret = {
    ...environment,
    smtpUrl: 'smtp://user:geheim@mail.example',
    databaseUrl: 'postgres://a:b@c/d',
  }
  const page = await loader(args(await requestAs(admin, PATH), {}, aContext({ environment: secret })))
  expect(page.installation).toMatchObject({ version: '0.0.0', sends: true })
  expect(JSON.stringify(page)).not.toMatch(/geheim|postgres:/)
})
