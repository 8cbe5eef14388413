import type { MailKind } from '#app/domain/mail.ts'
import { SUBJECT_LENGTH, type MailTextRefusal } from '#app/domain/mail-text.ts'
import type { Locale } from '#app/domain/locale.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'

/** When a mail is written, and who gets it. */
const occasion = {
  invitation: { when: 'Jemand wird aufgenommen oder erneut eingeladen.', to: 'diese Person' },
  reset: { when: 'Jemand hat das Passwort vergessen.', to: 'diese Person' },
  'login-link': { when: 'Jemand möchte sich ohne Passwort einloggen.', to: 'diese Person' },
  'access-requested': { when: 'Jemand bittet um Zugang.', to: 'Koordination' },
  'access-declined': { when: 'Eine Bitte um Zugang wird abgelehnt.', to: 'wer darum gebeten hat' },
  'barrier-reported': { when: 'Jemand meldet eine Barriere.', to: 'Koordination' },
  'enrolment-confirmed': { when: 'Jemand bekommt einen Platz.', to: 'diese Person' },
  'enrolment-waiting': { when: 'Jemand kommt auf die Warteliste.', to: 'diese Person' },
  'enrolment-offered': { when: 'Jemandem wird ein Platz angeboten.', to: 'diese Person' },
  'enrolment-promoted': { when: 'Jemand rückt von der Warteliste nach.', to: 'diese Person' },
  'enrolment-room': { when: 'Jemand rückt vom Online-Platz in den Raum nach.', to: 'diese Person' },
  'enrolment-excused': { when: 'Jemand sagt nach der Abmeldefrist ab.', to: 'diese Person' },
  'absence-noticed': { when: 'Jemand sagt nach der Abmeldefrist ab.', to: 'die Leitung des Workshops' },
  'substitute-answered': {
    when: 'Eine Vertretung sagt zu, sagt ab oder antwortet nicht.',
    to: 'wer sie benannt hat',
  },
  'enrolment-requested': {
    when: 'Jemand meldet sich an, und die Kommune oder Dienststelle genehmigt Teilnahmen.',
    to: 'diese Person',
  },
  'enrolment-approved': { when: 'Eine Teilnahme ist genehmigt.', to: 'diese Person' },
  'enrolment-rejected': { when: 'Eine Teilnahme ist nicht genehmigt.', to: 'diese Person' },
  'approval-asked': { when: 'Eine Teilnahme ist zu genehmigen.', to: 'wer sie genehmigt' },
  'approval-reminder': {
    when: 'Eine Genehmigung steht nach einigen Arbeitstagen noch aus.',
    to: 'wer sie genehmigt, und die Vertretung',
  },
  'approval-moved': {
    when: 'Ein Workshop wird verschoben, während eine Genehmigung aussteht.',
    to: 'wer sie genehmigt, und die Vertretung, wenn sie schon gefragt war',
  },
  'approval-inform': {
    when: 'Jemand hat einen Platz, und die Kommune oder Dienststelle möchte davon wissen.',
    to: 'wer informiert wird',
  },
  'approval-lapsed': {
    when: 'Bis zur Frist hat niemand über eine Genehmigung entschieden.',
    to: 'wer genehmigt, und die Vertretung',
  },
  'enrolment-lapsed': { when: 'Ein angebotener Platz wurde nicht angenommen.', to: 'diese Person' },
  'enrolment-withdrawn': { when: 'Jemand ist abgemeldet oder verlässt die Warteliste.', to: 'diese Person' },
  'workshop-changed': {
    when: 'Ort oder Zeit eines Workshops ändern sich.',
    to: 'alle, die angemeldet sind oder warten',
  },
  'workshop-called-off': {
    when: 'Ein Workshop wird abgesagt.',
    to: 'alle, die angemeldet sind oder warten, und die Leitung',
  },
  'workshop-rest-called-off': {
    when: 'Von einem Workshop, der begonnen hat, werden die weiteren Termine abgesagt.',
    to: 'alle, die angemeldet sind oder warten, und die Leitung',
  },
  'workshop-meeting-missed': {
    when: 'Ein Termin hat nicht stattgefunden, oder zählt doch wieder.',
    to: 'alle mit einem Platz und die Leitung',
  },
  'workshop-going': {
    when: 'Es ist entschieden, dass ein Workshop stattfindet.',
    to: 'alle, die angemeldet sind oder warten, und die Leitung',
  },
  'workshop-merged': {
    when: 'Ein Workshop wird mit einem anderen Termin zusammengelegt.',
    to: 'alle, die angemeldet sind oder warten, und die Leitung',
  },
  'workshop-given': {
    when: 'Jemand anderes teilt eine Trainerin oder einen Trainer ein.',
    to: 'diese Person',
  },
  'workshop-taken': {
    when: 'Jemand anderes gibt einen Workshop in andere Hände.',
    to: 'wer ihn bisher leitete',
  },
  'led-changed': { when: 'Jemand anderes ändert Ort oder Zeit eines Workshops.', to: 'die Leitung' },
  'series-changed': {
    when: 'Ort oder Zeit mehrerer Termine einer Serie ändern sich.',
    to: 'alle, die angemeldet sind oder warten, je eine E-Mail',
  },
  'workshop-message': { when: 'Die Leitung schreibt der Gruppe.', to: 'die gewählte Gruppe' },
  'workshop-reminder': {
    when: 'Drei Tage und einen Tag vor dem Beginn, wie eingestellt.',
    to: 'alle mit einem Platz',
  },
  'workshop-question': { when: 'Jemand stellt eine Frage zum Workshop.', to: 'die Leitung des Workshops' },
  'workshop-answer': {
    when: 'Die Leitung beantwortet eine Frage.',
    to: 'wer gefragt hat, oder alle mit einem Platz',
  },
  'proof-confirmed': { when: 'Ein Nachweis von anderswo ist bestätigt.', to: 'diese Person' },
  'proof-returned': { when: 'Ein Nachweis von anderswo wird zurückgegeben.', to: 'diese Person' },
  'certificate-issued': { when: 'Eine Teilnahmebescheinigung ist ausgestellt.', to: 'diese Person' },
  'certificate-revoked': { when: 'Eine Teilnahmebescheinigung wird widerrufen.', to: 'diese Person' },
  'certificate-not-earned': {
    when: 'Jemand war zu wenig dabei für eine Teilnahmebescheinigung.',
    to: 'diese Person',
  },
  'officer-month': { when: 'Am ersten Arbeitstag im Monat.', to: 'Fortbildungsverantwortliche' },
  'date-suggestions': {
    when: 'Am ersten Arbeitstag im Monat, wenn etwas passt.',
    to: 'wer es eingeschaltet hat',
  },
  digest: {
    when: 'Täglich oder montags um 7 Uhr, wenn etwas gewartet hat.',
    to: 'wer Zusammenfassungen gewählt hat',
  },
  'walk-in-recorded': {
    when: 'Jemand kam ohne Anmeldung und wurde vor Ort aufgenommen.',
    to: 'wer aufgenommen wurde',
  },
  'list-unfinished': {
    when: 'Am Morgen nach einem Termin ist die Anwesenheitsliste nicht fertig.',
    to: 'wer den Workshop leitet',
  },
  'list-overdue': { when: 'Drei Tage nach einem Termin ist die Liste nicht fertig.', to: 'Koordination' },
  'objection-raised': { when: 'Jemand sagt: Das stimmt nicht.', to: 'wer den Workshop leitet' },
  'objection-decided': { when: 'Über einen Einwand ist entschieden.', to: 'wer ihn gesendet hat' },
  'round-planned': {
    when: 'Der Turnus plant die nächste Befragung zur IT-Kompetenzstelle oder verschiebt sie.',
    to: 'Koordination',
  },
  'round-missed': {
    when: 'Die Tage einer geplanten Befragung sind vorbei, ohne dass sie begonnen hat.',
    to: 'Koordination',
  },
  'trustee-named': {
    when: 'Für eine Befragung sind Treuhandpersonen benannt.',
    to: 'beide Treuhandpersonen',
  },
  'trustee-wanted': {
    when: 'Eine Befragung wartet auf eine Treuhandperson: auf Kennwort, Notfallblatt oder Probe.',
    to: 'diese Treuhandperson',
  },
  'trustee-count': {
    when: 'Eine Befragung ist beendet und wartet auf die Kennwörter, oder die andere Hälfte liegt bereit.',
    to: 'Treuhandpersonen, die noch nicht geöffnet haben',
  },
  'evaluation-invitation': { when: 'Eine Befragung beginnt.', to: 'alle, die gefragt werden' },
  'evaluation-reminder': {
    when: 'Eine Befragung endet bald.',
    to: 'wer noch nicht geantwortet hat; die Liste sieht niemand',
  },
  'report-due': {
    when: 'Ein Berichtszeitraum ist vorbei; zwei Wochen später noch einmal, wenn der Bericht fehlt.',
    to: 'Koordination',
  },
  'report-released': { when: 'Ein Bericht ist freigegeben.', to: 'Lenkungsausschuss' },
} satisfies Record<MailKind, { when: string; to: string }>

