// What stands behind a number, as plain data: ready to be laid out.

import type { Table } from '#app/charts/table.ts'

/** A way from a number to its evidence; `label` begins with what is seen of the link. */
export type EvidenceLink = { href: string; label: string }

export type ShownEvidence = {
  /** Of the figure: 'I1', 'no-show'. */
  key: string
  /** "Teilnehmende Kommunen" */
  name: string
  /** "11 von 28", or a word where there is no figure. */
  value: string
  lead: string
  /** What was counted, of what, how certain it is. */
  lines: string[]
  /** The passport, in the version by which was counted. */
  passport: [string, string][]
  /** The rows of which the number consists, as far as anybody may see them. */
  tables: Table[]
  /** What the rows add up to; null where there are none to add up. */
  recount: { sentence: string; isSame: boolean } | null
  /** What is not shown, and why. */
  notes: string[]
  /** The function of the database that counted, and the fingerprint of it that was frozen. */
  counting: { sqlObject: string; sqlSha256: string | null } | null
  /** Whether the releases of evaluations are what was counted. */
  restsOnReleases: boolean
}
