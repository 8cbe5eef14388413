import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import { changeRemarkReaders } from '#db/remark-readers.ts'
import { addRound } from '#db/rounds.ts'
import { db } from '#tests/database.ts'
import { aPerson, NOW } from '#tests/factories.ts'
import { anUrn, centreMeans } from '#tests/urn.ts'

const someone = async (...roles: Role[]) => (await aPerson({ roles })).id
const aRound = async (kind: 'competence-centre' | 'needs' | 'workshop', openedAt: Date | null = NOW) =>
  (await anUrn({ kind, openedAt, people: 0 })).round.id
const write = (roundId: string, remarkReaders: RemarkReaders) =>
  db.updateTable('evaluationRound').set({ remarkReaders }).where('id', '=', roundId).execute()
const readersOf = async (roundId: string) =>
  (
    await db
      .selectFrom('evaluationRound')
      .select('remarkReaders')
      .where('id', '=', roundId)
      .executeTakeFirstOrThrow()
  ).remarkReaders

test('a round that nobody has decided about promises the fewest readers', async () => {
  expect(await readersOf(await aRound('competence-centre'))).toBe('offices')
})

test('the database itself lets nobody read more once a round has begun, and fewer at any time', async () => {
  const roundId = await aRound('competence-centre', null)
  await write(roundId, 'report')
  await db.updateTable('evaluationRound').set({ openedAt: NOW }).where('id', '=', roundId).execute()
  await write(roundId, 'committee')
  await expect(write(roundId, 'report')).rejects.toThrow()
  await write(roundId, 'offices')
  await expect(write(roundId, 'committee')).rejects.toThrow()
  expect(await readersOf(roundId)).toBe('offices')
})

test('the database promises no report where there is none, and feedback on workshops keeps its readers', async () => {
  await expect(write(await aRound('needs', null), 'report')).rejects.toThrow()
  await expect(write(await aRound('workshop', null), 'committee')).rejects.toThrow()
})

test('whoever plans a round chooses who reads its remarks, until it begins', async () => {
  const by = await someone('coordinator')
  const id = crypto.randomUUID()
  const days = { opensOn: '2026-06-01', closesOn: '2026-06-20', title: 'Bewertung', minimum: 5 }
  const plan = { id, kind: 'competence-centre' as const, ...days, remarkReaders: 'report' as const, by }
  expect(await addRound(db, plan, centreMeans, NOW)).toEqual({ ok: true })
  expect(await readersOf(id)).toBe('report')
  expect(await changeRemarkReaders(db, { roundId: id, readers: 'committee', by }, NOW)).toEqual({ ok: true })
  expect(await changeRemarkReaders(db, { roundId: id, readers: 'report', by }, NOW)).toEqual({ ok: true })
  expect(await readersOf(id)).toBe('report')
})

test('afterwards only somebody who is not rated lets fewer read, and nobody lets more', async () => {
  const roundId = await aRound('competence-centre', null)
  await write(roundId, 'report')
  await db.updateTable('evaluationRound').set({ openedAt: NOW }).where('id', '=', roundId).execute()
  const change = async (readers: RemarkReaders, by: string) =>
    changeRemarkReaders(db, { roundId, readers, by }, NOW)
  const refused = (refusal: string) => ({ ok: false, refusal })

  const rated = await someone('coordinator', 'committee')
  expect(await change('committee', rated)).toEqual(refused('readers-rate-you'))
  const staffCouncil = await someone('staffCouncil')
  expect(await change('committee', staffCouncil)).toEqual({ ok: true })
  expect(await change('report', staffCouncil)).toEqual(refused('readers-only-fewer'))
  expect(await change('committee', staffCouncil)).toEqual(refused('readers-only-fewer'))
  expect(await readersOf(roundId)).toBe('committee')

  const record = await db.selectFrom('audit').selectAll().where('subjectId', '=', roundId).execute()
  expect(record.map(({ details }) => details)).toEqual([{ step: 'readers', readers: 'committee' }])
})
