import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTurn, lineRefusal, turnFor, type InTurn } from '#app/domain/waiting-line.ts'

/** Takes everybody in as they arrive, and serves them until nobody is left: who was served, in order. */
function served(arrivals: readonly (string | null)[]): string[] {
  const order: string[] = []
  let [line, present]: [InTurn[], number] = [[], 0]
  const serve = () => {
    const [next] = inTurn(line)
    if (!next) return
    line = line.filter((one) => one !== next)
    present = next.turn
    order.push(next.owner)
  }
  for (const owner of arrivals) {
    if (owner === null) serve()
    else line.push({ owner, turn: turnFor(owner, line, present) })
  }
  while (line.length > 0) serve()
  return order
}

test('everybody comes once before anybody comes twice', () => {
  expect(served(['Ada', 'Ada', 'Ada', 'Berta', 'Chrobok', 'Berta'])).toEqual([
    ...['Ada', 'Berta', 'Chrobok'],
    ...['Ada', 'Berta', 'Ada'],
  ])
})

test('whoever comes for the first time waits for one document of each other person at most', () => {
  const people = fc.constantFrom('Ada', 'Berta', 'Chrobok', null)
  fc.assert(
    fc.property(fc.array(people, { maxLength: 40 }), (before) => {
      const order = served([...before, 'Neu'])
      const inFront = order.slice(0, order.indexOf('Neu'))
      const others = inFront.slice(servedWhileArriving(before))
      expect(others.length).toBe(new Set(others).size)
    }),
  )
})

/** How many are served before the last one has arrived. */
function servedWhileArriving(arrivals: readonly (string | null)[]): number {
  let [waiting, count] = [0, 0]
  for (const owner of arrivals) {
    if (owner !== null) waiting += 1
    else if (waiting > 0) [waiting, count] = [waiting - 1, count + 1]
  }
  return count
}

test('nobody is lost in the line', () => {
  const people = fc.constantFrom('Ada', 'Berta', 'Chrobok', null)
  fc.assert(
    fc.property(fc.array(people), (arrivals) => {
      const came = arrivals.filter((one) => one !== null)
      expect([...served(arrivals)].sort()).toEqual([...came].sort())
    }),
  )
})

test('a full line is full for everybody, and one person may only have so many in it', () => {
  const limits = { most: 3, mostOfOne: 2 }
  const line = [{ owner: 'Ada' }, { owner: 'Ada' }]
  expect(lineRefusal(line, 'Ada', limits)).toBe('enough')
  expect(lineRefusal(line, 'Berta', limits)).toBeNull()
  expect(lineRefusal([...line, { owner: 'Berta' }], 'Chrobok', limits)).toBe('full')
})
