// People as a table: which column is which, and what a row says. Where it came from and where it goes is not here.

import { z } from 'zod'
import { AUDIENCES, type Audience } from '#app/domain/course.ts'
import { normalEmail } from '#app/domain/person.ts'
import { ROLES, type Role } from '#app/domain/policy.ts'

export const IMPORT_LIMIT = 2_000
const NAME_LENGTH = 100

/** What columns may be called, in lower case and without signs. */
const HEADERS = {
  givenName: ['vorname', 'givenname', 'firstname'],
  familyName: ['nachname', 'familienname', 'name', 'familyname', 'lastname', 'surname'],
  email: ['email', 'emailadresse', 'mail', 'emailaddress'],
  organisation: ['organisation', 'kommune', 'gemeinde', 'stadt', 'dienststelle', 'organization'],
  audience: ['aufgabe', 'zielgruppe', 'taetigkeit', 'audience', 'task'],
  roles: ['rollen', 'rolle', 'roles', 'role'],
}

export type ImportColumn = keyof typeof HEADERS
export const IMPORT_COLUMNS = Object.keys(HEADERS) as ImportColumn[]
const NEEDED: readonly ImportColumn[] = ['givenName', 'familyName', 'email']

export type Columns = Partial<Record<ImportColumn, number>>

/** Finds the columns by their headers, in any order; columns that are not ours are left alone. */
export function columnsOf(
  headers: readonly string[],
): { ok: true; columns: Columns } | { ok: false; missing: ImportColumn[] } {
  const plain = headers.map(plainWord)
  const columns: Columns = {}
  for (const column of IMPORT_COLUMNS) {
    const place = plain.findIndex((header) => HEADERS[column].includes(header))
    if (place >= 0) columns[column] = place
  }
  const missing = NEEDED.filter((column) => columns[column] === undefined)
  return missing.length > 0 ? { ok: false, missing } : { ok: true, columns }
}

/**
 * The text of a file as spreadsheets write it: UTF-8 with or without a mark at the start, UTF-16 with one, else
 * Windows-1252, in which no sequence of bytes is wrong.
 */
export function textOfTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What separates the columns: the sign that occurs most often in the headers. */
export function separatorOf(text: string): ';' | ',' | '\t' {
  const headers = text.trimStart().split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string) => headers.split(sign).length
  const [first = ';'] = ([';', ',', '\t'] as const).toSorted((a, b) => count(b) - count(a))
  return first
}

export type RowProblem =
  | 'given-name-missing'
  | 'family-name-missing'
  | 'name-too-long'
  | 'email-missing'
  | 'email-invalid'
  | 'organisation-unknown'
  | 'organisation-ambiguous'
  | 'organisation-missing'
  | 'audience-unknown'
  | 'role-unknown'
  | 'role-not-by-table'
  | 'roles-only-by-admin'

export type ImportedPerson = {
  givenName: string
  familyName: string
  email: string
  organisationId: string | null
  audience: Audience
  roles: { role: Role; organisationId: string | null }[]
}

export type ReadRow = { ok: true; person: ImportedPerson } | { ok: false; problems: RowProblem[] }

type Surroundings = {
  organisations: readonly { id: string; name: string; ags: string | null }[]
  /** Roles beyond that of a participant are given by admins only. */
  mayAssignRoles: boolean
}

/** Reads one row. Whoever serves an organisation is a participant of courses, unless the row names other roles. */
export function readRow(cells: readonly string[], columns: Columns, around: Surroundings): ReadRow {
  const cell = (column: ImportColumn) => cells[columns[column] ?? -1]?.replace(/[\s\0]+/g, ' ').trim() ?? ''
  const problems: RowProblem[] = []
  const [givenName, familyName, email] = [cell('givenName'), cell('familyName'), normalEmail(cell('email'))]
  if (!givenName) problems.push('given-name-missing')
  if (!familyName) problems.push('family-name-missing')
  if (Math.max(givenName.length, familyName.length) > NAME_LENGTH) problems.push('name-too-long')
  if (!email) problems.push('email-missing')
  else if (!isEmail(email)) problems.push('email-invalid')

  const organisation = organisationOf(cell('organisation'), around.organisations, problems)
  const audience = audienceOf(cell('audience'))
  if (!audience) problems.push('audience-unknown')
  const roles = rolesOf(cell('roles'), organisation, around.mayAssignRoles, problems)
  if (problems.length > 0 || !audience) return { ok: false, problems: [...new Set(problems)] }
  return { ok: true, person: { givenName, familyName, email, organisationId: organisation, audience, roles } }
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success
}

