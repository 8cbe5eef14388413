import type { CheckInRefusal } from '#app/domain/check-in.ts'
import { formatNumber, formatTime } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const time = (instant: Date) => `${formatTime(instant, 'de')} Uhr`

const refusal = {
  'code-wrong':
    'Dieser Code gilt nicht oder nicht mehr. Bitte nehmen Sie den, der gerade im Raum zu sehen ist.',
  'too-early':
    'Für diesen Termin kann man noch nicht einchecken. Der Code erscheint zwei Stunden vor Beginn.',
  over: 'Der Termin ist vorbei. Waren Sie da? Dann sagen Sie es bitte der Trainerin oder dem Trainer.',
  'called-off': 'Der Workshop ist abgesagt. Hier ist nichts einzutragen.',
  'not-enrolled':
    'Sie stehen nicht auf der Liste dieses Termins. Gehen Sie bitte zur Trainerin oder zum Trainer: Dort werden Sie in einem Schritt aufgenommen.',
} satisfies Record<CheckInRefusal, string>

export const checkIn = {
  refusal,
  title: 'Einchecken',
  lead: 'Im Raum ist ein Code zu sehen. Scannen Sie ihn mit der Kamera oder tippen Sie ihn hier ein.',
  code: 'Code aus dem Raum',
  codeHint: 'Sechs Zeichen. Er wechselt jede halbe Minute.',
  codeMissing: 'Tippen Sie bitte den Code, der im Raum zu sehen ist.',
  go: 'Weiter',
  youAre: (name: string) => `Sie sind angemeldet als ${name}.`,
  confirm: 'Ich bin da',
  present: 'Sie sind als anwesend eingetragen.',
  presentText: 'Das ist gespeichert. Sie brauchen nichts weiter zu tun.',
  kept: (opens: Date) => `Ihre Ankunft ist notiert. Ab ${time(opens)} zählen Sie als anwesend.`,
  keptText: 'Das ist gespeichert und geschieht von selbst.',
  otherwise: 'Ihre Ankunft ist gespeichert.',
  otherwiseText:
    'In der Liste steht schon etwas anderes. Die Trainerin oder der Trainer sieht, dass Sie da sind, und entscheidet.',
  toMine: 'Zu meinen Terminen',
  again: 'Anderen Code eingeben',
  screen: {
    title: 'Einchecken',
    scan: 'Bitte scannen Sie diesen Code',
    type: (address: string) => `Oder öffnen Sie ${address} und tippen Sie:`,
    picture: 'QR-Code zum Einchecken',
    changes: 'Er wechselt jede halbe Minute. Lassen Sie diese Seite im Raum sichtbar.',
    reload: 'Neuen Code zeigen',
    plain: 'Ohne JavaScript wechselt der Code hier nicht von selbst.',
    toList: 'Zur Anwesenheitsliste',
    lost: 'Die Verbindung ist unterbrochen. Sie wird von selbst wieder aufgenommen.',
    tooMany: 'Zurzeit sind zu viele solcher Seiten offen. Bitte laden Sie diese in einer Minute neu.',
    from: (opens: Date) => `Der Code erscheint hier ab ${time(opens)}, zwei Stunden vor Beginn.`,
    early: (opens: Date) => `Wer jetzt eincheckt, wird notiert und zählt ab ${time(opens)} als anwesend.`,
    over: 'Der Termin ist vorbei, der Code gilt nicht mehr.',
    calledOff: 'Der Workshop ist abgesagt.',
    arrivals: 'Angekommen',
    arrived: (count: number, all: number) => `${number(count)} von ${number(all)} sind angekommen.`,
    /** The same for the browser, which counts by itself. */
    arrivedLive: '{count} von {all} sind angekommen.',
    at: '{name}, {time} Uhr',
    nobody: 'Noch ist niemand angekommen.',
  },
}
