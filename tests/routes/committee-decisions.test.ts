import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { loader as home } from '#app/routes/home.tsx'
import { action as rule, loader as rulings } from '#app/routes/indicators/rulings.tsx'
import { action as enter, loader as baselines } from '#app/routes/indicators/baselines.tsx'
import { action as edit, loader as editPage } from '#app/routes/indicators/stage-edit.tsx'
import { action as decide, loader as stage } from '#app/routes/indicators/stage.tsx'
import { loader as stages } from '#app/routes/indicators/stages.tsx'
import { action as aim, loader as targets } from '#app/routes/indicators/targets.tsx'
import { listStageMembers } from '#db/stage-members.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, args, requestAs } from '#tests/factories.ts'

type Form = Record<string, string>
const someone = (role: Role) => aPerson({ roles: [role], organisationId: null })
const locationOf = (answer: unknown) => (answer as Response).headers.get('Location')

type Action = (given: Parameters<typeof aim>[0]) => Promise<unknown>

async function sendAs(role: Role, form: Form, to: Action, params: Record<string, string> = {}) {
  return to(args(await requestAs(await someone(role), '/indicators', form), params))
}

const resolved = { resolution: 'LA 2026/07', decidedOn: '2026-07-01' }

test('the committee takes back a target that was entered wrongly, and its reason stands in the history', async () => {
  const which = 'I2.firstYear'
  const wrong = { intent: 'resolve', id: randomUUID(), which, value: '95', ...resolved }
  expect(locationOf(await sendAs('committee', wrong, aim))).toContain('?done=resolve')
  const back = { intent: 'take-back', id: randomUUID(), which, reason: 'Beschlossen waren 75 %.' }

  await expect(sendAs('coordinator', back, aim)).rejects.toMatchObject({ status: 403 })
  expect(await sendAs('committee', { ...back, reason: ' ' }, aim)).toMatchObject({ init: { status: 400 } })
  expect(locationOf(await sendAs('committee', back, aim))).toContain('?done=take-back')

  const page = await targets(args(await requestAs(await someone('coordinator'), '/indicators/targets')))
  const about = page.history.filter(({ indicator, phaseKey }) => `${indicator}.${phaseKey}` === which)
  expect(about.map(({ state, reason }) => [state, reason])).toEqual([
    ['open', 'Beschlossen waren 75 %.'],
    ['resolved', null],
  ])
  const again = { ...back, id: randomUUID() }
  expect(await sendAs('committee', again, aim)).toMatchObject({
    data: { refusal: 'nothing-to-take-back' },
    init: { status: 409 },
  })
})

test('a reading is proposed by the coordination and resolved by the committee, once however often it is sent', async () => {
  const proposal = { intent: 'propose', id: randomUUID(), subject: 'reading', value: 'overall' }
  expect(locationOf(await sendAs('coordinator', proposal, rule))).toContain('?done=saved')
  const resolution = { ...proposal, intent: 'resolve', id: randomUUID(), ...resolved }
  await expect(sendAs('coordinator', resolution, rule)).rejects.toMatchObject({ status: 403 })
  await expect(sendAs('trainer', proposal, rule)).rejects.toMatchObject({ status: 403 })
  expect(await sendAs('committee', { ...resolution, value: 'guessed' }, rule)).toMatchObject({
    init: { status: 409 },
  })
  for (const _ of [1, 2]) expect(locationOf(await sendAs('committee', resolution, rule))).toContain('saved')

  const page = await rulings(args(await requestAs(await someone('staffCouncil'), '/indicators/rulings')))
  expect(page.rulings.reading).toMatchObject({ state: 'resolved', value: 'overall' })
  expect(page.history.filter(({ id }) => id === resolution.id)).toHaveLength(1)
})

test('what is to be resolved stands on the first page of committee and coordination until it is, and of nobody else', async () => {
  const stageId = await aStage()
  const { subject } = await db
    .selectFrom('stage')
    .select('subject')
    .where('id', '=', stageId)
    .executeTakeFirstOrThrow()
  const asked = async (role: Role) =>
    (await home(args(await requestAs(await someone(role), '/')))).decisions?.list.filter(({ wording }) =>
      wording.includes(subject),
    )
  expect(await asked('committee')).toMatchObject([{ place: 'stages' }])
  expect(await asked('coordinator')).toHaveLength(1)
  expect(await asked('staffCouncil')).toBeUndefined()
  expect(await asked('trainer')).toBeUndefined()

  const go = { intent: 'decide', id: randomUUID(), verdict: 'go', reason: 'Läuft gut.', ...resolved }
  expect(locationOf(await sendAs('committee', go, decide, { stageId }))).toContain('done=')
  expect(await asked('committee')).toEqual([])
})

async function aStage(): Promise<string> {
  const id = randomUUID()
  const form = { id, version: '0', subject: `GIS ${id.slice(0, 8)}`, description: 'Karten für alle.' }
  expect(locationOf(await sendAs('coordinator', form, edit))).toContain(`/${id}?done=saved`)
  return id
}

