import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { dayOf } from '#app/domain/calendar.ts'
import { castBallot } from '#db/ballots.ts'
import {
  countPaperForms,
  getPaperInvitation,
  issuePaperForms,
  listInvited,
  newPaperCode,
  paperCodeHash,
} from '#db/paper-forms.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, days, NOW } from '#tests/factories.ts'
import { anUrn, ballotsOf, invitationsOf, seal, somePeople, vote, wrappingKey } from '#tests/urn.ts'

type Urn = Awaited<ReturnType<typeof anUrn>>

async function printFor({ round }: Urn, people: readonly string[], now = NOW) {
  const by = (await aPerson({ roles: ['coordinator'] })).id
  const forms = people.map((personId) => {
    return { personId, codeHash: paperCodeHash(wrappingKey, round.id, newPaperCode()) }
  })
  return { forms, result: await issuePaperForms(db, { roundId: round.id, by, forms }, now) }
}

const enter = ({ round }: Urn, codeHash: Uint8Array, now = NOW) =>
  castBallot(db, { roundId: round.id, codeHash, sealed: seal(round, 'user', { overall: 3 }) }, now)

test('a form on paper counts as any other ballot, and its code works once', async () => {
  const urn = await anUrn()
  const [ada = ''] = urn.people
  const { forms } = await printFor(urn, [ada])
  const [form] = forms
  if (!form) throw new Error('no form')

  expect(await getPaperInvitation(db, urn.round.id, form.codeHash)).toEqual({
    round: expect.objectContaining({ id: urn.round.id }),
    stratum: 'user',
    closesOn: '2026-03-25',
  })
  expect(await enter(urn, form.codeHash)).toEqual({ ok: true })
  expect(await enter(urn, form.codeHash)).toEqual({ ok: false, refusal: 'already-answered' })
  expect(await vote(urn, ada)).toEqual({ ok: false, refusal: 'already-answered' })
  expect(await ballotsOf(urn.round.id)).toHaveLength(1)
  const used = (await invitationsOf(urn.round.id)).filter((invitation) => invitation.used)
  expect(used.map(({ personId }) => personId)).toEqual([ada])
})

test('whoever has answered on screen keeps that answer; the form does not count any more', async () => {
  const urn = await anUrn()
  const [ada = ''] = urn.people
  const { forms } = await printFor(urn, [ada])
  expect(await vote(urn, ada, { overall: 5 })).toEqual({ ok: true })
  expect(await enter(urn, forms[0]?.codeHash ?? Buffer.alloc(32))).toEqual({
    ok: false,
    refusal: 'already-answered',
  })
  expect(await ballotsOf(urn.round.id)).toHaveLength(1)
})

testOnPostgres(
  'a form that does not count takes as long: the bucket is written anew all the same',
  async () => {
    const urn = await anUrn()
    const [ada = '', bert = ''] = urn.people
    const { forms } = await printFor(urn, [ada])
    await vote(urn, ada)
    await vote(urn, bert)
    const written = async () => {
      const of = async (table: 'ballot' | 'invitation') => {
        const { rows } = await sql<{ xmin: string }>`select distinct xmin::text from ${sql.table(table)}
        where round_id = ${urn.round.id}`.execute(db)
        return rows.map(({ xmin }) => xmin)
      }
      return { ballots: await of('ballot'), invitations: await of('invitation') }
    }
    const before = await written()
    expect((await enter(urn, forms[0]?.codeHash ?? Buffer.alloc(32))).ok).toBe(false)
    const after = await written()

    expect(after.ballots).not.toEqual(before.ballots)
    expect(after.invitations).not.toEqual(before.invitations)
    expect(after.ballots).toEqual(after.invitations)
    expect(await ballotsOf(urn.round.id)).toHaveLength(2)
  },
)

test('a new form makes the former one worthless; a code of another round leads nowhere', async () => {
  const [urn, other] = [await anUrn(), await anUrn()]
  const [ada = ''] = urn.people
  const first = await printFor(urn, [ada])
  const second = await printFor(urn, [ada])
  const [old, fresh] = [first.forms[0]?.codeHash, second.forms[0]?.codeHash]
  if (!old || !fresh) throw new Error('no forms')
  expect(await enter(urn, old)).toEqual({ ok: false, refusal: 'not-invited' })
  expect(await enter(other, fresh)).toEqual({ ok: false, refusal: 'not-invited' })
  expect(await enter(urn, fresh, days(15))).toEqual({ ok: false, refusal: 'closed' })
  expect(await enter(urn, fresh)).toEqual({ ok: true })
})

test('forms are printed for those invited only, all or none, and only while answers are possible', async () => {
  const urn = await anUrn()
  const [stranger = ''] = await somePeople(1)
  const { result } = await printFor(urn, [urn.people[0] ?? '', stranger])
  expect(result).toEqual({ ok: false, refusal: 'not-invited' })
  expect(await countPaperForms(db, urn.round.id)).toBe(0)
  expect((await printFor(urn, urn.people, days(15))).result).toEqual({ ok: false, refusal: 'not-running' })
  expect((await printFor(urn, urn.people)).result).toEqual({ ok: true })
  expect(await countPaperForms(db, urn.round.id)).toBe(6)
})

test('the record says how many forms were printed and not for whom; the list does not say who has answered', async () => {
  const urn = await anUrn()
  const [ada = ''] = urn.people
  await vote(urn, ada)
  await printFor(urn, [ada])
  const lines = await db
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', 'evaluation:paper')
    .where('subjectId', '=', urn.round.id)
    .execute()
  expect(lines).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toContain(ada)
  const invited = await listInvited(db, urn.round.id, dayOf(NOW))
  expect(invited).toHaveLength(6)
  expect(new Set(invited.flatMap((person) => Object.keys(person)))).toEqual(
    new Set(['personId', 'name', 'organisation', 'closesOn']),
  )
})

test('the database knows no code, and nobody finds one by trying without the key of the installation', () => {
  const code = newPaperCode()
  const hash = paperCodeHash(wrappingKey, 'round', code)
  expect(hash.toString('latin1')).not.toContain(code)
  expect(paperCodeHash(Buffer.alloc(32, 8), 'round', code).equals(hash)).toBe(false)
  expect(paperCodeHash(wrappingKey, 'other', code).equals(hash)).toBe(false)
})

testOnPostgres('on paper and on screen at the same moment, exactly one ballot counts', async () => {
  const urn = await anUrn({ people: 20 })
  const { forms } = await printFor(urn, urn.people)
  for (const { personId, codeHash } of forms) {
    const results = await Promise.all([vote(urn, personId), enter(urn, codeHash), enter(urn, codeHash)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  }
  expect(await ballotsOf(urn.round.id)).toHaveLength(20)
})

testOnPostgres(
  'after forms were printed and votes cast, all invitations of a bucket look equally old',
  async () => {
    const urn = await anUrn({ people: 20 })
    const { forms } = await printFor(urn, urn.people.slice(0, 5))
    await enter(urn, forms[0]?.codeHash ?? Buffer.alloc(32))
    const { rows } = await sql<{ n: number }>`
    select count(distinct xmin::text) as n from invitation where round_id = ${urn.round.id}`.execute(db)
    expect(rows[0]?.n).toBe(1)
  },
)
