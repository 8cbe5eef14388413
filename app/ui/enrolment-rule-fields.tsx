import { OFFER_HOURS, PROMOTE_UNTIL_HOURS } from '#app/domain/queue.ts'
import type { Messages } from '#app/i18n/index.ts'
import { DateField, NumberField } from '#app/ui/field.tsx'

/** The rules of enrolling, under "Weitere Regeln". Elements and no component, so that the form finds their labels. */
export function enrolmentRuleFields(t: Messages) {
  const { edit } = t.workshop
  const { fields } = t.queue
  return (
    <>
      <DateField name="enrolFrom" label={fields.enrolFrom} hint={fields.enrolFromHint} />
      <DateField name="withdrawUntil" label={edit.withdrawUntil} hint={edit.withdrawUntilHint} />
      <NumberField name="quota" label={fields.quota} hint={fields.quotaHint} min={1} max={1_000} />
      <DateField name="quotaUntil" label={fields.quotaUntil} hint={fields.quotaUntilHint} />
      <NumberField
        name="promoteUntilHours"
        label={fields.promoteUntilHours}
        hint={fields.promoteUntilHoursHint}
        unit={fields.hours}
        defaultValue={PROMOTE_UNTIL_HOURS}
        min={0}
        max={720}
      />
      <NumberField
        name="offerHours"
        label={fields.offerHours}
        hint={fields.offerHoursHint}
        unit={fields.hours}
        defaultValue={OFFER_HOURS}
        min={1}
        max={336}
      />
      <NumberField
        name="onlineCapacity"
        label={fields.onlineCapacity}
        hint={fields.onlineCapacityHint}
        min={1}
        max={1_000}
      />
    </>
  )
}
