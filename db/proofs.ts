// Proofs of training elsewhere: handed in by the person, confirmed or returned by the training officer or the
// coordination, deleted by the person at any time, with the file.

import { dayOf } from '#app/domain/calendar.ts'
import type { FileRefusal } from '#app/domain/file.ts'
import { displayName } from '#app/domain/person.ts'
import type { ProofDecision, ProofRefusal } from '#app/domain/proof.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { removeFiles, storeFile, type NewFile } from '#db/files.ts'
import { listOrganisationsOf } from '#db/members.ts'
import { post } from '#db/outbox.ts'
import type { NewRow, Row } from '#db/schema.ts'

export type Proof = Row<'proof'> & {
  /** Of our course to which it corresponds, if any. */
  courseDe: string | null
  courseEn: string | null
  givenName: string
  familyName: string
  organisation: string
  fileName: string
}

function proofs(db: Db) {
  return db
    .selectFrom('proof')
    .innerJoin('person', 'person.id', 'proof.personId')
    .innerJoin('organisation', 'organisation.id', 'proof.organisationId')
    .innerJoin('file', 'file.id', 'proof.fileId')
    .leftJoin('course', 'course.id', 'proof.courseId')
    .selectAll('proof')
    .select(['course.titleDe as courseDe', 'course.titleEn as courseEn'])
    .select(['person.givenName', 'person.familyName'])
    .select(['organisation.name as organisation', 'file.name as fileName'])
}

export function getProof(db: Db, id: string): Promise<Proof | undefined> {
  return proofs(db).where('proof.id', '=', id).executeTakeFirst()
}

/** All that somebody has handed in, the latest training first. */
export function listProofsOf(db: Db, personId: string): Promise<Proof[]> {
  return proofs(db)
    .where('proof.personId', '=', personId)
    .orderBy('proof.attendedOn', 'desc')
    .orderBy('proof.submittedAt', 'desc')
    .execute()
}

/** What waits for a decision, the oldest first; `within` are the organisations in question, null means all. */
export function listWaitingProofs(db: Db, within: readonly string[] | null): Promise<Proof[]> {
  if (within?.length === 0) return Promise.resolve([])
  return proofs(db)
    .where('proof.decision', 'is', null)
    .$if(within !== null, (query) => query.where('proof.organisationId', 'in', within ?? []))
    .orderBy('proof.submittedAt')
    .execute()
}

/** How many wait for this person to decide; nobody decides on their own. */
export async function countWaitingProofs(
  db: Db,
  personId: string,
  within: readonly string[] | null,
): Promise<number> {
  const waiting = await listWaitingProofs(db, within)
  return waiting.filter((proof) => proof.personId !== personId).length
}

export type ProofPlan = Pick<
  NewRow<'proof'>,
  'id' | 'personId' | 'title' | 'provider' | 'attendedOn' | 'units' | 'courseId'
> & { organisationId: string | null; file: NewFile }

export type ProofResult = { ok: true } | { ok: false; refusal: ProofRefusal | FileRefusal }

/** Hands a proof in, for one of the organisations that the person serves. Sent twice, it is one. */
export function submitProof(db: Db, { file, ...proof }: ProofPlan, now: Date): Promise<ProofResult> {
  return db.transaction().execute(async (trx) => {
    const { id, personId } = proof
    await trx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().executeTakeFirst()
    const sent = await trx.selectFrom('proof').select('id').where('id', '=', id).executeTakeFirst()
    if (sent) return { ok: true }
    if (proof.attendedOn > dayOf(now)) return { ok: false, refusal: 'in-future' }
    const own = await listOrganisationsOf(trx, personId, dayOf(now))
    const organisation = own.find((one) => one.id === proof.organisationId) ?? own[0]
    if (!organisation) return { ok: false, refusal: 'no-organisation' }
    const stored = await storeFile(trx, personId, organisation.id, file, now)
    if (!stored.ok) return stored
    await trx
      .insertInto('proof')
      .values({ ...proof, organisationId: organisation.id, fileId: stored.id, submittedAt: now })
      .execute()
    await audit(trx, personId, 'proof:submit', id, now)
    return { ok: true }
  })
}

type Decision = { id: string; decision: ProofDecision; reason: string | null; by: string }

/** Confirms a proof, or returns it with a reason; the person is told. Decided is decided. */
export function decideProof(db: Db, { id, decision, reason, by }: Decision, now: Date): Promise<ProofResult> {
  return db.transaction().execute(async (trx) => {
    const proof = await lockProof(trx, id)
    if (!proof || proof.decision !== null) return { ok: false, refusal: 'decided-already' }
    await trx
      .updateTable('proof')
      .set({ decision, reason, decidedAt: now, decidedBy: by })
      .where('id', '=', id)
      .execute()
    await tellDecision(trx, proof, { decision, reason }, now)
    await audit(trx, by, 'proof:decide', id, now, { decision })
    return { ok: true }
  })
}

async function tellDecision(
  trx: Trx,
  { id, personId, title }: Row<'proof'>,
  { decision, reason }: Pick<Decision, 'decision' | 'reason'>,
  now: Date,
): Promise<void> {
  const person = (await listAddressees(trx, [personId])).get(personId)
  if (!person) return
  const to = { personId, address: person.address, locale: person.locale }
  const name = displayName(person)
  if (decision === 'confirmed') await post(trx, to, 'proof-confirmed', id, { name, title }, now)
  else await post(trx, to, 'proof-returned', id, { name, title, reason: reason ?? '' }, now)
}

/** Deletes a proof with its file: it is the person's own. */
export function removeProof(db: Db, personId: string, id: string, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const proof = await lockProof(trx, id)
    if (!proof || proof.personId !== personId) return
    await trx.deleteFrom('proof').where('id', '=', id).execute()
    await removeFiles(trx, [proof.fileId])
    await audit(trx, personId, 'proof:remove', id, now)
  })
}

function lockProof(trx: Trx, id: string): Promise<Row<'proof'> | undefined> {
  return trx.selectFrom('proof').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}
