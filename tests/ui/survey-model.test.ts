import { expect, test } from 'vitest'
import { surveyModel } from '#app/ui/survey-model.client.ts'
import { currentVersion } from '#surveys/index.ts'

const labels = { submit: 'Antworten absenden', wholeNumber: 'Ganze Zahl, bitte.' }
const { definition } = currentVersion('competence-centre')

test('German speakers see German, English speakers English, and German where nobody has translated', () => {
  const half = structuredClone(definition)
  const [overall] = half.pages[0]!.elements
  if (overall && 'title' in overall) delete overall.title.en
  const title = (locale: 'de' | 'en', from = definition) =>
    surveyModel(from, locale, labels).getQuestionByName('overall').locTitle.textOrHtml
  expect(title('de')).toMatch(/^Wie zufrieden sind Sie insgesamt/)
  expect(title('en')).toMatch(/^Overall, how satisfied/)
  expect(title('en', half)).toMatch(/^Wie zufrieden sind Sie insgesamt/)
})

test("SurveyJS's own words are in the same language", () => {
  const words = (locale: 'de' | 'en') => surveyModel(definition, locale, labels).pagePrevText
  expect([words('de'), words('en')]).toEqual(['Zurück', 'Previous'])
})

test('the questionnaire ends on a page of ours and writes no style elements', () => {
  const model = surveyModel(definition, 'de', labels)
  expect(model.showCompletedPage).toBe(false)
  expect(model.generateStylesheet).toBe(false)
  expect(model.completeText).toBe('Antworten absenden')
})

test('whoever answers nothing may send that', () => {
  expect(surveyModel(definition, 'de', labels).validate(false, false)).toBe(true)
})
