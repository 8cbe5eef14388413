// The stages of the procedure.

import type { StageAim, StageRefusal, StageVerdict } from '#app/domain/stage.ts'
import { formatDay, formatNumber, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')

const verdict = {
  open: 'noch nicht entschieden',
  go: 'wird fortgeführt (Go)',
  'no-go': 'wird nicht fortgeführt (No-Go)',
} satisfies Record<StageVerdict, string>

const aim = {
  participating: 'Kommunen der Stufe, die teilnehmen (Indikator 1)',
  trained: 'Kommunen der Stufe mit besuchter Fortbildung zum Thema',
} satisfies Record<StageAim, string>

const refusal = {
  'changed-meanwhile': 'Jemand anderes hat die Stufe inzwischen geändert.',
  'already-resolved':
    'Dieses Ziel hat der Lenkungsausschuss schon beschlossen. Es ändert sich nur durch einen neuen Beschluss.',
  'already-member':
    'Diese Kommunen sind an dem Tag schon Teil der Stufe. Bitte wählen Sie andere oder einen anderen Tag.',
  'ends-before-start': 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Tage.',
  'value-too-big': 'Ein Anteil kann nicht größer als 100 % sein.',
  'reason-missing': 'Bitte nennen Sie den Grund. Er bleibt nachlesbar.',
  'nothing-to-correct': 'Es ist nichts eingetragen, was zurückgenommen werden könnte.',
  'topic-missing':
    'Die Stufe hat kein Thema, zu dem Fortbildungen gezählt werden könnten. Die Koordination wählt es unter „Stufe bearbeiten“.',
  'in-use':
    'Über diese Stufe wurde schon beraten; sie bleibt nachlesbar. Beenden Sie sie stattdessen mit einem letzten Tag.',
} satisfies Record<StageRefusal, string>

export const stage = {
  verdict,
  aim,
  refusal,
  title: 'Stufen',
  toStages: 'Zu den Stufen',
  lead: 'Das stufenweise Verfahren: Jede Stufe führt ein Thema in einigen Kommunen ein; ob es weitergeht, entscheidet der Lenkungsausschuss.',
  none: 'Es ist noch keine Stufe eingerichtet.',
  noneHint: 'Die Koordination richtet sie ein, zum Beispiel für GIS oder Bauleitplanung.',
  add: 'Stufe einrichten',
  edit: 'Stufe bearbeiten',
  remove: 'Stufe entfernen',
  removeTitle: 'Stufe entfernen?',
  removeConsequence:
    'Die Stufe und ihre Kommunen verschwinden. Das geht nur, solange der Ausschuss nicht über sie beraten hat.',
  subject: 'Gegenstand',
  subjectHint: 'Zum Beispiel „GIS“ oder „Bauleitplanung“.',
  description: 'Was eingeführt wird',
  topic: 'Thema der Fortbildungen',
  topicHint: 'Kurse dieses Themas zählen für das Ziel „besuchte Fortbildung“.',
  noTopic: 'kein Thema',
  from: 'Erster Tag',
  until: 'Letzter Tag',
  decideBy: 'Entscheidung bis',
  decideByHint: 'Bis dahin soll der Lenkungsausschuss über Go oder No-Go entscheiden.',
  open: 'offen',
  days: 'Zeitraum',
  municipalities: 'Kommunen',
  decision: 'Entscheidung',
  saved: 'Die Stufe ist gespeichert.',
  joined: 'Die Kommunen gehören jetzt zur Stufe.',
  left: 'Der letzte Tag ist gespeichert.',
  decided: 'Die Entscheidung ist eingetragen.',
  aimed: 'Das Ziel der Stufe ist eingetragen.',

  members: 'Beteiligte Kommunen',
  noMembers: 'Noch gehört keine Kommune zu dieser Stufe.',
  memberSince: 'Seit',
  memberUntil: 'Bis',
  nowPartOf: (name: string) => `heute Teil von ${name}`,
  join: 'Kommunen aufnehmen',
  joinDay: 'Beteiligt ab',
  leave: 'Beteiligung beenden',
  leaveWhich: 'Kommune',
  leaveDay: 'Letzter Tag',
  takeBackMember: 'Irrtümlich aufgenommene Kommune herausnehmen',
  takeBackMemberLead:
    'Die Kommune gilt dann als nie an dieser Stufe beteiligt und zählt an keinem Tag. Der Eintrag bleibt mit Ihrem Grund unten lesbar; Berichte, die schon festgeschrieben sind, ändern sich nicht. War sie beteiligt und ist es nicht mehr, beenden Sie die Beteiligung stattdessen mit dem letzten Tag.',
  memberTakenBack: 'Die Kommune gilt als nie an dieser Stufe beteiligt.',
  mistakenMember: (name: string) => `${name}: irrtümlich aufgenommen, nie beteiligt`,

  targets: 'Ziele der Stufe',
  noTargets: 'Für diese Stufe ist noch kein Ziel vorgeschlagen.',
  which: 'Was erreicht werden soll',
  unit: 'Gemessen als',
  units: { count: 'Anzahl der Kommunen', percent: 'Prozent der Kommunen der Stufe' },
  value: 'Mindestens',
  state: 'Stand',
  proposeTarget: 'Ziel vorschlagen',
  resolveTarget: 'Beschluss zum Ziel eintragen',
  takeBackTarget: 'Falschen Eintrag zum Ziel zurücknehmen',
  takeBack: 'Eintrag zurücknehmen',
  rating: 'Bewertung',

  decide: 'Entscheidung des Lenkungsausschusses eintragen',
  decideLead:
    'Eine neue Entscheidung ersetzt die bisherige sichtbar. Ein falscher Eintrag wird mit „wieder offen“ und einem Grund zurückgenommen.',
  choice: {
    go: 'Go: wird fortgeführt',
    'no-go': 'No-Go: wird nicht fortgeführt',
    open: 'Wieder offen: der Eintrag war falsch',
  },
  verdictLabel: 'Entscheidung',
  resolutionHint: 'Fundstelle, zum Beispiel „LA 2026/07, TOP 4“. Entfällt bei „wieder offen“.',
  resolutionMissing: 'Bitte nennen Sie Fundstelle und Tag des Beschlusses.',
  reason: 'Begründung',
  reasonHint: 'Nötig bei No-Go und bei „wieder offen“.',
  enterDecision: 'Entscheidung eintragen',
  history: 'Alle Einträge zu dieser Stufe',
  noHistory: 'Noch wurde nichts eingetragen.',
  entry: 'Eintrag',

  /** In the report and on the dashboard. */
  columns: {
    subject: 'Stufe',
    days: 'Zeitraum',
    municipalities: 'Kommunen',
    targets: 'Ziele und Stand',
    decision: 'Entscheidung',
  },
  caption: 'Stufen des Verfahrens, in der Reihenfolge ihres Beginns',
  span: (from: string | null, until: string | null) => {
    if (from === null) return until === null ? 'noch offen' : `bis ${day(until)}`
    return until === null ? `seit ${day(from)}` : `${day(from)} bis ${day(until)}`
  },
  beginsOn: (from: string) => `ab ${day(from)}`,
  /** One sentence for each stage: none, one, all, some. */
  participates: (count: number, all: number) => {
    if (all === 0) return 'Noch gehört keine Kommune dazu.'
    if (all === 1)
      return count === 1
        ? 'Die einzige Kommune dieser Stufe nimmt teil.'
        : 'Die einzige Kommune dieser Stufe nimmt noch nicht teil.'
    if (count === 0) return `Von den ${number(all)} Kommunen dieser Stufe nimmt noch keine teil.`
    if (count === all) return `Alle ${number(all)} Kommunen dieser Stufe nehmen teil.`
    if (count === 1) return `Von den ${number(all)} Kommunen dieser Stufe nimmt eine teil.`
    return `Von den ${number(all)} Kommunen dieser Stufe nehmen ${number(count)} teil.`
  },
  trained: (count: number, all: number, topic: string) => {
    if (all === 0) return ''
    if (all === 1)
      return count === 1
        ? `Sie hat eine Fortbildung zum Thema „${topic}“ besucht.`
        : `Eine Fortbildung zum Thema „${topic}“ hat sie noch nicht besucht.`
    if (count === 0) return `Eine Fortbildung zum Thema „${topic}“ hat noch keine besucht.`
    if (count === all) return `Eine Fortbildung zum Thema „${topic}“ haben alle besucht.`
    if (count === 1) return `Eine Fortbildung zum Thema „${topic}“ hat eine besucht.`
    return `Eine Fortbildung zum Thema „${topic}“ haben ${number(count)} besucht.`
  },
  decidedBy: (words: string, resolution: string, on: string) => `${words}, ${resolution} vom ${day(on)}`,
  dueBy: (by: string) => `noch nicht entschieden, fällig am ${day(by)}`,
  because: (reason: string) => `Grund: ${reason}`,
  names: (names: string) => `Beteiligt: ${names}.`,
  counted: (part: number, whole: number) => outOf(part, whole, 'de'),
  shortAim: { participating: 'nehmen teil', trained: 'fortgebildet' } satisfies Record<StageAim, string>,
  target: (aimWords: string, value: string, counted: string, rating: string) =>
    `${aimWords}: Ziel ${value}, Stand ${counted} (${rating})`,
  figure: (aimWords: string, counted: string) => `${aimWords}: ${counted}`,
  note: 'Gezählt werden die Kommunen der Stufe, keine Rangfolge. Eine Kommune, die in einer anderen aufgeht, zählt mit dieser weiter.',
}
