// People who simply come. They are in the room, so nobody sends them away; but nobody is enrolled unseen either.

export type WalkInRefusal =
  | 'already-on-list'
  | 'is-trainer'
  | 'no-organisation'
  | 'approval-open'
  | 'approval-missing'
  | 'already-settled'
  | 'email-taken'
  | 'has-account'
  | 'page-outdated'

/** Splits a name as it was said at the door; the last word is the family name. */
export function nameParts(name: string): { givenName: string; familyName: string } {
  const words = name.trim().split(/\s+/)
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' }
}
