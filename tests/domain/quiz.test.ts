import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answersOf,
  isPassed,
  questionsOf,
  reviewOf,
  scoreOf,
  type QuizAnswers,
  type QuizDefinition,
} from '#app/domain/quiz.ts'

const choice = (value: string) => ({ value, text: { default: `Antwort ${value}` } })
const QUIZ: QuizDefinition = {
  pages: [
    {
      name: 'page1',
      elements: [
        {
          type: 'radiogroup',
          name: 'one',
          title: { default: 'Eine?' },
          choices: ['a', 'b', 'c'].map(choice),
          correctAnswer: 'b',
          explanation: { default: 'Weil b.' },
        },
        {
          type: 'checkbox',
          name: 'many',
          title: { default: 'Mehrere?' },
          choices: ['a', 'b', 'c', 'd'].map(choice),
          choicesOrder: 'random',
          correctAnswer: ['a', 'd'],
        },
        { type: 'boolean', name: 'yes', title: { default: 'Ja?' }, correctAnswer: false },
      ],
    },
    {
      name: 'page2',
      elements: [
        {
          type: 'rating',
          name: 'rated',
          title: { default: 'Wie viel?' },
          rateMin: 1,
          rateMax: 5,
          correctAnswer: 4,
        },
        {
          type: 'text',
          name: 'word',
          title: { default: 'Wort?' },
          maxLength: 40,
          correctAnswer: 'Zwei-Faktor Anmeldung',
        },
      ],
    },
  ],
}
const RIGHT: QuizAnswers = {
  one: 'b',
  many: ['a', 'd'],
  yes: false,
  rated: 4,
  word: ' zwei-faktor   ANMELDUNG ',
}

test('whoever knows everything gets every point, whoever says nothing none', () => {
  expect(scoreOf(QUIZ, RIGHT)).toEqual({ points: 5, outOf: 5 })
  expect(scoreOf(QUIZ, {})).toEqual({ points: 0, outOf: 5 })
})

test('several right answers earn their point together only: half of them, or one too many, is not right', () => {
  const points = (many: string[]) => scoreOf(QUIZ, { many }).points
  expect([points(['a', 'd']), points(['d', 'a'])]).toEqual([1, 1])
  expect([points(['a']), points(['a', 'b', 'd']), points([])]).toEqual([0, 0, 0])
})

test('in whatever order choices stand and are ticked, the points are the same', () => {
  const orders = fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 })
  const ticked = fc.shuffledSubarray(['a', 'b', 'c', 'd'])
  fc.assert(
    fc.property(orders, ticked, (order, many) => {
      const [page, ...rest] = QUIZ.pages
      const elements = page!.elements.map((element) =>
        element.type === 'checkbox' ? { ...element, choices: order.map(choice) } : element,
      )
      const other = { pages: [{ ...page!, elements }, ...rest] }
      const read = answersOf(questionsOf(other), (key) => (key === 'many' ? many : []))
      expect(scoreOf(other, read)).toEqual(scoreOf(QUIZ, { many }))
    }),
  )
})

test('leaving an answer out never earns a point, and every point has its right answer', () => {
  fc.assert(
    fc.property(fc.subarray(Object.keys(RIGHT)), (kept) => {
      const answers = Object.fromEntries(kept.map((key) => [key, RIGHT[key]!]))
      expect(scoreOf(QUIZ, answers)).toEqual({ points: kept.length, outOf: 5 })
      const right = reviewOf(QUIZ, answers, false).filter(({ isRight }) => isRight)
      expect(right.map(({ key }) => key).sort()).toEqual([...kept].sort())
    }),
  )
})

test('whatever a browser sends, only what was offered is an answer', () => {
  const fields = fc.record({
    one: fc.array(fc.constantFrom('a', 'b', 'z', '')),
    many: fc.array(fc.constantFrom('a', 'd', 'x')),
    yes: fc.array(fc.constantFrom('true', 'false', 'on')),
    rated: fc.array(fc.constantFrom('0', '4', '5', '6', '4.5', '-1')),
    word: fc.array(fc.string({ maxLength: 60 })),
  })
  fc.assert(
    fc.property(fields, (sent) => {
      const answers = answersOf(questionsOf(QUIZ), (key) => sent[key as keyof typeof sent])
      if (sent.one.length !== 1) expect(answers).not.toHaveProperty('one')
      for (const value of [answers.many].flat()) if (value !== undefined) expect(['a', 'd']).toContain(value)
      if (answers.rated !== undefined) expect([4, 5]).toContain(answers.rated)
      expect(scoreOf(QUIZ, answers).points).toBeLessThanOrEqual(5)
    }),
  )
})

test('what is asked holds nothing of what is right, nor the explanation', () => {
  const seen = JSON.stringify(questionsOf(QUIZ))
  expect(seen).not.toMatch(/correctAnswer|Weil b|Faktor|explanation/)
  expect(seen).toContain('Mehrere?')
})

test('after answering the explanation is said; what would have been right only to those who are through', () => {
  const [first] = reviewOf(QUIZ, { one: 'a' }, false)
  expect(first).toMatchObject({
    isRight: false,
    given: [{ de: 'Antwort a' }],
    explanation: { de: 'Weil b.' },
    solution: undefined,
  })
  expect(reviewOf(QUIZ, {}, true).map(({ solution }) => solution)).toMatchObject([
    [{ de: 'Antwort b' }],
    [{ de: 'Antwort a' }, { de: 'Antwort d' }],
    [false],
    [{ de: '4' }],
    [{ de: 'Zwei-Faktor Anmeldung' }],
  ])
})

test('60 percent of five questions are three', () => {
  expect(isPassed({ points: 3, outOf: 5 }, 60)).toBe(true)
  expect(isPassed({ points: 2, outOf: 5 }, 60)).toBe(false)
  expect(isPassed({ points: 2, outOf: 3 }, 67)).toBe(false)
  expect(isPassed({ points: 3, outOf: 3 }, 100)).toBe(true)
})