/** By name or by municipality key; an empty cell means none. */
function organisationOf(
  text: string,
  organisations: Surroundings['organisations'],
  problems: RowProblem[],
): string | null {
  if (!text) return null
  const wanted = text.toLocaleLowerCase('de')
  const found = organisations.filter(
    ({ name, ags }) => ags === text || name.toLocaleLowerCase('de') === wanted,
  )
  if (found.length === 0) problems.push('organisation-unknown')
  if (found.length > 1) problems.push('organisation-ambiguous')
  return found[0]?.id ?? null
}

const AUDIENCE_WORDS: Record<Audience, string[]> = {
  it: ['it', 'itfachkraft', 'itfachkraefte', 'fachkraft', 'itspecialist'],
  user: ['user', 'nutzer', 'nutzerin', 'nutzende', 'anwender', 'anwenderin', 'verwaltung'],
  leadership: ['leadership', 'leitung', 'fuehrung', 'fuehrungskraft', 'buergermeister', 'buergermeisterin'],
}

/** An empty cell means a user: that gives nobody a place among the specialists who are counted. */
function audienceOf(text: string): Audience | undefined {
  if (!text) return 'user'
  return AUDIENCES.find((audience) => AUDIENCE_WORDS[audience].includes(plainWord(text)))
}

const ROLE_WORDS: Record<Role, string[]> = {
  participant: ['teilnehmer', 'teilnehmerin', 'teilnehmend', 'teilnehmende', 'teilnahme'],
  trainer: ['trainerin', 'dozent', 'dozentin'],
  trainingOfficer: ['fortbildungsbeauftragte', 'fortbildungsbeauftragter', 'fortbildung'],
  coordinator: ['koordination', 'koordinator', 'koordinatorin'],
  committee: ['lenkungsausschuss', 'ausschuss'],
  dataProtection: ['datenschutz', 'datenschutzbeauftragte', 'datenschutzbeauftragter'],
  informationSecurity: ['informationssicherheit', 'isb'],
  staffCouncil: ['personalrat'],
  consultant: ['beratung', 'berater', 'beraterin'],
  admin: ['administration', 'administrator', 'administratorin'],
}

function roleCalled(word: string): Role | undefined {
  return ROLES.find((each) => each.toLowerCase() === word || ROLE_WORDS[each].includes(word))
}

function rolesOf(
  text: string,
  organisationId: string | null,
  mayAssign: boolean,
  problems: RowProblem[],
): ImportedPerson['roles'] {
  const words = text.split(/[,;|]/).map(plainWord).filter(Boolean)
  if (words.length === 0) return organisationId ? [{ role: 'participant', organisationId: null }] : []
  // "Trainerin, Dozentin" is one role in two words.
  const named = new Set(words.map((word) => roleCalled(word)))
  return [...named].flatMap((role) => {
    if (!role) problems.push('role-unknown')
    else if (role === 'consultant') problems.push('role-not-by-table')
    else if (role !== 'participant' && !mayAssign) problems.push('roles-only-by-admin')
    else if (role === 'trainingOfficer' && !organisationId) problems.push('organisation-missing')
    else return [{ role, organisationId: role === 'trainingOfficer' ? organisationId : null }]
    return []
  })
}

/** Lower case, umlauts written out, letters only: how people vary a word does not matter. */
function plainWord(text: string): string {
  return text
    .toLocaleLowerCase('de')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z]/g, '')
}
