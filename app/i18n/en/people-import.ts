import type { peopleImport as dePeopleImport } from '#app/i18n/de/people-import.ts'

export const peopleImport: typeof dePeopleImport = {
  problem: {
    'given-name-missing': 'The given name is missing.',
    'family-name-missing': 'The family name is missing.',
    'name-too-long': 'A name has at most 100 characters.',
    'email-missing': 'The e-mail address is missing.',
    'email-invalid': 'This is no valid e-mail address.',
    'organisation-unknown': 'There is no such organisation. Please spell it as under “Organisations”.',
    'organisation-ambiguous': 'Several organisations have this name. Please take the municipality key.',
    'organisation-missing': 'A training officer needs an organisation.',
    'audience-unknown': 'The task is IT, user or leadership.',
    'role-unknown': 'There is no such role.',
    'role-not-by-table': 'Consultants come for a time. Please give this role on the page of the person.',
    'roles-only-by-admin': 'Only admins give this role.',
    'name-differs': 'The same address stands further up with another name.',
    'person-disabled': 'This account is locked. Please open it first.',
  },
  column: {
    givenName: 'Given name',
    familyName: 'Family name',
    email: 'E-mail',
    organisation: 'Organisation',
    audience: 'Task',
    roles: 'Roles',
  },
  outcome: {
    new: 'is added',
    extended: 'is here already, gets something added',
    unchanged: 'is here already, nothing to do',
  },
  refusal: {
    unreadable:
      'This file cannot be read as a table. Please save it as CSV; a quotation mark in a field must be closed again.',
    empty:
      'There is nobody in this file yet. The first line names the columns, below it there is one line per person.',
    'too-many-rows': 'These are more than 2,000 lines. Please split the file.',
    'columns-missing': 'Columns are missing in the first line.',
    'faulty-lines': 'Meanwhile a line is no longer right. Nobody was added; please check the list.',
  },
  title: 'People from a table',
  lead: 'Check first, then add: before the last click nothing changes.',
  steps: ['Choose a file', 'Check', 'Done'],
  file: 'CSV file',
  fileHint: 'From any spreadsheet: “Save as”, file type CSV. At most 2,000 lines.',
  noFile: 'Please choose a file.',
  check: 'Check the file',
  template: 'Download an empty template',
  templateName: 'people.csv',
  howTitle: 'What the table looks like',
  how: [
    'The first line names the columns: given name, family name, e-mail, organisation, task, roles. Their order does not matter; given name, family name and e-mail must be there.',
    'Organisation: the name as under “Organisations”, or the municipality key. Task: IT, user or leadership; empty means user.',
    'Roles: if empty, the person can enrol in courses. Several are separated by commas, for example: participant, trainer.',
    'Whoever is here already is known by the address and only gets something added. The same file again changes nothing.',
  ],
  missing: (columns) => `Missing: ${columns}.`,
  good: (count) => (count === 1 ? 'One line is fine.' : `All ${count} lines are fine.`),
  faulty: (count, all) =>
    count === 1
      ? `Something is wrong in one of ${all} lines. Please correct the file and choose it again; until then nobody is added.`
      : `Something is wrong in ${count} of ${all} lines. Please correct the file and choose it again; until then nobody is added.`,
  counts: (added, extended, unchanged) => {
    const parts = [
      added === 0 ? '' : added === 1 ? 'one person is added' : `${added} people are added`,
      extended === 0 ? '' : extended === 1 ? 'one gets something added' : `${extended} get something added`,
      unchanged === 0 ? '' : unchanged === 1 ? 'one stays as it is' : `${unchanged} stay as they are`,
    ]
    const text = parts.filter(Boolean).join(', ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  },
  line: 'Line',
  what: 'What happens',
  wrong: 'What is wrong',
  inFile: 'In the file',
  invite: 'Send an invitation by e-mail to all new people at once',
  confirm: 'Add now',
  again: 'Choose another file',
  done: 'The people have been added',
  toPeople: 'To the list of people',
}
