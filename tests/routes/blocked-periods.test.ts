import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { action, loader } from '#app/routes/organisations/blocked-periods.tsx'
import { loader as townPage } from '#app/routes/organisations/show.tsx'
import { loader as workshopPage } from '#app/routes/workshops/show.tsx'
import { anOrganisation, aPerson, args, aWorkshop, days, requestAs } from '#tests/factories.ts'

const NOW = new Date()
const startsAt = days(14, NOW)
const DAY = dayOf(startsAt)
type Someone = { id: string }

const pathOf = (organisationId: string) => `/organisations/${organisationId}/blocked-periods`
const page = async (person: Someone, organisationId: string) =>
  loader(args(await requestAs(person, pathOf(organisationId)), { organisationId }))
const send = async (person: Someone, organisationId: string, form: Record<string, string>) =>
  action(args(await requestAs(person, pathOf(organisationId), form), { organisationId }))
const aForm = (given: Record<string, string> = {}) => ({
  ...{ id: randomUUID(), fromDate: DAY, untilDate: '', reason: 'Umzug ins neue Rathaus' },
  ...given,
})

test('the officer blocks a day, sees it on both pages and frees it again', async () => {
  const own = await anOrganisation()
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  expect(await send(officer, own.id, aForm())).toMatchObject({ status: 302 })
  const { periods } = await page(officer, own.id)
  expect(periods).toMatchObject([{ fromDate: DAY, untilDate: DAY, reason: 'Umzug ins neue Rathaus' }])
  const organisationId = own.id
  const town = await townPage(args(await requestAs(officer, `/organisations/${own.id}`), { organisationId }))
  expect(town.blocked).toEqual(periods)

  await send(officer, own.id, { free: periods[0]!.id })
  expect((await page(officer, own.id)).periods).toEqual([])
})

test('whoever enrols reads the reason, and may enrol all the same', async () => {
  const own = await anOrganisation()
  await send(await aPerson({ officerOf: [own.id] }), own.id, aForm())
  const [member, { id: workshopId }] = [
    await aPerson({ organisationId: own.id }),
    await aWorkshop({ startsAt }),
  ]
  const request = await requestAs(member, `/workshops/${workshopId}`)
  const { warnings, offer } = await workshopPage(args(request, { workshopId }))
  expect(warnings?.blocked).toMatchObject({ organisation: own.name, reason: 'Umzug ins neue Rathaus' })
  expect(offer).not.toBeNull()
})

test('what is wrong with the days or the reason is said at the field, and nothing is blocked', async () => {
  const own = await anOrganisation()
  const office = await aPerson({ roles: ['coordinator'] })
  const said = async (given: Record<string, string>) => {
    const answer = await send(office, own.id, aForm(given))
    return 'data' in answer ? answer.data.errors : answer
  }
  expect(await said({ untilDate: addDays(DAY, -1) })).toEqual({ untilDate: 'ends-before-start' })
  expect(await said({ fromDate: '2024-05-01' })).toEqual({ fromDate: 'over' })
  expect(await said({ untilDate: addDays(DAY, 366) })).toEqual({ fromDate: 'too-long' })
  expect(await said({ fromDate: '2026-02-30' })).toEqual({ fromDate: 'invalid' })
  expect(await said({ reason: ' ' })).toEqual({ reason: 'required' })
  expect(await said({ reason: 'x'.repeat(81) })).toEqual({ reason: 'too-long' })
  expect((await page(office, own.id)).periods).toEqual([])
})

test('nobody else blocks the days of a town, nor sees them on its page', async () => {
  const own = await anOrganisation()
  const others = [
    await aPerson({ officerOf: [(await anOrganisation()).id] }),
    await aPerson({ organisationId: own.id }),
    await aPerson({ roles: ['trainer'] }),
  ]
  for (const person of others) {
    await expect(page(person, own.id)).rejects.toMatchObject({ status: 403 })
    await expect(send(person, own.id, aForm())).rejects.toMatchObject({ status: 403 })
  }
  const office = await aPerson({ roles: ['coordinator'] })
  await expect(page(office, randomUUID())).rejects.toMatchObject({ status: 404 })
  await expect(send(office, randomUUID(), aForm())).rejects.toMatchObject({ status: 404 })
})
