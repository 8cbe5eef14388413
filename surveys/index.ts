// The questionnaires that this product puts to people, addressed by the fingerprint of their definition.

import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { readQuestionnaire } from '#app/domain/questionnaire.ts'
import type { Definition, Questionnaire, QuestionnaireKey } from '#app/domain/questionnaire.ts'
import competenceCentre from '#surveys/competence-centre.json'
import { readDefinition } from '#surveys/definition.ts'
import generalFeedback from '#surveys/general-feedback.json'
import needsAssessment from '#surveys/needs-assessment.json'
import workshopFeedback from '#surveys/workshop-feedback.json'
import workshopTransfer from '#surveys/workshop-transfer.json'

export type QuestionnaireVersion = {
  key: QuestionnaireKey
  hash: string
  definition: Definition
  questionnaire: Questionnaire
}

/**
 * Every version that was ever put to people. A definition in use is never edited: the new one gets a file of its
 * own and a line above the old.
 */
const versions: readonly QuestionnaireVersion[] = [
  published('workshop-feedback', workshopFeedback),
  published('workshop-transfer', workshopTransfer),
  published('competence-centre', competenceCentre),
  published('needs-assessment', needsAssessment),
  published('general-feedback', generalFeedback),
]

function published(key: QuestionnaireKey, json: unknown): QuestionnaireVersion {
  const result = readDefinition(json)
  if (!result.ok) throw new Error(`surveys: ${key} ${JSON.stringify(result.findings)}`)
  const { definition } = result
  return { key, hash: hashOf(definition), definition, questionnaire: readQuestionnaire(definition) }
}

/** SHA-256 of the canonical JSON, in hexadecimal: blanks and the order of keys make no other version. */
export function hashOf(definition: Definition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex')
}

/** The version that a new round takes. */
export function currentVersion(key: QuestionnaireKey): QuestionnaireVersion {
  const current = versions.find((version) => version.key === key)
  if (!current) throw new Error(`surveys: nothing is published as ${key}`)
  return current
}

/** The version to which a round is pinned; undefined when this product does not hold it. */
export function versionByHash(hash: string): QuestionnaireVersion | undefined {
  return versions.find((version) => version.hash === hash)
}
