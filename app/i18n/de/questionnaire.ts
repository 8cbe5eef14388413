import type { AnswerError } from '#app/domain/answers.ts'
import type { DefinitionFinding, QuestionnaireKey } from '#app/domain/questionnaire.ts'

const name = {
  'workshop-feedback': 'Rückmeldung zum Workshop',
  'competence-centre': 'Bewertung der IT-Kompetenzstelle',
} satisfies Record<QuestionnaireKey, string>

/** Why answers were not taken; the form itself never sends such answers. */
const answerError = {
  unreadable: 'Die Antworten kamen unvollständig an. Bitte senden Sie sie noch einmal ab.',
  'unknown-question': 'Diese Frage gehört nicht zum Fragebogen.',
  'unknown-row': 'Dieses Thema gehört nicht zum Fragebogen.',
  'hidden-question':
    'Diese Frage wird bei Ihren übrigen Antworten nicht gestellt. Bitte lassen Sie sie frei.',
  'not-a-choice': 'Bitte wählen Sie eine der angebotenen Antworten.',
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
  'not-the-scale': 'Die Werte sind 5, 4, 3, 2, 1 und 0 in dieser Reihenfolge.',
  'wrong-solution': 'Was als richtig gilt, steht nicht zur Wahl.',
  'bad-condition': 'Eine Bedingung vergleicht frühere Bewertungen mit Zahlen, zum Beispiel: {overall} <= 2.',
} satisfies Record<DefinitionFinding, string>

const survey = {
  submit: 'Antworten absenden',
  sending: 'Ihre Antworten werden gesendet …',
  offline:
    'Sie sind gerade nicht mit dem Netz verbunden. Ihre Antworten sind noch da: Bitte senden Sie sie ab, sobald die Verbindung wieder steht.',
  signedOut:
    'Ihre Anmeldung ist abgelaufen. Ihre Antworten sind noch da: Melden Sie sich in einem zweiten Fenster an und senden Sie sie dann hier ab.',
  loading: 'Der Fragebogen wird geladen …',
  keepsDrafts: 'Auf diesem Gerät zwischenspeichern',
  draftKept:
    'Ihr Entwurf bleibt nur auf diesem Gerät und wird gelöscht, sobald Ihre Antworten angekommen sind. Nutzen auch andere diesen Rechner, schalten Sie das bitte aus.',
  draftNotKept:
    'Auf diesem Gerät wird nichts gespeichert. Wenn Sie die Seite verlassen, sind nicht gesendete Antworten weg.',
}

export const questionnaire = { name, answerError, finding, survey }
