import {
  MOST_OPEN_QUESTIONS,
  QUESTIONS_DAYS_AFTER,
  type AnswerQuestionRefusal,
  type AnswerTo,
  type AskRefusal,
  type RemoveQuestionRefusal,
} from '#app/domain/workshop-question.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const askRefusal = {
  'not-in-group':
    'Fragen stellt, wer einen Platz hat oder auf der Warteliste steht. Melden Sie sich bitte zuerst an, oder wenden Sie sich an die Koordination.',
  'called-off':
    'Dieser Workshop ist abgesagt; Fragen dazu nimmt er nicht mehr an. Die Koordination hilft Ihnen weiter.',
  closed: `Fragen nahm dieser Workshop bis ${QUESTIONS_DAYS_AFTER} Tage nach seinem Ende an. Die Koordination hilft Ihnen weiter.`,
  'too-many': `Es warten schon ${MOST_OPEN_QUESTIONS} Ihrer Fragen auf eine Antwort, oder Sie haben hier sehr viele gestellt. Warten Sie bitte eine Antwort ab, oder nehmen Sie eine Frage zurück.`,
} satisfies Record<AskRefusal, string>

const answerRefusal = {
  answered: 'Diese Frage ist schon beantwortet. Die Antwort steht unten.',
  gone: 'Diese Frage wurde zurückgenommen. Eine Antwort ist nicht mehr nötig.',
} satisfies Record<AnswerQuestionRefusal, string>

const removeRefusal = {
  'answered-to-all': 'Frage und Antwort sind schon an alle gegangen und bleiben deshalb stehen.',
  gone: 'Diese Frage ist schon zurückgenommen.',
} satisfies Record<RemoveQuestionRefusal, string>

const answerTo = {
  person: 'Nur wer gefragt hat',
  group: 'Alle mit einem Platz, und wer gefragt hat',
} satisfies Record<AnswerTo, string>

export const workshopQuestion = {
  askRefusal,
  answerRefusal,
  removeRefusal,
  answerTo,
  title: 'Fragen vor dem Workshop',
  lead: 'Was die Gruppe vorher wissen möchte.',
  section: 'Fragen an die Leitung',
  text: 'Die Leitung des Workshops sieht Ihren Namen und antwortet Ihnen per E-Mail.',
  body: 'Ihre Frage',
  mayName: 'Geht die Antwort an alle, darf mein Name dabeistehen',
  ask: 'Frage stellen',
  asked: 'Ihre Frage ist bei der Leitung. Die Antwort kommt per E-Mail und steht hier.',
  removed: 'Die Frage ist zurückgenommen.',
  answered: (count: number) =>
    count === 1
      ? 'Die Antwort an eine Person ist unterwegs.'
      : `Die Antwort an ${number(count)} Personen ist unterwegs.`,
  own: 'Meine Fragen',
  ofGroup: 'Fragen und Antworten für alle',
  open: 'Noch offen',
  openCount: (count: number) =>
    count === 0 ? 'Keine offene Frage' : count === 1 ? 'Eine offene Frage' : `${number(count)} offene Fragen`,
  done: 'Beantwortet',
  none: 'Bisher hat niemand etwas gefragt. Wer einen Platz hat oder wartet, findet das Feld dafür auf der Seite des Workshops.',
  waits: 'wartet auf Antwort',
  isAnswered: 'beantwortet',
  askedBy: (name: string) => `${name} fragt`,
  somebody: 'Jemand aus der Gruppe',
  you: 'Sie fragen',
  nameAllowed: 'Der Name darf dabeistehen.',
  nameWithheld: 'An alle geht die Frage ohne den Namen.',
  answer: 'Antwort',
  answerHint: 'Die Frage steht in der E-Mail schon dabei.',
  answerToLabel: 'Wer bekommt die Antwort?',
  send: 'Antwort senden',
  answeredBy: (author: string) => `${author} antwortet`,
  sentTo: {
    person: 'ging nur an die fragende Person',
    group: 'ging an alle mit einem Platz',
  } satisfies Record<AnswerTo, string>,
  remove: 'Frage zurücknehmen',
  removeOther: 'Frage entfernen',
  writeAnswer: 'Beantworten',
  todo: (title: string) => `Fragen zum Workshop: ${title}`,
  messages: 'Nachrichten an die Gruppe',
  toQuestions: 'Alle Fragen ansehen',
}
