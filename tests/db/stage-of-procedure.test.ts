import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { stageOn, type StageVerdict } from '#app/domain/stage.ts'
import { decideStage, listStageDecisions, setStageTarget } from '#db/stage-decisions.ts'
import { joinStage, leaveStage, listStageMembers, takeBackStageMember } from '#db/stage-members.ts'
import { addStage, changeStage, listStageFacts, removeStage } from '#db/stages.ts'
import { db } from '#tests/database.ts'
import { aCourse, anOrganisation, aPerson, aWorkshop, NOW, TODAY } from '#tests/factories.ts'

const { id: by } = await aPerson({ roles: ['committee'] })
const plan = {
  ...{ subject: 'GIS', description: 'Geoinformationen', topicKey: null, decideBy: '2026-06-30' },
  ...{ fromDate: '2026-01-01', untilDate: null },
}

async function aStage(given: Partial<typeof plan> & { topicKey?: string | null } = {}) {
  const id = randomUUID()
  await addStage(db, by, { ...plan, ...given, id }, NOW)
  const join = (...organisationIds: string[]) => {
    const organisations = organisationIds.map((one) => ({ id: one, memberId: randomUUID() }))
    return joinStage(db, by, { stageId: id, organisations, fromDate: '2026-01-01' }, NOW)
  }
  const fact = async (day = TODAY) => {
    const found = (await listStageFacts(db, day)).find((one) => one.id === id)
    if (!found) throw new Error('no such stage')
    return found
  }
  const decide = (verdict: StageVerdict, reason: string | null) => {
    const basis = verdict === 'open' ? { resolution: null, decidedOn: null } : RESOLVED
    return decideStage(db, { id: randomUUID(), stageId: id, verdict, reason, by, ...basis }, NOW)
  }
  return { id, join, fact, decide }
}

const RESOLVED = { resolution: 'LA 2026/07', decidedOn: '2026-03-01' }
const aTown = () => anOrganisation({ kind: 'municipality' })

test('a stage without municipalities has nothing to count, and no target that was missed', async () => {
  const stage = await aStage({ untilDate: null })
  const target = { aim: 'participating' as const, measure: 'percent' as const, value: 50, reason: null }
  const entry = {
    id: randomUUID(),
    stageId: stage.id,
    ...target,
    state: 'resolved' as const,
    ...RESOLVED,
    by,
  }
  expect(await setStageTarget(db, entry, NOW)).toEqual({ ok: true })
  const fact = await stage.fact()
  expect(fact).toMatchObject({ municipalities: 0, participating: 0, trained: 0 })
  expect(stageOn(fact, TODAY).targets[0]).toMatchObject({ attainment: 'no-data' })
})

test('a town that merges goes on counting with its successor, once, and stays readable', async () => {
  const [old, other, successor] = [await aTown(), await aTown(), await aTown()]
  const stage = await aStage()
  await stage.join(old.id, other.id, successor.id)
  const ending = { validUntil: '2026-02-28', successorId: successor.id }
  await db.updateTable('organisation').set(ending).where('id', '=', old.id).execute()

  expect(await stage.fact('2026-02-28')).toMatchObject({ municipalities: 3 })
  const { municipalities, members } = await stage.fact('2026-03-01')
  expect(municipalities).toBe(2)
  expect(members.find(({ name }) => name === old.name)?.nowPartOf).toBe(successor.name)
})

test('who has left the stage is counted no more, and is still named', async () => {
  const [first, second] = [await aTown(), await aTown()]
  const stage = await aStage()
  await stage.join(first.id, second.id)
  const [member] = await listStageMembers(db, stage.id)
  const leaving = { stageId: stage.id, memberId: member?.id ?? '', untilDate: '2026-02-01' }
  expect(await leaveStage(db, by, { ...leaving, untilDate: '2025-12-31' }, NOW)).toMatchObject({ ok: false })
  expect(await leaveStage(db, by, leaving, NOW)).toEqual({ ok: true })
  expect(await stage.fact()).toMatchObject({ municipalities: 1 })
  expect((await stage.fact()).members).toHaveLength(2)
  expect(await stage.join(second.id)).toEqual({ ok: false, refusal: 'already-member' })
})

test('a town entered by mistake was never in the stage, may be entered anew, and stays readable with the reason', async () => {
  const [mistaken, other] = [await aTown(), await aTown()]
  const stage = await aStage()
  await stage.join(mistaken.id, other.id)
  const member = (await listStageMembers(db, stage.id)).find(({ name }) => name === mistaken.name)
  const memberId = member?.id ?? ''
  const entry = { stageId: stage.id, memberId, reason: 'Verwechselt.' }
  expect(await takeBackStageMember(db, by, entry, NOW)).toEqual({ ok: true })
  expect(await takeBackStageMember(db, by, { ...entry, reason: 'Zum zweiten Mal.' }, NOW)).toEqual({
    ok: true,
  })

  // On no day, not even on one before it was taken out.
  for (const day of ['2026-01-01', TODAY]) {
    const { municipalities, members } = await stage.fact(day)
    expect({ municipalities, names: members.map(({ name }) => name) }).toEqual({
      municipalities: 1,
      names: [other.name],
    })
  }
  expect(await leaveStage(db, by, { stageId: stage.id, memberId, untilDate: TODAY }, NOW)).toEqual({
    ok: true,
  })
  const kept = (await listStageMembers(db, stage.id)).find(({ id }) => id === memberId)
  expect(kept).toMatchObject({ untilDate: null, takenBackAt: NOW, takenBackBecause: 'Verwechselt.' })
  const audited = await db.selectFrom('audit').selectAll().where('subjectId', '=', stage.id).execute()
  expect(audited.filter(({ details }) => details.organisationId === mistaken.id)).toHaveLength(1)

  expect(await stage.join(mistaken.id)).toEqual({ ok: true })
  expect(await stage.fact()).toMatchObject({ municipalities: 2 })
})

