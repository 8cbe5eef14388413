import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeKey, moved, withElement, without, withSection } from '#app/domain/questionnaire-draft.ts'
import type { Definition } from '#app/domain/questionnaire.ts'
import { aDefinition } from '#tests/surveys/random-definitions.ts'

const namesIn = ({ pages }: Definition) => pages.flatMap((page) => page.elements.map(({ name }) => name))
const withOneOfItsNames = aDefinition.chain((definition) =>
  fc.record({
    definition: fc.constant(definition),
    name: fc.constantFrom(...namesIn(definition), ...definition.pages.map((page) => page.name)),
  }),
)

test('moving changes the order and nothing else, and moving back undoes it away from the edges', () => {
  fc.assert(
    fc.property(withOneOfItsNames, fc.constantFrom(-1 as const, 1 as const), ({ definition, name }, by) => {
      const after = moved(definition, name, by)
      expect(namesIn(after).toSorted()).toEqual(namesIn(definition).toSorted())
      expect(after.pages.map((page) => page.name).toSorted()).toEqual(
        definition.pages.map((page) => page.name).toSorted(),
      )
      const [old, next] = [namesIn(definition), namesIn(after)]
      if (JSON.stringify(old) !== JSON.stringify(next)) {
        expect(namesIn(moved(after, name, by === 1 ? -1 : 1))).toEqual(old)
      }
    }),
    { numRuns: 100 },
  )
})

test('what is added is there once, under its own key, and what is removed is gone', () => {
  fc.assert(
    fc.property(aDefinition, (definition) => {
      const name = freeKey(definition, 'question')
      expect(namesIn(definition)).not.toContain(name)
      const section = freeKey(definition, 'section')
      const longer = withElement(
        withSection(definition, { name: section }),
        { type: 'boolean', name, title: { default: 'Ja?' } },
        { name: null, section },
      )
      expect(namesIn(longer)).toEqual([...namesIn(definition), name])
      expect(without(without(longer, name), section)).toEqual(definition)
    }),
    { numRuns: 60 },
  )
})
