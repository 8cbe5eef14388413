import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { MailData } from '#app/domain/mail.ts'
import type { Rhythm } from '#app/domain/mail-preference.ts'
import type { Trx } from '#db/client.server.ts'
import { claimDue, giveUpOutdated, markSent } from '#db/mail-delivery.ts'
import { gather, writeDigests } from '#db/mail-digests.ts'
import { changeMailPreference } from '#db/mail-preferences.ts'
import { post } from '#db/outbox.ts'
import { db, testOnPostgres } from '#tests/database.ts'
import { aPerson, days, hours, NOW } from '#tests/factories.ts'

beforeEach(async () => {
  await db.deleteFrom('outbox').execute()
})

const tokenFor = () => 'token'
const workshop = (startsAt: Date) => ({
  workshopId: randomUUID(),
  titleDe: 'Netze',
  titleEn: null,
  meetings: [{ startsAt: startsAt.toISOString(), endsAt: hours(3, startsAt).toISOString() }],
  place: 'Rathaus',
  linkMinutes: null,
})

async function aReader(rhythm: Rhythm) {
  const person = await aPerson()
  await changeMailPreference(db, person.id, person.id, { rhythm, monthly: true, suggestions: false }, NOW)
  return person
}

type Person = Awaited<ReturnType<typeof aPerson>>

function write(person: Person, key: string, now: Date, startsAt = days(60)): Promise<void> {
  const to = { personId: person.id, address: person.email, locale: person.locale }
  return post(db, to, 'enrolment-confirmed', key, { name: 'Ada', workshop: workshop(startsAt) }, now)
}

/** What leaves the outbox at this moment: the occasions in it, one or several to a mail. */
async function deliver(now: Date): Promise<{ personId: string | null; things: number }[]> {
  const due = await claimDue(db, 1_000, now)
  for (const mail of due) await markSent(db, mail, now)
  return due.map((mail) => ({
    personId: mail.personId,
    things: mail.kind === 'digest' ? (mail.data as MailData['digest']).parts.length : 1,
  }))
}

test('whoever wants a digest gets one mail in the morning with all that waited, and nothing before', async () => {
  const person = await aReader('daily')
  for (const key of ['a', 'b', 'c']) await write(person, key, NOW)
  await writeDigests(db, tokenFor, hours(1))
  expect(await deliver(hours(1))).toEqual([])

  await writeDigests(db, tokenFor, days(1))
  await writeDigests(db, tokenFor, days(1))

  expect(await deliver(days(1))).toEqual([{ personId: person.id, things: 3 }])
  expect(await deliver(days(2))).toEqual([])
})

test('what is near a date, or cannot wait at all, goes at once', async () => {
  const person = await aReader('weekly')
  await write(person, 'soon', NOW, days(4))
  const to = { personId: person.id, address: person.email, locale: person.locale }
  const offer = { enrolmentId: 'e', until: days(3).toISOString(), enrolledBy: null }
  await post(db, to, 'enrolment-offered', 'o', { name: 'Ada', workshop: workshop(days(60)), ...offer }, NOW)

  expect(await deliver(NOW)).toHaveLength(2)
})

test('whoever wants every mail at once again gets what waits in the next minute', async () => {
  const person = await aReader('weekly')
  await write(person, 'a', NOW)
  const at = { rhythm: 'at-once', monthly: true, suggestions: false } as const
  await changeMailPreference(db, person.id, person.id, at, NOW)
  await write(person, 'b', NOW)

  await writeDigests(db, tokenFor, hours(1))

  expect(await deliver(hours(1))).toEqual([
    { personId: person.id, things: 1 },
    { personId: person.id, things: 1 },
  ])
})

test('a standstill of two weeks loses nothing: what waited goes out late, in one mail', async () => {
  const person = await aReader('daily')
  await write(person, 'a', NOW)
  await giveUpOutdated(db, days(14))
  await writeDigests(db, tokenFor, days(14))

  expect(await deliver(days(14))).toEqual([{ personId: person.id, things: 1 }])
})

