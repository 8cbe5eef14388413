import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import type { Role } from '#app/domain/policy.ts'
import { hasHandedOver, TRUSTEE_ROLES, type Trustee, type TrusteePart } from '#app/domain/trustee.ts'
import type { Db } from '#db/client.server.ts'
import { unwrap } from '#db/seal.ts'

export type TrusteeView = Trustee & {
  personId: string
  name: string
  /** For the slow function that makes a key of a passphrase. */
  salt: Uint8Array
}

/** Both trustees of a round, the coordination first; empty when the server holds the key, and after the count. */
export async function listTrustees(db: Db, roundId: string, now: Date): Promise<TrusteeView[]> {
  const rows = await db
    .selectFrom('trustee')
    .innerJoin('person', 'person.id', 'trustee.personId')
    .selectAll('trustee')
    .select(['person.givenName', 'person.familyName', 'person.disabledAt'])
    .where('trustee.roundId', '=', roundId)
    .orderBy('trustee.part')
    .execute()
  if (rows.length === 0) return []
  const offices = await listOffices(db, now)
  const holdsOffice = ({ personId, part }: { personId: string; part: TrusteePart }) => {
    const roles: readonly Role[] = TRUSTEE_ROLES[part]
    return offices.some((office) => office.personId === personId && roles.includes(office.role))
  }
  return rows.map((row) => ({
    ...{ part: row.part, personId: row.personId, name: displayName(row), salt: row.salt },
    ...{ sheetConfirmedAt: row.sheetConfirmedAt, rehearsedAt: row.rehearsedAt },
    hasLeft: row.disabledAt !== null || !holdsOffice(row),
    hasPassphrase: row.byPassphrase !== null,
    handedAt: hasHandedOver(row, now) ? row.handedAt : null,
  }))
}

type Office = { personId: string; role: Role }

/** Who holds today one of the offices from which trustees are named. */
function listOffices(db: Db, now: Date): Promise<Office[]> {
  return db
    .selectFrom('roleAssignment')
    .select(['personId', 'role'])
    .where('role', 'in', Object.values(TRUSTEE_ROLES).flat())
    .where('fromDate', '<=', dayOf(now))
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>=', dayOf(now))]))
    .execute()
}

export type Mandate = { roundId: string; part: TrusteePart; titleDe: string }

/** The rounds of which somebody is a trustee, until they are counted. */
export async function listMandates(db: Db, personId: string): Promise<Mandate[]> {
  return db
    .selectFrom('trustee')
    .innerJoin('evaluationRound as round', 'round.id', 'trustee.roundId')
    .select(['trustee.roundId', 'trustee.part', 'round.title as titleDe'])
    .where('trustee.personId', '=', personId)
    .orderBy('round.opensOn')
    .execute()
}

/**
 * Rounds that still need their key, and whose key does not open with this ROUND_KEY: the installation was moved
 * without it. Said on the page of the round and in the log before anybody counts on it.
 */
export async function listRoundsOfAnotherKey(db: Db, wrappingKey: Uint8Array): Promise<string[]> {
  const keys = await db.selectFrom('roundKey').select(['roundId', 'wrappedPrivateKey as wrapped']).execute()
  const halves = await db.selectFrom('trustee').select(['roundId', 'byPassphrase as wrapped']).execute()
  const foreign = [...keys, ...halves].filter(
    ({ roundId, wrapped }) => wrapped !== null && !unwrap(wrappingKey, 'key', roundId, wrapped),
  )
  return [...new Set(foreign.map(({ roundId }) => roundId))]
}
