import { ORGANISATION_KINDS } from '#app/domain/organisation.ts'
import type { Messages } from '#app/i18n/index.ts'
import { CheckboxGroup, RadioGroup, SelectField, type Option } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, NumberField, TextField } from '#app/ui/field.tsx'
import { MayStayEmpty } from '#app/ui/form.tsx'

type Given = {
  /** Whom an association may serve. */
  municipalities: readonly Option[]
  /** What may succeed an organisation. */
  others: readonly Option[]
  isAssociation: boolean
  /** Whether the organisation has ended, or somebody was just about to say so. */
  isOver: boolean
}

/** What is asked about an organisation. Elements and no component, so that the form above finds their labels. */
export function organisationFields(t: Messages, { municipalities, others, isAssociation, isOver }: Given) {
  const words = t.organisation
  return (
    <>
      <TextField name="name" label={words.name} maxLength={200} required />
      <RadioGroup
        name="kind"
        label={words.kindLabel}
        required
        options={ORGANISATION_KINDS.map((kind) => ({
          value: kind,
          label: words.kind[kind],
          hint: words.kindHint[kind],
        }))}
      />
      <MayStayEmpty>
        <TextField
          name="ags"
          label={words.ags}
          hint={words.agsHint}
          inputMode="numeric"
          maxLength={8}
          width="medium"
        />
      </MayStayEmpty>
      <TextField
        name="municipalityKind"
        label={words.municipalityKind}
        hint={words.municipalityKindHint}
        maxLength={100}
        width="medium"
      />
      <NumberField name="population" label={words.population} min={0} />
      <DateField name="populationDate" label={words.populationDate} />
      <DateField name="validFrom" label={words.validFrom} required />
      {minimumField(t)}
      {municipalities.length > 0 && (
        <Disclosure summary={words.members} open={isAssociation}>
          <CheckboxGroup
            name="memberIds"
            label={words.members}
            hint={words.membersHint}
            options={municipalities}
          />
          <DateField name="membersFrom" label={words.membersFrom} hint={words.membersFromHint} />
        </Disclosure>
      )}
      <Disclosure summary={words.ending} open={isOver}>
        <DateField name="validUntil" label={words.validUntil} hint={words.validUntilHint} />
        <SelectField
          name="successorId"
          label={words.successor}
          hint={words.successorHint}
          blank={words.noSuccessor}
          options={others}
        />
      </Disclosure>
    </>
  )
}

function minimumField(t: Messages) {
  const words = t.organisation
  return (
    <NumberField
      name="itMinimum"
      label={words.itMinimum}
      hint={words.itMinimumHint}
      defaultValue={1}
      min={0}
      max={100}
      required
    />
  )
}
