// The figures behind a chart, as a table for screen and paper.

export type Column = {
  title: string
  /** Part of the width of a page; together 1. A screen finds its own. */
  width: number
  /** Numbers stand right-aligned, so that their digits stand under one another. */
  numeric?: boolean
}

export type Table = {
  caption: string
  columns: readonly Column[]
  /** The first cell of each row names it. */
  rows: readonly (readonly string[])[]
}
