import type { administration as deAdministration } from '#app/i18n/de/administration.ts'

const count = (n: number, one: string, many: string) => (n === 1 ? one : `${n} ${many}`)

export const administration: typeof deAdministration = {
  title: 'Administration',
  lead: 'Who takes part, who does what, and what needs your attention right now.',
  attention: 'Waiting for you',
  allDone: 'There is nothing to do at the moment.',
  areas: 'Areas',

  todo: {
    requests: (n) => (n === 1 ? 'One person asks for access.' : `${n} people ask for access.`),
    failedMails: (n) =>
      n === 1 ? 'One e-mail could not be delivered.' : `${n} e-mails could not be delivered.`,
    noMailServer: 'No mail server is set up: e-mails are not sent and can be read in the outbox.',
    noContact: 'There is no address yet to which people can turn with questions.',
    noName: 'The district has no name yet.',
    noCoordinator: 'Nobody coordinates yet. Give somebody the role “Coordination”.',
    noOrganisations: 'No organisation has been added yet.',
    specialistsMissing: (n) =>
      n === 1
        ? 'One municipality has declared its participation, but no IT specialist serves it yet.'
        : `${n} municipalities have declared their participation, but no IT specialist serves them yet.`,
  },

  area: {
    people: 'People',
    peopleText: (active, invited, disabled) => {
      const all = active + invited + disabled
      const open = invited === 0 ? '' : `, ${invited} still without a password`
      const locked = disabled === 0 ? '' : `, ${disabled} locked`
      return `${count(all, 'One person', 'people')}${open}${locked}`
    },
    organisations: 'Organisations',
    organisationsText: (municipalities, taking) =>
      `${count(municipalities, 'one municipality', 'municipalities')}, ${taking === 0 ? 'none takes part yet' : `participation declared: ${taking}`}`,
    requests: 'Requests for access',
    requestsText: (n) => (n === 0 ? 'No request is waiting.' : count(n, 'one is waiting', 'are waiting')),
    settings: 'Settings',
    settingsText: 'Name, contact, languages',
    outbox: 'Outbox',
    outboxText: (waiting, failed) =>
      [
        waiting === 0 ? 'Nothing is waiting' : count(waiting, 'one e-mail is waiting', 'e-mails are waiting'),
        failed > 0 ? count(failed, 'one not deliverable', 'not deliverable') : '',
      ]
        .filter(Boolean)
        .join(', '),
    audit: 'Record',
    auditText: 'Who has changed what, and when',
  },

  settings: {
    title: 'Settings',
    saved: 'Saved.',
    districtName: 'Name of the district',
    districtNameHint: 'It stands on every page like this, for example: Landkreis Meißen.',
    districtKey: 'District key',
    districtKeyHint: 'The first five digits of the municipality keys.',
    districtKeyWrong: 'A district key has five digits.',
    contactEmail: 'Contact',
    contactEmailHint: 'People turn to this address with questions; it stands in every e-mail, too.',
    remindThreeDaysBefore: 'Remind three days before a workshop',
    remindDayBefore: 'Remind on the day before a workshop',
    remindHint: 'Everybody with a place gets an e-mail at 7 in the morning, which also says how to withdraw.',
    reportMonths: 'Report to the steering committee',
    reportMonthsHint:
      'When a period is over, the coordination gets an e-mail, and another one two weeks later. A report can be prepared at any time.',
    reportRhythm: {
      0: 'on demand only',
      1: 'every month',
      3: 'every quarter',
      6: 'every half year',
      12: 'every year',
    },
    secondLanguage: 'Describe courses in English, too',
    secondLanguageHint: 'When a course is edited, there are fields for the second language.',
    certificateOverPercent: 'Certificate from more than',
    certificateOverPercentHint:
      'Somebody must attend more than so many per cent of the teaching units. Usual is 50: more than half. As much counts as attended where a course is a prerequisite or part of a learning path.',
    percent: '%',
    nothingChanged: 'There was nothing to change.',
    facts: 'This installation',
    factsLead: 'Whoever operates the server sets this; the file .env.example explains every entry.',
    sender: 'Sender of e-mails',
    version: 'Version',
    database: 'Database',
    embedded: 'embedded (for trying out)',
    postgres: 'PostgreSQL',
    address: 'Address',
    anyLoopback: 'on this computer only',
    mailServer: 'Mail server',
    mailServerSet: 'set up',
    mailServerDemo: 'nothing is sent in the sample district',
    mailServerNone: 'none, e-mails can be read in the outbox',
    data: 'Data',
    demo: 'sample data',
    demoUnfinished: 'whether the sample data is still being added',
    real: 'real data',
  },
}
