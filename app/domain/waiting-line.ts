// Who is next where many want the same thing at once: everybody's first before anybody's second.

export type Waiting = { owner: string }

export type LineLimits = {
  /** So many wait at most, whoever they are. */
  most: number
  /** And so many of one person, or a single one could fill the line for everybody. */
  mostOfOne: number
}

/** Why nobody else is taken into the line. */
export type LineRefusal = 'full' | 'enough'

export function lineRefusal(
  waiting: readonly Waiting[],
  owner: string,
  { most, mostOfOne }: LineLimits,
): LineRefusal | null {
  if (waiting.length >= most) return 'full'
  return waiting.filter((one) => one.owner === owner).length >= mostOfOne ? 'enough' : null
}

/** Served in turns: in each of them everybody comes once. */
export type InTurn = Waiting & { turn: number }

/**
 * In which turn somebody new comes: in the present one, or in the one after their own last. `open` are those who wait
 * and those who are being served; `present` is the turn of whoever was served last.
 */
export function turnFor(owner: string, open: readonly InTurn[], present: number): number {
  const own = open.filter((one) => one.owner === owner).map(({ turn }) => turn + 1)
  return Math.max(present, ...own)
}

/** The line in the order in which its members are served; in one turn by arrival. */
export function inTurn<T extends InTurn>(waiting: readonly T[]): T[] {
  return [...waiting].sort((one, other) => one.turn - other.turn)
}
