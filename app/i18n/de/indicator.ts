import type { Withheld } from '#app/domain/snapshot.ts'
import type { Attainment, IndicatorKey, PhaseKey, PhaseProblem, TargetState } from '#app/domain/indicator.ts'

const name = {
  I1: 'Teilnehmende Kommunen',
  I2: 'Zufriedenheit mit der IT-Kompetenzstelle',
} satisfies Record<IndicatorKey, string>

const phase = {
  pilot: 'Pilotphase',
  firstYear: 'Erstes Jahr nach der Pilotphase',
  continuation: 'Verstetigung',
} satisfies Record<PhaseKey, string>

const attainment = {
  'target-open': 'Ziel offen',
  'no-data': 'keine Daten',
  'too-few': 'zu wenige Antworten',
  'not-due': 'noch nicht fällig',
  'on-course': 'im Plan',
  reached: 'erreicht',
  missed: 'verfehlt',
} satisfies Record<Attainment, string>

const state = {
  open: 'offen',
  proposed: 'vorgeschlagen',
  resolved: 'beschlossen',
} satisfies Record<TargetState, string>

const phaseRefusal = {
  'ends-before-start': 'Das Ende der Phase liegt vor ihrem Beginn. Bitte prüfen Sie beide Tage.',
  'phases-overlap': 'Die Phasen überschneiden sich. Beenden Sie zuerst die frühere Phase.',
  'resolution-needed':
    'Das erste Jahr beginnt mit dem Beschluss, dass die Pilotphase erfolgreich war. Bitte nennen Sie den Beschluss.',
  'changed-meanwhile':
    'Jemand anderes hat diese Phase inzwischen geändert. Unten stehen die neuen Angaben; bitte tragen Sie Ihre Änderung noch einmal ein.',
} satisfies Record<PhaseProblem | 'changed-meanwhile', string>

const targetRefusal = {
  'already-resolved':
    'Für diese Phase hat der Lenkungsausschuss schon einen Zielwert beschlossen. Er ändert sich nur durch einen neuen Beschluss.',
  'value-too-big': 'Ein Anteil kann nicht größer als 100 % sein.',
  'nothing-to-take-back':
    'Dieses Ziel ist schon offen; jemand anderes hat den Eintrag inzwischen zurückgenommen.',
}

