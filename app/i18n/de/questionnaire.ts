import type { TextHint } from '#app/domain/text-hint.ts'
import type { Operator } from '#app/domain/condition.ts'
import type { AnswerError } from '#app/domain/answers.ts'
import type { DefinitionFinding, QuestionnaireKey } from '#app/domain/questionnaire.ts'

const name = {
  'workshop-feedback': 'Rückmeldung zum Workshop',
  'workshop-transfer': 'Nutzen des Workshops nach acht Wochen',
  'competence-centre': 'Bewertung der IT-Kompetenzstelle',
  'needs-assessment': 'Fortbildungsbedarf',
  'general-feedback': 'Allgemeine Zufriedenheit',
} satisfies Record<QuestionnaireKey, string>

/** Why answers were not taken; the form itself never sends such answers. */
const answerError = {
  unreadable: 'Die Antworten kamen unvollständig an. Bitte senden Sie sie noch einmal ab.',
  'unknown-question': 'Diese Frage gehört nicht zum Fragebogen.',
  'unknown-row': 'Dieses Thema gehört nicht zum Fragebogen.',
  'hidden-question':
    'Diese Frage wird bei Ihren übrigen Antworten nicht gestellt. Bitte lassen Sie sie frei.',
  'not-a-choice': 'Bitte wählen Sie eine der angebotenen Antworten.',
  'not-a-number': 'Bitte geben Sie eine ganze Zahl im angegebenen Bereich ein.',
  'not-a-text':
    'Der Text enthält ein Zeichen, das nicht gespeichert werden kann. Bitte schreiben Sie ihn neu.',
  empty: 'Bitte lassen Sie diese Frage ganz frei oder beantworten Sie sie.',
  'too-long': 'Bitte kürzen Sie den Text.',
} satisfies Record<AnswerError, string>

/** What speaks against a definition, said to those who write it. */
const finding = {
  'not-allowed': 'Diese Angabe ist in Fragebögen nicht vorgesehen.',
  missing: 'Hier fehlt eine Angabe.',
  'wrong-kind': 'Hier steht eine andere Art von Angabe, als gebraucht wird.',
  'bad-key':
    'Ein Schlüssel beginnt mit einem Kleinbuchstaben und enthält nur Kleinbuchstaben ohne Umlaute, Ziffern und Unterstriche.',
  'key-twice': 'Dieser Schlüssel kommt schon vor.',
  'too-long': 'Dieser Text ist zu lang.',
  'too-many': 'Das sind zu viele Einträge.',
  'too-few': 'Hier muss mindestens ein Eintrag stehen.',
  'too-big': 'Der Fragebogen ist zu umfangreich, oder seine Texte dürfen zusammen zu lang werden.',
  placeholder: 'Geschweifte Klammern sind in Texten nicht vorgesehen.',
  'not-the-scale':
    'Die Werte sind entweder die Skala (5, 4, 3, 2, 1 und 0 in dieser Reihenfolge) oder alle in Wörtern.',
  'bad-html':
    'Erlaubt sind nur Absätze, Zeilenumbrüche, Listen und Hervorhebungen (p, br, ul, ol, li, strong, em), ohne Angaben darin.',
  'external-address':
    'Adressen anderer Seiten sind in Fragebögen nicht erlaubt. Nennen Sie stattdessen, wo man etwas findet.',
  unstorable: 'Hier steht ein Zeichen, das nicht gespeichert werden kann. Bitte schreiben Sie den Text neu.',
  'wrong-range':
    'Die Zahlen liegen zwischen 0 und 1.000.000, und die kleinste ist nicht größer als die größte.',
  'unknown-type':
    'Diese Art gibt es hier nicht. Möglich sind radiogroup, checkbox, matrix, boolean, text, comment und html.',
  required: 'Jede Frage darf ausgelassen werden. Bitte streichen Sie „isRequired“.',
  'too-few-choices': 'Zur Wahl stehen mindestens zwei Antworten.',
  panel: 'Abschnitte sind hier Seiten. Bitte machen Sie aus dieser Gruppe eine eigene Seite.',
  rating: 'Bewertungen stehen hier als „radiogroup“ mit der Skala 5, 4, 3, 2, 1 und 0.',
  'too-deep': 'Die Angaben sind zu tief ineinander verschachtelt.',
  'not-json': 'Das ist kein JSON. Bitte prüfen Sie Klammern, Kommas und Anführungszeichen.',
  'not-understood': 'SurveyJS kann den Fragebogen so nicht lesen.',
  'wrong-solution': 'Was als richtig gilt, steht nicht zur Wahl.',
  'bad-condition':
    'Eine Bedingung vergleicht eine frühere Antwort mit etwas, das dort zur Wahl steht, zum Beispiel: {overall} <= 2.',
} satisfies Record<DefinitionFinding, string>

const survey = {
  submit: 'Antworten absenden',
  wholeNumber: 'Bitte geben Sie eine ganze Zahl ein.',
  sending: 'Ihre Antworten werden gesendet …',
  offline:
    'Sie sind gerade nicht mit dem Netz verbunden. Ihre Antworten sind noch da: Bitte senden Sie sie ab, sobald die Verbindung wieder steht.',
  signedOut:
    'Ihre Anmeldung ist abgelaufen. Ihre Antworten sind noch da: Melden Sie sich in einem zweiten Fenster an und senden Sie sie dann hier ab.',
  loading: 'Der Fragebogen wird geladen …',
  keepsDrafts: 'Auf diesem Gerät zwischenspeichern',
  draftKept:
    'Ihr Entwurf bleibt nur auf diesem Gerät und wird gelöscht, sobald Ihre Antworten angekommen sind. Nutzen auch andere diesen Rechner, schalten Sie das bitte aus.',
  hintTitle: 'Daran könnte man jemanden erkennen. Bitte schreiben Sie es allgemeiner.',
  moreHints: 'Weitere Stellen',
  hint: {
    'mail-address': 'eine E-Mail-Adresse',
    phone: 'eine Telefonnummer',
    address: 'eine Anschrift',
    person: 'eine Person',
    role: 'eine Stellung oder Aufgabe',
    place: 'ein Ort',
  } satisfies Record<TextHint, string>,
  draftNotKept:
    'Auf diesem Gerät wird nichts gespeichert. Wenn Sie die Seite verlassen, sind nicht gesendete Antworten weg.',
}

/** When a question is asked; of a scale, more means more satisfied. */
const comparison = {
  '=': (question, answer) => `„${question}“ = „${answer}“`,
  '<>': (question, answer) => `„${question}“ ist nicht „${answer}“`,
  '<': (question, answer) => `„${question}“ ist weniger als „${answer}“`,
  '<=': (question, answer) => `„${question}“ ist höchstens „${answer}“`,
  '>': (question, answer) => `„${question}“ ist mehr als „${answer}“`,
  '>=': (question, answer) => `„${question}“ ist mindestens „${answer}“`,
  contains: (question, answer) => `bei „${question}“ ist „${answer}“ angekreuzt`,
} satisfies Record<Operator, (question: string, answer: string) => string>

const asking = {
  yes: 'Ja',
  no: 'Nein',
  range: (min: number, max: number) => `Eine ganze Zahl von ${min} bis ${max}.`,
  onlyIf: (condition: string) => `Bitte nur beantworten, wenn gilt: ${condition}.`,
  join: { and: 'und', or: 'oder' },
  comparison,
}

export const questionnaire = { name, answerError, finding, survey, ...asking }
