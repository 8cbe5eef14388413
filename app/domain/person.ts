// People: one person may serve several organisations.

/** "Ada Lovelace", as people write it. */
export function displayName(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`
}

const germanOrder = new Intl.Collator('de', { numeric: true })

/** Sorts by family name, then given name, as a German list does: Ä stands with A. */
export function byName<T extends { givenName: string; familyName: string }>(a: T, b: T): number {
  return germanOrder.compare(a.familyName, b.familyName) || germanOrder.compare(a.givenName, b.givenName)
}

/** Sorts German words and names; databases on different machines would sort them differently. */
export function inGermanOrder(a: string, b: string): number {
  return germanOrder.compare(a, b)
}

/** E-mail addresses are compared and kept in lower case without blanks around. */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase()
}
