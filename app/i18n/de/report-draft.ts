import type { ReportSection } from '#app/domain/report-draft.ts'

const section = {
  participation: 'Indikator 1: Teilnehmende Kommunen',
  satisfaction: 'Indikator 2: Zufriedenheit',
  stages: 'Stufen des Verfahrens',
  training: 'Was stattfand',
  view: 'Sicht der Koordination',
  accompanying: 'Begleitende Kennzahlen',
} satisfies Record<ReportSection, string>

export const reportDraft = {
  section,
  title: (cutOff: string) => `Entwurf zum Stichtag ${cutOff}`,
  lead: 'Wählen Sie, was im Bericht steht, und schreiben Sie dazu, was die Zahlen nicht sagen. Der Entwurf bleibt, bis Sie die Zahlen festhalten; bis dahin sieht ihn nur die Koordination.',
  comments: 'Zu den Indikatoren',
  commentsLead: 'Ein bis drei Sätze je Indikator. Sie stehen im Bericht als Sicht der Koordination.',
  commentI1: 'Zu den teilnehmenden Kommunen',
  commentI2: 'Zur Zufriedenheit',
  ownTitle: 'Eigene Absätze',
  ownView: 'Sicht der Koordination',
  ownHint:
    'Überschriften mit #, Listen mit -, Links als [Wort](https://…). Im Bericht steht darüber, dass es die Sicht der Koordination ist.',
  sections: 'Aufbau',
  sectionsLead:
    'Der Kurzbericht mit den Beschlüssen, die Änderungen seit dem letzten Bericht, die Methode und der Datenanhang sind immer dabei.',
  leftOut: 'nicht im Bericht',
  place: (nth: number) => `an ${nth}. Stelle`,
  placeOf: (name: string) => name,
  save: 'Entwurf speichern',
  saved: 'Der Entwurf ist gespeichert.',
  preview: 'Vorschau als PDF',
  freezeTitle: 'Zahlen festhalten',
  freezeConsequence:
    'Die Zahlen des Stichtags und der gespeicherte Entwurf stehen danach fest. Ein Mitglied des Lenkungsausschusses gibt den Bericht frei.',
  correctionTitle: 'Bericht berichtigen',
  correctionLead: (number: number) =>
    `Zu diesem Stichtag ist Bericht Nr. ${number} freigegeben. Was Sie hier speichern, steht in seiner Berichtigung.`,
  open: 'Entwurf öffnen',
  refusal: {
    'changed-meanwhile':
      'Jemand anderes hat den Entwurf inzwischen geändert. Unten steht beides nebeneinander; gespeichert ist Ihre Fassung noch nicht.',
  },
}
