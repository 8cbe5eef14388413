// What an address asks of a list. Whatever makes no sense counts as not asked: an old link still shows a page.

const MOST_CHARACTERS = 200

/** The search words of an address, never longer than a person would type. */
export function wordsFrom(query: URLSearchParams, name: string): string | undefined {
  const text = query.get(name)?.split('\0').join('').trim().slice(0, MOST_CHARACTERS)
  return text || undefined
}

export function choiceFrom<const T extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly T[],
): T | undefined {
  return choices.find((choice) => choice === query.get(name))
}

/** Whether a box is ticked. */
export function isTicked(query: URLSearchParams, name: string): boolean {
  return query.get(name) === 'on'
}

export type Paged<T> = { page: number; pages: number; rows: T[] }

/** The page of a list that the address asks for; the last one when there are not so many. */
export function pageOf<T>(query: URLSearchParams, rows: readonly T[], size: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const asked = Number(query.get('page') ?? '1')
  const page = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, pages) : 1
  return { page, pages, rows: rows.slice((page - 1) * size, page * size) }
}

const MOST_PAGES = 100_000

/** The number of the page that the address asks for, where the database does the paging. */
export function pageFrom(query: URLSearchParams): number {
  const asked = Number(query.get('page') ?? '1')
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, MOST_PAGES) : 1
}

/** How many pages so many entries fill; an empty list has one page, too. */
export function pagesOf(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size))
}
