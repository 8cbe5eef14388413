import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { overlaps } from '#app/domain/organisation.ts'
import {
  columnsOf,
  IMPORT_LIMIT,
  readRow,
  separatorOf,
  type ImportColumn,
  type ImportedPerson,
  type RowProblem,
} from '#app/domain/people-import.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listMemberships } from '#db/memberships.ts'
import { listOrganisationNames } from '#db/organisations.ts'
import { addPersonIn } from '#db/people.ts'
import { listRoles } from '#db/roles.ts'

export type LineProblem = RowProblem | 'name-differs' | 'person-disabled'
export type LineOutcome = 'new' | 'extended' | 'unchanged'

/** What becomes of one line of the file, or what is wrong with it. */
export type ImportLine =
  | { line: number; name: string; email: string; outcome: LineOutcome }
  | { line: number; text: string; problems: LineProblem[] }

export type FileRefusal = 'unreadable' | 'empty' | 'too-many-rows' | 'columns-missing'
export type ImportCheck =
  | { ok: true; lines: ImportLine[]; faulty: number }
  | { ok: false; refusal: FileRefusal; missing?: ImportColumn[] }

export type Import = { text: string; mayAssignRoles: boolean; invite: boolean }

/** The dry run: what would become of every line. Changes nothing. */
export async function checkImport(db: Db, given: Import, now: Date): Promise<ImportCheck> {
  const plan = await planOf(db, given, now)
  return plan.ok ? { ok: true, lines: plan.lines, faulty: plan.faulty } : plan
}

export type ImportResult =
  { ok: true; lines: ImportLine[] } | { ok: false; refusal: FileRefusal | 'faulty-lines' }

/** Takes in all of it or nothing. The same file again changes nothing: people are known by their address. */
export function runImport(db: Db, by: string, given: Import, now: Date): Promise<ImportResult> {
  return db.transaction().execute(async (trx) => {
    // Two imports at once take turns, so that the second one knows the people of the first.
    await sql`select pg_advisory_xact_lock(hashtext('people-import'))`.execute(trx)
    const plan = await planOf(trx, given, now)
    if (!plan.ok) return { ok: false, refusal: plan.refusal }
    if (plan.faulty > 0) return { ok: false, refusal: 'faulty-lines' }
    for (const step of plan.steps) await take(trx, by, step, given.invite, now)
    await audit(trx, by, 'person:manage', null, now, { imported: plan.lines.length })
    return { ok: true, lines: plan.lines }
  })
}

/** What is to be written for one line; `isNew` says whether the person is, too. */
type Step = { personId: string; isNew: boolean; person: ImportedPerson }

type Plan =
  | { ok: true; lines: ImportLine[]; faulty: number; steps: Step[] }
  | { ok: false; refusal: FileRefusal; missing?: ImportColumn[] }

async function planOf(db: Db, { text, mayAssignRoles }: Import, now: Date): Promise<Plan> {
  const table = tableOf(text)
  if (!table.ok) return table
  const day = dayOf(now)
  const organisations = await listOrganisationNames(db, day)
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    text: cells.filter(Boolean).join(', '),
    row: readRow(cells, table.columns, { organisations, mayAssignRoles }),
  }))
  const emails = rows.flatMap(({ row }) => (row.ok ? [row.person.email] : []))
  const known = await knownPeople(db, emails, day)
  const steps: Step[] = []
  const lines = rows.map(({ line, text, row }): ImportLine => {
    if (!row.ok) return { line, text, problems: row.problems }
    return planLine({ line, text }, row.person, known, steps)
  })
  return { ok: true, lines, faulty: lines.filter((line) => 'problems' in line).length, steps }
}

type Known = {
  id: string
  /** As an earlier line of the same file says; whoever was here before keeps the name that we have. */
  nameInFile: string | undefined
  disabled: boolean
  organisationIds: Set<string>
  roles: Set<string>
}

