// Somebody cannot use a page, and says so: no account, no name, an address only where an answer is wanted.

import { addMonths } from '#app/domain/calendar.ts'

export const BARRIER_LENGTH = 2_000
export const PAGE_LENGTH = 300

/**
 * Within a month: whoever has no answer by then may turn to the enforcement body of Saxony
 * (durchsetzungsstelle.sachsen.de, "Beschwerden an die Durchsetzungsstelle"); for bodies of the federation § 12b (4) BGG
 * says the same.
 */
const ANSWER_MONTHS = 1

/** The last day, 'YYYY-MM-DD', on which a report of this day is answered in time. */
export function answerBy(day: string): string {
  return addMonths(day, ANSWER_MONTHS)
}

/** Addresses of which the next part is a secret, or leads to one person's document. */
const SECRET_BELOW =
  /\/(login|invitation|reset|setup|offers|approvals|mail-settings|check-in|verify|calendar)\/[^\s/?#]+/g

/** The same text without the secrets of links: a report about '/offers/4f1c…' must not hand the offer on. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRET_BELOW, '/$1/…')
}
