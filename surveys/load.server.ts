import { Model } from 'survey-core'
import { readDefinitionText, type Finding, type ReadDefinition } from '#surveys/definition.ts'

/** The whole check of a file or a form: ours, and then whether SurveyJS understands every word. */
export function readLoadable(text: string): ReadDefinition {
  const read = readDefinitionText(text)
  if (!read.ok) return read
  const findings = complaintsOf(read.definition)
  return findings.length === 0 ? read : { ok: false, findings }
}

function complaintsOf(definition: object): Finding[] {
  const errors: readonly unknown[] = new Model(definition).jsonErrors ?? []
  return errors.length === 0 ? [] : [{ path: '', finding: 'not-understood' }]
}
