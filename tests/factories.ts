// Valid rows for tests, through plain inserts: a test names only what it is about.

import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Audience } from '#app/domain/course.ts'
import type { Role } from '#app/domain/policy.ts'
import type { Environment } from '#app/http/environment.server.ts'
import { startSession } from '#app/http/session.server.ts'
import type { NewRow, Row } from '#db/schema.ts'
import { openPress } from '#reports/press.ts'
import { db } from '#tests/database.ts'

/** A Wednesday in the pilot, 11:00 in Berlin. */
export const NOW = new Date('2026-03-11T10:00:00Z')
export const TODAY = '2026-03-11'
export const ORIGIN = 'http://localhost:3000'

const LONG_AGO = new Date('2024-01-02T08:00:00Z')

export function hours(count: number, from: Date = NOW): Date {
  return new Date(from.getTime() + count * 3_600_000)
}

export function days(count: number, from: Date = NOW): Date {
  return hours(24 * count, from)
}

let ags = 14_000_000

export async function anOrganisation(
  given: Partial<NewRow<'organisation'>> = {},
): Promise<Row<'organisation'>> {
  const kind = given.kind ?? 'municipality'
  return db
    .insertInto('organisation')
    .values({
      kind,
      name: `Musterstadt ${randomUUID().slice(0, 8)}`,
      ags: kind === 'municipality' ? String(ags++) : null,
      validFrom: '2008-08-01',
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type GivenPerson = Partial<NewRow<'person'>> & {
  roles?: Role[]
  /** Whom the person serves since 2024; `null` for nobody. Without it, a municipality of its own. */
  organisationId?: string | null
  audience?: Audience
  /** Of which organisations; needs the role trainingOfficer. */
  officerOf?: string[]
}

/** Somebody who has been with us since 2024, with the role participant. */
export async function aPerson(given: GivenPerson = {}): Promise<Row<'person'>> {
  const { roles = ['participant'], organisationId, audience = 'it', officerOf = [], ...columns } = given
  const name = randomUUID().slice(0, 8)
  const person = await db
    .insertInto('person')
    .values({
      givenName: 'Ada',
      familyName: `Muster-${name}`,
      email: `ada.${name}@lernkreis.example`,
      createdAt: LONG_AGO,
      ...columns,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const served = organisationId === undefined ? (await anOrganisation()).id : organisationId
  if (served) await aMembership({ personId: person.id, organisationId: served, audience })
  for (const role of roles) {
    if (role !== 'trainingOfficer') await aRole({ personId: person.id, role })
  }
  for (const organisation of officerOf) {
    await aRole({ personId: person.id, role: 'trainingOfficer', organisationId: organisation })
  }
  return person
}

export function aMembership(
  given: Pick<NewRow<'membership'>, 'personId' | 'organisationId'> & Partial<NewRow<'membership'>>,
): Promise<Row<'membership'>> {
  return db
    .insertInto('membership')
    .values({ audience: 'it', fromDate: '2024-01-02', ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function aRole(
  given: Pick<NewRow<'roleAssignment'>, 'personId' | 'role'> & Partial<NewRow<'roleAssignment'>>,
): Promise<Row<'roleAssignment'>> {
  const untilDate = given.role === 'consultant' ? '2199-12-31' : null
  return db
    .insertInto('roleAssignment')
    .values({ fromDate: '2024-01-02', untilDate, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A published course. */
export async function aCourse(given: Partial<NewRow<'course'>> = {}): Promise<Row<'course'>> {
  const topic = { key: 'netze', titleDe: 'Netze', position: 1 }
  await db
    .insertInto('topic')
    .values(topic)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db
    .insertInto('course')
    .values({
      id: randomUUID(),
      titleDe: 'Netze verstehen',
      summaryDe: 'Wie Daten ihren Weg finden.',
      goals: 'Störungen selbst eingrenzen.',
      contents: 'Adressen, Vermittlung, Messgeräte.',
      topicKey: 'netze',
      level: 'basic',
      format: 'workshop',
      audiences: ['it', 'user'],
      units: 4,
      createdAt: LONG_AGO,
      publishedAt: LONG_AGO,
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type GivenWorkshop = Partial<NewRow<'workshop'>> & {
  /** When the one meeting of three hours (four units) begins; two weeks after `NOW` unless said. */
  startsAt?: Date
  /** Instead of the one meeting. */
  meetings?: Pick<NewRow<'meeting'>, 'startsAt' | 'endsAt' | 'units'>[]
  /** Without it, one trainer is made. */
  trainerIds?: string[]
}

/** A workshop with twelve seats; people may enrol and withdraw until two days before it begins. */
export async function aWorkshop(given: GivenWorkshop = {}): Promise<Row<'workshop'>> {
  const { startsAt = days(14), meetings, trainerIds, ...columns } = given
  const blocks = meetings ?? [{ startsAt, endsAt: hours(3, startsAt), units: 4 }]
  const begins = blocks[0]?.startsAt ?? startsAt
  const trainers = trainerIds ?? [(await aPerson({ roles: ['trainer'] })).id]
  const workshop = await db
    .insertInto('workshop')
    .values({
      id: randomUUID(),
      courseId: columns.courseId ?? (await aCourse()).id,
      place: 'Rathaus, Raum 1',
      capacity: 12,
      enrolUntil: days(-2, begins),
      withdrawUntil: days(-2, begins),
      createdBy: columns.createdBy ?? trainers[0] ?? (await aPerson()).id,
      createdAt: LONG_AGO,
      ...columns,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const rows = blocks.map((meeting) => ({ ...meeting, workshopId: workshop.id }))
  await db.insertInto('meeting').values(rows).execute()
  const leads = trainers.map((personId) => ({ workshopId: workshop.id, personId }))
  if (leads.length > 0) await db.insertInto('workshopTrainer').values(leads).execute()
  return workshop
}

/** A room for twelve. */
export function aRoom(given: Partial<NewRow<'room'>> = {}): Promise<Row<'room'>> {
  const name = `Schulungsraum ${randomUUID().slice(0, 8)}`
  return db
    .insertInto('room')
    .values({ id: randomUUID(), name, seats: 12, accessible: true, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const environment: Environment = {
  port: 3000,
  host: '127.0.0.1',
  databaseUrl: 'pglite:test',
  migrationUrl: 'pglite:test',
  dataDir: 'tests/.db',
  publicOrigin: null,
  smtpUrl: null,
  mailFrom: 'Lernkreis <lernkreis@lernkreis.example>',
  demo: 'off',
  demoPassword: null,
  embedded: true,
  trustProxy: 0,
  roundKey: Buffer.alloc(32, 7),
  production: true,
  version: '0.0.0',
}

/** This server never stops. */
const stopping = new AbortController().signal

/** Starts its process when the first document is asked for, which may take long where many tests run, and ends with them. */
const press = openPress({ limits: { soonMilliseconds: 60_000 } })

/** What the server hands to loaders and actions: one object per request. */
export function aContext(given: Partial<AppLoadContext> = {}): AppLoadContext {
  return {
    db,
    environment,
    nonce: 'nonce',
    requestId: 'test',
    clientAddress: '127.0.0.1',
    stopping,
    press,
    ...given,
  }
}

type Fields = Record<string, string | readonly string[]>

/** A request as a browser sends it; with `form` it is a POST. */
export function aRequest(path: string, form?: Fields, headers: Record<string, string> = {}): Request {
  if (!form) return new Request(ORIGIN + path, { headers })
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  return new Request(ORIGIN + path, { method: 'POST', body, headers: { Origin: ORIGIN, ...headers } })
}

/** The Cookie header of somebody who has just signed in. */
export async function cookieOf(person: { id: string }): Promise<string> {
  const setCookie = await startSession(db, ORIGIN, person.id, new Date())
  return setCookie.split(';')[0]!
}

/** The same request, sent by somebody who is signed in. */
export async function requestAs(person: { id: string }, path: string, form?: Fields): Promise<Request> {
  return aRequest(path, form, { Cookie: await cookieOf(person) })
}

/** The arguments of a loader or an action. */
export function args(request: Request, params: Record<string, string> = {}, context = aContext()) {
  return { request, params, context }
}

/** A file as somebody picks it in a form. */
export function anUpload(name: string, content: Uint8Array): File {
  return new File([new Uint8Array(content)], name)
}

/** A form with files, as a browser sends it. */
export async function uploadAs(
  person: { id: string },
  path: string,
  form: Fields,
  files: Record<string, File>,
): Promise<Request> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  for (const [name, file] of Object.entries(files)) body.append(name, file)
  const headers = { Origin: ORIGIN, Cookie: await cookieOf(person) }
  return new Request(ORIGIN + path, { method: 'POST', body, headers })
}
