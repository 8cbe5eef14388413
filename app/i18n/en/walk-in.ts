import type { walkIn as deWalkIn } from '#app/i18n/de/walk-in.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const walkIn: typeof deWalkIn = {
  refusal: {
    'already-on-list': 'This person is on the list already.',
    'is-trainer': 'Whoever leads the workshop does not take part in it.',
    'no-organisation':
      'At present this person belongs to no municipality or authority. Please add them without account; the coordination does the rest.',
    'approval-open':
      'An approval is still awaited for this person. Please add them without account; the coordination does the rest.',
    'approval-missing':
      'The municipality or office of this person approves participation and has not approved this one. If the attendance shall count all the same, please confirm it.',
    'already-settled': 'This is done already.',
    'email-taken':
      'There is an account with this e-mail address already. Please look for the person and choose them.',
    'has-account':
      'This person has an account and needs no second one. Please choose them under “Accounts that may fit”.',
    'page-outdated': 'This page was out of date. Now it is not: please try again.',
  },
  title: 'Somebody has come without enrolling',
  lead: 'Whoever is in the room is added, even if all places are taken. The person gets an e-mail; nobody is enrolled unseen.',
  known: 'With an account',
  search: 'Name or municipality',
  find: 'Search',
  found: (count) =>
    count === 0
      ? 'Nobody found. Please add the person without account.'
      : count === 1
        ? 'One person found.'
        : `${number(count)} people found.`,
  more: (limit) => `The first ${number(limit)} are shown. Please type more of the name.`,
  admit: 'Add',
  admitOf: (name) => `Add ${name}`,
  unknown: 'Without account',
  name: 'Name',
  email: 'E-mail address',
  emailHint: 'With it the coordination can invite the person.',
  organisation: 'Municipality or authority',
  add: 'Add without account',
  done: 'Added and recorded as present.',
  noted: 'Noted: an approval is missing.',
  notedText:
    'The municipality or office of this person approves participation and has not approved this one. The person is in the list as a guest; the coordination decides whether it counts.',
  office: {
    title: 'Came without enrolling',
    lead: 'These people were there but are enrolled nowhere. Say who they are; then their attendance counts and they get an e-mail.',
    none: 'At present there is nobody to settle.',
    todo: (count) =>
      count === 1
        ? 'Somebody came without enrolling and is not settled yet'
        : `${number(count)} people came without enrolling and are not settled yet`,
    settle: 'Settle',
    who: 'Who is this?',
    isThis: (name) => `This is ${name}`,
    unapproved: 'without approval of the municipality',
    unapprovedBecause: (organisation) =>
      `“${organisation}” approves participation and has not approved this one. Please talk to the municipality or office before the attendance counts. The log of the enrolment will say that the approval was missing.`,
    isThisAnyway: (name) => `Record without approval: this is ${name}`,
    inviteAnyway: 'Make an account, invite and record without approval',
    suggestions: 'Accounts that may fit',
    noSuggestion: 'No account fits this name. Search differently or invite the person.',
    invite: 'Invite anew',
    inviteText: 'An account is made, an invitation sent, and the attendance recorded.',
    givenName: 'Given name',
    familyName: 'Family name',
    inviteButton: 'Make an account and invite',
    leave: 'Leave as a guest',
    leaveText: 'The person stays by name in the list of that day and counts in no enrolment.',
    done: {
      already: 'This has already been settled.',
      settled: 'Settled. The person gets an e-mail.',
      invited: 'Invited. The attendance is recorded.',
      left: 'The person stays in the list as a guest.',
    },
  },
}
