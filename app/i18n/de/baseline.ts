// Where a figure stood before the work began.

import type { BaselineRefusal } from '#app/domain/baseline.ts'
import { formatDay } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')

const refusal = {
  'no-such-figure':
    'Für diese Kennzahl lässt sich kein Ausgangswert eintragen. Bitte wählen Sie eine andere.',
  'value-too-big': 'Ein Anteil kann nicht größer als 100 % sein.',
  'value-not-whole':
    'Gezählt wird hier in ganzen Zahlen. Bitte tragen Sie den Wert ohne Nachkommastellen ein.',
  'value-too-fine': 'Bitte tragen Sie höchstens zwei Nachkommastellen ein.',
  'day-to-come': 'Der Tag liegt in der Zukunft. Ein Ausgangswert gilt für einen Tag, der schon war.',
  'reason-missing':
    'Für diese Kennzahl gibt es schon einen Ausgangswert. Bitte nennen Sie den Grund, aus dem der neue ihn ersetzt; beide bleiben lesbar.',
  'nothing-to-correct':
    'Für diese Kennzahl ist kein Ausgangswert eingetragen, der zurückgenommen werden könnte.',
} satisfies Record<BaselineRefusal, string>

export const baseline = {
  refusal,
  title: 'Ausgangswerte',
  lead:
    'Wo eine Kennzahl stand, bevor die Arbeit begann: ein Wert aus einer anderen Quelle, mit dem Tag, für den er gilt. Die ' +
    'Koordination trägt ihn ein; er steht neben der Kennzahl und wird mit jedem Bericht festgehalten.',
  caption: 'Ausgangswerte, in der Reihenfolge der Kennzahlen',
  note:
    'Ein Unterschied zum Ausgangswert wird nicht ausgerechnet und nicht Veränderung genannt: Wie der Wert erhoben wurde und wie ' +
    'sicher er ist, weiß nur seine Quelle.',
  figure: 'Kennzahl',
  value: 'Ausgangswert',
  asOf: 'Gilt für den',
  source: 'Quelle',
  sourceHint: 'Wo der Wert nachzulesen ist, zum Beispiel „Umfrage des Landkreises 2024, Seite 12“.',
  none: 'noch keiner',
  isDivided: 'keiner möglich, die Kennzahl hat für jedes Thema einen eigenen Wert',
  enter: 'Ausgangswert eintragen',
  enterLead:
    'Gibt es schon einen, ersetzt der neue ihn, sobald Sie den Grund nennen. Berichte, die schon festgeschrieben sind, ändern sich nicht.',
  takeBack: 'Falschen Ausgangswert zurücknehmen',
  takeBackLead:
    'Die Kennzahl hat danach keinen Ausgangswert mehr. Der falsche Eintrag bleibt unten mit Ihrem Grund lesbar.',
  reason: 'Grund',
  reasonHint: 'Nur nötig, wenn der Wert einen früheren ersetzt.',
  saved: 'Der Ausgangswert ist eingetragen.',
  takenBack: 'Der Ausgangswert ist zurückgenommen.',
  history: 'Alle Einträge zu Ausgangswerten',
  noHistory: 'Noch ist kein Ausgangswert eingetragen.',
  withdrawn: 'zurückgenommen, kein Ausgangswert',
  by: 'Eingetragen von',
  at: 'Eingetragen',
  said: (value: string, asOf: string) => `Ausgangswert ${value} am ${day(asOf)}`,
  saidWithSource: (value: string, asOf: string, source: string) =>
    `${value} am ${day(asOf)} (Quelle: ${source})`,
}
