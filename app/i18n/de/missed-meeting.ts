import type { MissedRefusal } from '#app/domain/missed-meeting.ts'
import { formatNumber, formatTimeRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const mails = (count: number) =>
  count === 1 ? 'Eine Person erhält eine E-Mail.' : `${number(count)} Personen erhalten eine E-Mail.`

const refusal = {
  'called-off': 'Der Workshop ist abgesagt. Seine Termine zählen ohnehin nicht.',
  'not-begun': 'Dieser Termin kommt erst noch. Verschieben Sie ihn, oder sagen Sie ihn ab.',
  'whole-workshop':
    'Inzwischen ist es der einzige Termin: Damit wäre der ganze Workshop abgesagt, und das lässt sich nicht zurücknehmen. Eingetragen ist noch nichts. Ist es so gemeint, bestätigen Sie es bitte noch einmal.',
  'evaluation-open':
    'Wer dabei war, ist schon um Rückmeldung zu diesem Workshop gebeten worden. Zurückziehen lässt sich das nicht, ohne zu verraten, wer geantwortet hat; deshalb bleibt der Termin bestehen, bis diese Befragung zu Ende ist. Berichtigen Sie bis dahin die Anwesenheit: Wer als abwesend erfasst ist, bekommt nichts angerechnet, und Bescheinigungen werden berichtigt.',
  'time-taken':
    'Zu dieser Zeit hat der Workshop inzwischen einen anderen Termin. Löschen oder verschieben Sie diesen zuerst, wenn Sie den Workshop bearbeiten.',
  'meeting-gone': 'Diesen Termin gibt es hier nicht mehr. Die Seite zeigt jetzt, wie es steht.',
} satisfies Record<MissedRefusal, string>

/** A meeting that had begun and did not take place. */
export const missedMeeting = {
  title: 'Termin hat nicht stattgefunden',
  which: 'Welcher Termin?',
  reason: 'Grund',
  reasonHint: 'Er steht in der E-Mail und auf der Seite des Workshops. Bitte nichts über eine Krankheit.',
  consequence: (count: number) =>
    `Der Termin zählt dann für niemanden, auch wenn schon Anwesenheit erfasst ist: nicht für Bescheinigungen, nicht als Fehlen, nicht in Zahlen. ${mails(count)} Sie können es zurücknehmen.`,
  only: (count: number) =>
    `Danach ist kein Termin mehr übrig: Der ganze Workshop gilt dann als abgesagt, und erfasste Anwesenheit zählt nicht. ${mails(count)} Das lässt sich nicht zurücknehmen.`,
  confirm: 'Als nicht stattgefunden eintragen',
  none: 'Noch hat kein Termin begonnen. Was erst kommt, können Sie verschieben oder absagen.',
  another: 'Noch einen Termin eintragen',
  marked: 'Eingetragen als nicht stattgefunden',
  line: (startsAt: Date, endsAt: Date, reason: string) =>
    `${formatTimeRange(startsAt, endsAt, 'de')}. Grund: ${reason}`,
  notice: (startsAt: Date, endsAt: Date, reason: string) =>
    `Dieser Termin hat nicht stattgefunden und zählt nicht: ${formatTimeRange(startsAt, endsAt, 'de')}. Grund: ${reason}`,
  back: 'Hat doch stattgefunden',
  backHint: 'Nehmen Sie das zurück, zählt der Termin wieder, mit der Anwesenheit, die zuletzt erfasst war.',
  done: 'Der Termin zählt nicht mehr.',
  doneBack: 'Der Termin zählt wieder. Bitte schließen Sie seine Anwesenheitsliste noch einmal ab.',
  refusal,
}
