// Giving one's seat on: to a colleague, or for another date of the same course.

import { dayOf } from '#app/domain/calendar.ts'
import type { ColleagueWarning, EnrolmentWarnings } from '#app/domain/decision.ts'
import { formatShortDay, formatTime } from '#app/i18n/format.ts'
import { warningSentences } from '#app/i18n/warning-sentences.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { ColleagueWarnings } from '#app/ui/enrol-form.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type SubstituteProps = {
  /** Of the enrolment to be: sent twice, it asks once. */
  id: string
  organisation: string
  colleagues: readonly { id: string; name: string }[]
  error: string | undefined
  /** What should be known of who was just chosen, and the word that it was read. */
  warnings: readonly ColleagueWarning[]
  accepted: string | undefined
  submitted: object | undefined
}

/** A colleague takes the seat; they decide for themselves. */
export function SubstituteForm(props: SubstituteProps) {
  const { id, organisation, colleagues, error, warnings, accepted, submitted } = props
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
      <ColleagueWarnings warnings={warnings} parallel={undefined} />
      <Form
        id={id}
        hidden={{ intent: 'substitute', ...(accepted && { accepted }) }}
        errors={error ? { personId: error } : undefined}
        submitted={submitted}
      >
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
  dates: readonly { id: string; startsAt: Date; place: string | null; warnings: EnrolmentWarnings }[]
  error: string | undefined
}

/** The same course on another day, where there is a free seat. */
export function RebookForm({ id, dates, error }: RebookProps) {
  const t = useMessages()
  const { rebooking } = t.queue
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
          options={dates.map(({ id: value, startsAt, place, warnings }) => ({
            value,
            label: `${formatShortDay(dayOf(startsAt), locale)}, ${formatTime(startsAt, locale)}`,
            hint: hintOf(place, Object.values(warningSentences(t, locale, warnings))),
          }))}
        />
        <ButtonRow>
          <Button>{rebooking.confirm}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Where it is, and below it what stands against it. */
function hintOf(place: string | null, sentences: readonly string[]) {
  const lines = [...(place ? [place] : []), ...sentences]
  if (lines.length === 0) return undefined
  return lines.map((line) => <div key={line}>{line}</div>)
}
