import { expect, test } from 'vitest'
import { Model } from 'survey-core'
import { readQuiz, readQuizText } from '#surveys/quiz.ts'

const choice = (value: string) => ({ value, text: { default: `Antwort ${value}` } })
const question = {
  type: 'radiogroup',
  name: 'mail',
  title: { default: 'Was tun Sie?' },
  choices: [choice('a'), choice('b')],
  correctAnswer: 'b',
  explanation: { default: 'Melden hilft allen.' },
}
const quizOf = (...elements: object[]) => ({ pages: [{ name: 'page1', elements }] })
const findings = (json: unknown) => {
  const result = readQuiz(json)
  return result.ok ? [] : result.findings
}

test('a quiz with every kind of question is taken, and SurveyJS reads the same questions', () => {
  const quiz = quizOf(
    question,
    { ...question, type: 'checkbox', name: 'many', choicesOrder: 'random', correctAnswer: ['a', 'b'] },
    { type: 'boolean', name: 'yes', title: { default: 'Ja?' }, correctAnswer: true },
    { type: 'rating', name: 'rate', title: { default: 'Wie?' }, rateMin: 1, rateMax: 5, correctAnswer: 2 },
    { type: 'text', name: 'word', title: { default: 'Wort?' }, maxLength: 40, correctAnswer: 'Phishing' },
  )
  expect(findings(quiz)).toEqual([])
  const model = new Model(quiz)
  expect(model.getAllQuestions().map(({ name }) => name)).toEqual(['mail', 'many', 'yes', 'rate', 'word'])
})

test('what counts as right must be possible to choose', () => {
  const path = 'pages.0.elements.0.correctAnswer'
  expect(findings(quizOf({ ...question, correctAnswer: 'c' }))).toEqual([{ path, finding: 'wrong-solution' }])
  expect(findings(quizOf({ ...question, type: 'checkbox', correctAnswer: ['a', 'x'] }))).toEqual([
    { path, finding: 'wrong-solution' },
  ])
  const rating = { type: 'rating', name: 'r', title: { default: '?' }, rateMin: 1, rateMax: 3 }
  expect(findings(quizOf({ ...rating, correctAnswer: 4 }))).toEqual([{ path, finding: 'wrong-solution' }])
})

test('names and values given twice are found, and a quiz that asks nothing is none', () => {
  expect(findings(quizOf(question, question))).toMatchObject([{ finding: 'key-twice' }])
  expect(findings(quizOf({ ...question, choices: [choice('b'), choice('b')] }))).toMatchObject([
    { finding: 'key-twice' },
  ])
  expect(findings(quizOf())).toMatchObject([{ finding: 'too-few' }])
})

test('what the library can do beyond it stays out', () => {
  expect(findings(quizOf({ type: 'html', name: 'x', html: '<b>' }))).not.toEqual([])
  expect(findings(quizOf({ ...question, title: { default: 'Sag {mail}' } }))).toMatchObject([
    { finding: 'placeholder' },
  ])
  expect(findings(quizOf({ ...question, choicesByUrl: { url: 'https://example.org' } }))).toMatchObject([
    { finding: 'not-allowed' },
  ])
})

test('a text that is no JSON is told so', () => {
  expect(readQuizText('{')).toEqual({ ok: false, findings: [{ path: '', finding: 'not-json' }] })
  expect(readQuizText(JSON.stringify(quizOf(question)))).toMatchObject({ ok: true })
})
