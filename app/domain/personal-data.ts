// The register of personal data, column by column: what for, how long, and what becomes of it. The tables stand in
// personal-data-tables.ts; a test compares them with the real database, so that nothing is stored unregistered.

import { TABLES } from '#app/domain/personal-data-tables.ts'

/** What a column is needed for. */
export const PURPOSES = [
  'account', // to be somebody here, and to be reached
  'sign-in', // to get in, and to keep others out
  'access', // to answer a request for access
  'belonging', // to know whom somebody serves and what somebody may do
  'training', // to plan workshops, seats and waiting lists
  'attendance', // to certify who was there
  'evaluation', // to ask, once each, without learning the answer
  'mail', // to tell people what concerns them
  'accountability', // to be able to say later who decided or changed something
] as const
export type Purpose = (typeof PURPOSES)[number]

/** Until when a column is kept. Days are counted by the jobs that forget. */
export const RETENTIONS = [
  'account', // until the account is erased
  'session', // at most a day
  'link', // a day after the link was used or ran out
  'limit', // a day
  'tap', // a week
  'busy-time', // a day after its end, a year at most
  'request', // ninety days after the decision
  'mail', // thirty days
  'training', // three years after the end of the year
  'round', // until the round is counted
  'matter', // as long as the matter itself, without a name after erasure
] as const
export type Retention = (typeof RETENTIONS)[number]

/**
 * What becomes of a column when a person is erased. `remove`: its row goes. `replace`: a neutral value takes its
 * place. `keep`: it stays, and leads to nobody any more, for the row of the person has no name by then.
 */
export type Erasure = 'remove' | 'replace' | 'keep'

export type PersonalColumn = {
  purpose: Purpose
  retention: Retention
  /** Whether it belongs to what a person gets on asking what is stored. Secrets and other people's names do not. */
  exported: boolean
  onErasure: Erasure
}

/** What is registered about a column: its entry, `plain` for one that says nothing about a person, or nothing. */
export function registered(table: string, column: string): PersonalColumn | 'plain' | undefined {
  const entry = TABLES[table]
  if (!entry) return undefined
  const personal = entry.personal[column]
  if (personal) return personal
  return entry.plain.includes(column) ? 'plain' : undefined
}

/** Every registered column, as 'table.column'. */
export function registeredColumns(): string[] {
  return Object.entries(TABLES).flatMap(([table, { personal, plain }]) =>
    [...Object.keys(personal), ...plain].map((column) => `${table}.${column}`),
  )
}
