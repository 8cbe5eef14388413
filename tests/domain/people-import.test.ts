import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, readRow, separatorOf, textOfTable, type Columns } from '#app/domain/people-import.ts'

const columns: Columns = { givenName: 0, familyName: 1, email: 2, organisation: 3, audience: 4, roles: 5 }
const organisations = [
  { id: 'riesa', name: 'Riesa', ags: '14627230' },
  { id: 'one', name: 'Neustadt', ags: '14627001' },
  { id: 'two', name: 'Neustadt', ags: '14627002' },
]
const around = { organisations, mayAssignRoles: true }
const row = (...rest: string[]) =>
  readRow(['Ada', 'Lovelace', 'ada@lernkreis.example', ...rest], columns, around)

test.each([
  ['as we name them', ['Vorname', 'Nachname', 'E-Mail', 'Organisation', 'Aufgabe', 'Rollen']],
  ['shouted, in another order', ['ROLLEN', 'E-MAIL-ADRESSE', 'NACHNAME', 'VORNAME']],
  ['in English', ['First name', 'Last name', 'Email', 'Roles']],
  ['among others', ['Nr.', 'Vorname', 'Telefon', 'Nachname', 'Mail']],
])('headers are found %s', (_, headers) => {
  expect(columnsOf(headers)).toMatchObject({ ok: true })
})

test('what is missing among the headers is named', () => {
  expect(columnsOf(['Name', 'Ort'])).toEqual({ ok: false, missing: ['givenName', 'email'] })
})

test.each([
  ['Vorname;Nachname;E-Mail', ';'],
  ['Vorname,Nachname,E-Mail', ','],
  ['Vorname\tNachname\tE-Mail', '\t'],
  ['Vorname', ';'],
  ['\n\nVorname,Nachname;E-Mail;Rollen', ';'],
])('the separator of %j is %j', (text, separator) => {
  expect(separatorOf(text)).toBe(separator)
})

test('an organisation is found by its name or its key, and a name that two have is no name', () => {
  expect(row('riesa')).toMatchObject({ person: { organisationId: 'riesa' } })
  expect(row('14627230')).toMatchObject({ person: { organisationId: 'riesa' } })
  expect(row('Neustadt')).toEqual({ ok: false, problems: ['organisation-ambiguous'] })
  expect(row('14627002')).toMatchObject({ person: { organisationId: 'two' } })
})

test.each([
  ['IT-Fachkraft', 'it'],
  ['it', 'it'],
  ['Nutzerin', 'user'],
  ['Bürgermeister', 'leadership'],
  ['', 'user'],
])('the task %j means %j', (word, audience) => {
  expect(row('', word)).toMatchObject({ person: { audience } })
})

test('whoever serves an organisation may enrol; other roles are named, in many spellings', () => {
  const rolesIn = (...cells: string[]) => {
    const read = row(...cells)
    return read.ok && read.person.roles.map(({ role }) => role)
  }

  expect(rolesIn('', '', '')).toEqual([])
  expect(rolesIn('Riesa', '', '')).toEqual(['participant'])
  expect(rolesIn('', '', 'Trainerin, Dozentin')).toEqual(['trainer'])
  expect(rolesIn('', '', 'Trainer/in, KOORDINATION | Lenkungs-Ausschuss')).toEqual([
    'trainer',
    'coordinator',
    'committee',
  ])
  expect(row('', '', 'Fortbildung')).toEqual({ ok: false, problems: ['organisation-missing'] })
})

test('a row from anywhere is either a person with a name and an address on one line, or a list of problems', () => {
  const cell = fc.oneof(
    fc.array(fc.nat(0xff)).map((codes) => String.fromCharCode(...codes)),
    fc.constantFrom('Riesa', 'IT', 'admin', 'a@b.example', ''),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
      const read = readRow(cells, columns, around)
      if (!read.ok) return read.problems.length > 0
      const { givenName, familyName, email } = read.person
      return [givenName, familyName, email].every((text) => text !== '' && !/[\r\n\0]/.test(text))
    }),
  )
})

test('no file is unreadable as text', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof textOfTable(bytes) === 'string'))
})
