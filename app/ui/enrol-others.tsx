import type { ColleagueWarning } from '#app/domain/decision.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-field.tsx'
import { ColleagueWarnings, type ParallelDate } from '#app/ui/enrol-form.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Form, MayStayEmpty, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { namesNewcomers, newcomerFields, type NewcomerRows } from '#app/ui/newcomer-fields.tsx'
import { Section } from '#app/ui/page.tsx'

type EnrolOthersProps = {
  /** Of the form, so that sent twice it enrols each of them once. */
  freshId: string
  /** Coordinators search among everybody, training officers see their own people. */
  searches: boolean
  search: string
  /** How many the search found, those who are enrolled already included; null before a search. */
  found: number | null
  /** A search finds no more than this. */
  limit: number
  people: readonly { id: string; name: string; organisation: string }[]
  /** For officers: people of theirs who have no account yet. */
  newcomers: NewcomerRows | null
  nobodyChosen: boolean
  errors?: FieldErrors | undefined
  submitted?: object | undefined
  /** What to know of those who were chosen, and the word that it was read. */
  warnings: readonly ColleagueWarning[]
  accepted: string | undefined
  parallel: ParallelDate
}

/** Offers places to others, who then decide for themselves. */
export function EnrolOthers(props: EnrolOthersProps) {
  const { searches, search, found, limit, people } = props
  const { others } = useMessages().enrolment
  return (
    <Section title={others.title} id="others">
      <p className="measure">{others.explained}</p>
      {searches && (
        <FilterBar label={others.search}>
          <TextField name="q" label={others.search} type="search" maxLength={100} defaultValue={search} />
        </FilterBar>
      )}
      {searches && found !== null && <p>{others.found(found, limit)}</p>}
      {!searches && people.length === 0 && <p>{others.nobody}</p>}
      <ColleagueWarnings warnings={props.warnings} parallel={props.parallel} />
      {(people.length > 0 || props.newcomers) && <OthersForm {...props} />}
    </Section>
  )
}

function OthersForm(props: EnrolOthersProps) {
  const { freshId, people, newcomers, nobodyChosen, errors, submitted, accepted } = props
  const t = useMessages()
  const { others } = t.enrolment
  return (
    <Form
      errors={
        nobodyChosen ? { [people.length > 0 ? 'personId' : 'givenName0']: others.nobodyChosen } : errors
      }
      submitted={submitted}
      id={freshId}
      hidden={{
        ...Object.fromEntries(newcomers?.ids.map((id, nth) => [`newId${nth}`, id]) ?? []),
        ...(accepted && { accepted }),
      }}
    >
      {people.length > 0 &&
        (newcomers ? (
          <MayStayEmpty>{peopleField(t, people, false)}</MayStayEmpty>
        ) : (
          peopleField(t, people, true)
        ))}
      {newcomers &&
        newcomerFields(
          t,
          newcomers,
          namesNewcomers(submitted) || errors !== undefined || people.length === 0,
        )}
      <ButtonRow>
        <Button look="primary">{others.offer}</Button>
      </ButtonRow>
    </Form>
  )
}

function peopleField(t: Messages, people: EnrolOthersProps['people'], required: boolean) {
  // Whoever looks after one organisation needs no reminder which.
  const several = new Set(people.map(({ organisation }) => organisation)).size > 1
  return (
    <CheckboxGroup
      name="personId"
      label={t.enrolment.others.colleagues}
      required={required}
      options={people.map(({ id, name, organisation }) => ({
        value: id,
        label: name,
        hint: several ? organisation : undefined,
      }))}
    />
  )
}
