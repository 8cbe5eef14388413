import type { TapOutcome } from '#app/domain/roll-call.ts'
import { attendance } from '#app/i18n/de/attendance.ts'

/** What the list says on the phone. It goes there as data: sentences with gaps, no functions. */
export const rollCall = {
  status: attendance.status,
  allPresent: 'Alle anwesend',
  restPresent: {
    none: 'Alle anwesend',
    one: 'Die noch offene Person anwesend',
    many: 'Alle {count} noch offenen anwesend',
  },
  save: 'Speichern',
  open: {
    none: 'Alle sind erfasst.',
    one: 'Eine Person ist noch offen.',
    many: '{count} Personen sind noch offen.',
  },
  units: 'Wie viele Einheiten war {name} da?',
  unitsOf: '{count} von {all} Einheiten',
  loading: 'Die Liste wird geöffnet …',
  synced: 'Alles gespeichert.',
  sending: 'Wird gespeichert …',
  waiting: {
    none: 'Alles gespeichert.',
    one: 'Ein Eintrag wartet auf Netz.',
    many: '{count} Einträge warten auf Netz.',
  },
  toDecide: {
    none: '',
    one: 'Bei einer Person müssen Sie entscheiden.',
    many: 'Bei {count} Personen müssen Sie entscheiden.',
  },
  signedOut: 'Bitte neu anmelden. Ihre Einträge bleiben auf diesem Gerät und werden danach gespeichert.',
  signIn: 'Neu anmelden',
  refused: 'Die Liste nimmt zurzeit nichts an. Ihre Einträge bleiben auf diesem Gerät.',
  offlineReady: 'Diese Liste geht auch ohne Netz. Sie bleibt höchstens 24 Stunden auf diesem Gerät.',
  cannotKeep:
    'Dieser Browser kann die Liste nicht ohne Netz öffnen. Solange sie offen ist, geht nichts verloren.',
  elsewhere: 'Auf diesem Gerät warten noch Einträge einer anderen Liste.',
  openOther: 'Diese Liste öffnen',
  conflict: '{by} hat inzwischen „{theirs}“ eingetragen, Sie „{mine}“. Was stimmt?',
  keepMine: '„{mine}“ stimmt',
  keepTheirs: '„{theirs}“ stimmt',
  outcome: {
    finished:
      'Die Liste ist inzwischen abgeschlossen. Bitte laden Sie die Seite neu und berichtigen Sie dort.',
    'not-enrolled': 'Diese Person ist nicht mehr angemeldet. Ihr Eintrag wird nicht gebraucht.',
    'units-wrong': 'Die Zahl der Einheiten passt nicht mehr zum Termin. Bitte tippen Sie noch einmal.',
  } satisfies Partial<Record<TapOutcome, string>>,
  dismiss: 'Verstanden',
  guest: {
    summary: 'Jemand ist ohne Anmeldung da',
    name: 'Name',
    organisation: 'Kommune oder Dienststelle (freiwillig)',
    email: 'E-Mail-Adresse (freiwillig)',
    add: 'Aufnehmen',
    waits: '{name} ist aufgenommen und wartet auf Netz.',
    noted: '{name} ist aufgenommen. Wer das ist, klärt die Koordination.',
    withAccount: 'Hat die Person einen Zugang? Dann suchen Sie sie hier.',
  },
}