const language = { de: 'Deutsch', en: 'Englisch' } satisfies Record<Locale, string>

const braced = (names: readonly string[]) =>
  formatList(
    names.map((name) => `{{${name}}}`),
    'de',
  )

export const mailText = {
  title: 'E-Mail-Texte',
  lead: 'Jede E-Mail, die Lernkreis von sich aus schreibt: wann, an wen und in welchen Worten.',
  occasion,
  language,
  kind: 'E-Mail',
  when: 'Wann',
  to: 'An wen',
  texts: 'Text',
  own: 'eigener Text',
  builtIn: 'mitgelieferter Text',
  fixed: 'setzt sich aus anderen E-Mails zusammen',
  fixedText:
    'Diese E-Mail hat keinen eigenen Text: In ihr stehen die E-Mails, die gewartet haben, jede mit ihrem Text.',
  editLanguage: (name: string) => `${name} bearbeiten`,
  subject: 'Betreff',
  subjectHint: `Höchstens ${SUBJECT_LENGTH} Zeichen.`,
  body: 'Text',
  bodyHint: 'Reiner Text. Anrede, Gruß und Absender stehen immer darum herum.',
  placeholders: 'Platzhalter',
  placeholdersText:
    'Lernkreis setzt dafür ein, was in der jeweiligen E-Mail gilt. Was fett steht, muss im Text vorkommen.',
  placeholder: 'Platzhalter',
  example: 'Beispiel',
  mandatory: 'muss vorkommen',
  preview: 'Vorschau',
  previewText: 'Mit erfundenen Angaben.',
  previewOfTyped: 'So sähe Ihr Text aus. Gespeichert ist er noch nicht.',
  showPreview: 'Vorschau ansehen',
  save: 'Text speichern',
  saved: 'Gespeichert. Ab jetzt gehen diese E-Mails mit diesem Text hinaus, auch die, die noch warten.',
  reset: 'Mitgelieferten Text wiederherstellen',
  resetDone: 'Es gilt wieder der mitgelieferte Text. Ihre Fassungen bleiben unten erhalten.',
  builtInTitle: 'Mitgelieferter Text',
  history: 'Frühere Fassungen',
  noHistory: 'Bisher gilt der mitgelieferte Text; eine eigene Fassung gab es nicht.',
  versionOf: (version: number, author: string) => `Fassung ${formatNumber(version, 'de')}, ${author}`,
  wasReset: 'Zurück zum mitgelieferten Text',
  fallback:
    'Lässt sich eine Angabe einmal nicht einsetzen, geht der mitgelieferte Text hinaus. Niemand bekommt eine E-Mail mit Platzhaltern.',
  problem: {
    markup: 'E-Mails sind reiner Text. Bitte schreiben Sie ohne Auszeichnungen in spitzen Klammern.',
    braces: 'Eine geschweifte Klammer ist übrig. Platzhalter sehen so aus: {{link}}.',
    unknown: (names: readonly string[]) =>
      names.length === 1
        ? `Diesen Platzhalter gibt es hier nicht: ${braced(names)}. Die möglichen stehen unter dem Formular.`
        : `Diese Platzhalter gibt es hier nicht: ${braced(names)}. Die möglichen stehen unter dem Formular.`,
    missing: (names: readonly string[]) =>
      `Im Text ${names.length === 1 ? 'fehlt' : 'fehlen'} noch ${braced(names)}. Ohne das wüsste niemand, worum es geht oder was zu tun ist.`,
  },
  refusal: {
    'changed-meanwhile':
      'Jemand hat diesen Text geändert, während Sie daran gearbeitet haben. Ihre Eingaben stehen noch hier, die andere Fassung steht unter „Frühere Fassungen“. Speichern Sie noch einmal, gilt Ihre.',
  } satisfies Record<MailTextRefusal, string>,
  area: 'Was in den E-Mails steht, in Ihren Worten.',
}
