import { expect, test } from 'vitest'
import { action as enter, loader as entry } from '#app/routes/evaluations/paper-entry.tsx'
import { action as print } from '#app/routes/evaluations/paper-forms-pdf.ts'
import { loader as choose } from '#app/routes/evaluations/paper-forms.tsx'
import { inGroups } from '#app/domain/certificate-code.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { issuePaperForms, newPaperCode, paperCodeHash } from '#db/paper-forms.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, args, requestAs } from '#tests/factories.ts'
import { anUrn, ballotsOf, vote } from '#tests/urn.ts'

const { roundKey } = aContext().environment
/** Who releases the round also prints its forms: it may be about the work of the office. */
const council = () => aPerson({ roles: ['staffCouncil'] })

/** Open today, whatever day the tests run on, with one form printed. */
async function aRoundOnPaper() {
  const today = dayOf(new Date())
  const urn = await anUrn({ kind: 'free', opensOn: addDays(today, -1), closesOn: addDays(today, 7) })
  const [personId = ''] = urn.people
  const code = newPaperCode()
  const forms = [{ personId, codeHash: paperCodeHash(roundKey, urn.round.id, code) }]
  const by = (await council()).id
  await issuePaperForms(db, { roundId: urn.round.id, by, forms }, new Date())
  return { urn, roundId: urn.round.id, code, personId }
}

async function type(
  roundId: string,
  fields: Record<string, string>,
  roles: ['staffCouncil'] | [] = ['staffCouncil'],
) {
  const request = await requestAs(await aPerson({ roles }), `/evaluations/${roundId}/paper-entry`, fields)
  const answer = await enter(args(request, { roundId }))
  return 'data' in answer
    ? { status: answer.init?.status, ...answer.data }
    : { status: answer.status, to: answer.headers.get('Location') }
}

test('a form is typed in with its code, however it is written, and lies in the urn', async () => {
  const { roundId, code } = await aRoundOnPaper()
  const done = await type(roundId, { paperCode: inGroups(code).toLowerCase(), overall: '4' })
  expect(done).toMatchObject({ status: 302, to: `/evaluations/${roundId}/paper-entry?done=accepted` })
  expect(await ballotsOf(roundId)).toHaveLength(1)
})

test('whether somebody has answered before cannot be found out with a code: the answer is the same', async () => {
  const [fresh, voted] = [await aRoundOnPaper(), await aRoundOnPaper()]
  expect(await vote(voted.urn, voted.personId, {}, new Date())).toEqual({ ok: true })
  const answers = [
    await type(fresh.roundId, { paperCode: fresh.code }),
    await type(fresh.roundId, { paperCode: fresh.code }),
    await type(voted.roundId, { paperCode: voted.code }),
  ].map(({ status }) => status)
  expect(answers).toEqual([302, 302, 302])
  expect(await ballotsOf(fresh.roundId)).toHaveLength(1)
  expect(await ballotsOf(voted.roundId)).toHaveLength(1)
})

test('after the own last day a form is refused, used or not, though others may still answer', async () => {
  const { urn, roundId, code, personId } = await aRoundOnPaper()
  const yesterday = addDays(dayOf(new Date()), -1)
  const until = (closesOn: string) =>
    db.updateTable('invitation').set({ closesOn }).where('personId', '=', personId).execute()
  await until(yesterday)
  const late = { status: 409, isClosed: true }
  expect(await type(roundId, { paperCode: code, overall: '4' })).toMatchObject(late)
  expect(await ballotsOf(roundId)).toHaveLength(0)
  expect((await choose(args(await requestAs(await council(), '/'), { roundId }))).people).toHaveLength(5)

  await until(dayOf(new Date()))
  expect(await vote(urn, personId, {}, new Date())).toEqual({ ok: true })
  await until(yesterday)
  expect(await type(roundId, { paperCode: code, overall: '4' })).toMatchObject(late)
})

test('a slip of the hand is told from a code that is not there, and wrong answers store nothing', async () => {
  const { roundId, code } = await aRoundOnPaper()
  expect(await type(roundId, { paperCode: code.slice(1) })).toMatchObject({
    errors: { paperCode: 'mistyped' },
  })
  expect(await type(roundId, { paperCode: newPaperCode() })).toMatchObject({
    errors: { paperCode: 'unknown-code' },
  })
  expect(await type(roundId, { paperCode: code, overall: '9' })).toMatchObject({ status: 422 })
  expect(await ballotsOf(roundId)).toEqual([])
})

test('the page for typing in names nobody; those who release print and type, not the office that is rated', async () => {
  const { roundId, personId } = await aRoundOnPaper()
  const at = async (who: Awaited<ReturnType<typeof council>>, path: string) =>
    args(await requestAs(who, path), { roundId })
  const page = await entry(await at(await council(), `/evaluations/${roundId}/paper-entry`))
  expect(JSON.stringify(page)).not.toContain(personId)
  expect((await choose(await at(await council(), `/evaluations/${roundId}/paper`))).people).toHaveLength(6)
  const trainer = await aPerson({ roles: ['trainer'] })
  await expect(entry(await at(trainer, '/'))).rejects.toMatchObject({ status: 403 })
  await expect(choose(await at(trainer, '/'))).rejects.toMatchObject({ status: 403 })
  const office = await aPerson({ roles: ['coordinator'] })
  await expect(entry(await at(office, '/'))).rejects.toMatchObject({ status: 403 })
  await expect(choose(await at(office, '/'))).rejects.toMatchObject({ status: 403 })
  const printed = print(args(await requestAs(office, '/', { people: personId }), { roundId }))
  await expect(printed).rejects.toMatchObject({ status: 403 })
})

test('forms are printed for those who were chosen, and nothing for nobody', async () => {
  const { roundId, personId } = await aRoundOnPaper()
  const send = async (fields: Record<string, string>) =>
    print(args(await requestAs(await council(), `/evaluations/${roundId}/paper.pdf`, fields), { roundId }))
  const file = await send({ people: personId })
  expect(file.headers.get('Content-Type')).toBe('application/pdf')
  expect(file.headers.get('Cache-Control')).toBe('no-store')
  expect((await send({})).headers.get('Location')).toContain('refusal=nobody')
  const stranger = (await aPerson()).id
  expect((await send({ people: stranger })).headers.get('Location')).toContain('refusal=not-invited')
})
