// The questionnaires that come with the product, addressed by the fingerprint of their definition. When it starts they
// are published (db/questionnaires.ts); what rounds use stands in the database, the district's own among them.

import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import {
  QUESTIONNAIRE_KEYS,
  readQuestionnaire,
  type Definition,
  type Questionnaire,
  type QuestionnaireKey,
  type QuestionnaireKind,
} from '#app/domain/questionnaire.ts'
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

/** What each is for. */
const KINDS: Record<QuestionnaireKey, QuestionnaireKind> = {
  'workshop-feedback': 'workshop',
  'workshop-transfer': 'transfer',
  'competence-centre': 'competence-centre',
  'needs-assessment': 'needs',
  'general-feedback': 'free',
}

/** The latest version of each, as it is to be published. */
export const shipped = QUESTIONNAIRE_KEYS.map((key) => ({ ...currentVersion(key), kind: KINDS[key] }))

/** The latest version that comes with the product. */
export function currentVersion(key: QuestionnaireKey): QuestionnaireVersion {
  const current = versions.find((version) => version.key === key)
  if (!current) throw new Error(`surveys: nothing is published as ${key}`)
  return current
}

/** The version to which a round is pinned; undefined when this product does not hold it. */
export function versionByHash(hash: string): QuestionnaireVersion | undefined {
  return versions.find((version) => version.hash === hash)
}
