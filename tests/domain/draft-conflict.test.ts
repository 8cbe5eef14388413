import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeDrafts } from '#app/domain/draft-conflict.ts'
import { moved, withElement, without, withSection } from '#app/domain/questionnaire-draft.ts'
import type { Definition, DefinitionElement } from '#app/domain/questionnaire.ts'
import { aDefinition } from '#tests/surveys/random-definitions.ts'

const ask = (name: string, title = name): DefinitionElement => ({
  type: 'boolean',
  name,
  title: { default: title },
})
const before: Definition = {
  title: { default: 'Fragebogen' },
  pages: [
    { name: 'one', elements: [ask('a'), ask('b')] },
    { name: 'two', elements: [ask('c')] },
  ],
}
const put = (name: string | null, element: DefinitionElement, section: string | null = null) =>
  withElement(before, element, { name, section })
const namesIn = ({ pages }: Definition) =>
  pages.map((page) => [page.name, ...page.elements.map(({ name }) => name)])
const elementsIn = ({ pages }: Definition) => pages.flatMap(({ elements }) => elements)

test('what two people changed in different questions stands in one questionnaire', () => {
  const { definition, differences } = mergeDrafts({
    before,
    theirs: put('a', ask('a', 'Anders?')),
    yours: put('c', ask('c', 'Neu?')),
  })
  expect(elementsIn(definition)).toEqual([ask('a', 'Anders?'), ask('b'), ask('c', 'Neu?')])
  expect(differences.map(({ field, isContested }) => [field, isContested])).toEqual([['element:a', false]])
})

test('what both changed stands as you wrote it, and is named', () => {
  const { definition, differences } = mergeDrafts({
    before,
    theirs: put('a', ask('a', 'Von anderen?')),
    yours: put('a', ask('a', 'Von mir?')),
  })
  expect(elementsIn(definition)[0]).toEqual(ask('a', 'Von mir?'))
  expect(differences.map(({ field, isContested }) => [field, isContested])).toEqual([['element:a', true]])
})

test('questions that both added are both there, each where it was put', () => {
  const { definition, differences } = mergeDrafts({
    before,
    theirs: put(null, ask('theirs'), 'one'),
    yours: put(null, ask('yours'), 'one'),
  })
  expect(namesIn(definition)).toEqual([
    ['one', 'a', 'b', 'theirs', 'yours'],
    ['two', 'c'],
  ])
  expect(differences.map(({ field }) => field)).toEqual(['element:theirs'])
})

test('a question that you changed comes back with its section where somebody else has removed it', () => {
  const { definition, differences } = mergeDrafts({
    before,
    theirs: without(before, 'two'),
    yours: put('c', ask('c', 'Noch da?')),
  })
  expect(namesIn(definition)).toEqual([
    ['one', 'a', 'b'],
    ['two', 'c'],
  ])
  expect(differences.map(({ field }) => field)).toContain('element:c')
})

test('an order that somebody else has changed is taken over, and told', () => {
  const { definition, differences } = mergeDrafts({
    before,
    theirs: moved(before, 'a', 1),
    yours: put('c', ask('c', 'Neu?')),
  })
  expect(namesIn(definition)[0]).toEqual(['one', 'b', 'a'])
  expect(differences.map(({ field }) => field)).toEqual(['order'])
})

/** What somebody may do to a draft, step by step. */
const someSteps = (owner: string) =>
  fc
    .array(
      fc.record({
        step: fc.constantFrom('up', 'down', 'remove', 'change', 'add', 'section'),
        place: fc.nat(),
      }),
      { maxLength: 5 },
    )
    .map(
      (steps) => (definition: Definition) =>
        steps.reduce((draft, { step, place }, nth) => {
          const names = [...draft.pages.map(({ name }) => name), ...elementsIn(draft).map(({ name }) => name)]
          const name = names[place % names.length]
          const section = draft.pages[place % draft.pages.length]?.name
          if (step === 'section') return withSection(draft, { name: `section_${owner}_${nth}` })
          if (name === undefined || section === undefined) return draft
          if (step === 'up' || step === 'down') return moved(draft, name, step === 'up' ? -1 : 1)
          if (step === 'remove') return without(draft, name)
          if (step === 'add') {
            return withElement(draft, ask(`new_${owner}_${nth}`), { name: null, section })
          }
          return withElement(draft, ask(name, `changed by ${owner}`), { name, section: null })
        }, definition),
    )

test('whatever two people do: nothing that you wrote is lost, and nothing that was saved goes unnoticed', () => {
  fc.assert(
    fc.property(aDefinition, someSteps('you'), someSteps('they'), (opened, own, other) => {
      const [yours, theirs] = [own(opened), other(opened)]
      const { definition, differences } = mergeDrafts({ before: opened, theirs, yours })
      const of = (draft: Definition) =>
        new Map(elementsIn(draft).map((element) => [element.name, JSON.stringify(element)]))
      const [was, mine, saved, both] = [opened, yours, theirs, definition].map(of) as [
        Map<string, string>,
        Map<string, string>,
        Map<string, string>,
        Map<string, string>,
      ]
      expect(both.size).toBe(elementsIn(definition).length)
      for (const name of new Set([...was.keys(), ...mine.keys(), ...saved.keys()])) {
        const isYours = mine.get(name) !== was.get(name)
        expect([name, both.get(name)]).toEqual([name, isYours ? mine.get(name) : saved.get(name)])
        const isNews = saved.get(name) !== was.get(name) && saved.get(name) !== mine.get(name)
        expect(differences.some(({ field }) => field === `element:${name}`)).toBe(isNews)
      }
      const sections = new Set(definition.pages.map(({ name }) => name))
      expect(sections.size).toBe(definition.pages.length)
    }),
    { numRuns: 200 },
  )
})

test('nobody else has changed anything: it is what you wrote', () => {
  fc.assert(
    fc.property(aDefinition, someSteps('you'), (opened, own) => {
      const yours = own(opened)
      const merged = mergeDrafts({ before: opened, theirs: opened, yours })
      expect(merged).toEqual({ definition: yours, differences: [] })
    }),
    { numRuns: 100 },
  )
})
