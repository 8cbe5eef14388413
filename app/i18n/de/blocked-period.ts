import type { BlockedPeriodRefusal } from '#app/domain/blocked-period.ts'
import { formatDay, formatList, formatNumber, formatShortDay } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const days = (fromDate: string, untilDate: string) =>
  fromDate === untilDate
    ? formatShortDay(fromDate, 'de')
    : `${formatShortDay(fromDate, 'de')} bis ${formatShortDay(untilDate, 'de')}`

/** Who has blocked a day, and why. */
type Blocking = { organisation: string; reason: string }
/** So many are named; a whole district at the closing of the year is a number. */
const MOST_NAMED = 6

const refusal = {
  'ends-before-start': 'Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.',
  over: 'Diese Tage sind schon vorbei. Sperren lassen sich heute und kommende Tage.',
  'too-long':
    'Mehr als ein Jahr am Stück lässt sich nicht sperren. Tragen Sie bitte nur die Tage ein, an denen wirklich niemand kann.',
  overlaps:
    'Von diesen Tagen ist schon mindestens einer gesperrt. Löschen Sie zuerst den alten Eintrag, oder wählen Sie andere Tage.',
  'page-outdated':
    'Diese Seite war nicht mehr aktuell. Bitte öffnen Sie sie neu, und tragen Sie die Tage noch einmal ein.',
} satisfies Record<BlockedPeriodRefusal, string>

/** Days on which an organisation cannot spare its people. */
export const blockedPeriod = {
  title: 'Gesperrte Tage',
  lead: (organisation: string) =>
    `Tage, an denen „${organisation}“ niemanden entbehren kann: Wahl, Umzug, Jahresabschluss.`,
  explained:
    'Wer sich an einem solchen Tag anmeldet oder angemeldet wird, liest einen Hinweis mit Ihrem Grund und kann trotzdem weitermachen. Auch wer Workshops plant, liest ihn.',
  coming: 'Was kommt',
  none: 'Zurzeit ist kein Tag gesperrt.',
  change: 'Gesperrte Tage ändern',
  add: 'Tage sperren',
  fromDate: 'Erster Tag',
  untilDate: 'Letzter Tag',
  untilDateHint: 'Leer gelassen: nur der erste Tag.',
  reason: 'Grund',
  reasonHint: 'In wenigen Worten, ohne Namen von Personen: „Wahl“, „Umzug ins neue Rathaus“.',
  block: 'Sperren',
  when: 'Wann',
  free: 'Löschen',
  freeLabel: (fromDate: string, untilDate: string) => `Sperre löschen: ${days(fromDate, untilDate)}`,
  days,
  why: (reason: string, organisation: string | null) =>
    organisation === null ? reason : `${reason} (eingetragen für „${organisation}“)`,
  blocked: 'Die Tage sind gesperrt.',
  freed: 'Die Sperre ist gelöscht.',
  refusal,

  warningTitle: 'An diesem Tag sperrt Ihre Kommune oder Dienststelle',
  warning: ({ organisation, reason }: Blocking, fromDate: string, untilDate: string) =>
    `„${organisation}“ hat gesperrt: ${days(fromDate, untilDate)}, ${reason}.`,
  planned: (day: string, blocking: readonly Blocking[]) => {
    const named = blocking
      .slice(0, MOST_NAMED)
      .map(({ organisation, reason }) => `${organisation} (${reason})`)
    const more = blocking.length - named.length
    const who = formatList(more > 0 ? [...named, `${number(more)} weitere`] : named, 'de')
    return blocking.length === 1
      ? `Am ${formatDay(day, 'de')} hat eine Kommune oder Dienststelle gesperrt: ${who}.`
      : `Am ${formatDay(day, 'de')} haben ${number(blocking.length)} Kommunen oder Dienststellen gesperrt: ${who}.`
  },
}
