import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAgainst, type Answers } from '#app/domain/answers.ts'
import { ballotBytes, packBallot, unpackBallot } from '#app/domain/ballot.ts'
import {
  itemsOf,
  MAX_TEXT_TOTAL,
  readQuestionnaire,
  type Definition,
  type Questionnaire,
} from '#app/domain/questionnaire.ts'
import { readDefinition } from '#surveys/definition.ts'
import { hashOf, shipped } from '#surveys/index.ts'
import { possible } from '#tests/surveys/possible-answers.ts'
import { aDefinition } from '#tests/surveys/random-definitions.ts'

const KIB = 1_024
const hash = hashOf(shipped[0]!.definition)

/** Packed and read again. */
function packed(questionnaire: Questionnaire, answers: Answers): { bytes: number; read: unknown } {
  const content = { questionnaire: hash, stratum: 'user', answers } as const
  const plain = packBallot(content, ballotBytes(questionnaire))
  return { bytes: plain.length, read: unpackBallot(plain) }
}

/** Every text as long as it may be, of this one sign. */
function fullOf(sign: string, questionnaire: Questionnaire): Answers {
  const texts = itemsOf(questionnaire).filter((item) => item.kind === 'text')
  return Object.fromEntries(
    texts.map(({ key, maxLength }) => [key, sign.repeat(Math.floor(maxLength / sign.length))]),
  )
}

const SIGNS = ['x', 'ä', 'ж', '€', '語', '🙂', '"', '\\', '\n', '\u0001', '\u001f', '\u2028']

test.each(shipped)(
  'all ballots of $key have one length, whatever is written and in which script',
  (version) => {
    const { questionnaire } = version
    for (const sign of SIGNS) {
      const answers = fullOf(sign, questionnaire)
      expect(checkAgainst(questionnaire, answers)).toEqual({ ok: true, answers })
      const { bytes, read } = packed(questionnaire, answers)
      expect(read).toEqual({ questionnaire: hash, stratum: 'user', answers })
      expect(bytes).toBe(packed(questionnaire, {}).bytes)
    }
  },
)

test.each(shipped)('a ballot of $key costs hardly more than its texts', ({ questionnaire }) => {
  expect(ballotBytes(questionnaire)).toBeLessThan(5 * KIB)
})

test('whatever the check accepts fits, and is read again as it was', () => {
  const anyAnswers = aDefinition.chain((definition) => {
    const questionnaire = readQuestionnaire(definition)
    return fc.tuple(fc.constant(questionnaire), possible(questionnaire))
  })
  fc.assert(
    fc.property(anyAnswers, ([questionnaire, answers]) => {
      fc.pre(checkAgainst(questionnaire, answers).ok)
      expect(packed(questionnaire, answers).read).toEqual({ questionnaire: hash, stratum: 'user', answers })
    }),
  )
})

/** The longest answers to every question of a kind, and nothing to spare. */
const tight: Definition = {
  title: { default: 'Eng' },
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'text', name: 'line', title: { default: 'Zeile' }, maxLength: 10 },
        { type: 'text', name: 'age', title: { default: 'Zahl' }, inputType: 'number', min: 5, max: 1_000 },
        { type: 'boolean', name: 'yes', title: { default: 'Ja?' } },
        {
          type: 'checkbox',
          name: 'several',
          title: { default: 'Mehreres' },
          choices: ['alpha', 'longest'].map((value) => ({ value, text: { default: value } })),
        },
        {
          type: 'radiogroup',
          name: 'single',
          title: { default: 'Eines' },
          choices: ['alpha', 'longest'].map((value) => ({ value, text: { default: value } })),
        },
      ],
    },
  ],
}

test('the longest answers fill a ballot to the last byte, and one byte less would not do', () => {
  const questionnaire = readQuestionnaire(tight)
  const answers = {
    ...{ line: '€'.repeat(10), age: 1_000, yes: false },
    ...{ several: ['alpha', 'longest'], single: 'longest' },
  }
  const content = { questionnaire: hash, stratum: 'user', answers } as const
  const bytes = ballotBytes(questionnaire)
  expect(packBallot(content, bytes)).toHaveLength(bytes)
  expect(() => packBallot(content, bytes - 1)).toThrow('too large')
})

test('the largest questionnaire that may be published keeps its ballots under twelve kilobytes', () => {
  const name = (nth: number) => `q${String(nth).padStart(2, '0')}`.padEnd(48, 'x')
  const large = (matrices: number): Definition => ({
    title: { default: 'Groß' },
    pages: [
      {
        name: 'all',
        elements: [
          { type: 'comment', name: 'text', title: { default: 'Text' }, maxLength: MAX_TEXT_TOTAL },
          ...Array.from({ length: matrices }, (_, nth) => ({
            type: 'radiogroup' as const,
            name: name(nth),
            title: { default: 'Eines' },
            choices: ['a', 'b'].map((value) => ({ value: value.padEnd(48, 'x'), text: { default: value } })),
          })),
        ],
      },
    ],
  })
  const sizes = Array.from({ length: 50 }, (_, count) => readDefinition(large(count)))
  const accepted = sizes.flatMap((read) => (read.ok ? [readQuestionnaire(read.definition)] : []))
  expect(accepted.length).toBeLessThan(sizes.length)
  expect(Math.max(...accepted.map(ballotBytes))).toBeLessThan(12 * KIB)
})

test('a ballot cast before texts stood behind the JSON is read as it was', () => {
  const content = { questionnaire: hash, stratum: 'it', answers: { overall: 5, liked: 'Дякую!' } }
  const json = Buffer.from(JSON.stringify(content))
  const before = Buffer.alloc(4_096)
  before.writeUInt32BE(json.length)
  json.copy(before, 4)
  expect(unpackBallot(before)).toEqual(content)
})

test('what is no ballot is read as nothing, and stops nothing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void unpackBallot(bytes)))
  const lying = packBallot({ questionnaire: hash, stratum: 'it', answers: { liked: 'Gut.' } }, 200)
  const cut = lying.slice(0, 4 + new DataView(lying.buffer).getUint32(0) + 4)
  expect(unpackBallot(cut)).toBeUndefined()
})