export const indicator = {
  name,
  phase,
  attainment,
  state,
  phaseRefusal,
  targetRefusal,
  title: 'Kennzahlen',
  lead: 'Die zwei Erfolgsindikatoren der Strategie, mit Stichtag, Grundlage und Ziel.',

  targets: 'Phasen und Ziele',
  targetsLead:
    'Die Strategie nennt ihre Zielwerte noch „XX“. Beschlossen werden sie vom Lenkungsausschuss, je Phase, mit Fundstelle.',
  phases: 'Phasen',
  targetTable: 'Zielwerte je Phase',
  history: 'Frühere Vorschläge und Beschlüsse',
  noHistory: 'Bisher wurde noch kein Zielwert vorgeschlagen oder beschlossen.',
  from: 'Beginn',
  until: 'Ende',
  dayOpen: 'offen',
  resolution: 'Beschluss',
  resolutionHint: 'Zum Beispiel „LA 2026/07 vom 3. Dezember 2026, TOP 4“.',
  firstYearHint: 'Beginnt mit dem Beschluss, dass die Pilotphase erfolgreich war.',
  changePhase: (phaseName: string) => `${phaseName}: Tage ändern`,
  savePhase: 'Tage speichern',
  phaseSaved: 'Die Tage der Phase sind gespeichert.',
  value: 'Zielwert',
  valueCount: 'Kommunen',
  valuePercent: '%',
  atLeastCount: (count: number) => (count === 1 ? 'mindestens eine Kommune' : `mindestens ${count} Kommunen`),
  atLeastPercent: (percent: string, key: IndicatorKey) =>
    key === 'I1'
      ? `mindestens ${percent} der Kommunen`
      : `mindestens ${percent} zufrieden oder sehr zufrieden`,
  targetOpen: 'noch kein Zielwert (in der Strategie „XX“)',
  propose: 'Vorschlagen',
  proposeTitle: 'Zielwert vorschlagen',
  proposeLead: 'Ein Vorschlag gilt noch nicht. Er steht im nächsten Bericht zur Abstimmung.',
  resolve: 'Beschluss eintragen',
  resolveTitle: 'Beschluss des Lenkungsausschusses eintragen',
  resolveLead: 'Ab jetzt wird an diesem Wert gemessen. Der bisherige Stand bleibt unten nachlesbar.',
  which: 'Indikator und Phase',
  decidedOn: 'Beschlossen am',
  proposed: 'Der Vorschlag ist gespeichert.',
  resolved: 'Der Beschluss ist eingetragen.',
  takeBackTitle: 'Falschen Eintrag zurücknehmen',
  takeBackLead:
    'Das Ziel ist danach wieder offen. Der falsche Eintrag bleibt unten mit Ihrem Grund nachlesbar; einen neuen Beschluss tragen Sie danach ein.',
  takenBackDone: 'Der Eintrag ist zurückgenommen. Das Ziel ist wieder offen.',
  recordedOn: 'Eingetragen',
  stateColumn: 'Stand',
  preliminary: 'vorläufig, nicht freigegeben',
  notReleased: 'vorbereitet, noch nicht freigegeben',
  stand: {
    released: (number: number, cutOff: string, releasedOn: string) =>
      `Bericht Nr. ${number} zum Stichtag ${cutOff}, freigegeben am ${releasedOn}.`,
    prepared: (number: number, cutOff: string) =>
      `Bericht Nr. ${number} zum Stichtag ${cutOff}, noch nicht freigegeben. Die Zahlen stehen fest.`,
    today: (day: string) => `Stand heute, ${day}.`,
  },
  todayTitle: 'Vorläufige Zahlen, nicht freigegeben',
  todayText:
    'Sie werden bei jedem Aufruf neu gezählt und können sich bis zum nächsten Bericht ändern. Bitte nicht weitergeben; es gilt der letzte freigegebene Bericht.',
  withheldTitle: (number: number) => `Bericht Nr. ${number} wird nicht gezeigt`,
  withheld: {
    changed:
      'Seine Zahlen wurden nachträglich verändert und passen nicht mehr zu ihrem Prüfwert. Bitte informieren Sie die Technik.',
    'fewer-readers':
      'Er ist nicht freigegeben und enthält Anmerkungen, die seit seiner Vorbereitung weniger Menschen lesen sollen. Die Koordination bereitet ihn neu vor; dann stehen sie nicht mehr darin.',
  } satisfies Record<Withheld, string>,
  toReport: (number: number) => `Zu Bericht Nr. ${number}`,
  waitingForRelease: (number: number) => `Bericht Nr. ${number} wartet auf die Freigabe.`,
  proofOf: (number: number) => `Nachweis zu Bericht Nr. ${number}`,
  choice: (number: number, cutOff: string, isReleased: boolean) =>
    `Bericht Nr. ${number}, ${cutOff}${isReleased ? '' : ' (nicht freigegeben)'}`,
  choiceToday: 'Zahlen von heute (vorläufig)',
  none: {
    prepare:
      'Es gibt noch keinen freigegebenen Bericht. Halten Sie die Zahlen fest, sobald ein Stichtag vorbei ist; danach gibt ein Mitglied des Lenkungsausschusses sie frei.',
    release:
      'Es gibt noch keinen freigegebenen Bericht. Die Koordination bereitet ihn vor; freigeben kann ihn dann ein Mitglied des Lenkungsausschusses.',
    read: 'Es gibt noch keinen freigegebenen Bericht. Er erscheint hier, sobald der Lenkungsausschuss ihn freigegeben hat.',
  },
  toPrepare: 'Bericht vorbereiten',
  toToday: 'Zahlen von heute ansehen (vorläufig)',
  enterDecision: 'Vorschlagen oder Beschluss eintragen',
  map: {
    look: 'Ansicht der Kommunen',
    tiles: 'Kacheln',
    areas: 'Karte',
    day: 'Stichtag',
    showDay: 'Anzeigen',
    dayFailed:
      'Das Bild dieses Tages ist nicht angekommen. Bitte prüfen Sie die Verbindung, und wählen Sie den Tag noch einmal.',
  },
  chart: {
    targets: 'Ziele',
    intervals: 'Konfidenzintervalle',
    counted: 'zählt für den Indikator',
    notCounted: 'zählt nicht für den Indikator',
  },
}