test('the database keeps an entry that was taken back as it is', async () => {
  const town = await aTown()
  const stage = await aStage()
  await stage.join(town.id)
  const [member] = await listStageMembers(db, stage.id)
  const memberId = member?.id ?? ''
  await takeBackStageMember(db, by, { stageId: stage.id, memberId, reason: 'Verwechselt.' }, NOW)
  const back = { takenBackAt: null, takenBackBecause: null }
  const undone = db.updateTable('stageMember').set(back).where('id', '=', memberId).execute()
  await expect(undone).rejects.toThrow('what was taken back stays as it is')
})

/** Somebody attended a course for an organisation, on the tenth of February. */
async function anAttendance(courseId: string, organisationId: string) {
  const [workshop, person] = [await aWorkshop({ courseId }), await aPerson()]
  const meeting = await db
    .insertInto('meeting')
    .values({
      ...{ workshopId: workshop.id, units: 2 },
      ...{ startsAt: new Date('2026-02-10T09:00:00Z'), endsAt: new Date('2026-02-10T11:00:00Z') },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const enrolment = await db
    .insertInto('enrolment')
    .values({
      ...{ workshopId: workshop.id, personId: person.id, organisationId },
      ...{ status: 'confirmed', enrolledAt: NOW, enrolledBy: person.id },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const attendance = { meetingId: meeting.id, enrolmentId: enrolment.id, recordedBy: by, recordedAt: NOW }
  await db
    .insertInto('attendance')
    .values({ ...attendance, status: 'present', units: 2 })
    .execute()
}

test('trained is a town of which somebody attended a course of the topic since the stage began', async () => {
  const [trained, idle] = [await aTown(), await aTown()]
  const course = await aCourse()
  const stage = await aStage({ topicKey: course.topicKey as unknown as null })
  await stage.join(trained.id, idle.id)
  expect(await stage.fact()).toMatchObject({ trained: 0 })
  await anAttendance(course.id, trained.id)
  expect(await stage.fact()).toMatchObject({ municipalities: 2, trained: 1 })
  expect(await stage.fact('2026-02-09')).toMatchObject({ trained: 0 })
})

test('what somebody of an association attends counts for each town of the stage that it served on that day', async () => {
  const [served, left, came] = [await aTown(), await aTown(), await aTown()]
  const [merged, successor] = [await aTown(), await aTown()]
  const { id: associationId } = await anOrganisation({ kind: 'association' })
  const periods = [
    { municipalityId: served.id, fromDate: '2020-01-01', untilDate: null },
    { municipalityId: left.id, fromDate: '2020-01-01', untilDate: '2026-02-10' },
    { municipalityId: came.id, fromDate: '2026-02-11', untilDate: null },
    { municipalityId: merged.id, fromDate: '2020-01-01', untilDate: '2026-02-28' },
  ]
  await db
    .insertInto('associationMember')
    .values(periods.map((period) => ({ associationId, ...period })))
    .execute()
  const course = await aCourse()
  const stage = await aStage({ topicKey: course.topicKey as unknown as null })
  await stage.join(served.id, left.id, came.id, merged.id)
  await anAttendance(course.id, associationId)
  const ending = { validUntil: '2026-02-28', successorId: successor.id }
  await db.updateTable('organisation').set(ending).where('id', '=', merged.id).execute()

  expect(await stage.fact('2026-02-10')).toMatchObject({ municipalities: 4, trained: 3 })
  expect(await stage.fact()).toMatchObject({ municipalities: 4, trained: 3 })
})

test('no-go needs a reason, and a wrong entry is taken back with one', async () => {
  const stage = await aStage()
  expect(await stage.decide('no-go', null)).toEqual({ ok: false, refusal: 'reason-missing' })
  expect(await stage.decide('open', 'war nie entschieden')).toEqual({
    ok: false,
    refusal: 'nothing-to-correct',
  })
  expect(await stage.decide('go', null)).toEqual({ ok: true })
  expect(await stage.decide('open', 'Es war die andere Stufe.')).toEqual({ ok: true })
  expect((await stage.fact()).decision).toMatchObject({ verdict: 'open', resolution: null })
  expect((await listStageDecisions(db, stage.id)).map(({ verdict }) => verdict)).toEqual(['open', 'go'])
})

test('what the committee has dealt with is not removed, what nobody has is', async () => {
  const [decided, fresh] = [await aStage(), await aStage()]
  await decided.decide('go', null)
  expect(await removeStage(db, by, decided.id, NOW)).toEqual({ ok: false, refusal: 'in-use' })
  expect(await removeStage(db, by, fresh.id, NOW)).toEqual({ ok: true })
})

test('whoever saves over an older form is told', async () => {
  const { id } = await aStage()
  expect(await changeStage(db, by, { ...plan, id, version: 1, subject: 'GIS 2' }, NOW)).toEqual({ ok: true })
  expect(await changeStage(db, by, { ...plan, id, version: 1 }, NOW)).toEqual({
    ok: false,
    refusal: 'changed-meanwhile',
  })
})
