// A made-up round in which everybody may try to tell whose answer is whose.

import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

export const sandbox = {
  page: 'Wie anonym ist das?',
  toAnonymity: 'Wie anonym ist das? Genau nachlesen',
  annex: 'Als Anlage zum Datenschutz herunterladen (Markdown)',
  try: 'Versuchen Sie, eine Antwort zuzuordnen',
  title: 'Versuchen Sie, eine Antwort zuzuordnen',
  lead: 'Eine erfundene Befragung. Sieben Personen waren eingeladen, fünf haben geantwortet. Versiegelt und gemischt wurde sie gerade eben, mit demselben Programm wie eine echte.',
  knowTitle: 'Was Sie wissen',
  know: 'Sie sehen alles, was jemand sieht, der die Datenbank verwaltet. Und noch mehr: Nehmen wir an, Sie haben allen über die Schulter geschaut und kennen die Reihenfolge, in der sie geantwortet haben.',
  order: 'Geantwortet haben nacheinander',
  invitations: 'Einladungen, wie sie in der Datenbank liegen',
  person: 'Person',
  used: 'Geantwortet',
  yes: 'ja',
  no: 'nein',
  envelopes: 'Umschläge, wie sie in der Datenbank liegen',
  envelope: (nth: number) => `Umschlag ${number(nth)}`,
  envelopeHeader: 'Umschlag',
  content: 'Inhalt (Anfang)',
  length: 'Länge',
  bytes: (count: number) => `${number(count)} Bytes`,
  dump: 'Dasselbe als Sicherung der Datenbank',
  guessTitle: 'Wessen Umschlag ist das?',
  guess: (name: string) => `${name}s Umschlag`,
  resolve: 'Auflösen',
  again: 'Neue Befragung, noch einmal raten',
  solved: 'Auflösung',
  right: (count: number, of: number) =>
    count === 0
      ? `Sie haben keinen von ${number(of)} Umschlägen richtig zugeordnet.`
      : count === 1
        ? `Sie haben einen von ${number(of)} Umschlägen richtig zugeordnet.`
        : `Sie haben ${number(count)} von ${number(of)} Umschlägen richtig zugeordnet.`,
  chance:
    'Wer blind rät, trifft im Durchschnitt genau einen, egal wie viele Umschläge es sind. Versuchen Sie es ein paarmal: Es wird nicht besser.',
  owner: 'War von',
  yourGuess: 'Sie haben geraten',
  none: 'nicht geraten',
  rating: 'Darin lag',
  ratingOf: (value: number) => `Gesamtwertung ${number(value)} von 5`,
  whyTitle: 'Warum Sie nur raten konnten',
  why: [
    'Nach jeder Antwort wurden alle Einladungen und alle Umschläge neu geschrieben, in zufälliger Reihenfolge. Der erste Umschlag ist nicht der erste, der kam.',
    'Jeder Umschlag ist mit einem frischen Schlüssel versiegelt und gleich lang, auch wenn jemand viel schreibt oder in einer anderen Schrift. Zwei gleiche Antworten sehen so verschieden aus wie zwei verschiedene.',
    'Sie sehen hier, was in den Umschlägen lag, weil diese Befragung erfunden ist. Eine echte wird erst bei der Auszählung geöffnet, alle Umschläge auf einmal, und danach gibt es nur noch Summen und gemischte Anmerkungen.',
  ],
  limitTitle: 'Was Sie nicht ausprobieren konnten',
  limit:
    'Wer die Datenbank bei jeder einzelnen Antwort kopiert, sieht, welcher Umschlag neu ist. Er bleibt verschlossen, aber er ist dann einer Person zugeordnet. Wer außerdem den Schlüssel hat, kann ihn öffnen. Deshalb gibt es Treuhandpersonen.',
  broken: 'Diese Befragung ist nicht mehr da. Hier ist eine neue.',
}
