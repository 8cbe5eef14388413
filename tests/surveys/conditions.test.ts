import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import { checkAgainst, checkAnswers, checkerFor } from '#app/domain/answers.ts'
import { QUESTIONNAIRE_KEYS, readQuestionnaire } from '#app/domain/questionnaire.ts'
import { readDefinition } from '#surveys/definition.ts'
import { currentVersion } from '#surveys/index.ts'

const { definition: centre } = currentVersion('competence-centre')
const condition = '{overall} <= 2 and {overall} > 0'

function conditional() {
  const withCondition = structuredClone(centre)
  withCondition.pages[1]!.elements[1]!.visibleIf = condition
  const read = readDefinition(withCondition)
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.definition
}

test('a question is answered only where it is asked', () => {
  const questionnaire = readQuestionnaire(conditional())
  const answers = (overall: number) => ({ overall, missing: 'Zeit' })
  expect(checkAnswers(questionnaire, answers(2))).toEqual({ ok: true, answers: answers(2) })
  for (const overall of [5, 3, 0]) {
    expect(checkAnswers(questionnaire, answers(overall))).toEqual({
      ok: false,
      errors: [{ key: 'missing', error: 'hidden-question' }],
    })
  }
  expect(checkAnswers(questionnaire, { missing: 'Zeit' }).ok).toBe(false)
  expect(checkAnswers(questionnaire, { overall: 5 }).ok).toBe(true)
})

test('without asking for conditions the answer to a hidden question would pass', () => {
  const questionnaire = readQuestionnaire(conditional())
  expect(checkAgainst(questionnaire, { overall: 5, missing: 'Zeit' }).ok).toBe(true)
})

test('a thousand ballots with a condition are checked in far less than a second', () => {
  const check = checkerFor(readQuestionnaire(conditional()))
  const before = process.cpuUsage()
  for (let ballot = 0; ballot < 1_000; ballot += 1) check({ overall: 2, missing: 'Zeit' })
  const { user, system } = process.cpuUsage(before)
  // Asking SurveyJS took ten seconds.
  expect((user + system) / 1_000).toBeLessThan(1_000)
})

test.each(QUESTIONNAIRE_KEYS)('SurveyJS understands every word of %s', (key) => {
  const model = new Model(currentVersion(key).definition)
  expect(model.jsonErrors ?? []).toEqual([])
})
