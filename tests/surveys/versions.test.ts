import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { QUESTIONNAIRE_KEYS } from '#app/domain/questionnaire.ts'
import { currentVersion, hashOf, versionByHash } from '#surveys/index.ts'

/** Everything that was ever published. A line that changes means that somebody edited what people have answered. */
const published = {
  'workshop-feedback': ['dbe066c402db6b934505ae330762dc4a5d7d4de79b3c405132323f65b70195d7'],
  'workshop-transfer': ['4389fb8d3ed4dd7cef08170df3ff37185d74d74acd93de5dde17b949c77a341d'],
  'needs-assessment': ['bee3893ba9852574b4d538695bfc9aa58c339f26f71843e2787eff5137136c37'],
  'general-feedback': ['a79884c25f3b1fafa9c9a2a3dc51ab16721c313d42e622f0b27e39f8a69b5ec5'],
  'competence-centre': ['836640a7ea4419a2ec402847e509f3b1a4905c4775cc05c6fbac07ba22eae996'],
}

test.each(QUESTIONNAIRE_KEYS)('%s: what has been put to people is never edited, only followed', (key) => {
  for (const hash of published[key]) expect(versionByHash(hash)?.key).toBe(key)
  expect(published[key]).toContain(currentVersion(key).hash)
})

test('a questionnaire is found by its fingerprint, and by no other', () => {
  const version = currentVersion('competence-centre')
  expect(versionByHash(version.hash)).toBe(version)
  expect(versionByHash('0'.repeat(64))).toBeUndefined()
})

test('blanks and the order of keys make no new version, a letter does', () => {
  const { definition, hash } = currentVersion('workshop-feedback')
  const { title, ...rest } = structuredClone(definition)
  expect(hashOf({ ...rest, title })).toBe(hash)
  expect(hashOf({ ...definition, title: { ...title, default: `${title.default}!` } })).not.toBe(hash)
})

test('both halves of SurveyJS have exactly the same version', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const installed = (name: string) =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
  expect(dependencies['survey-core']).toMatch(/^\d+\.\d+\.\d+$/)
  expect(dependencies['survey-react-ui']).toBe(dependencies['survey-core'])
  expect([installed('survey-core'), installed('survey-react-ui')]).toEqual([
    dependencies['survey-core'],
    dependencies['survey-core'],
  ])
})
