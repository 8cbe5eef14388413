// Source files as the declarations they consist of, and who calls whom. Prettier sees to it that every
// declaration of a file begins at the left margin, so a line tells where one ends and the next begins.

export type Declaration = { file: string; name: string; exported: boolean; body: string }

const BEGINS =
  /^(?=(?:export |async function|function|const |let |type |interface |import |declare |\/\*\*|\/\/))/m
const NAME = /^(?:export )?(?:default )?(?:async )?(?:function\*?|const|let) (\w+)/

export function declarationsOf(file: string, source: string): Declaration[] {
  return source.split(BEGINS).flatMap((body) => {
    const name = NAME.exec(body)?.[1]
    return name ? [{ file, name, exported: body.startsWith('export '), body }] : []
  })
}

/** What a declaration leads to: itself and all that it names, in its own file first, else what other files export. */
export function reachedFrom(start: Declaration, all: Map<string, Declaration[]>): Declaration[] {
  const reached = new Set([start])
  for (const one of reached) {
    for (const word of one.body.match(/\w+/g) ?? []) {
      const named = all.get(word) ?? []
      const own = named.filter((other) => other.file === one.file)
      for (const other of own.length > 0 ? own : named.filter((other) => other.exported)) reached.add(other)
    }
  }
  return [...reached]
}

export function byName(declarations: Declaration[]): Map<string, Declaration[]> {
  const named = new Map<string, Declaration[]>()
  for (const one of declarations) named.set(one.name, [...(named.get(one.name) ?? []), one])
  return named
}
