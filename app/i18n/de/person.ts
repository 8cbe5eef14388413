import type { Audience } from '#app/domain/course.ts'
import type { Role } from '#app/domain/policy.ts'
import type { RoleRefusal } from '#app/domain/role.ts'
import { formatDay } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')

const role = {
  participant: 'Teilnahme',
  trainer: 'Trainerin oder Trainer',
  trainingOfficer: 'Fortbildungsbeauftragte oder -beauftragter',
  coordinator: 'Koordination',
  committee: 'Lenkungsausschuss',
  dataProtection: 'Datenschutz',
  informationSecurity: 'Informationssicherheit',
  staffCouncil: 'Personalrat',
  consultant: 'Beratung (befristet)',
  admin: 'Administration',
} satisfies Record<Role, string>

/** As what one person serves an organisation. */
const audience = {
  it: 'IT-Fachkraft',
  user: 'Nutzerin oder Nutzer',
  leadership: 'Leitung',
} satisfies Record<Audience, string>

const state = {
  active: 'aktiv',
  invited: 'eingeladen',
  disabled: 'gesperrt',
}

const refusal = {
  'email-taken': 'Diese Adresse gehört schon zu einem Zugang. Suchen Sie die Person bitte in der Liste.',
  'changed-meanwhile':
    'Jemand hat diese Daten geändert, während Sie daran gearbeitet haben. Unten stehen Ihre Eingaben. Speichern Sie noch einmal, gilt Ihre Fassung.',
  'last-admin':
    'Das wäre die letzte dauerhafte Administration; danach käme niemand mehr hinein. Geben Sie die Aufgabe bitte zuerst einer weiteren Person.',
  yourself: 'Den eigenen Zugang kann niemand sperren. Bitten Sie eine andere Person aus der Administration.',
}

const roleRefusal = {
  'needs-organisation': 'Bitte wählen Sie, für welche Organisation.',
  'needs-no-organisation':
    'Diese Aufgabe gilt für den ganzen Landkreis. Bitte wählen Sie keine Organisation.',
  'needs-end': 'Diese Aufgabe ist immer befristet. Bitte geben Sie den letzten Tag an.',
  'ends-before-start': 'Der letzte Tag liegt vor dem ersten.',
  'already-assigned': 'Diese Aufgabe hat die Person in dieser Zeit schon.',
} satisfies Record<RoleRefusal | 'already-assigned', string>

const membershipRefusal = {
  'ends-before-start': 'Der letzte Tag liegt vor dem ersten.',
  'already-member': 'Zu dieser Organisation gehört die Person in dieser Zeit schon.',
}

export const person = {
  role,
  audience,
  state,
  refusal,
  roleRefusal,
  membershipRefusal,
  givenName: 'Vorname',
  familyName: 'Nachname',
  name: 'Name',
  email: 'E-Mail-Adresse',
  locale: 'Sprache',
  locales: { de: 'Deutsch', en: 'Englisch' },

  list: {
    title: 'Personen',
    lead: (total: number) =>
      total === 0 ? 'Niemand passt zu dieser Auswahl.' : total === 1 ? 'Eine Person' : `${total} Personen`,
    search: 'Name oder E-Mail-Adresse',
    organisation: 'Organisation',
    allOrganisations: 'Alle Organisationen',
    role: 'Aufgabe',
    allRoles: 'Alle Aufgaben',
    state: 'Zugang',
    allStates: 'Alle Zugänge',
    add: 'Person hinzufügen',
    import: 'Aus einer Tabelle',
    empty: 'Zu dieser Auswahl gibt es niemanden.',
    nothingYet: 'Noch ist niemand eingetragen.',
  },

  add: {
    title: 'Person hinzufügen',
    lead: 'Wer hinzukommt, kann sich gleich zu Kursen anmelden.',
    organisation: 'Wohin gehört die Person?',
    noOrganisation: 'Zu keiner Organisation',
    audience: 'Zielgruppe',
    audienceHint: 'IT-Fachkräfte zählen bei der Frage, welche Kommunen teilnehmen.',
    roles: 'Weitere Aufgaben',
    rolesHint:
      'Ab heute, bis Sie sie beenden. Befristete Aufgaben vergeben Sie danach auf der Seite der Person.',
    invite: 'Einladung per E-Mail schicken',
    inviteHint: 'Mit einem Link, der zwei Wochen gilt. Sie können sie auch später schicken.',
    confirm: 'Hinzufügen',
    needsOrganisation: 'Fortbildungsbeauftragte gehören zu einer Organisation. Bitte wählen Sie eine.',
  },

  show: {
    added: 'Die Person ist eingetragen.',
    saved: 'Gespeichert.',
    invited: 'Die Einladung ist unterwegs. Frühere Links gelten nicht mehr.',
    disabled: 'Der Zugang ist gesperrt. Die Person ist überall ausgeloggt.',
    enabled: 'Der Zugang ist wieder offen.',
    facts: 'Zugang',
    since: 'Eingetragen am',
    password: 'Passwort',
    hasPassword: 'gesetzt',
    noPassword: 'noch keines',
    lockedOn: 'Gesperrt am',
    edit: 'Daten ändern',
    emailHint: 'Eine neue Adresse beendet alle Sitzungen und Links dieser Person.',
    invite: 'Einladung schicken',
    disable: 'Zugang sperren',
    disableConsequence: (name: string) =>
      `${name} wird sofort überall ausgeloggt und erhält keine E-Mails mehr. Was bisher geschah, bleibt erhalten. Sie können die Sperre jederzeit aufheben.`,
    enable: 'Sperre aufheben',
    onlyAdmin: 'Diese Person hat eine besondere Aufgabe. Ihre Daten ändert nur die Administration.',
  },

  memberships: {
    title: 'Zugehörigkeit',
    empty: 'Gehört zu keiner Organisation.',
    organisation: 'Organisation',
    audience: 'Als',
    from: 'Ab',
    until: 'Letzter Tag',
    untilHint: 'Leer lassen, wenn das Ende offen ist.',
    period: (from: string, until: string | null) =>
      until === null ? `seit ${day(from)}` : `${day(from)} bis ${day(until)}`,
    coming: (from: string, until: string | null) =>
      until === null ? `ab ${day(from)}` : `${day(from)} bis ${day(until)}`,
    add: 'Zugehörigkeit hinzufügen',
    end: 'Beenden',
    endLabel: (what: string) => `${what} beenden`,
    endOn: 'Zu diesem Tag beenden',
    over: 'beendet',
  },

  roles: {
    title: 'Aufgaben',
    empty: 'Keine Aufgabe. So kann sich die Person zu keinem Kurs anmelden.',
    role: 'Aufgabe',
    organisation: 'Für welche Organisation?',
    organisationHint: 'Nur bei Fortbildungsbeauftragten.',
    noOrganisation: 'Für den ganzen Landkreis',
    of: (name: string, organisation: string) => `${name}, ${organisation}`,
    add: 'Aufgabe geben',
    endNow: 'Sofort entziehen',
    endHint: 'Am letzten Tag gilt die Aufgabe noch.',
  },
}
