// The form for a new version of a passport, and beside it what it does and what it cannot do.

import type { Difference } from '#app/domain/edit-conflict.ts'
import type { WordedPart } from '#app/domain/passport-version.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { DateField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/page.tsx'

/** How long each text of a passport may be. */
export const WORDS_LENGTH = 3000
const MOST_MONTHS = 120

type PassportFormProps = {
  parts: readonly WordedPart[]
  /** Whether how often it is measured can be said here. */
  months: boolean
  days: { earliest: string; last: string }
  values: Record<string, string | string[]>
  newId: string
  back: string
  isOfStrategy: boolean
  isMeasuredByRuling: boolean
  hidden: Record<string, string>
  result:
    | {
        errors: FieldErrors
        submitted: Record<string, string | string[]>
        refusal: string | null
        conflict: { differences: Difference[]; by: string | null; at: Date | null } | null
      }
    | undefined
}

export function PassportForm(props: PassportFormProps) {
  const { parts, months, days, values, newId, back, isOfStrategy, hidden, result } = props
  const t = useMessages()
  const words = t.passportVersion
  const sentences: Record<string, string> = words.refusal
  const conflict = result?.conflict
  return (
    <>
      {conflict && (
        <EditConflict
          {...conflict}
          labelOf={(field) => labelOf(field, t)}
          said={(_field, value) => String(value)}
        />
      )}
      <Consequences isMeasuredByRuling={props.isMeasuredByRuling} />
      <Form
        id={newId}
        hidden={hidden}
        values={values}
        errors={result?.errors}
        submitted={result?.submitted}
        refusal={result?.refusal && !conflict ? sentences[result.refusal] : undefined}
      >
        {parts.map((part) => wordedFields(part, t))}
        {months && monthsField(t)}
        {decisionFields(days, isOfStrategy, t)}
        <ButtonRow>
          <Button look="primary">{words.save}</Button>
          <ButtonLink href={back}>{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

// Not components: the form calls its fields by the labels that it finds below.

/** Both languages together, the source first. */
function wordedFields(part: WordedPart, t: Messages) {
  const name = t.passport.part[part]
  const [german, english] = [t.passportVersion.inGerman(name), t.passportVersion.inEnglish(name)]
  const rows = part === 'title' ? 2 : 4
  return (
    <FieldGroup key={part} label={name} stacked>
      <TextArea name={`${part}De`} label={german} maxLength={WORDS_LENGTH} rows={rows} required />
      <TextArea name={`${part}En`} label={english} maxLength={WORDS_LENGTH} rows={rows} required />
    </FieldGroup>
  )
}

function monthsField({ passportVersion: { every, months } }: Messages) {
  return <NumberField name="frequencyMonths" label={every} unit={months} min={1} max={MOST_MONTHS} required />
}

/** From when it holds, why, and on whose word. */
function decisionFields(
  { earliest, last }: PassportFormProps['days'],
  isOfStrategy: boolean,
  { passportVersion: words }: Messages,
) {
  return (
    <FieldGroup label={words.decision} stacked>
      <DateField
        name="validFrom"
        label={words.validFrom}
        hint={words.validFromHint(earliest, last)}
        min={earliest}
        max={last}
        required
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        maxLength={500}
        rows={3}
        required
      />
      <TextField
        name="resolution"
        label={words.resolution}
        hint={words.resolutionHint}
        maxLength={200}
        required={isOfStrategy}
      />
    </FieldGroup>
  )
}

function labelOf(field: string, t: Messages): string | undefined {
  const { inGerman, inEnglish, every } = t.passportVersion
  if (field === 'frequencyMonths') return every
  const names: Record<string, string> = t.passport.part
  const name = names[field.slice(0, -2)]
  if (name === undefined) return undefined
  return field.endsWith('De') ? inGerman(name) : inEnglish(name)
}

function Consequences({ isMeasuredByRuling }: { isMeasuredByRuling: boolean }) {
  const words = useMessages().passportVersion
  return (
    <Section title={words.consequenceTitle}>
      <div className="stack">
        <ul>
          {words.consequences.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <Notice kind="info" title={words.fixedTitle}>
          <p>{words.fixed}</p>
          {isMeasuredByRuling && (
            <p>
              {words.frequencyElsewhere} <a href="/indicators/rulings">{words.toRulings}</a>
            </p>
          )}
        </Notice>
      </div>
    </Section>
  )
}
