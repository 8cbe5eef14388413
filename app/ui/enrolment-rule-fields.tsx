import type { Messages } from '#app/i18n/index.ts'
import { DateField } from '#app/ui/field.tsx'

/** The rules of enrolling, under "Weitere Regeln". Elements and no component, so that the form finds their labels. */
export function enrolmentRuleFields(t: Messages) {
  const { edit } = t.workshop
  return <DateField name="withdrawUntil" label={edit.withdrawUntil} hint={edit.withdrawUntilHint} />
}
