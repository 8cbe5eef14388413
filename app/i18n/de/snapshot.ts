import type { ChainFaultKind, PrepareRefusal, ReleaseRefusal } from '#app/domain/snapshot.ts'

const prepareRefusal = {
  'cut-off-in-future':
    'Der Stichtag liegt in der Zukunft. Ein Bericht hält fest, was bis zu einem vergangenen Tag war.',
  'cut-off-before-last':
    'Es gibt schon einen Bericht mit einem späteren Stichtag. Berichte folgen aufeinander; wählen Sie dessen Tag oder einen späteren.',
} satisfies Record<PrepareRefusal, string>

const releaseRefusal = {
  unknown: 'Diesen Bericht gibt es nicht.',
  'own-snapshot':
    'Sie haben diesen Bericht selbst vorbereitet. Freigeben muss ihn ein anderes Mitglied des Ausschusses.',
  changed:
    'Die festgehaltenen Zahlen stimmen nicht mehr mit ihrem Prüfwert überein. Der Bericht wird nicht freigegeben; bitte informieren Sie die Technik.',
} satisfies Record<ReleaseRefusal, string>

const fault = {
  'payload-changed': 'Der Inhalt wurde nachträglich verändert.',
  'link-broken': 'Der Bericht passt nicht zu seinem Vorgänger.',
  missing: 'In der Reihe fehlt ein Bericht.',
} satisfies Record<ChainFaultKind, string>

export const snapshot = {
  prepareRefusal,
  releaseRefusal,
  fault,
  title: 'Berichte',
  lead: 'Jeder Bericht hält die Zahlen eines Stichtags fest. Was freigegeben ist, ändert niemand mehr.',
  report: 'Bericht',
  look: 'Ansehen',
  figures: 'Zahlen',
  figuresOf: (number: number) => `Zahlen von Bericht Nr. ${number}`,
  one: (number: number) => `Bericht Nr. ${number}`,
  cutOff: 'Stichtag',
  stateColumn: 'Stand',
  prepared: 'vorbereitet',
  released: 'freigegeben',
  releasedAt: 'Freigegeben',
  files: 'Herunterladen',
  pdf: 'Bericht als PDF',
  pdfShort: 'PDF',
  pdfOther: 'Report in English (PDF)',
  json: 'Zahlen als JSON',
  csv: 'Zahlen als CSV für Excel',
  dashboard: 'Im Überblick ansehen',
  empty:
    'Es gibt noch keinen Bericht. Die Koordination bereitet den ersten vor, sobald ein Stichtag vorbei ist.',
  prepareTitle: 'Neuen Bericht vorbereiten',
  prepareLead:
    'Die Zahlen des Stichtags werden festgehalten. Danach gibt ein Mitglied des Lenkungsausschusses den Bericht frei.',
  prepare: 'Zahlen festhalten',
  releaseTitle: 'Bericht freigeben',
  releaseConsequence:
    'Der Bericht gilt danach als Stand des Ausschusses. Alle Mitglieder erhalten eine E-Mail mit dem Link. Das lässt sich nicht zurücknehmen; eine Korrektur ist ein neuer Bericht.',
  release: 'Bericht freigeben',
  releaseDone: 'Der Bericht ist freigegeben. Die Mitglieder des Ausschusses erhalten eine E-Mail.',
  prepareDone:
    'Die Zahlen sind festgehalten. Nun fehlt die Freigabe durch ein Mitglied des Lenkungsausschusses.',
  waiting: 'Dieser Bericht ist vorbereitet und noch nicht freigegeben. Die Zahlen stehen fest.',
  unchanged: 'Unverändert',
  proof: 'Nachweis',
  proofLead:
    'Aus den Zahlen wird ein Prüfwert berechnet, in den der Prüfwert des Vorgängers eingeht. Wird irgendwo etwas geändert, passt die Kette nicht mehr.',
  sha256: 'Prüfwert (SHA-256)',
  previous: 'Prüfwert des Vorgängers',
  first: 'Dies ist der erste Bericht.',
  version: 'Erstellt mit Lernkreis',
  notHandedOut: (number: number) =>
    `Bericht Nr. ${number} wird nicht ausgegeben: Seine Zahlen wurden nachträglich verändert und passen nicht mehr zu ihrem Prüfwert. Bitte informieren Sie die Technik. Was bekannt ist, steht unter /reports/${number}.`,
  chainBroken: 'Die Reihe der Berichte ist nicht unverändert',
}
