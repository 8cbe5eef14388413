import type { person as dePerson } from '#app/i18n/de/person.ts'
import { formatDay } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'en')

export const person: typeof dePerson = {
  role: {
    participant: 'Participant',
    trainer: 'Trainer',
    trainingOfficer: 'Training officer',
    coordinator: 'Coordination',
    committee: 'Steering committee',
    dataProtection: 'Data protection',
    informationSecurity: 'Information security',
    staffCouncil: 'Staff council',
    consultant: 'Consultant (for a time)',
    admin: 'Administration',
  },
  audience: { it: 'IT specialist', user: 'User', leadership: 'Leadership' },
  state: { active: 'active', invited: 'invited', disabled: 'locked' },
  refusal: {
    'email-taken': 'This address belongs to an account already. Please look for the person in the list.',
    'changed-meanwhile':
      'Somebody has changed these data while you were working on them. Your entries stand below. Save once more, and your version is in force.',
    'last-admin':
      'This would be the last permanent admin; nobody could get in any more. Please give the role to one more person first.',
    yourself: 'Nobody can lock their own account. Please ask another admin.',
  },
  roleRefusal: {
    'needs-organisation': 'Please choose for which organisation.',
    'needs-no-organisation': 'This role is for the whole district. Please choose no organisation.',
    'needs-end': 'This role is always given for a time. Please enter the last day.',
    'ends-before-start': 'The last day is before the first.',
    'already-assigned': 'The person has this role at that time already.',
  },
  membershipRefusal: {
    'ends-before-start': 'The last day is before the first.',
    'already-member': 'The person belongs to this organisation at that time already.',
  },
  givenName: 'Given name',
  familyName: 'Family name',
  name: 'Name',
  email: 'E-mail address',
  locale: 'Language',
  locales: { de: 'German', en: 'English' },

  list: {
    title: 'People',
    lead: (total) =>
      total === 0 ? 'Nobody matches this selection.' : total === 1 ? 'One person' : `${total} people`,
    search: 'Name or e-mail address',
    organisation: 'Organisation',
    allOrganisations: 'All organisations',
    role: 'Role',
    allRoles: 'All roles',
    state: 'Account',
    allStates: 'All accounts',
    add: 'Add a person',
    import: 'From a table',
    empty: 'There is nobody in this selection.',
    nothingYet: 'Nobody has been added yet.',
  },

  add: {
    title: 'Add a person',
    lead: 'Whoever is added can enrol in courses at once.',
    organisation: 'Where does the person belong?',
    noOrganisation: 'To no organisation',
    audience: 'As what?',
    audienceHint: 'IT specialists count for the question which municipalities take part.',
    roles: 'Further roles',
    rolesHint:
      'From today until you end them. Roles for a time are given afterwards on the page of the person.',
    invite: 'Send an invitation by e-mail',
    inviteHint: 'With a link that is valid for two weeks. You can send it later, too.',
    confirm: 'Add',
    needsOrganisation: 'Training officers belong to an organisation. Please choose one.',
  },

  show: {
    added: 'The person has been added.',
    saved: 'Saved.',
    invited: 'The invitation is on its way. Earlier links are no longer valid.',
    disabled: 'The account is locked. The person is signed out everywhere.',
    enabled: 'The account is open again.',
    facts: 'Account',
    since: 'Added on',
    password: 'Password',
    hasPassword: 'set',
    noPassword: 'none yet',
    lockedOn: 'Locked on',
    edit: 'Change data',
    emailHint: 'A new address ends all sessions and links of this person.',
    invite: 'Send invitation',
    disable: 'Lock account',
    disableConsequence: (name) =>
      `${name} is signed out everywhere at once and gets no more e-mails. What happened so far is kept. You can open the account again at any time.`,
    enable: 'Open account again',
    onlyAdmin: 'This person holds an office. Only admins change these data.',
  },

  memberships: {
    title: 'Belongs to',
    empty: 'Belongs to no organisation.',
    organisation: 'Organisation',
    audience: 'As',
    from: 'From',
    until: 'Last day',
    untilHint: 'Leave it empty when the end is open.',
    period: (from, until) => (until === null ? `since ${day(from)}` : `${day(from)} to ${day(until)}`),
    coming: (from, until) => (until === null ? `from ${day(from)}` : `${day(from)} to ${day(until)}`),
    add: 'Add an organisation',
    end: 'End',
    endLabel: (what) => `End ${what}`,
    endOn: 'End on this day',
    over: 'ended',
  },

  roles: {
    title: 'Roles',
    empty: 'No role. The person cannot enrol in anything.',
    role: 'Role',
    organisation: 'For which organisation?',
    organisationHint: 'Only for training officers.',
    noOrganisation: 'For the whole district',
    of: (name, organisation) => `${name}, ${organisation}`,
    add: 'Give a role',
    endNow: 'Withdraw at once',
    endHint: 'On its last day the role still counts.',
  },
}
