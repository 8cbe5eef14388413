// Which reading of the strategy's sentence counts, and how often it is measured.

import type { ReadingKey } from '#app/domain/reading.ts'
import type { RulingRefusal, RulingSubject } from '#app/domain/ruling.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const name = {
  overall: 'Gesamtfrage',
  'every-topic': 'Jedes Thema für sich',
  'all-ratings': 'Alle Themen zusammen',
} satisfies Record<ReadingKey, string>

const meaning = {
  overall:
    'Es zählt die eine Frage nach der Zufriedenheit insgesamt. Die Themen stehen daneben und entscheiden nicht über das Ziel.',
  'every-topic':
    'Das Ziel muss bei jedem Thema erreicht sein. Gezählt wird deshalb das Thema mit dem kleinsten Anteil.',
  'all-ratings':
    'Gezählt werden die Bewertungen aller Themen zusammen. Wer mehr Themen bewertet, zählt öfter.',
} satisfies Record<ReadingKey, string>

const refusal = {
  'already-resolved':
    'Darüber hat der Lenkungsausschuss schon beschlossen. Es ändert sich nur durch einen neuen Beschluss.',
  'nothing-to-correct': 'Es ist nichts eingetragen, was zurückgenommen werden könnte.',
  'reason-missing': 'Bitte schreiben Sie, warum der Eintrag falsch war. Der Grund bleibt nachlesbar.',
  'value-wrong': 'Diesen Wert gibt es nicht. Zwischen zwei Befragungen liegen 3 bis 120 Monate.',
} satisfies Record<RulingRefusal, string>

const subjects = { reading: 'Lesart', rhythm: 'Rhythmus' } satisfies Record<RulingSubject, string>

export const ruling = {
  subjects,
  name,
  meaning,
  refusal,
  title: 'Lesart und Rhythmus',
  lead: 'Die Strategie lässt offen, wie ihr Satz zur Zufriedenheit zu lesen ist und wie oft gemessen wird. Beides beschließt der Lenkungsausschuss, mit Fundstelle.',
  sentence:
    '„Mind. XX % der Bewertenden geben die Gesamtwertung ‚zufrieden‘ oder ‚sehr zufrieden‘ zu Themen wie Organisation, Zeitersparnis, Lernkurve, etc. an. Durchführung der Evaluation […] zum Ende der Pilotphase sowie danach alle XX Monate.“',
  sentenceSource: 'Maßnahmensteckbrief, Indikator 2',
  readings: 'Welche Lesart zählt?',
  readingsTable: 'Lesarten und was sie heute bedeuten',
  reading: 'Lesart',
  means: 'Was gezählt wird',
  consequence: 'Was das heute bedeutet',
  notPossible:
    'Nicht auszählbar ist, wie zufrieden jede einzelne Person über alle Themen hinweg ist: Wer was geantwortet hat, ist nirgends gespeichert.',
  rhythm: 'Wie oft wird gemessen?',
  rhythmNow: (months: number) => `Alle ${number(months)} Monate`,
  monthsLabel: 'Abstand der Befragungen',
  months: 'Monate',
  /** "vorläufig, noch nicht beschlossen", or the resolution. */
  provisional: 'vorläufige Lesart, noch nicht beschlossen',
  proposedReading: (reading: string) => `vorgeschlagen ist „${reading}“`,
  line: (reading: string, basis: string) => `Lesart: ${reading} (${basis})`,
  ruled: (reading: string, basis: string) => `„${reading}“ (${basis})`,
  standing: (words: string, day: string) => `${words}, beschlossen am ${formatDay(day, 'de')}`,
  rhythmOpen:
    'Noch nicht beschlossen. Bis dahin wird nach der ersten keine weitere Befragung von selbst geplant.',
  rhythmProposed: (months: number) =>
    `Vorgeschlagen: alle ${number(months)} Monate. Bis zum Beschluss wird nach der ersten keine weitere Befragung von selbst geplant.`,

  propose: 'Vorschlagen',
  proposeReading: 'Lesart vorschlagen',
  proposeRhythm: 'Rhythmus vorschlagen',
  resolve: 'Beschluss eintragen',
  resolveReading: 'Beschluss zur Lesart eintragen',
  resolveRhythm: 'Beschluss zum Rhythmus eintragen',
  takeBack: 'Eintrag zurücknehmen',
  takeBackReading: 'Falschen Eintrag zur Lesart zurücknehmen',
  takeBackRhythm: 'Falschen Eintrag zum Rhythmus zurücknehmen',
  takeBackLead:
    'Danach ist die Frage wieder offen. Der falsche Eintrag und Ihr Grund bleiben unten nachlesbar.',
  reason: 'Warum war der Eintrag falsch?',
  saved: 'Der Eintrag ist gespeichert.',
  history: 'Alle Einträge',
  noHistory: 'Bisher hat niemand etwas vorgeschlagen oder beschlossen.',
  subject: 'Worum es geht',
  value: 'Inhalt',
  takenBack: (reason: string) => `zurückgenommen: ${reason}`,

  /** In sentences of the summary and the page; `value` is "71,4 % (110 von 154 Bewertungen)". */
  notDecided: (reading: string) =>
    `Welche Lesart des Ziels zählt, ist noch nicht beschlossen; vorläufig zählt die Lesart „${reading}“.`,
  counts: {
    'every-topic': (topic: string, value: string) =>
      `Nach der beschlossenen Lesart „Jedes Thema für sich“ zählt das Thema „${topic}“: ${value}.`,
    'all-ratings': (value: string) =>
      `Nach der beschlossenen Lesart „Alle Themen zusammen“ sind es ${value}.`,
    nothing: (reading: string) =>
      `Nach der beschlossenen Lesart „${reading}“ lässt sich noch kein Wert bilden, weil zu wenige Bewertungen der Themen vorliegen.`,
  },
  would: {
    plain: (round: string, value: string) => `In der Befragung „${round}“ ergibt das ${value}.`,
    topic: (round: string, topic: string, value: string) =>
      `In der Befragung „${round}“ ist das „${topic}“: ${value}.`,
    nothing: 'Dafür liegen noch nicht genug freigegebene Bewertungen vor.',
    leftOut: (count: number) =>
      count === 1
        ? 'Ein Thema mit zu wenigen Bewertungen bleibt außer Betracht.'
        : `${number(count)} Themen mit zu wenigen Bewertungen bleiben außer Betracht.`,
    rated: (phase: string, aim: string, word: string) => `Ziel ${phase} (${aim}): ${word}.`,
  },
  topic: (title: string) => `Thema „${title}“`,
  ratings: (counted: string) => `${counted} Bewertungen`,
  trendIsOverall: 'Der Verlauf zeigt die Gesamtfrage, nicht die beschlossene Lesart',
}
