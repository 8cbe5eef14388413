// Materials of a course or of one workshop: when they are shown, and to whom.

export const SHOWN_TO = ['everybody', 'seated', 'attended'] as const
/** Everybody, those with a place, those who were there. */
export type ShownTo = (typeof SHOWN_TO)[number]

export type MaterialRefusal = 'changed-meanwhile' | 'file-or-link' | 'never-shown'

type Rule = { shownBefore: boolean; shownAfter: boolean; shownTo: ShownTo }

/** How somebody stands to a workshop; whoever leads it sees everything. */
export type Reader = { leads: boolean; isSeated: boolean; hasAttended: boolean }

/** Whether a material is shown on the page of a workshop. "Before" lasts until its end: it is used in it, too. */
export function isShown(rule: Rule, reader: Reader, workshop: { endsAt: Date }, now: Date): boolean {
  if (reader.leads) return true
  const isTime = now < workshop.endsAt ? rule.shownBefore : rule.shownAfter
  return isTime && isFor(rule.shownTo, reader)
}

function isFor(shownTo: ShownTo, reader: Reader): boolean {
  if (shownTo === 'everybody') return true
  return shownTo === 'seated' ? reader.isSeated : reader.hasAttended
}

/** A place that somebody has or had in a workshop of a course. */
export type OwnPlace = { endsAt: Date; hasAttended: boolean }

/**
 * Whether a material of a course is shown on the page of the course: to everybody if it is theirs before a
 * workshop, and to those who have or had a place as on the page of their workshop.
 */
export function isShownInCourse(rule: Rule, leads: boolean, places: readonly OwnPlace[], now: Date): boolean {
  if (leads || (rule.shownTo === 'everybody' && rule.shownBefore)) return true
  return places.some(({ endsAt, hasAttended }) =>
    isShown(rule, { leads: false, isSeated: true, hasAttended }, { endsAt }, now),
  )
}

/** The list with one entry moved one place up or down; at the ends it stays. */
export function moved<T extends { id: string }>(inOrder: readonly T[], id: string, by: -1 | 1): T[] {
  const from = inOrder.findIndex((one) => one.id === id)
  const to = from + by
  const order = [...inOrder]
  const one = order[from]
  if (one === undefined || to < 0 || to >= order.length) return order
  order.splice(from, 1)
  order.splice(to, 0, one)
  return order
}
