import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { brokenVersions } from '#app/cli/check-stored-questionnaires.ts'
import { publishShippedQuestionnaires } from '#app/cli/shipped-questionnaires.ts'
import { db } from '#tests/database.ts'
import { days, NOW } from '#tests/factories.ts'

async function aVersion(key: string, definition: object, publishedAt: Date): Promise<void> {
  await db
    .insertInto('questionnaireVersion')
    .values({
      key,
      hash: randomUUID(),
      definition: JSON.stringify(definition),
      isShipped: false,
      publishedAt,
    })
    .execute()
}

/** But for the one that the other test breaks itself: what is published stays. */
test('whatever is published loads in the SurveyJS of this version, what comes with the product too', async () => {
  await publishShippedQuestionnaires(db, NOW)
  const broken = await brokenVersions(db)
  expect(broken.filter((line) => !line.includes('Kantine'))).toEqual([])
})

test('a version that SurveyJS no longer understands is named, with its number and what is wrong', async () => {
  const key = randomUUID()
  await db
    .insertInto('questionnaire')
    .values({ key, kind: 'free', title: 'Kantine', createdAt: NOW })
    .execute()
  const one = (type: string) => ({ pages: [{ name: 'one', elements: [{ type, name: 'taste' }] }] })
  await aVersion(key, one('comment'), NOW)
  await aVersion(key, one('hologram'), days(1))
  await aVersion(key, one('boolean'), days(2))
  const lines = await brokenVersions(db)
  expect(lines).toEqual([expect.stringMatching(`^Fragebogen „Kantine“ \\(${key}\\), Fassung 2: .*elements`)])
})
