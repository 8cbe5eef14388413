import { Model } from 'survey-core'
import { readDefinitionText, type ReadDefinition } from '#surveys/definition.ts'

/** The whole check of a file or a form: ours, and then whether SurveyJS understands every word. */
export function readLoadable(text: string): ReadDefinition {
  const read = readDefinitionText(text)
  if (!read.ok) return read
  const isUnderstood = complaintsOf(read.definition).length === 0
  return isUnderstood ? read : { ok: false, findings: [{ path: '', finding: 'not-understood' }] }
}

/** What SurveyJS has to say against a definition that was stored, in its own words; empty when it loads. */
export function complaintsAbout(stored: string): string[] {
  try {
    const definition: unknown = JSON.parse(stored)
    return typeof definition === 'object' && definition !== null
      ? complaintsOf(definition)
      : ['no definition']
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function complaintsOf(definition: object): string[] {
  const errors: readonly { message?: string }[] = new Model(definition).jsonErrors ?? []
  return errors.map(({ message }) => message ?? 'not understood')
}
