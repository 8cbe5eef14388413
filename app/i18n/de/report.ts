// The words of the report to the steering committee. What is said of indicators and targets stands under their nouns.

import type { ReadingKey } from '#app/domain/reading.ts'
import type { StageAim } from '#app/domain/stage.ts'
import { formatDay, formatNumber, outOf } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')

const satisfaction: Record<ReadingKey, string> = {
  overall:
    'Indikator 2 ist der Anteil von „zufrieden“ und „sehr zufrieden“ an allen Bewertungen der Gesamtfrage.',
  'every-topic':
    'Indikator 2 ist nach der beschlossenen Lesart der Anteil von „zufrieden“ und „sehr zufrieden“ an allen Bewertungen ' +
    'desjenigen Themas, bei dem er am kleinsten ist.',
  'all-ratings':
    'Indikator 2 ist nach der beschlossenen Lesart der Anteil von „zufrieden“ und „sehr zufrieden“ an allen Bewertungen ' +
    'aller Themen zusammen. Weil eine Person mehrere Themen bewertet, rechnet sein Konfidenzintervall nur mit so vielen ' +
    'Stimmen, wie das Thema mit den meisten Bewertungen hat.',
}

export const report = {
  title: 'Bericht an den Lenkungsausschuss',
  office: 'IT-Kompetenzstelle',
  subtitle: (nth: number, cutOff: string) => `Bericht Nr. ${nth} zum Stichtag ${day(cutOff)}`,
  subject: (cutOff: string) => `Erfolgsindikatoren zum Stichtag ${day(cutOff)}`,
  released: (when: string) => `freigegeben am ${when}`,
  draft: 'Entwurf, noch nicht freigegeben',
  page: (nth: number, count: number) => `Seite ${nth} von ${count}`,
  figure: (nth: number, caption: string) => `Abbildung ${nth}: ${caption}.`,
  table: (nth: number, caption: string) => `Tabelle ${nth}: ${caption}`,
  none: '–',
  outOf: (part: number, whole: number) => outOf(part, whole, 'de'),
  shortName: { I1: 'Kommunen', I2: 'Zufriedenheit' },
  correction: {
    title: (nth: number) => `Berichtigung von Bericht Nr. ${nth}`,
    reason: (reason: string) => `Grund: ${reason}`,
  },
  ownView: {
    title: 'Sicht der Koordination',
    explained:
      'Dieser Abschnitt gibt die Sicht der Koordination wieder. Er ist keine Kennzahl und vom Lenkungsausschuss nicht beschlossen.',
  },
  demo: {
    mark: 'Beispieldaten',
    sentence: 'Beispieldaten: Die Kommunen gibt es, die Zahlen sind erfunden.',
    explained:
      'Name, Einwohnerzahl und Lage der Kommunen stimmen. Teilnahmen, Befragungen, Ziele und Beschlüsse sind erfunden ' +
      'und sagen nichts über die genannten Kommunen.',
  },
  sections: {
    position: 'Wo wir stehen',
    targets: 'Ziele und Zielerreichung',
    decisions: 'Zu beschließen',
    participation: 'Indikator 1: Teilnehmende Kommunen',
    stages: 'Stufen des Verfahrens',
    satisfaction: 'Indikator 2: Zufriedenheit mit der IT-Kompetenzstelle',
    map: 'Wer teilnimmt',
    municipalities: 'Die Kommunen im Einzelnen',
    answers: 'Gesamturteil',
    topics: 'Themen',
    history: 'Verlauf',
    method: 'Methode und Grenzen',
    sources: 'Quellen',
    annex: 'Datenanhang',
  },
  card: {
    target: (phase: string, aim: string) => `Ziel (${phase}): ${aim}`,
    before: (value: string, on: string) => `Zuvor: ${value} (${on})`,
    changeOfCount: (by: number) => {
      if (by === 0) return 'ebenso viele wie zuvor'
      if (Math.abs(by) === 1) return by > 0 ? 'eine mehr als zuvor' : 'eine weniger als zuvor'
      return by > 0 ? `${number(by)} mehr als zuvor` : `${number(-by)} weniger als zuvor`
    },
    changeOfShare: {
      higher: 'höher als zuvor; der Unterschied ist größer als die Unsicherheit',
      lower: 'niedriger als zuvor; der Unterschied ist größer als die Unsicherheit',
      unchanged: 'unverändert im Rahmen der Unsicherheit',
    },
    changeOfFullCount: {
      higher: 'höher als zuvor; beide Male haben alle geantwortet',
      lower: 'niedriger als zuvor; beide Male haben alle geantwortet',
      unchanged: 'unverändert; beide Male haben alle geantwortet',
    },
    cutOff: (on: string) => `Stichtag ${day(on)}`,
  },

  decisions: {
    /** `where` they are found, with the space before it. */
    count: (count: number, where: string) => {
      if (count === 0) return 'Zu beschließen ist diesmal nichts.'
      return count === 1
        ? `Zu beschließen ist ein Punkt${where}.`
        : `Zu beschließen sind ${number(count)} Punkte${where}.`
    },
    onPage: ' (Seite 2)',
    none: 'Es liegt nichts zum Beschluss vor.',
    noteReport: 'Der Lenkungsausschuss nimmt diesen Bericht zur Kenntnis.',
    setTarget: (name: string, phase: string, aim: string) =>
      `Der Lenkungsausschuss beschließt als Ziel ${phase} (${name}): ${aim}.`,
    endPilot:
      'Der Lenkungsausschuss stellt fest, dass die Pilotphase erfolgreich abgeschlossen ist. Damit beginnt das erste Jahr danach.',
    setRhythm: (months: number | null) =>
      `Der Lenkungsausschuss beschließt, die Zufriedenheit alle ${months === null ? '______' : number(months)} Monate zu erheben.`,
    holdEvaluation: (dueOn: string) =>
      `Der Lenkungsausschuss stellt fest, dass die Befragung zur Zufriedenheit seit dem ${day(dueOn)} aussteht, und beauftragt die Koordination, sie bis zum ______ durchzuführen.`,
    decideStage: (subject: string, by: string | null) =>
      `Der Lenkungsausschuss beschließt, die Stufe „${subject}“ fortzuführen${by ? ` (vorgesehen bis ${day(by)})` : ''}.`,
    setStageTarget: (subject: string, aim: string) =>
      `Der Lenkungsausschuss beschließt als Ziel der Stufe „${subject}“: ${aim}.`,
    /** `least` is a number of municipalities or a percentage; `isOne` where it is one municipality. */
    stageAim: {
      participating: (least: string, isOne: boolean) =>
        isOne
          ? 'mindestens eine der beteiligten Kommunen nimmt teil'
          : `mindestens ${least} der beteiligten Kommunen nehmen teil`,
      trained: (least: string, isOne: boolean) =>
        `aus mindestens ${isOne ? 'einer' : least} der beteiligten Kommunen hat jemand eine Fortbildung zum Thema besucht`,
    } satisfies Record<StageAim, (least: string, isOne: boolean) => string>,
    chooseReading: (reading: string) =>
      `Der Lenkungsausschuss beschließt, dass für Indikator 2 die Lesart „${reading}“ gilt.`,
    blankReading: (readings: string) =>
      `Der Lenkungsausschuss beschließt, welche Lesart für Indikator 2 gilt: ${readings}.`,
    noEndsStage: 'Nein: Sie wird nicht fortgeführt',
    inWriting: 'Zutreffendes in der Sitzung ankreuzen',
    proposal: 'Vorschlag der IT-Kompetenzstelle',
    noProposal: 'Kein Vorschlag; Wert in der Sitzung einzusetzen',
    yes: 'Ja',
    no: 'Nein',
    abstention: 'Enthaltung',
  },

  facts: {
    caption: 'Steckbrief',
    definition: 'Definition',
    version: 'Fassung',
    versionFrom: (version: number, from: string) => `${number(version)}, gültig ab ${day(from)}`,
    resolution: 'Grundlage',
    strategy: 'Maßnahmensteckbrief der Digitalstrategie',
    source: 'Datenquelle',
    value: 'Wert am Stichtag',
    round: 'Befragung',
    turnout: 'Rücklauf',
    reading: 'Lesart',
    population: 'Bevölkerung',
    specialists: 'IT-Fachkräfte',
    declared: 'Teilnahme erklärt',
  },
  columns: {
    indicator: 'Indikator',
    phase: 'Phase',
    target: 'Ziel',
    value: 'Stand',
    attainment: 'Bewertung',
    municipality: 'Kommune',
    ags: 'AGS',
    participation: 'Teilnahme',
    specialists: 'IT-Fachkräfte',
    cutOff: 'Stichtag',
    count: 'Teilnehmend',
    denominator: 'Kommunen',
    share: 'Anteil',
    answer: 'Antwort',
    answers: 'Anzahl und Anteil',
    topic: 'Thema',
    topShare: 'davon (sehr) zu\u00adfrie\u00adden',
    responses: 'Bewertungen',
    round: 'Befragung',
    closedOn: 'Abschluss',
    invited: 'Eingeladen',
    interval: '95-%-Intervall',
  },
  targetsCaption: 'Ziele je Phase und was daraus geworden ist',
  toAnnex: {
    before: 'Alle Zahlen zum Nachrechnen:',
    label: 'Datenanhang',
    contents: 'Zum Datenanhang am Ende',
  },
  externalLink: (url: string) => `Externe Seite: ${url}`,

  /** By the reading that counts. */
  method: (reading: ReadingKey) => [
    'Indikator 1 zählt alle kreisangehörigen Kommunen, die am Stichtag bestehen. Das ist eine Vollerhebung; ein ' +
      'Konfidenzintervall gibt es nicht. Er misst Teilnahme, nicht wie stark sie genutzt wird. Die Teilnahme ist freiwillig.',
    'Jede Kommune zählt gleich viel. Deshalb steht der Anteil der Bevölkerung immer daneben.',
    `${satisfaction[reading]} „Keine Angabe“ und ausgelassene Fragen zählen nicht mit.`,
    'Das 95-%-Konfidenzintervall ist nach Wilson berechnet, ohne Korrektur für die begrenzte Zahl der Eingeladenen, also ' +
      'eher zu breit als zu schmal. Ob alle, die nicht geantwortet haben, ebenso urteilen, weiß es nicht; darum steht der ' +
      'Rücklauf dabei.',
    'Wer was geantwortet hat, ist nirgends gespeichert: Stimmzettel werden versiegelt, gemischt und nur als Summe ' +
      'ausgezählt. Unter fünf Antworten, oder unter der höheren Mindestzahl einer Runde, wird nichts gezeigt, unter zehn nur die Zahl der Zufriedenen.',
    'Ein Ziel gilt erst, wenn der Lenkungsausschuss es beschlossen hat. „Keine Daten“, „zu wenige Antworten“ und „Ziel ' +
      'offen“ sind Ergebnisse, keine Null.',
  ],
  annex: {
    explained:
      'Dieser Bericht ist aus einem eingefrorenen Datenstand erzeugt. Die beigefügte Datei indikatoren.json ist genau dieser ' +
      'Datenstand: Wer ihre Prüfsumme bildet, erhält die hier genannte. Jeder Datenstand nennt die Prüfsumme seines ' +
      'Vorgängers, so dass keiner unbemerkt geändert werden kann.',
    caption: 'Datenstand',
    number: 'Nummer',
    cutOff: 'Stichtag',
    released: 'Freigabe',
    hash: 'Prüfsumme (SHA-256)',
    previous: 'Prüfsumme davor',
    first: 'keine, dies ist der erste Datenstand',
    application: 'Programm',
    attachments: 'Beigefügt',
    attachmentList:
      'indikatoren.csv für Excel und LibreOffice; indikatoren.json, der vollständige Datenstand',
  },
  files: {
    csv: 'Erfolgsindikatoren mit Verlauf, Zielen und Themen: UTF-8, Semikolon, Dezimalkomma',
    json: 'Der vollständige Datenstand dieses Berichts',
  },
}
