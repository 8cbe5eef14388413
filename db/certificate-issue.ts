// Issuing, correcting and revoking certificates. What is issued is frozen; what changes is a new one.

import { randomInt, randomUUID } from 'node:crypto'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { CODE_LENGTH, CODE_SIGNS, codeFrom } from '#app/domain/certificate-code.ts'
import {
  isOutdated,
  occasionOf,
  standingOf,
  unissuableBecause,
  type CertificateContent,
  type IssueRefusal,
  type RevocationKind,
  type RevokeRefusal,
} from '#app/domain/certificate.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { audit } from '#db/audit.ts'
import { tellCertificates, type CertificateNews } from '#db/certificate-mail.ts'
import {
  fingerprint,
  getCertificate,
  listContents,
  listStandings,
  type CertificateLine,
} from '#db/certificates.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { getSettings, type Settings } from '#db/settings.ts'
import { lockWorkshop, lockWorkshops, type Workshop } from '#db/workshops.ts'

type IssueRequest = {
  workshopId: string
  by: string
  /** The page that checks codes, as it will be printed. */
  verifyAt: string
  /** One enrolment whose certificate was revoked for a reason that has gone. */
  again?: string
}

export type IssueResult = { ok: true; issued: number; told: number } | { ok: false; refusal: IssueRefusal }

/**
 * Issues a certificate to everybody who has earned one and has none, in one go, and tells those who attended too
 * little why they get none. Pressed twice, nobody gets two.
 */
export function issueCertificates(db: Db, request: IssueRequest, now: Date): Promise<IssueResult> {
  const { workshopId, by, verifyAt, again } = request
  return db.transaction().execute(async (trx) => {
    const workshop = await lockWorkshop(trx, workshopId)
    const refusal = unissuableBecause(workshop, now)
    if (refusal) return { ok: false, refusal }
    const settings = await getSettings(trx)
    const all = await listStandings(trx, { workshopId }, settings.certificateOverPercent)
    if (all.length === 0) return { ok: false, refusal: 'nobody' }

    const earned = all.filter((line) => line.standing === 'earned' || isOnceMore(line, again, settings))
    const tooLittle = again ? [] : all.filter(({ standing }) => standing === 'too-little')
    if (earned.length + tooLittle.length === 0) return { ok: false, refusal: 'none-ready' }
    const issued = await issue(trx, { workshop, lines: earned, by, verifyAt, settings }, now)
    const { certificateOverPercent: overPercent } = settings
    const news = tooLittle.map((line): CertificateNews => ({ kind: 'not-earned', line, overPercent }))
    await tellCertificates(trx, [...issued, ...news], now)
    const told = tooLittle.length
    await audit(trx, by, 'certificate:issue', workshopId, now, { issued: issued.length, told })
    return { ok: true, issued: issued.length, told }
  })
}

function isOnceMore(line: CertificateLine, again: string | undefined, settings: Settings): boolean {
  if (line.enrolmentId !== again || line.standing !== 'revoked') return false
  return standingOf(line, undefined, settings.certificateOverPercent) === 'earned'
}

/**
 * Makes certificates say what the list and the workshop say: one that was issued and says something else is revoked,
 * and a new one takes its place where it is still earned. Part of whatever writes attendance or changes the workshop,
 * under its lock.
 */
export async function correctCertificates(
  trx: Trx,
  workshop: Workshop,
  by: string,
  now: Date,
): Promise<void> {
  const first = await trx
    .selectFrom('certificate')
    .select('id')
    .where('workshopId', '=', workshop.id)
    .limit(1)
    .executeTakeFirst()
  if (!first) return
  const settings = await getSettings(trx)
  const all = await listStandings(trx, { workshopId: workshop.id }, settings.certificateOverPercent)
  const contents = await listContents(trx, workshop.id)
  const occasion = occasionOf(workshop)
  const outdated = all.filter(
    (line) => line.last && isOutdated(line.last, line, contents.get(line.last.id), occasion),
  )
  if (outdated.length === 0) return
  const [before] = contents.values()
  await revoke(
    trx,
    outdated.flatMap(({ last }) => last?.id ?? []),
    { kind: 'corrected', reason: null, by },
    now,
  )
  const stillEarns = (line: CertificateLine) =>
    standingOf(line, undefined, settings.certificateOverPercent) === 'earned'
  const lines = before ? outdated.filter(stillEarns) : []
  const verifyAt = before?.verifyAt ?? ''
  const issued = await issue(trx, { workshop, lines, by, verifyAt, settings }, now)
  const gone = outdated
    .filter((line) => !lines.includes(line))
    .map((line): CertificateNews => ({
      kind: 'revoked',
      line,
      certificateId: line.last?.id ?? '',
      reason: null,
    }))
  await tellCertificates(trx, [...issued, ...gone], now)
  await audit(trx, by, 'certificate:correct', workshop.id, now, {
    issued: issued.length,
    revoked: outdated.length,
  })
}

