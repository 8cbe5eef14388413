import type { profile as deProfile } from '#app/i18n/de/profile.ts'

export const profile: typeof deProfile = {
  title: 'My data',
  lead: 'What we know about your account, and what you can change yourself.',
  saved: 'Saved.',
  passwordSaved: 'Your new password is in force. You are signed out on all other devices.',
  facts: 'My account',
  emailHint: 'The coordinators enter another address for you.',
  edit: 'Name and language',
  memberships: 'I belong to',
  noMemberships: 'To no organisation.',
  roles: 'My roles',
  noRoles: 'No role.',
  asWhat: (organisation, what) => `${organisation}, ${what}`,
  password: 'Password',
  setPassword: 'Set a password',
  changePassword: 'Change the password',
  noPassword: 'You have no password yet and sign in with a link by e-mail.',
  currentPassword: 'Present password',
  tooMany: 'These were very many attempts. You can go on in a quarter of an hour.',
  devices: 'Sign out everywhere',
  devicesText:
    'Have you lost a device, or forgotten to sign out on a computer of somebody else? Then end all sessions here, this one too.',
  signOutEverywhere: 'Sign out on all devices',
  privacy: 'What else is stored, for how long and who sees it, is explained under',
}