/** Decides about one line and remembers what later lines must know about it. */
function planLine(
  { line, text }: { line: number; text: string },
  person: ImportedPerson,
  known: Map<string, Known>,
  steps: Step[],
): ImportLine {
  const { email, organisationId } = person
  const name = `${person.givenName} ${person.familyName}`
  const before = known.get(email)
  if (before?.disabled) return { line, text, problems: ['person-disabled'] }
  if (before?.nameInFile && before.nameInFile !== name) return { line, text, problems: ['name-differs'] }

  const now: Known = before ?? {
    id: randomUUID(),
    nameInFile: name,
    disabled: false,
    organisationIds: new Set(),
    roles: new Set(),
  }
  known.set(email, now)
  const isMember = organisationId === null || now.organisationIds.has(organisationId)
  const roles = person.roles.filter((role) => !now.roles.has(keyOf(role)))
  if (organisationId) now.organisationIds.add(organisationId)
  for (const role of roles) now.roles.add(keyOf(role))

  const step = { ...person, organisationId: isMember ? null : organisationId, roles }
  const outcome = !before ? 'new' : isMember && roles.length === 0 ? 'unchanged' : 'extended'
  if (outcome !== 'unchanged') steps.push({ personId: now.id, isNew: !before, person: step })
  return { line, name, email, outcome }
}

function keyOf({ role, organisationId }: { role: string; organisationId: string | null }): string {
  return `${role} ${organisationId ?? ''}`
}

async function take(trx: Trx, by: string, step: Step, invite: boolean, now: Date): Promise<void> {
  const { personId, isNew, person } = step
  const { givenName, familyName, email, organisationId, audience, roles } = person
  const membership = organisationId ? { organisationId, audience } : null
  if (isNew) {
    const plain = roles.map(({ role }) => role)
    const added = {
      id: personId,
      givenName,
      familyName,
      email,
      locale: 'de' as const,
      membership,
      roles: plain,
      invite,
    }
    await addPersonIn(trx, by, added, now)
    return
  }
  const fromDate = dayOf(now)
  if (membership)
    await trx
      .insertInto('membership')
      .values({ personId, ...membership, fromDate })
      .execute()
  for (const role of roles) {
    await trx
      .insertInto('roleAssignment')
      .values({ personId, ...role, fromDate, assignedBy: by })
      .execute()
  }
  await audit(trx, by, 'person:manage', personId, now, { imported: true, organisationId, roles })
}

/** Whoever of these addresses is here already, with what they serve and do from today on. */
async function knownPeople(db: Db, emails: string[], day: string): Promise<Map<string, Known>> {
  if (emails.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .select(['id', 'email', 'disabledAt'])
    .where('email', 'in', emails)
    .execute()
  const ids = people.map((person) => person.id)
  const fromToday = { fromDate: day, untilDate: null }
  const memberships = (await listMemberships(db, ids)).filter((each) => overlaps(each, fromToday))
  const roles = (await listRoles(db, ids)).filter((each) => overlaps(each, fromToday))
  return new Map(
    people.map(({ id, email, disabledAt }) => [
      email,
      {
        id,
        nameInFile: undefined,
        disabled: disabledAt !== null,
        organisationIds: new Set(
          memberships.filter((each) => each.personId === id).map((each) => each.organisationId),
        ),
        roles: new Set(roles.filter((each) => each.personId === id).map(keyOf)),
      },
    ]),
  )
}

type Table =
  | { ok: true; columns: Partial<Record<ImportColumn, number>>; rows: { line: number; cells: string[] }[] }
  | { ok: false; refusal: FileRefusal; missing?: ImportColumn[] }

function tableOf(text: string): Table {
  const records = recordsOf(text)
  if (!records) return { ok: false, refusal: 'unreadable' }
  const [headers, ...rows] = records
  if (!headers || rows.length === 0) return { ok: false, refusal: 'empty' }
  if (rows.length > IMPORT_LIMIT) return { ok: false, refusal: 'too-many-rows' }
  const found = columnsOf(headers.cells)
  if (!found.ok) return { ok: false, refusal: 'columns-missing', missing: found.missing }
  return { ok: true, columns: found.columns, rows }
}

/** With `info`, csv-parse gives more than its types promise. */
const Recorded = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function recordsOf(text: string): { line: number; cells: string[] }[] | undefined {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 20_000,
    })
    return Recorded.parse(records).map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch {
    return undefined
  }
}
