// Giving one's seat on: to a colleague, or for another date of the same course.

import { dayOf } from '#app/domain/calendar.ts'
import { formatShortDay, formatTime } from '#app/i18n/format.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type SubstituteProps = {
  /** Of the enrolment to be: sent twice, it asks once. */
  id: string
  organisation: string
  colleagues: readonly { id: string; name: string }[]
  error: string | undefined
}

/** A colleague takes the seat; they decide for themselves. */
export function SubstituteForm({ id, organisation, colleagues, error }: SubstituteProps) {
  const { substitute } = useMessages().queue
  if (colleagues.length === 0) {
    return (
      <Section title={substitute.title}>
        <p className="measure">{substitute.nobody(organisation)}</p>
      </Section>
    )
  }
  return (
    <Section title={substitute.title}>
      <p className="measure">{substitute.explained}</p>
      <Form id={id} hidden={{ intent: 'substitute' }} errors={error ? { personId: error } : undefined}>
        <SelectField
          name="personId"
          label={substitute.who}
          required
          options={colleagues.map((person) => ({ value: person.id, label: person.name }))}
        />
        <ButtonRow>
          <Button look="primary">{substitute.confirm}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

type RebookProps = {
  id: string
  dates: readonly { id: string; startsAt: Date; place: string | null }[]
  error: string | undefined
}

/** The same course on another day, where there is a free seat. */
export function RebookForm({ id, dates, error }: RebookProps) {
  const { rebooking } = useMessages().queue
  const locale = useLocale()
  if (dates.length === 0) {
    return (
      <Section title={rebooking.title}>
        <p className="measure">{error ?? rebooking.nowhere}</p>
      </Section>
    )
  }
  return (
    <Section title={rebooking.title}>
      <p className="measure">{rebooking.explained}</p>
      <Form id={id} hidden={{ intent: 'rebook' }} errors={error ? { workshopId: error } : undefined}>
        <RadioGroup
          name="workshopId"
          label={rebooking.where}
          required
          options={dates.map(({ id: value, startsAt, place }) => ({
            value,
            label: `${formatShortDay(dayOf(startsAt), locale)}, ${formatTime(startsAt, locale)}`,
            ...(place && { hint: place }),
          }))}
        />
        <ButtonRow>
          <Button>{rebooking.confirm}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
