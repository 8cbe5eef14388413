import type { ImportColumn, RowProblem } from '#app/domain/people-import.ts'

const problem = {
  'given-name-missing': 'Der Vorname fehlt.',
  'family-name-missing': 'Der Nachname fehlt.',
  'name-too-long': 'Ein Name hat höchstens 100 Zeichen.',
  'email-missing': 'Die E-Mail-Adresse fehlt.',
  'email-invalid': 'Das ist keine gültige E-Mail-Adresse.',
  'organisation-unknown':
    'Diese Organisation gibt es nicht. Bitte schreiben Sie sie wie unter „Organisationen“.',
  'organisation-ambiguous':
    'Diesen Namen tragen mehrere Organisationen. Bitte nehmen Sie den Gemeindeschlüssel.',
  'organisation-missing': 'Für Fortbildungsbeauftragte fehlt die Organisation.',
  'audience-unknown': 'Die Aufgabe ist IT, Nutzer oder Leitung.',
  'role-unknown': 'Diese Rolle gibt es nicht.',
  'role-not-by-table': 'Beratung ist immer befristet. Bitte vergeben Sie sie auf der Seite der Person.',
  'roles-only-by-admin': 'Diese Rolle vergibt nur die Administration.',
  'name-differs': 'Dieselbe Adresse steht weiter oben mit einem anderen Namen.',
  'person-disabled': 'Dieser Zugang ist gesperrt. Bitte heben Sie zuerst die Sperre auf.',
} satisfies Record<RowProblem | 'name-differs' | 'person-disabled', string>

const column = {
  givenName: 'Vorname',
  familyName: 'Nachname',
  email: 'E-Mail',
  organisation: 'Organisation',
  audience: 'Aufgabe',
  roles: 'Rollen',
} satisfies Record<ImportColumn, string>

const outcome = {
  new: 'kommt neu hinzu',
  extended: 'ist schon da, wird ergänzt',
  unchanged: 'ist schon da, nichts zu tun',
}

const refusal = {
  unreadable:
    'Diese Datei lässt sich nicht als Tabelle lesen. Speichern Sie sie bitte als CSV; steht ein Anführungszeichen in einem Feld, muss es auch wieder geschlossen sein.',
  empty:
    'In dieser Datei steht noch niemand. Die erste Zeile nennt die Spalten, darunter folgt je Person eine Zeile.',
  'too-many-rows': 'Das sind mehr als 2.000 Zeilen. Bitte teilen Sie die Datei auf.',
  'columns-missing': 'In der ersten Zeile fehlen Spalten.',
  'faulty-lines':
    'Inzwischen stimmt eine Zeile nicht mehr. Es wurde niemand eingetragen; bitte prüfen Sie die Liste.',
}

export const peopleImport = {
  problem,
  column,
  outcome,
  refusal,
  title: 'Personen aus einer Tabelle',
  lead: 'Erst prüfen, dann eintragen: Vor dem letzten Klick ändert sich nichts.',
  steps: ['Datei wählen', 'Prüfen', 'Fertig'],
  file: 'CSV-Datei',
  fileHint: 'Aus jeder Tabellenkalkulation: „Speichern unter“, Dateityp CSV. Höchstens 2.000 Zeilen.',
  noFile: 'Bitte wählen Sie eine Datei.',
  check: 'Datei prüfen',
  template: 'Leere Vorlage herunterladen',
  templateName: 'personen.csv',
  howTitle: 'So sieht die Tabelle aus',
  how: [
    'Die erste Zeile nennt die Spalten: Vorname, Nachname, E-Mail, Organisation, Aufgabe, Rollen. Die Reihenfolge ist gleich; Vorname, Nachname und E-Mail müssen da sein.',
    'Organisation: der Name wie unter „Organisationen“ oder der Gemeindeschlüssel. Aufgabe: IT, Nutzer oder Leitung; bleibt sie leer, gilt Nutzer.',
    'Rollen: bleiben sie leer, kann sich die Person zu Kursen anmelden. Mehrere werden mit Komma getrennt, zum Beispiel: Teilnahme, Trainerin.',
    'Wer schon da ist, wird an der Adresse erkannt und nur ergänzt. Dieselbe Datei noch einmal ändert nichts.',
  ],
  missing: (columns: string) => `Es fehlt: ${columns}.`,
  good: (count: number) =>
    count === 1 ? 'Eine Zeile ist in Ordnung.' : `Alle ${count} Zeilen sind in Ordnung.`,
  faulty: (count: number, all: number) =>
    count === 1
      ? `In einer von ${all} Zeilen stimmt etwas nicht. Bitte berichtigen Sie die Datei und wählen Sie sie noch einmal; bis dahin wird niemand eingetragen.`
      : `In ${count} von ${all} Zeilen stimmt etwas nicht. Bitte berichtigen Sie die Datei und wählen Sie sie noch einmal; bis dahin wird niemand eingetragen.`,
  counts: (added: number, extended: number, unchanged: number) => {
    const parts = [
      added === 0 ? '' : added === 1 ? 'eine Person kommt neu hinzu' : `${added} Personen kommen neu hinzu`,
      extended === 0 ? '' : extended === 1 ? 'eine wird ergänzt' : `${extended} werden ergänzt`,
      unchanged === 0
        ? ''
        : unchanged === 1
          ? 'eine bleibt, wie sie ist'
          : `${unchanged} bleiben, wie sie sind`,
    ]
    const text = parts.filter(Boolean).join(', ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  },
  line: 'Zeile',
  what: 'Was geschieht',
  wrong: 'Was nicht stimmt',
  inFile: 'In der Datei',
  invite: 'Allen Neuen gleich eine Einladung per E-Mail schicken',
  confirm: 'Jetzt eintragen',
  again: 'Andere Datei wählen',
  done: 'Die Personen sind eingetragen',
  toPeople: 'Zur Liste der Personen',
}
