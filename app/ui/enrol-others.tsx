import { Button, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type EnrolOthersProps = {
  /** Coordinators search among everybody, training officers see their own people. */
  searches: boolean
  search: string
  /** How many the search found, those who are enrolled already included; null before a search. */
  found: number | null
  /** A search finds no more than this. */
  limit: number
  people: readonly { id: string; name: string; organisation: string }[]
  nobodyChosen: boolean
}

/** Offers places to others, who then decide for themselves. */
export function EnrolOthers({ searches, search, found, limit, people, nobodyChosen }: EnrolOthersProps) {
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
      {people.length > 0 && (
        <Form errors={nobodyChosen ? { personId: others.nobodyChosen } : undefined}>
          <CheckboxGroup
            name="personId"
            label={others.colleagues}
            required
            options={people.map(({ id, name, organisation }) => ({
              value: id,
              label: name,
              hint: organisation,
            }))}
          />
          <ButtonRow>
            <Button look="primary">{others.offer}</Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  )
}
