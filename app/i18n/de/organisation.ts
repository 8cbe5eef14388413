import type { AgreementKind, AgreementState, OrganisationKind } from '#app/domain/organisation.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')
const number = (value: number) => formatNumber(value, 'de')

const kind = {
  municipality: 'Kommune',
  county: 'Landkreis',
  association: 'Verbund',
  external: 'Extern',
} satisfies Record<OrganisationKind, string>

const kindHint = {
  municipality: 'Stadt oder Gemeinde; nur sie zählen bei den Kennzahlen.',
  county: 'Das Landratsamt.',
  association: 'Verwaltungsgemeinschaft oder Zweckverband, der Kommunen betreut.',
  external: 'Alle anderen, etwa ein Rechenzentrum.',
} satisfies Record<OrganisationKind, string>

const agreement = {
  'task-transfer': 'Übertragung der Aufgabe',
  'data-protection': 'Datenschutz',
  'staff-council': 'Personalrat',
} satisfies Record<AgreementKind, string>

const agreementState = {
  open: 'offen',
  'in-progress': 'in Arbeit',
  signed: 'unterschrieben',
  'not-needed': 'nicht nötig',
} satisfies Record<AgreementState, string>

const refusal = {
  'ags-missing': 'Eine Kommune hat einen Gemeindeschlüssel mit acht Ziffern. Bitte tragen Sie ihn ein.',
  'ags-only-for-municipalities':
    'Einen Gemeindeschlüssel haben nur Kommunen. Bitte lassen Sie das Feld frei.',
  'ags-taken': 'Diesen Gemeindeschlüssel hat schon eine andere bestehende Kommune.',
  'ags-wrong': 'Ein Gemeindeschlüssel hat acht Ziffern.',
  'ends-before-start': 'Der letzte Tag liegt vor dem ersten.',
  'changed-meanwhile':
    'Jemand hat diese Angaben geändert, während Sie daran gearbeitet haben. Unten stehen Ihre Eingaben. Speichern Sie noch einmal, gilt Ihre Fassung.',
  overlaps:
    'In dieser Zeit nimmt die Organisation schon teil. Bitte beenden Sie zuerst den anderen Zeitraum.',
  'signed-needs-day': 'Bitte geben Sie den Tag der Unterschrift an.',
  'not-over': 'Eine Nachfolgerin hat nur, was nicht mehr besteht. Bitte tragen Sie auch den letzten Tag ein.',
}

export const organisation = {
  kind,
  kindHint,
  agreement,
  agreementState,
  refusal,
  name: 'Name',
  kindLabel: 'Art',
  ags: 'Gemeindeschlüssel (AGS)',
  agsShort: 'AGS',
  agsHint: 'Acht Ziffern. Bei Kommunen nötig, sonst bitte frei lassen.',
  municipalityKind: 'Bezeichnung',
  municipalityKindHint: 'Zum Beispiel: Große Kreisstadt, Stadt, Gemeinde.',
  population: 'Bevölkerung',
  populationDate: 'Stand der Bevölkerung',
  itMinimum: 'IT-Fachkräfte, die immer da sein sollen',
  itMinimumHint: 'Bliebe bei einer Anmeldung niemand mehr übrig, wird davor gewarnt. 0: keine Warnung.',
  validFrom: 'Besteht seit',
  validUntil: 'Bestand bis',
  validUntilHint: 'Nur wenn es sie nicht mehr gibt, etwa nach einem Zusammenschluss.',
  successor: 'Aufgegangen in',
  successorHint:
    'Die Organisation, die ihre Aufgaben übernommen hat. Wer hier dazugehört, gehört ab dem Tag danach dort dazu.',
  noSuccessor: 'In keiner',
  ending: 'Nicht mehr bestehend',
  members: 'Betreute Kommunen',
  membersHint: 'Nur bei Verbünden. IT-Fachkräfte des Verbunds zählen für jede dieser Kommunen.',
  membersFrom: 'Änderung gilt ab',
  membersFromHint:
    'Bleibt das Feld leer, gilt ab heute, was Sie an- oder abwählen; bei einem neuen Verbund seit seinem ersten Tag. Die Zahlen früherer Tage bleiben dann, wie sie waren. Ein früherer Tag ändert auch sie, aber keinen Bericht, der schon festgehalten ist. Der Tag gilt nur für geänderte Häkchen; was erst später gilt, ist ab dann zu sehen.',
  source: 'Quelle',
  inhabitants: (count: number, date: string | null) =>
    date ? `${number(count)} (${day(date)})` : number(count),
  validity: (from: string, until: string | null) =>
    until ? `${day(from)} bis ${day(until)}` : `seit ${day(from)}`,

  list: {
    title: 'Organisationen',
    lead: (all: number, taking: number) =>
      taking === 0
        ? `${number(all)} Kommunen, noch nimmt keine teil.`
        : taking === 1
          ? `${number(all)} Kommunen, eine hat ihre Teilnahme erklärt.`
          : `${number(all)} Kommunen, ${number(taking)} haben ihre Teilnahme erklärt.`,
    allKinds: 'Alle Arten',
    former: 'Auch frühere zeigen',
    people: 'Personen',
    specialists: 'IT-Fachkräfte',
    participation: 'Teilnahme',
    since: (from: string) => `seit ${day(from)}`,
    notYet: 'noch nicht',
    formerUntil: (until: string) => `bestand bis ${day(until)}`,
    add: 'Organisation hinzufügen',
    empty: 'Zu dieser Auswahl gibt es keine Organisation.',
    nothingYet:
      'Noch ist keine Organisation eingetragen. Beginnen Sie mit dem Landkreis und seinen Kommunen.',
  },

  show: {
    facts: 'Angaben',
    people: 'Personen ansehen',
    peopleTitle: 'Personen',
    nobody: 'Noch gehört niemand dazu.',
    allPeople: (count: number) => `Alle ${number(count)} Personen ansehen`,
    existence: 'Bestand',
    nobodyServed: 'Noch keine Kommune eingetragen.',
    saved: 'Gespeichert.',
    added: 'Die Organisation ist eingetragen.',
    servedBy: 'Wird betreut von',
  },

  edit: {
    add: 'Organisation hinzufügen',
    edit: 'Organisation bearbeiten',
  },

  participation: {
    title: 'Teilnahme',
    empty: 'Hat ihre Teilnahme noch nicht erklärt.',
    explained:
      'Eine Kommune zählt als teilnehmend, sobald ihre Erklärung gilt und mindestens eine registrierte IT-Fachkraft sie betreut.',
    period: (from: string, until: string | null) =>
      until === null ? `seit ${day(from)}` : `${day(from)} bis ${day(until)}`,
    periodLabel: 'Zeitraum',
    declaration: 'Erklärung',
    today: 'Heute',
    holds: 'gilt',
    declarationHint: 'Wo sie steht, zum Beispiel: Stadtratsbeschluss 12/2025 vom 3. März 2025.',
    from: 'Nimmt teil ab',
    start: 'Teilnahme beginnen',
    until: 'Letzter Tag',
    end: 'Teilnahme beenden',
    correct: (period: string) => `Angaben berichtigen (${period})`,
  },

  agreements: {
    title: 'Vereinbarungen',
    agreement: 'Vereinbarung',
    state: 'Stand',
    signedOn: 'Unterschrieben am',
    signedOnHint: 'Nur bei unterschriebenen.',
    signed: (on: string) => `unterschrieben am ${day(on)}`,
    change: 'Stand ändern',
  },
}
