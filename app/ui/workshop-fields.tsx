import type { Messages } from '#app/i18n/index.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, SelectField, type Option } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { DateField, NumberField, TextArea, TextField, TimeField } from '#app/ui/field.tsx'
import { MayStayEmpty } from '#app/ui/form.tsx'

/** Sends the form for more rows of meetings instead of saving it. */
export const MORE_MEETINGS = 'more-meetings'

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
      <FieldGroup label={edit.firstMeeting} hint={edit.firstMeetingHint} short>
        {timeFields(t, 0)}
      </FieldGroup>
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

function timeFields(t: Messages, row: number) {
  const { edit } = t.workshop
  const required = row === 0
  return (
    <>
      <DateField name={`day${row}`} label={edit.day} required={required} />
      <TimeField name={`start${row}`} label={edit.start} required={required} />
      <TimeField name={`end${row}`} label={edit.end} required={required} />
    </>
  )
}

function trainerField(t: Messages, { trainers, fixedTrainers }: Given) {
  const { edit } = t.workshop
  if (!trainers) return <DescriptionList facts={[{ term: t.workshop.trainers, value: fixedTrainers }]} />
  const hint = trainers.length === 0 ? edit.noTrainers : undefined
  return <CheckboxGroup name="trainerIds" label={edit.trainers} hint={hint} required options={trainers} />
}

function furtherFields(t: Messages, { rows, here }: Given) {
  const { edit } = t.workshop
  return (
    <>
      <DateField name="withdrawUntil" label={edit.withdrawUntil} hint={edit.withdrawUntilHint} />
      <NumberField name="minimum" label={edit.minimum} hint={edit.minimumHint} min={0} max={1_000} />
      <NumberField name="units0" label={edit.units} hint={edit.unitsHint} min={1} max={20} />
      <div id="meetings" className="stack">
        <h2>{edit.furtherMeetings}</h2>
        <p className="muted">{edit.furtherMeetingsHint}</p>
        <MayStayEmpty>
          {Array.from({ length: rows - 1 }, (_, index) => (
            <FieldGroup key={index} label={edit.furtherMeeting(index + 2)} short>
              {timeFields(t, index + 1)}
              <NumberField name={`units${index + 1}`} label={edit.unitsShort} min={1} max={20} />
            </FieldGroup>
          ))}
        </MayStayEmpty>
        <div>
          <Button name="intent" value={MORE_MEETINGS} formNoValidate formAction={`${here}#meetings`}>
            {edit.moreMeetings}
          </Button>
        </div>
      </div>
    </>
  )
}
