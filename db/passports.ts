// Passports of all figures, and the fingerprint of what the database counts for them.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CountedPassport, Passport } from '#app/domain/passport.ts'
import { passportHistory, type PassportStep, type PassportVersion } from '#app/domain/passport-version.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

/** Of each figure the passport in the version that holds on the day, in their order. */
export async function listPassportsOn(db: Db, day: string): Promise<CountedPassport[]> {
  const rows = await db
    .selectFrom('indicatorVersion')
    .selectAll()
    .distinctOn('indicator')
    .where('validFrom', '<=', day)
    .orderBy('indicator')
    .orderBy('version', 'desc')
    .execute()
  const inOrder = rows.sort((one, other) => one.position - other.position)
  const definitions = await listDefinitions(db)
  return inOrder.map((row) => {
    const text = row.sqlObject === null ? null : definitionOf(row.sqlObject, definitions)
    return { ...passportOf(row), sqlSha256: text === null ? null : fingerprint(text) }
  })
}

/** Of all figures, in their order, all versions, oldest first; those that hold from a later day, too. */
export async function listPassportVersions(db: Db): Promise<PassportVersion[]> {
  const rows = await db.selectFrom('indicatorVersion').selectAll().orderBy('version').execute()
  const places = new Map(rows.map(({ indicator, position }) => [indicator, position]))
  const place = ({ indicator }: { indicator: string }) => places.get(indicator) ?? 0
  const inOrder = rows.sort((one, other) => {
    return (
      place(one) - place(other) || one.indicator.localeCompare(other.indicator) || one.version - other.version
    )
  })
  return inOrder.map((row) => {
    const { reason, recordedAt } = row
    return { ...passportOf(row), reason, recordedAt }
  })
}

/** All versions of one figure, oldest first; empty for a figure that there is not. */
export async function listVersionsOf(db: Db, key: string): Promise<PassportVersion[]> {
  return (await listPassportVersions(db)).filter((one) => one.key === key)
}

/** What has changed in the passports until a day. */
export async function listPassportHistory(db: Db, day: string): Promise<PassportStep[]> {
  const versions = await listPassportVersions(db)
  return passportHistory(versions.filter(({ validFrom }) => validFrom <= day))
}

/** Of each passport that names a function its text as the database has it now; those of gone functions are missing. */
export async function listSqlTexts(
  db: Db,
  passports: readonly Pick<Passport, 'sqlObject'>[],
): Promise<Map<string, string>> {
  const definitions = await listDefinitions(db)
  const texts = passports.flatMap(({ sqlObject }) => {
    const text = sqlObject === null ? null : definitionOf(sqlObject, definitions)
    return sqlObject === null || text === null ? [] : [[sqlObject, text] as const]
  })
  return new Map(texts)
}

/**
 * Of each figure the fingerprint by which its latest version counts now, as 'no-show 1'. What was changed without a new
 * version has another one in the reports so far. Whoever only puts a passport into other words changes no count: what
 * was entered by people shares the fingerprint of the version that came with the product.
 */
export async function listFingerprints(db: Db): Promise<Map<string, string>> {
  const latest = await listPassportsOn(db, END_OF_TIME)
  const rows = await db
    .selectFrom('indicatorVersion')
    .select(['indicator as key', 'version', 'recordedBy'])
    .orderBy('version', 'desc')
    .execute()
  return new Map(
    latest.flatMap(({ key, sqlSha256 }) => {
      const versions = rows.filter((row) => row.key === key)
      const shipped = versions.findIndex(({ recordedBy }) => recordedBy === null)
      return versions.slice(0, shipped + 1).map((one) => [versionName(one), sqlSha256 ?? 'gone'] as const)
    }),
  )
}

export function versionName({ key, version }: Pick<Passport, 'key' | 'version'>): string {
  return `${key} ${version}`
}

const END_OF_TIME = '9999-12-31'

/** Without what is known of its being entered: who that was stands in no report. */
export function passportOf(row: Row<'indicatorVersion'>): Passport {
  const {
    indicator,
    position: _,
    id: __,
    reason: ___,
    recordedBy: ____,
    recordedAt: _____,
    ...passport
  } = row
  return { key: indicator, ...passport }
}

/** Every function of ours by its name, as the database would make it again. */
async function listDefinitions(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select p.proname as name, pg_get_functiondef(p.oid) as definition
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = current_schema() and p.prokind = 'f'
    order by p.proname, p.oid`.execute(db)
  return new Map(rows.map(({ name, definition }) => [name, definition]))
}

/** A function of ours, and what it is built of: each by its name and text, and the fingerprint of them all. */
export type CountingDefinition = { parts: { name: string; text: string }[]; sha256: string }

/** By what the database counts now; undefined where there is no such function any more. */
export async function getCountingDefinition(db: Db, name: string): Promise<CountingDefinition | undefined> {
  const definitions = await listDefinitions(db)
  const text = definitionOf(name, definitions)
  if (text === null) return undefined
  return { parts: partsOf(name, definitions), sha256: fingerprint(text) }
}

/** The function and what it is built of, each once: whoever changes a part changes the figure. */
function definitionOf(name: string, definitions: ReadonlyMap<string, string>): string | null {
  const parts = partsOf(name, definitions)
  return parts.length === 0 ? null : parts.map(({ text }) => text).join('\n')
}

function partsOf(name: string, definitions: ReadonlyMap<string, string>): CountingDefinition['parts'] {
  const found = new Map<string, string>()
  const collect = (one: string) => {
    const definition = definitions.get(one)
    if (definition === undefined || found.has(one)) return
    found.set(one, definition)
    for (const word of new Set(definition.match(/\w+/g))) collect(word)
  }
  collect(name)
  return [...found].map(([part, text]) => ({ name: part, text }))
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
