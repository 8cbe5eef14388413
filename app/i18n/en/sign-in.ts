import type { signIn as deSignIn } from '#app/i18n/de/sign-in.ts'

const passwordProblem = {
  'password-too-short': 'Please take at least 12 characters. A short sentence is easy to remember.',
  'password-too-long': 'Please take at most 200 characters.',
  'password-too-common':
    'This password would be guessed quickly. Take four words that have nothing to do with each other.',
  'password-differs': 'The two entries differ. Please type the new password twice in the same way.',
  'password-wrong': 'This is not your present password. Please try again.',
}

const newPassword = {
  label: 'New password',
  again: 'Repeat the new password',
  hint: 'At least 12 characters, a whole sentence if you like. Special characters are not needed.',
}

const roleGives = {
  participant: 'find courses and dates, and enrol',
  trainer: 'plan your own workshops, record attendance, write to the group',
  trainingOfficer: 'keep places for your colleagues',
  coordinator: 'prepare courses, dates, evaluations and reports',
  committee: 'read indicators and reports, resolve targets, release results',
  dataProtection: 'see who has changed what',
  informationSecurity: 'see the state of security',
  staffCouncil: 'read the results of evaluations and reports, release results',
  consultant: 'read indicators and reports for an agreed time',
  admin: 'manage access, organisations and settings',
}

export const signIn: typeof deSignIn = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  passwordHint: 'Stays empty when you have a link sent to you.',
  signIn: 'Sign in',
  sendLink: 'Send me a link by e-mail',
  wrong: 'E-mail address and password do not match. Try again, or have a link sent to you by e-mail.',
  tooMany:
    'These were very many attempts. You can go on in a quarter of an hour. A link by e-mail lets you in right now.',
  tooManyLinks: 'Very many requests came from here. Please try again in an hour.',
  linkSent: 'Please look into your mailbox',
  linkSentText:
    'If there is access for this address, the link is on its way. It is valid for a quarter of an hour. If nothing arrives, please check the spelling and the spam folder.',
  passwordChanged: 'Your new password is in force. You can sign in with it.',
  signedOutEverywhere: 'You are signed out on all devices.',
  signedOut: 'You are signed out.',
  forgotten: 'Forgotten your password?',
  noAccess: 'No access yet?',
  requestAccess: 'Request access',
  samples: 'Sample accounts',
  samplesText:
    'This is a sample district. A click fills in the e-mail address; the common password stands where Lernkreis was started.',

  link: {
    title: 'Sign in without a password',
    lead: (name) => `Good day ${name}, one click signs you in.`,
    confirm: 'Sign in now',
    gone: 'This link is no longer valid',
    goneText:
      'It has been used, has run out, or was replaced by a newer one. You get a fresh one in a minute.',
    again: 'Request a new link',
  },

  forgottenPage: {
    title: 'New password',
    lead: 'Enter your e-mail address. You get a link with which you choose a new password.',
    confirm: 'Send the link',
    sentText:
      'If there is access for this address, the link is on its way. It is valid for an hour. If nothing arrives, please check the spelling and the spam folder.',
    back: 'Back to sign-in',
  },

  reset: {
    title: 'Choose a new password',
    lead: (email) => `For the access of ${email}. Afterwards you sign in anew on all devices.`,
    confirm: 'Save password and sign in',
  },

  invitation: {
    title: (name) => `Welcome, ${name}`,
    lead: 'You are invited to take part in the courses and workshops of the IT competence centre.',
    gives: 'What you can do with your access',
    everybody: 'answer evaluations if you like; nobody sees your answers one by one',
    yourEmail: 'You sign in with',
    serves: 'You belong to',
    passwordTitle: 'With a password',
    confirm: 'Save password and sign in',
    withoutTitle: 'Without a password',
    withoutText:
      'You rarely drop in? Then have a link sent to you by e-mail each time. You can still choose a password later.',
    without: 'Sign in without a password',
    privacy: 'What is stored and who sees it is explained under',
  },

  setup: {
    title: 'Set up Lernkreis',
    lead: 'Two facts about the district, four about you: then you manage Lernkreis.',
    district: 'Your district',
    districtName: 'Name of the district',
    districtNameHint: 'It stands on every page like this, for example: Landkreis Meißen.',
    districtKey: 'District key',
    districtKeyHint:
      'The first five digits of the municipality keys. For the district of Meißen (14627) the 28 municipalities are added at once; others you add afterwards under “Organisations”.',
    districtKeyWrong: 'A district key has five digits.',
    you: 'Your access',
    confirm: 'Set up and sign in',
  },

  access: {
    title: 'Request access',
    lead: 'For the staff of the municipalities in the district. The coordinators answer you by e-mail.',
    givenName: 'Given name',
    familyName: 'Family name',
    emailHint: 'Preferably your address at work.',
    organisation: 'Where do you work?',
    organisationBlank: 'Not in the list',
    note: 'Would you like to add something?',
    confirm: 'Request access',
    sent: 'Thank you, your request has arrived',
    sentText: 'You will get an e-mail soon. Until then have a look at the catalogue; it needs no access.',
  },
  passwordProblem,
  newPassword,
  roleGives,
}