test('the coordination sets up a stage and its municipalities; whoever has left stays as entered', async () => {
  const stageId = await aStage()
  const town = await anOrganisation({ kind: 'municipality' })
  const join = { intent: 'join', organisations: town.id, fromDate: '2026-01-01' }
  await expect(sendAs('committee', join, decide, { stageId })).rejects.toMatchObject({ status: 403 })
  await sendAs('coordinator', join, decide, { stageId })
  const [member] = await listStageMembers(db, stageId)
  const leave = { intent: 'leave', memberId: member?.id ?? '', untilDate: '2026-02-28' }
  expect(
    await sendAs('coordinator', { ...leave, untilDate: '2025-12-31' }, decide, { stageId }),
  ).toMatchObject({
    init: { status: 409 },
  })
  await sendAs('coordinator', leave, decide, { stageId })
  await sendAs('coordinator', { ...leave, untilDate: '2026-03-31' }, decide, { stageId })
  expect((await listStageMembers(db, stageId)).map(({ untilDate }) => untilDate)).toEqual(['2026-02-28'])
})

test('the coordination takes out a municipality that was entered by mistake, with a reason that the history keeps', async () => {
  const stageId = await aStage()
  const town = await anOrganisation({ kind: 'municipality' })
  const join = { intent: 'join', organisations: town.id, fromDate: '2026-01-01' }
  await sendAs('coordinator', join, decide, { stageId })
  const [member] = await listStageMembers(db, stageId)
  const mistake = {
    intent: 'take-back-member',
    memberId: member?.id ?? '',
    reason: 'Mit Nachbarort verwechselt.',
  }

  await expect(sendAs('committee', mistake, decide, { stageId })).rejects.toMatchObject({ status: 403 })
  expect(await sendAs('coordinator', { ...mistake, reason: ' ' }, decide, { stageId })).toMatchObject({
    init: { status: 400 },
  })
  expect(locationOf(await sendAs('coordinator', mistake, decide, { stageId }))).toContain('memberTakenBack')
  const page = await stage(args(await requestAs(await someone('committee'), '/x'), { stageId }))
  expect(page.members).toEqual([])
  expect(page.mistaken).toMatchObject([{ name: town.name, takenBackBecause: 'Mit Nachbarort verwechselt.' }])
  expect(page.others.map(({ value }) => value)).toContain(town.id)
})

test('the committee alone decides whether a stage goes on, and a no says why', async () => {
  const stageId = await aStage()
  const verdict = { intent: 'decide', id: randomUUID(), verdict: 'no-go', ...resolved }
  await expect(sendAs('coordinator', { ...verdict, reason: 'x' }, decide, { stageId })).rejects.toMatchObject(
    {
      status: 403,
    },
  )
  expect(await sendAs('committee', verdict, decide, { stageId })).toMatchObject({ init: { status: 409 } })
  const whole = { ...verdict, reason: 'Zu wenige Kommunen.' }
  for (const _ of [1, 2])
    expect(await sendAs('committee', whole, decide, { stageId })).toBeInstanceOf(Response)
  const page = await stage(args(await requestAs(await someone('consultant'), '/x'), { stageId }))
  expect(page.decisions.map(({ verdict: said, reason }) => [said, reason])).toEqual([
    ['no-go', 'Zu wenige Kommunen.'],
  ])
})

test('there is no stage that nobody has set up, and pages of stages are not for everybody', async () => {
  const ask = async (role: Role) => requestAs(await someone(role), '/indicators/stages')
  for (const stageId of ['x', randomUUID()])
    await expect(stage(args(await ask('committee'), { stageId }))).rejects.toMatchObject({ status: 404 })
  await expect(editPage(args(await ask('committee')))).rejects.toMatchObject({ status: 403 })
  for (const role of ['participant', 'trainer', 'trainingOfficer'] as const) {
    await expect(stages(args(await ask(role)))).rejects.toMatchObject({ status: 403 })
    await expect(rulings(args(await ask(role)))).rejects.toMatchObject({ status: 403 })
  }
})

test('the coordination enters where a figure stood, the committee reads it with its source', async () => {
  const form = {
    intent: 'enter',
    id: randomUUID(),
    key: 'I1',
    value: '1',
    asOf: '2025-03-01',
    source: 'Umfrage 2024',
  }
  await expect(sendAs('committee', form, enter)).rejects.toMatchObject({ status: 403 })
  expect(await sendAs('coordinator', { ...form, source: ' ' }, enter)).toMatchObject({
    init: { status: 400 },
  })
  expect(locationOf(await sendAs('coordinator', form, enter))).toContain('?done=saved')
  const again = { ...form, id: randomUUID(), value: '3' }
  expect(await sendAs('coordinator', again, enter)).toMatchObject({
    data: { refusal: 'reason-missing', submitted: { value: '3' } },
    init: { status: 409 },
  })

  const page = async () =>
    baselines(args(await requestAs(await someone('committee'), '/indicators/baselines')))
  const standing = async () => (await page()).figures.find(({ key }) => key === 'I1')?.baseline
  expect(await standing()).toMatchObject({ said: '1 Kommune', asOf: '2025-03-01', source: 'Umfrage 2024' })
  const back = { intent: 'take-back', id: randomUUID(), key: 'I1', reason: 'Andere Gemeinde' }
  expect(locationOf(await sendAs('coordinator', back, enter))).toContain('?done=takenBack')
  expect(await standing()).toBeNull()
  expect((await page()).lines.map(({ said, reason }) => [said, reason])).toEqual([
    [null, 'Andere Gemeinde'],
    ['1 Kommune', null],
  ])
  await expect(baselines(args(await requestAs(await someone('trainer'), '/x')))).rejects.toMatchObject({
    status: 403,
  })
})
