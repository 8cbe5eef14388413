// Lines of a register of municipalities, built by hand after the publisher's description of GV100AD.

export const REGISTER_DAY = '20261031'

type Place = { ags: string; name: string; population?: number; textKey?: string; day?: string }

function lineOf(parts: [column: number, text: string][]): string {
  let line = ' '.repeat(220)
  for (const [column, text] of parts)
    line = line.slice(0, column - 1) + text + line.slice(column - 1 + text.length)
  return line
}

export function districtLine(key: string, name: string, day = REGISTER_DAY): string {
  return lineOf([
    [1, `40${day}${key}`],
    [23, name],
    [73, 'Kreisstadt'],
    [123, '44'],
  ])
}

export function placeLine({
  ags,
  name,
  population = 4321,
  textKey = '64',
  day = REGISTER_DAY,
}: Place): string {
  return lineOf([
    [1, `60${day}${ags}0000`],
    [23, name],
    [123, textKey],
    [129, '00000002584'],
    [140, String(population).padStart(11, '0') + '00000001000'],
    [166, '01640'],
    [178, '3209144107215501155'],
  ])
}

/** A state, a district and its municipalities. */
export function registerText(places: readonly Place[], key = '14627'): string {
  const state = lineOf([
    [1, `10${REGISTER_DAY}${key.slice(0, 2)}`],
    [23, 'Musterland'],
    [73, 'Hauptstadt'],
  ])
  const lines = [state, districtLine(key, 'Musterkreis'), ...places.map(placeLine)]
  return lines.map((line) => `${line}\n`).join('')
}
