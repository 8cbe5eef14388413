import type { Messages } from '#app/i18n/index.ts'
import { CheckboxGroup, SelectField, type Option } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { enrolmentRuleFields } from '#app/ui/enrolment-rule-fields.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { DateField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { MayStayEmpty } from '#app/ui/form.tsx'
import { firstMeetingFields, furtherMeetingFields } from '#app/ui/meeting-fields.tsx'

type Given = {
  /** Where there is a choice; else the course is fixed and named above the form. */
  courses: readonly Option[] | null
  /** Where there is a choice; else who leads is fixed. */
  trainers: readonly Option[] | null
  fixedTrainers: string
  /** How many rows there are for meetings, with the first one. */
  rows: number
  isNew: boolean
  /** Whether the further rules are in use. */
  isOpen: boolean
  /** This page, for the button that asks for more rows. */
  here: string
}

/** What is asked about a workshop. Elements and no component, so that the form above finds their labels. */
export function workshopFields(t: Messages, given: Given) {
  const { edit } = t.workshop
  return (
    <>
      {given.courses && <SelectField name="courseId" label={edit.course} required options={given.courses} />}
      {firstMeetingFields(t)}
      <FieldGroup label={edit.where} hint={edit.whereHint}>
        <MayStayEmpty>
          <TextField name="place" label={edit.place} maxLength={300} />
          <TextField name="onlineUrl" type="url" label={edit.onlineUrl} maxLength={1_000} />
        </MayStayEmpty>
      </FieldGroup>
      {trainerField(t, given)}
      <NumberField
        name="capacity"
        label={edit.capacity}
        hint={given.isNew ? undefined : edit.capacityHint}
        required
        min={1}
        max={1_000}
      />
      <DateField name="enrolUntil" label={edit.enrolUntil} hint={edit.enrolUntilHint} />
      <TextArea name="note" label={edit.note} hint={edit.noteHint} maxLength={2_000} rows={3} />
      <Disclosure summary={t.form.moreRules} open={given.isOpen}>
        {furtherFields(t, given)}
      </Disclosure>
    </>
  )
}

function trainerField(t: Messages, { trainers, fixedTrainers }: Given) {
  const { edit } = t.workshop
  if (!trainers) return <DescriptionList facts={[{ term: t.workshop.trainers, value: fixedTrainers }]} />
  const hint = trainers.length === 0 ? edit.noTrainers : undefined
  return <CheckboxGroup name="trainerIds" label={edit.trainers} hint={hint} required options={trainers} />
}

function furtherFields(t: Messages, given: Given) {
  const { edit } = t.workshop
  return (
    <>
      {enrolmentRuleFields(t)}
      <NumberField name="minimum" label={edit.minimum} hint={edit.minimumHint} min={0} max={1_000} />
      {furtherMeetingFields(t, given)}
    </>
  )
}
