import type { CourseState } from '#app/domain/course.ts'
import type { Locale } from '#app/domain/locale.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { CheckboxGroup, SelectField, type Option } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { enrolmentRuleFields } from '#app/ui/enrolment-rule-fields.tsx'
import { DateField, NumberField, TextArea } from '#app/ui/field.tsx'
import { FoldedFields } from '#app/ui/form.tsx'
import { firstMeetingFields, furtherMeetingFields } from '#app/ui/meeting-fields.tsx'
import { equipmentFields, whereFields, type EquipmentChoice, type RoomChoice } from '#app/ui/room-fields.tsx'

type Given = {
  /** Where there is a choice; else the course is fixed and named above the form. */
  courses: readonly Option[] | null
  /** Where there is a choice; else who leads is fixed. */
  trainers: readonly Option[] | null
  fixedTrainers: string
  rooms: readonly RoomChoice[]
  equipment: readonly EquipmentChoice[]
  /** How many rows there are for meetings, with the first one; 0 where they follow from a rule. */
  rows: number
  isNew: boolean
  /** Whether the further rules are in use; what is wrong in them opens them anyway. */
  isOpen: boolean
  /** This page, for the button that asks for more rows. */
  here: string
}

type CourseChoice = { id: string; titleDe: string; titleEn: string | null; state: CourseState }

/** The courses to choose from; null where the course is fixed. */
export function courseOptions(
  t: Messages,
  courses: readonly CourseChoice[] | null,
  locale: Locale,
): Option[] | null {
  if (!courses) return null
  return courses.map(({ id, titleDe, titleEn, state }) => {
    const title = pick(locale, titleDe, titleEn)
    return { value: id, label: state === 'draft' ? t.workshop.edit.draftCourse(title) : title }
  })
}

/** What is asked about a workshop: at most seven fields, and the rest folded, with defaults that work. Elements and no component, so that the form above finds their labels. */
export function workshopFields(t: Messages, given: Given) {
  const { edit } = t.workshop
  return (
    <>
      {given.courses && <SelectField name="courseId" label={edit.course} required options={given.courses} />}
      {firstMeetingFields(t, given.rows === 0)}
      {whereFields(t, given.rooms)}
      {trainerField(t, given)}
      <NumberField
        name="capacity"
        label={edit.capacity}
        hint={given.isNew ? undefined : edit.capacityHint}
        required
        min={1}
        max={1_000}
      />
      <FoldedFields summary={t.form.moreRules} open={given.isOpen}>
        {furtherFields(t, given)}
      </FoldedFields>
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
  const { planning } = t
  const { edit } = t.workshop
  return (
    <>
      <TextArea name="note" label={edit.note} hint={edit.noteHint} maxLength={2_000} rows={3} />
      <DateField name="enrolUntil" label={edit.enrolUntil} hint={edit.enrolUntilHint} />
      {enrolmentRuleFields(t)}
      <NumberField name="minimum" label={edit.minimum} hint={edit.minimumHint} min={0} max={1_000} />
      <DateField name="decideOn" label={planning.edit.decideOn} hint={planning.edit.decideOnHint} />
      <NumberField
        name="linkMinutes"
        label={planning.edit.linkMinutes}
        hint={planning.edit.linkMinutesHint}
        unit={planning.edit.minutesBefore}
        min={0}
        max={10_080}
      />
      {equipmentFields(t, given.equipment)}
      {given.rows > 0 && furtherMeetingFields(t, given)}
    </>
  )
}
