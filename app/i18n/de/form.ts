import { formatNumber } from '#app/i18n/format.ts'

/** What can be wrong with a field, said as what is right. Keys are the field errors of app/http/form.ts. */
const error = {
  required: 'Diese Angabe fehlt noch.',
  'too-short': 'Bitte schreiben Sie etwas mehr.',
  'too-long': 'Bitte kürzen Sie den Text.',
  'too-small': 'Bitte geben Sie einen größeren Wert ein.',
  'too-big': 'Bitte geben Sie einen kleineren Wert ein.',
  'no-email': 'Bitte geben Sie eine ganze E-Mail-Adresse ein, zum Beispiel name@gemeinde.de.',
  'no-url': 'Bitte geben Sie eine ganze Adresse ein, zum Beispiel https://www.beispiel.de.',
  invalid: 'Bitte prüfen Sie diese Angabe.',
}

export const form = {
  error,
  smallest: (min: number) => `Bitte geben Sie mindestens ${formatNumber(min, 'de')} ein.`,
  biggest: (max: number) => `Bitte geben Sie höchstens ${formatNumber(max, 'de')} ein.`,
  problems: (count: number) =>
    count === 1 ? 'Bitte prüfen Sie eine Angabe' : `Bitte prüfen Sie ${count} Angaben`,
  problemOf: (label: string, sentence: string) => `${label.replace(/[.:?]$/, '')}: ${sentence}`,
  errorMark: 'Fehler:',
  optional: '(freiwillig)',
  choose: 'Bitte auswählen',
  atMost: (characters: number) => `Höchstens ${formatNumber(characters, 'de')} Zeichen.`,
  save: 'Speichern',
  send: 'Absenden',
  cancel: 'Abbrechen',
  filter: 'Anzeigen',
  filterLabel: 'Liste eingrenzen',
  filterMore: 'Weitere Filter',
  filterReset: 'Filter zurücksetzen',
  moreRules: 'Weitere Regeln',
}
