/** One drawing operator of a page with what stands before it, as written. */
export type Operation = { operator: string; operands: string[] }

/** Texts in brackets, byte strings, dictionaries, arrays, names, numbers and operators. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|[[\]]|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+/g

export function operationsIn(stream: Buffer): Operation[] {
  const operations: Operation[] = []
  let operands: string[] = []
  for (const [token] of stream.toString('latin1').matchAll(TOKEN)) {
    if (/^[A-Za-z'"][A-Za-z*0-9'"]*$/.test(token) && !['true', 'false', 'null'].includes(token)) {
      operations.push({ operator: token, operands })
      operands = []
    } else operands.push(token)
  }
  return operations
}

const PAINTING = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"'])

export type MarkedContent = {
  /** The numbers by which the structure tree refers to content of this page. */
  ids: number[]
  /** Operators that paint outside of all marks. */
  unmarked: string[]
  /** Glyph number 0 is what a font draws for a character that it does not have. */
  missingGlyphs: number
}

export function markedContentIn(operations: readonly Operation[]): MarkedContent {
  const found: MarkedContent = { ids: [], unmarked: [], missingGlyphs: 0 }
  const marks: boolean[] = []
  for (const { operator, operands } of operations) {
    if (operator === 'BMC' || operator === 'BDC') {
      const id = operands[operands.indexOf('/MCID') + 1]
      if (operands.includes('/MCID')) found.ids.push(Number(id))
      marks.push(operands[0] === '/Artifact' || operands.includes('/MCID'))
    }
    if (operator === 'EMC') marks.pop()
    if (PAINTING.has(operator) && !marks.includes(true)) found.unmarked.push(operator)
    if (operator === 'Tj' || operator === 'TJ')
      found.missingGlyphs += glyphsIn(operands).filter((id) => id === 0).length
  }
  return found
}

/** The glyph numbers of a text, which are written with four digits each. */
export function glyphsIn(operands: readonly string[]): number[] {
  return operands
    .filter((token) => token.startsWith('<') && token !== '<<')
    .flatMap((token) => token.match(/[0-9a-fA-F]{4}/g) ?? [])
    .map((digits) => Number.parseInt(digits, 16))
}
