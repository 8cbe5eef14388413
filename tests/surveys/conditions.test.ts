import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import { checkAgainst } from '#app/domain/answers.ts'
import { QUESTIONNAIRE_KEYS, readQuestionnaire } from '#app/domain/questionnaire.ts'
import { checkAnswers } from '#surveys/check.server.ts'
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

test('a question is answered only where it is asked', async () => {
  const definition = conditional()
  const answers = (overall: number) => ({ overall, missing: 'Zeit' })
  expect(await checkAnswers(definition, answers(2))).toEqual({ ok: true, answers: answers(2) })
  for (const overall of [5, 3, 0]) {
    expect(await checkAnswers(definition, answers(overall))).toEqual({
      ok: false,
      errors: [{ key: 'missing', error: 'hidden-question' }],
    })
  }
  expect((await checkAnswers(definition, { missing: 'Zeit' })).ok).toBe(false)
  expect((await checkAnswers(definition, { overall: 5 })).ok).toBe(true)
})

test('without asking SurveyJS the answer to a hidden question would pass', () => {
  const questionnaire = readQuestionnaire(conditional())
  expect(checkAgainst(questionnaire, { overall: 5, missing: 'Zeit' }).ok).toBe(true)
})

test('the answers of one person never decide what the next one is asked', async () => {
  const definition = conditional()
  const results = await Promise.all([
    checkAnswers(definition, { overall: 1, missing: 'Zeit' }),
    checkAnswers(definition, { missing: 'Zeit' }),
  ])
  expect(results.map((result) => result.ok)).toEqual([true, false])
})

test.each(QUESTIONNAIRE_KEYS)('SurveyJS understands every word of %s', (key) => {
  const model = new Model(currentVersion(key).definition)
  expect(model.jsonErrors ?? []).toEqual([])
})