type Step =
  { do: 'write'; key: number; soon: boolean } | { do: 'choose'; rhythm: Rhythm } | { do: 'gather' | 'send' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), key: fc.nat(8), soon: fc.boolean() }),
  fc.record({ do: fc.constant('choose' as const), rhythm: fc.constantFrom('at-once', 'daily', 'weekly') }),
  fc.constant({ do: 'gather' as const }),
  fc.constant({ do: 'send' as const }),
)

test('in any order of events, choices and late or repeated runs, everybody gets each thing exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.nat(40)), { maxLength: 25 }), async (steps) => {
      const person = await aReader('daily')
      const written = new Set<number>()
      let now = NOW
      let got = 0
      const count = async () => {
        for (const { personId, things } of await deliver(now)) if (personId === person.id) got += things
      }
      for (const [one, pause] of steps) {
        now = hours(pause, now)
        if (one.do === 'write') {
          written.add(one.key)
          await write(person, `${person.id} ${one.key}`, now, days(one.soon ? 2 : 90, now))
        } else if (one.do === 'choose') {
          const preference = { rhythm: one.rhythm, monthly: true, suggestions: false }
          await changeMailPreference(db, person.id, person.id, preference, now)
        } else if (one.do === 'gather') await writeDigests(db, tokenFor, now)
        else await count()
      }
      now = days(8, now)
      await writeDigests(db, tokenFor, now)
      await count()
      await writeDigests(db, tokenFor, now)
      await count()
      expect(got).toBe(written.size)
    }),
    { numRuns: 25 },
  )
}, 120_000)

const TOGETHER = 8

testOnPostgres(
  'eight processes that gather at the same moment put each thing into one digest',
  async () => {
    for (let round = 0; round < 10; round++) {
      const person = await aReader('daily')
      for (let nth = 0; nth < 5; nth++) await write(person, `${person.id} ${nth}`, NOW)

      await Promise.all(Array.from({ length: TOGETHER }, () => writeDigests(db, tokenFor, days(1))))

      const got = (await deliver(days(1))).filter(({ personId }) => personId === person.id)
      expect(got).toEqual([{ personId: person.id, things: 5 }])
    }
  },
  120_000,
)

testOnPostgres('without the claim the same gathering writes more than one digest', async () => {
  const person = await aReader('daily')
  for (let nth = 0; nth < 5; nth++) await write(person, `${person.id} ${nth}`, NOW)
  const { id, givenName, familyName, email: address, locale } = person
  const reader = { id, givenName, familyName, address, locale, rhythm: 'daily' as const }
  let looked = 0
  let goOn = () => {}
  const bothHaveLooked = new Promise<void>((resolve) => (goOn = resolve))
  /** Looks first and marks later, as one would without knowing of others; here both have looked before either marks. */
  const careless = () =>
    db.transaction().execute(async (trx) => {
      const waiting = await trx
        .selectFrom('outbox')
        .select(['id', 'data'])
        .where('personId', '=', person.id)
        .where('digestAt', 'is not', null)
        .where('digestId', 'is', null)
        .execute()
      looked += 1
      if (looked === 2) goOn()
      await bothHaveLooked
      const parts = waiting.map(({ data }) => ({
        kind: 'enrolment-confirmed' as const,
        at: NOW.toISOString(),
        data,
      }))
      const to = { personId: id, address, locale }
      const digest = { name: 'Ada', token: 'token', rhythm: reader.rhythm, parts }
      await post(trx, to, 'digest', randomUUID(), digest, days(1))
      await gatherOnly(trx, person.id)
    })

  await Promise.all([careless(), careless()])

  expect((await deliver(days(1))).filter(({ personId }) => personId === person.id)).toHaveLength(2)
  expect(await db.transaction().execute((trx) => gather(trx, reader, 'token', days(1)))).toBe(false)
})

async function gatherOnly(trx: Trx, personId: string): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ digestId: randomUUID() })
    .where('personId', '=', personId)
    .where('digestAt', 'is not', null)
    .execute()
}
