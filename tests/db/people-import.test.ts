import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { textOfTable } from '#app/domain/people-import.ts'
import { checkImport, runImport, type Import } from '#db/people-import.ts'
import { getPerson, getSignIn } from '#db/people.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, NOW } from '#tests/factories.ts'

const HEADERS = 'Vorname;Nachname;E-Mail;Organisation;Aufgabe;Rollen'

const table = (...rows: string[]): Import => ({
  text: [HEADERS, ...rows].join('\n'),
  mayAssignRoles: true,
  invite: true,
})

const anEmail = () => `x${randomUUID().slice(0, 8)}@lernkreis.example`

async function personOf(email: string) {
  const known = await getSignIn(db, email)
  return known && getPerson(db, known.personId)
}

const everything = async () => ({
  people: await db.selectFrom('person').selectAll().orderBy('id').execute(),
  memberships: await db.selectFrom('membership').selectAll().orderBy('id').execute(),
  roles: await db.selectFrom('roleAssignment').selectAll().orderBy('id').execute(),
  mails: await db.selectFrom('outbox').selectAll().orderBy('id').execute(),
})

test('a table brings people in, with what they serve, their roles and one invitation each', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const town = await anOrganisation()
  const [ada, grace] = [anEmail(), anEmail()]
  const given = table(
    `Ada;Lovelace;${ada.toUpperCase()};${town.name};IT-Fachkraft;`,
    `Grace;Hopper;${grace};${town.ags};Nutzerin;Teilnehmerin, Fortbildungsbeauftragte`,
  )

  expect(await runImport(db, admin.id, given, NOW)).toMatchObject({ ok: true })

  expect(await personOf(ada)).toMatchObject({
    givenName: 'Ada',
    memberships: [{ organisationId: town.id, audience: 'it' }],
    roles: [{ role: 'participant', organisationId: null, assignedBy: admin.id }],
  })
  const graceNow = await personOf(grace)
  expect(graceNow).toMatchObject({ memberships: [{ audience: 'user' }] })
  expect(graceNow?.roles.map(({ role, organisationId }) => [role, organisationId]).sort()).toEqual([
    ['participant', null],
    ['trainingOfficer', town.id],
  ])
  const mails = await db.selectFrom('outbox').select('kind').where('address', 'in', [ada, grace]).execute()
  expect(mails).toEqual([{ kind: 'invitation' }, { kind: 'invitation' }])
})

test('the dry run says the same as the run, and changes nothing', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const town = await anOrganisation()
  const known = await aPerson({ organisationId: town.id })
  const [ada] = [anEmail()]
  const given = table(
    `Ada;Lovelace;${ada};${town.name};it;`,
    `Ada;Lovelace;${ada};${town.name};it;Trainerin`,
    `${known.givenName};${known.familyName};${known.email};${town.name};it;`,
  )
  const before = await everything()

  const check = await checkImport(db, given, NOW)
  expect(await everything()).toEqual(before)

  const run = await runImport(db, admin.id, given, NOW)
  expect(check).toMatchObject({ ok: true, faulty: 0 })
  expect(run.ok && run.lines).toEqual(check.ok && check.lines)
  expect(run.ok && run.lines.map((line) => 'outcome' in line && line.outcome)).toEqual([
    'new',
    'extended',
    'unchanged',
  ])
})

test('the same table a second time changes nothing', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const town = await anOrganisation()
  const given = table(`Ada;Lovelace;${anEmail()};${town.name};it;Trainerin`, `Eva;Zuse;${anEmail()};;;`)

  await runImport(db, admin.id, given, NOW)
  const before = await everything()
  const again = await runImport(db, admin.id, given, NOW)

  expect(again.ok && again.lines.map((line) => 'outcome' in line && line.outcome)).toEqual([
    'unchanged',
    'unchanged',
  ])
  expect(await everything()).toEqual(before)
})

test('one faulty line keeps everybody out, and each line says what is wrong with it', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const locked = await aPerson({ disabledAt: NOW })
  const good = anEmail()
  const given = table(
    `Ada;Lovelace;${good};;;`,
    `;Hopper;no-address;Nirgendwo;Zauberer;König`,
    '',
    `Eva;Zuse;${locked.email};;;`,
    `Ida;Noddack;${good};;;`,
    `Rosa;Rat;${anEmail()};;;Beratung`,
  )
  const before = await everything()

  const check = await checkImport(db, given, NOW)
  expect(
    check.ok && check.lines.map((line) => ('problems' in line ? [line.line, line.problems] : line.line)),
  ).toEqual([
    2,
    [3, ['given-name-missing', 'email-invalid', 'organisation-unknown', 'audience-unknown', 'role-unknown']],
    [5, ['person-disabled']],
    [6, ['name-differs']],
    [7, ['role-not-by-table']],
  ])
  expect(await runImport(db, admin.id, given, NOW)).toEqual({ ok: false, refusal: 'faulty-lines' })
  expect(await everything()).toEqual(before)
})

test('roles with an office come in by an admin only', async () => {
  const row = `Ada;Lovelace;${anEmail()};;;Koordination`

  const check = await checkImport(db, { ...table(row), mayAssignRoles: false }, NOW)

  expect(check).toMatchObject({ faulty: 1, lines: [{ problems: ['roles-only-by-admin'] }] })
})

test('people may come without an invitation', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const ada = anEmail()

  await runImport(db, admin.id, { ...table(`Ada;Lovelace;${ada};;;`), invite: false }, NOW)

  expect(await personOf(ada)).toBeDefined()
  expect(await db.selectFrom('outbox').select('id').where('address', '=', ada).execute()).toEqual([])
})

test.each([
  ['nothing at all', '', 'empty'],
  ['headers only', HEADERS, 'empty'],
  ['columns of something else', 'Name;Betrag\nAda;3', 'columns-missing'],
  ['an open quotation mark', `${HEADERS}\n"Ada;Lovelace;a@lernkreis.example`, 'unreadable'],
  ['too many rows', `${HEADERS}\n${'Ada;Lovelace;a@lernkreis.example;;;\n'.repeat(2_001)}`, 'too-many-rows'],
])('a file with %s is refused as a whole', async (_, text, refusal) => {
  const check = await checkImport(db, { text, mayAssignRoles: true, invite: false }, NOW)
  expect(check).toMatchObject({ ok: false, refusal })
})

test('a table of two thousand people comes in whole', { timeout: 240_000 }, async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const town = await anOrganisation()
  const rows = Array.from(
    { length: 2_000 },
    (_, place) => `Ada;Muster${place};many${place}@lernkreis.example;${town.name};it;`,
  )

  const run = await runImport(db, admin.id, { ...table(...rows), invite: true }, NOW)

  expect(run.ok && run.lines).toHaveLength(2_000)
})

test('umlauts arrive from every spreadsheet', async () => {
  const text = `${HEADERS}\nJörg;Müßig;joerg@lernkreis.example;;;`
  const windows = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  const utf8 = new TextEncoder().encode(text)

  expect(textOfTable(utf8)).toBe(text)
  expect(textOfTable(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toBe(text)
  expect(textOfTable(windows)).toBe(text)
  expect(textOfTable(Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]))).toBe(text)
})
