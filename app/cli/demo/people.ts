import { randomUUID } from 'node:crypto'
import {
  DEMO_ACCOUNTS,
  DEMO_FAMILY_NAMES,
  DEMO_GIVEN_NAMES,
  type DemoAccount,
} from '#app/cli/demo/accounts.ts'
import { demoAddress, type DemoOptions } from '#app/cli/demo.ts'
import type { DemoDistrict } from '#app/cli/demo/district.ts'
import type { Chance } from '#app/cli/demo/random.ts'
import { momentOf } from '#app/cli/demo/timeline.ts'
import type { Audience } from '#app/domain/course.ts'
import type { Db } from '#db/client.server.ts'
import { addPerson } from '#db/people.ts'
import { assignRole } from '#db/roles.ts'

export type DemoPerson = { id: string; organisation: string; audience: Audience; participates: boolean }
export type DemoPeople = {
  all: DemoPerson[]
  /** By mailbox: 'koordination', 'trainerin', … */
  idOf: (mailbox: string) => string
}

/** Everybody who has a part to play, and the specialists and users of every municipality. */
export async function addPeople(
  db: Db,
  chance: Chance,
  district: DemoDistrict,
  admin: string,
  options: DemoOptions,
): Promise<DemoPeople> {
  const ids = new Map<string, string>(
    DEMO_ACCOUNTS.map(({ mailbox }) => [mailbox, mailbox === 'admin' ? admin : randomUUID()]),
  )
  const idOf = (mailbox: string) => {
    const id = ids.get(mailbox)
    if (!id) throw new Error(`no account ${mailbox}`)
    return id
  }
  const start = momentOf(district.pilotStart, '08:00')
  const all: DemoPerson[] = []
  for (const account of adminFirst()) {
    await addAccount(db, account, idOf, district, start)
    const { mailbox, organisation, audience, roles } = account
    all.push({ id: idOf(mailbox), organisation, audience, participates: roles.includes('participant') })
  }
  all.push(...(await addColleagues(db, chance, district, idOf('admin'), options)))
  // One password for all, hashed once: nobody could wait for a hundred and fifty.
  await db.updateTable('person').set({ passwordHash: options.passwordHash }).execute()
  return { all, idOf }
}

/** Whoever gives others their roles must be there before them. */
function adminFirst(): DemoAccount[] {
  const isAdmin = ({ mailbox }: DemoAccount) => mailbox === 'admin'
  return [...DEMO_ACCOUNTS.filter(isAdmin), ...DEMO_ACCOUNTS.filter((account) => !isAdmin(account))]
}

async function addAccount(
  db: Db,
  account: DemoAccount,
  idOf: (mailbox: string) => string,
  district: DemoDistrict,
  now: Date,
): Promise<void> {
  const { givenName, familyName, mailbox, audience, roles } = account
  const [id, by, organisationId] = [idOf(mailbox), idOf('admin'), district.idOf(account.organisation)]
  const plain = roles.filter((role) => role !== 'consultant')
  const person = {
    id,
    givenName,
    familyName,
    email: demoAddress(mailbox),
    locale: 'de' as const,
    invite: false,
  }
  await addPerson(db, by, { ...person, membership: { organisationId, audience }, roles: plain }, now)
  const fromDate = district.pilotStart
  if (roles.includes('consultant')) {
    const until = { fromDate, untilDate: district.consultantUntil }
    await assignRole(
      db,
      by,
      { id: randomUUID(), personId: id, role: 'consultant', organisationId: null, ...until },
      now,
    )
  }
}

const SPECIALIST_PER_INHABITANTS = 9_000
const MOST_SPECIALISTS = 4

/** Larger towns have more IT people; every municipality has a few who use what they provide. */
async function addColleagues(
  db: Db,
  chance: Chance,
  district: DemoDistrict,
  by: string,
  { scale = 1 }: DemoOptions,
): Promise<DemoPerson[]> {
  const people: DemoPerson[] = []
  for (const { name, population, joinedOn } of district.municipalities) {
    const specialists = Math.min(MOST_SPECIALISTS, 1 + Math.floor(population / SPECIALIST_PER_INHABITANTS))
    const team: Audience[] = [
      ...Array.from({ length: (joinedOn ? specialists : chance.whole(0, 1)) * scale }, () => 'it' as const),
      ...Array.from({ length: chance.whole(1, 2 + specialists) * scale }, () => 'user' as const),
    ]
    const since = joinedOn ?? district.pilotStart
    for (const audience of team) {
      const person = { id: randomUUID(), organisation: name, audience, participates: true }
      await addColleague(db, chance, district, by, person, momentOf(since, '09:00'), people.length)
      people.push(person)
    }
  }
  return people
}

async function addColleague(
  db: Db,
  chance: Chance,
  district: DemoDistrict,
  by: string,
  { id, organisation, audience }: DemoPerson,
  now: Date,
  nth: number,
): Promise<void> {
  const [givenName, familyName] = [chance.pick(DEMO_GIVEN_NAMES), chance.pick(DEMO_FAMILY_NAMES)]
  const mailbox = plainLetters(`${givenName}.${familyName}.${nth + 1}`)
  const membership = { organisationId: district.serviceIdOf(organisation, audience), audience }
  const person = {
    id,
    givenName,
    familyName,
    email: demoAddress(mailbox),
    locale: 'de' as const,
    invite: false,
  }
  await addPerson(db, by, { ...person, membership, roles: ['participant'] }, now)
}

const LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', é: 'e' }

function plainLetters(text: string): string {
  return text.toLowerCase().replace(/[äöüßé]/g, (letter) => LETTERS[letter] ?? letter)
}
