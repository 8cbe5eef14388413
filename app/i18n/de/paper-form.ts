import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')

/** What stands on the paper. */
const sheet = {
  title: 'Papierbogen',
  subject: (title: string) => `Fragebogen auf Papier: ${title}`,
  office: 'IT-Kompetenzstelle',
  cover: (name: string) => `Für ${name}`,
  steps: [
    'Sie können diese Befragung auf Papier beantworten. Trennen Sie dieses Deckblatt ab und behalten Sie es.',
    'Legen Sie nur den Bogen in einen Umschlag ohne Absender und verschließen Sie ihn.',
  ],
  /** Where and until when; the last day is the one on which it must be typed in. */
  handIn: {
    office: (closesOn: string) =>
      `Geben Sie den Umschlag bei der Koordination der IT-Kompetenzstelle ab, am besten einige Tage vor dem ${day(closesOn)}: Der Bogen zählt nur, wenn er an diesem Tag eingegeben ist.`,
    releasers: (closesOn: string) =>
      `Geben Sie den Umschlag dort ab, wo Sie den Bogen bekommen haben, beim Personalrat oder bei einem Mitglied des Lenkungsausschusses und nicht bei der IT-Kompetenzstelle, am besten einige Tage vor dem ${day(closesOn)}: Der Bogen zählt nur, wenn er an diesem Tag eingegeben ist.`,
  },
  onPaper: 'Auf Papier',
  promises: [
    'Ihr Name steht nur auf diesem Deckblatt. Auf dem Bogen steht ein Code, der einmal gilt; welcher Code zu wem gehört, zeigt das System niemandem, und notieren darf es sich niemand.',
    'Versiegelt werden Ihre Antworten, sobald der Bogen eingegeben ist; dann wird er vernichtet. An Ihrer Handschrift könnte man Sie erkennen: Setzen Sie möglichst nur Kreuze.',
    'Geben Sie den Bogen niemandem sonst. Haben Sie schon am Bildschirm geantwortet, zählt nur, was zuerst da war.',
  ],
  code: 'Code',
  codeFacts: 'Angaben zum Bogen',
  instruction: 'Bitte kreuzen Sie an. Sie können jede Frage auslassen.',
  answer: 'Ihre Antwort',
  asked: 'Frage',
  yes: 'ja',
  no: 'nein',
  several: 'Mehrere Antworten sind möglich.',
  range: (min: number, max: number) => `Eine Zahl von ${number(min)} bis ${number(max)}`,
  file: 'papierboegen',
}

/** Where forms are printed. */
const print = {
  title: 'Papierbögen drucken',
  lead: 'Für Eingeladene, die nicht am Bildschirm antworten können oder wollen. Jeder Bogen hat ein Deckblatt mit dem Namen und einen Code, der einmal gilt.',
  rulesTitle: 'Damit es anonym bleibt',
  rules: [
    'Notieren Sie keine Codes und legen Sie von den gedruckten Bögen keine Kopie ab.',
    'Drucken Sie einseitig, sonst steht der Bogen auf der Rückseite des Deckblatts.',
    'Geben Sie die Bögen gefaltet oder im Umschlag aus. Das Deckblatt mit dem Namen wird abgetrennt, bevor der Bogen zurückkommt.',
    'Wie viele Bögen gedruckt wurden, steht im Protokoll und auf der Seite der Befragung; für wen, zeigt das System niemandem.',
    'Wird für dieselbe Person noch einmal gedruckt, gilt nur der neue Bogen.',
  ],
  people: 'Wer einen Bogen bekommt',
  peopleHint: 'Ob jemand schon geantwortet hat, ist hier nicht zu sehen. Dann zählt der Bogen nicht.',
  nobody: 'Zu dieser Befragung ist noch niemand eingeladen.',
  search: 'Name oder Kommune',
  shown: (count: number, total: number) =>
    count < total
      ? `Gezeigt sind die ersten ${number(count)} von ${number(total)}. Suchen Sie nach einem Namen oder einer Kommune.`
      : total === 1
        ? 'Eine eingeladene Person'
        : `${number(total)} eingeladene Personen`,
  print: 'Bögen drucken (PDF)',
  toPrint: 'Papierbögen drucken',
  toEntry: 'Papierbogen eingeben',
  section: 'Auf Papier',
  printed: (count: number) =>
    count === 0
      ? 'Bisher ist kein Papierbogen gedruckt.'
      : count === 1
        ? 'Gedruckt ist ein Papierbogen.'
        : `Gedruckt sind ${number(count)} Papierbögen.`,
  refusal: {
    'not-found': 'Diese Befragung gibt es nicht mehr.',
    'not-running': 'Diese Befragung läuft nicht. Papierbögen gibt es nur, solange geantwortet werden kann.',
    'not-invited':
      'Jemand aus Ihrer Auswahl ist nicht mehr eingeladen. Es ist nichts gedruckt; bitte laden Sie die Seite neu.',
  },
}

/** Where a form that came back is typed in. */
const entry = {
  title: 'Papierbogen eingeben',
  lead: 'Tippen Sie den Code und die Antworten genau so ein, wie sie auf dem Bogen stehen. Sie werden versiegelt wie jede andere Stimme.',
  rulesTitle: 'Was Sie wissen müssen',
  rules: [
    'Sie sehen Antworten, aber keinen Namen. Sprechen Sie mit niemandem darüber, und vernichten Sie den Bogen, sobald er eingegeben ist.',
    'Ein Code gilt einmal. Hat dieselbe Person schon geantwortet, zählt nur das Erste; das System sagt Ihnen nicht, ob es so war.',
    'Lassen Sie aus, was leer ist. Ändern oder ergänzen Sie nichts.',
  ],
  code: 'Code auf dem Bogen',
  codeHint: 'Zum Beispiel 7KCD-X3PM-W9VT. Groß- und Kleinschreibung und Striche sind gleich.',
  submit: 'Bogen abgeben',
  done: 'Der Bogen ist angenommen',
  doneText:
    'War zu diesem Code noch keine Stimme da, liegt sie jetzt versiegelt bei den anderen; sonst zählt die frühere. Der nächste Bogen kann eingegeben werden.',
  problem: {
    mistyped: 'Der Code ist so nicht richtig. Bitte vergleichen Sie ihn mit dem Bogen.',
    'unknown-code': 'Diesen Code gibt es zu dieser Befragung nicht, oder es wurde ein neuer Bogen gedruckt.',
  },
  closed: 'Diese Befragung läuft nicht. Der Bogen kann nicht mehr eingegeben werden.',
}

export const paperForm = { sheet, print, entry }