type Issue = {
  workshop: Workshop
  lines: readonly CertificateLine[]
  by: string
  verifyAt: string
  settings: Settings
}

/** Writes them down, all together, and returns what those people hear. */
async function issue(
  trx: Trx,
  { workshop, lines, by, verifyAt, settings }: Issue,
  now: Date,
): Promise<CertificateNews[]> {
  if (lines.length === 0) return []
  const course = await trx
    .selectFrom('course')
    .select(['goals', 'contents'])
    .where('id', '=', workshop.courseId)
    .executeTakeFirstOrThrow()
  const issuedOn = dayOf(now)
  const documents = lines.map((line) => {
    const content = contentOf({ line, workshop, course, settings, verifyAt, issuedOn })
    return { id: randomUUID(), line, code: content.code, text: canonicalJson(content) }
  })
  const rows = documents.map(({ id, line, code, text }) => ({
    ...{ id, code, personId: line.personId, workshopId: workshop.id, enrolmentId: line.enrolmentId },
    ...{ unitsPlanned: line.unitsPlanned, unitsAttended: line.unitsAttended },
    ...{ issuedOn, issuedBy: by, issuedAt: now, replaces: line.last?.id ?? null, sha256: fingerprint(text) },
  }))
  await trx.insertInto('certificate').values(rows).execute()
  const contents = documents.map(({ id, text }) => ({ certificateId: id, content: text }))
  await trx.insertInto('certificateContent').values(contents).execute()
  return documents.map(({ id, line }) => ({ kind: 'issued', line, certificateId: id }))
}

type Facts = {
  line: CertificateLine
  workshop: Workshop
  course: { goals: string; contents: string }
  settings: Settings
  verifyAt: string
  issuedOn: string
}

function contentOf({ line, workshop, course, settings, verifyAt, issuedOn }: Facts): CertificateContent {
  const { locale, titleDe, titleEn, unitsPlanned, unitsAttended } = line
  return {
    format: 1,
    code: codeFrom(Array.from({ length: CODE_LENGTH - 1 }, () => randomInt(CODE_SIGNS.length))),
    locale,
    name: displayName(line),
    title: locale === 'en' ? (titleEn ?? titleDe) : titleDe,
    ...occasionOf(workshop),
    goals: course.goals,
    contents: course.contents,
    unitsPlanned,
    unitsAttended,
    issuer: { district: settings.districtName, contactEmail: settings.contactEmail },
    issuedOn,
    verifyAt,
    demo: settings.demo,
  }
}

async function revoke(
  trx: Trx,
  certificateIds: readonly string[],
  { kind, reason, by }: { kind: RevocationKind; reason: string | null; by: string },
  now: Date,
): Promise<number> {
  const rows = certificateIds.map((certificateId) => ({
    ...{ certificateId, kind, reason, revokedBy: by, revokedAt: now },
  }))
  const revoked = await trx
    .insertInto('certificateRevocation')
    .values(rows)
    .onConflict((conflict) => conflict.column('certificateId').doNothing())
    .returning('certificateId')
    .execute()
  return revoked.length
}

export type RevokeResult = { ok: true } | { ok: false; refusal: RevokeRefusal }

/**
 * Takes a certificate back. Whoever checks its code from now on reads so, with day and reason; so does its owner.
 * The workshop is locked as for a correction: else the one would take back what the other is just replacing.
 */
export function revokeCertificate(
  db: Db,
  { id, by, reason }: { id: string; by: string; reason: string },
  now: Date,
): Promise<RevokeResult> {
  return db.transaction().execute(async (trx) => {
    const { workshopId } = await trx
      .selectFrom('certificate')
      .select('workshopId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    // It may be gone: certificates are kept for longer than workshops.
    await lockWorkshops(trx, [workshopId])
    const certificate = await getCertificate(trx, id)
    if (!certificate) throw new Error('no such certificate')
    const count = await revoke(trx, [id], { kind: 'withdrawn', reason, by }, now)
    if (count === 0) return { ok: false, refusal: 'revoked-before' }
    const { personId, content } = certificate
    const line = { personId, workshopId, titleDe: content.title, titleEn: content.title }
    await tellCertificates(trx, [{ kind: 'revoked', line, certificateId: id, reason }], now)
    await audit(trx, by, 'certificate:revoke', id, now, { workshop: workshopId })
    return { ok: true }
  })
}
