import { createHmac, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { CODE_LENGTH, CODE_SIGNS, codeFrom } from '#app/domain/certificate-code.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { mayStillAnswer, type Stratum } from '#app/domain/evaluation.ts'
import { displayName, inGermanOrder } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { reshuffleInvitations } from '#db/invitations.ts'
import { lockRound } from '#db/rounds.ts'
import type { Row } from '#db/schema.ts'

export type InvitedPerson = {
  personId: string
  name: string
  organisation: string | null
  /** The last day of this person; in feedback that is pooled they differ by workshop. */
  closesOn: string
}

/** Whose last day has not passed, by name. Who of them has answered is not asked, here or anywhere. */
export async function listInvited(db: Db, roundId: string, day: string): Promise<InvitedPerson[]> {
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.personId')
    .select(['person.id', 'person.givenName', 'person.familyName', 'invitation.closesOn'])
    .select(
      sql<string | null>`(select string_agg(distinct o.name, ', ') from membership m
        join organisation o on o.id = m.organisation_id
        where m.person_id = person.id and m.until_date is null)`.as('organisation'),
    )
    .where('invitation.roundId', '=', roundId)
    .where('invitation.closesOn', '>=', day)
    .execute()
  return rows
    .sort((a, b) => inGermanOrder(a.familyName, b.familyName) || inGermanOrder(a.givenName, b.givenName))
    .map(({ id, organisation, closesOn, ...person }) => {
      return { personId: id, organisation, closesOn, name: displayName(person) }
    })
}

/** For how many invitations there is a form on paper; zero after the count, when the invitations are gone. */
export async function countPaperForms(db: Db, roundId: string): Promise<number> {
  const { forms } = await db
    .selectFrom('invitation')
    .select((eb) => eb.fn.count<number>('codeHash').as('forms'))
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow()
  return forms
}

/** How many forms were ever printed, those that a later one replaced included; known after the count as well. */
export async function countPrintedForms(db: Db, roundId: string): Promise<number> {
  const { forms } = await db
    .selectFrom('audit')
    .select(sql<number>`coalesce(sum((details->>'forms')::integer), 0)::integer`.as('forms'))
    .where('action', '=', 'evaluation:paper')
    .where('subjectId', '=', roundId)
    .executeTakeFirstOrThrow()
  return forms
}

/** A code for a form: random, and typed without mistakes. It stands on the paper and nowhere else. */
export function newPaperCode(): string {
  return codeFrom(Array.from({ length: CODE_LENGTH - 1 }, () => randomInt(CODE_SIGNS.length)))
}

/** What the database knows of a code. Without the key of the environment nobody finds the code by trying. */
export function paperCodeHash(secret: Uint8Array, roundId: string, code: string): Buffer {
  return createHmac('sha256', secret).update(`paper form ${roundId} ${code}`).digest()
}

export type IssueRefusal = 'not-found' | 'not-running' | 'not-invited'
export type IssueResult = { ok: true } | { ok: false; refusal: IssueRefusal }
type Forms = { roundId: string; by: string; forms: readonly { personId: string; codeHash: Uint8Array }[] }

/**
 * Notes the codes of forms that are about to be printed. A new form for the same invitation makes the former one
 * worthless. How many were printed is recorded, and not for whom.
 */
export function issuePaperForms(db: Db, { roundId, by, forms }: Forms, now: Date): Promise<IssueResult> {
  return db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, roundId)
    if (!round) return { ok: false, refusal: 'not-found' }
    if (!mayStillAnswer(round, round.closesOn ?? '', now)) return { ok: false, refusal: 'not-running' }
    const people = forms.map(({ personId }) => personId)
    const touched = await lockBuckets(trx, roundId, people, dayOf(now))
    if (touched.invited < new Set(people).size) return { ok: false, refusal: 'not-invited' }
    for (const { personId, codeHash } of forms) {
      await trx
        .updateTable('invitation')
        .set({ codeHash })
        .where('roundId', '=', roundId)
        .where('personId', '=', personId)
        .execute()
    }
    for (const bucket of touched.buckets) await reshuffleInvitations(trx, roundId, bucket)
    await audit(trx, by, 'evaluation:paper', roundId, now, { step: 'print', forms: forms.length })
    return { ok: true }
  })
}

/** Holds the buckets of those whose last day has not passed, in the order in which everybody takes them. */
async function lockBuckets(trx: Trx, roundId: string, people: readonly string[], day: string) {
  const rows = await trx
    .selectFrom('invitation')
    .select(['personId', 'bucket'])
    .where('roundId', '=', roundId)
    .where('personId', 'in', [...people])
    .where('closesOn', '>=', day)
    .execute()
  const buckets = [...new Set(rows.map(({ bucket }) => bucket))]
  if (buckets.length > 0) {
    await trx
      .selectFrom('invitationBucket')
      .select('bucket')
      .where('roundId', '=', roundId)
      .where('bucket', 'in', buckets)
      .orderBy('bucket')
      .forUpdate()
      .execute()
  }
  return { buckets, invited: rows.length }
}

export type PaperInvitation = {
  round: Pick<Row<'evaluationRound'>, 'id' | 'publicKey' | 'questionnaireHash'>
  stratum: Stratum
  /** The last day on which it counts, whether it has been used or not. */
  closesOn: string
}

/** What a code leads to: enough to seal a ballot, and no person. Undefined where there is no such code. */
export async function getPaperInvitation(
  db: Db,
  roundId: string,
  codeHash: Uint8Array,
): Promise<PaperInvitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('evaluationRound as round', 'round.id', 'invitation.roundId')
    .select(['round.id', 'round.publicKey', 'round.questionnaireHash'])
    .select(['invitation.stratum', 'invitation.closesOn as lastDay'])
    .where('invitation.roundId', '=', roundId)
    .where('invitation.codeHash', '=', codeHash)
    .executeTakeFirst()
  if (!row) return undefined
  const { stratum, lastDay, ...round } = row
  return { round, stratum, closesOn: lastDay }
}
