import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asksTheSame,
  changeBetween,
  continuedItems,
  continuesFigures,
  reusedKeys,
  signaturesOf,
} from '#app/domain/questionnaire-change.ts'
import { readQuestionnaire, SCALE, type Definition } from '#app/domain/questionnaire.ts'
import { shipped } from '#surveys/index.ts'
import { aDefinition } from '#tests/surveys/random-definitions.ts'

const word = (german: string) => ({ default: german, en: `${german} (en)` })
const scale = SCALE.map((value) => ({ value, text: word(`Wert ${value}`) }))
const base: Definition = {
  title: word('Fragebogen'),
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'radiogroup', name: 'overall', title: word('Insgesamt'), choices: scale },
        {
          type: 'matrix',
          name: 'topics',
          title: word('Themen'),
          columns: scale,
          rows: [
            { value: 'support', text: word('Unterstützung') },
            { value: 'exchange', text: word('Austausch') },
          ],
        },
        { type: 'text', name: 'hours', title: word('Stunden'), inputType: 'number', min: 0, max: 40 },
        { type: 'comment', name: 'remark', title: word('Anmerkung'), maxLength: 500 },
      ],
    },
  ],
}
const changed = (change: (definition: any) => void): Definition => {
  // Not structuredClone: that would keep the one scale that two questions share.
  const copy = JSON.parse(JSON.stringify(base))
  change(copy)
  return copy
}
const elements = (definition: any) => definition.pages[0].elements
const nothing = { added: [], removed: [], changed: [], reworded: [] }

const pairs: [string, Definition, object][] = [
  [
    'the same with its keys in another order',
    { pages: base.pages, title: base.title },
    { ...nothing, kind: 'identical' },
  ],
  [
    'a question in other words, its answers too',
    changed((d) => {
      elements(d)[0].title = word('Alles in allem')
      elements(d)[1].rows[1].text = word('Gespräch')
    }),
    { ...nothing, kind: 'wording', reworded: ['overall', 'topics.exchange'] },
  ],
  [
    'one question and one topic more',
    changed((d) => {
      elements(d).push({ type: 'boolean', name: 'again', title: word('Wieder?') })
      elements(d)[1].rows.push({ value: 'advice', text: word('Beratung') })
    }),
    { ...nothing, kind: 'added', added: ['topics.advice', 'again'] },
  ],
  [
    'a scale turned round',
    changed((d) => elements(d)[0].choices.reverse()),
    { ...nothing, kind: 'incompatible', changed: ['overall'] },
  ],
  [
    'a topic less',
    changed((d) => elements(d)[1].rows.pop()),
    { ...nothing, kind: 'incompatible', removed: ['topics.exchange'] },
  ],
  [
    'other limits, and a question asked of some only',
    changed((d) => {
      elements(d)[2].max = 60
      elements(d)[3].visibleIf = '{overall} <= 2'
    }),
    { ...nothing, kind: 'incompatible', changed: ['hours', 'remark'] },
  ],
]

test.each(pairs)('%s', (_, after, expected) => {
  expect(changeBetween(base, after)).toEqual(expected)
})

test('another order of questions is wording: every figure continues', () => {
  expect(
    changeBetween(
      base,
      changed((d) => elements(d).reverse()),
    ).kind,
  ).toBe('wording')
})

test('a key is never used again for another question, however long ago it was', () => {
  const versions = [base, changed((d) => elements(d).splice(2, 1))].map(readQuestionnaire)
  const words = changed((d) => {
    elements(d)[2] = { type: 'comment', name: 'hours', title: word('Wann?'), maxLength: 50 }
  })
  expect(reusedKeys(versions, readQuestionnaire(words))).toEqual(['hours'])
  const rating = changed((d) => {
    elements(d)[1] = { type: 'radiogroup', name: 'topics', title: word('Themen'), choices: scale }
  })
  expect(reusedKeys(versions, readQuestionnaire(rating))).toEqual(['topics'])
  expect(reusedKeys(versions, readQuestionnaire(base))).toEqual([])
})

test('the class follows from the signatures alone, for any two questionnaires', () => {
  fc.assert(
    fc.property(aDefinition, aDefinition, (before, after) => {
      const change = changeBetween(before, after)
      const [was, is] = [before, after].map((one) => signaturesOf(readQuestionnaire(one))) as [any, any]
      const continued = continuedItems(readQuestionnaire(before), readQuestionnaire(after))
      expect([...continued].every((key) => was.get(key) === is.get(key))).toBe(true)
      expect(continued.size + change.removed.length + change.changed.length).toBe(was.size)
      expect(continued.size + change.added.length + change.changed.length).toBe(is.size)
      const breaks = change.removed.length + change.changed.length > 0
      expect(change.kind === 'incompatible').toBe(breaks)
      expect(change.changed).toEqual(reusedKeys([readQuestionnaire(before)], readQuestionnaire(after)))
    }),
    { numRuns: 100 },
  )
})

test('with itself every questionnaire is identical, and new words change no signature', () => {
  fc.assert(
    fc.property(aDefinition, (definition) => {
      expect(changeBetween(definition, structuredClone(definition))).toEqual({
        ...nothing,
        kind: 'identical',
      })
      const renamed = JSON.parse(JSON.stringify(definition).replaceAll('"Frage ', '"Andere Frage '))
      const { kind } = changeBetween(definition, renamed)
      expect(['identical', 'wording']).toContain(kind)
      expect(signaturesOf(readQuestionnaire(renamed))).toEqual(signaturesOf(readQuestionnaire(definition)))
    }),
    { numRuns: 60 },
  )
})

test('of the questionnaires that come with the product only two ask something of the same', () => {
  const pairs = shipped.flatMap((one) =>
    shipped
      .filter((other) => one.key < other.key && asksTheSame(one.questionnaire, other.questionnaire))
      .map((other) => [one.key, other.key]),
  )
  expect(pairs).toEqual([['general-feedback', 'workshop-feedback']])
})

test('the same question is known in another questionnaire by its words, also under another key', () => {
  const read = (given: unknown) => readQuestionnaire(given as Definition)
  const ask = (name: string, title: string, choices: unknown = scale) => ({
    title: word('Anderer Bogen'),
    pages: [{ name: 'one', elements: [{ type: 'radiogroup', name, title: word(title), choices }] }],
  })
  const original = readQuestionnaire(base)
  expect(asksTheSame(original, read(ask('rating', ' insgesamt')))).toBe(true)
  expect(asksTheSame(original, read(ask('overall', 'Insgesamt, mit den Räumen')))).toBe(false)
  expect(asksTheSame(original, read(ask('overall', 'Insgesamt', scale.slice(1))))).toBe(false)
  expect(continuesFigures(original, read(ask('overall', 'Insgesamt, anders gefragt')))).toBe(true)
  const remark = { type: 'comment', name: 'helped', title: word('Was half?'), maxLength: 500 }
  const remarks = read({ title: word('Bogen'), pages: [{ name: 'one', elements: [remark] }] })
  expect([asksTheSame(remarks, remarks), continuesFigures(remarks, remarks)]).toEqual([false, false])
})
