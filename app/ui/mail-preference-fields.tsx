import { RHYTHMS, type MailPreference } from '#app/domain/mail-preference.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxField, RadioGroup } from '#app/ui/choice-field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'

type Props = {
  preference: MailPreference
  /** Monthly mails are offered to those for whom there are any. */
  reader: { isParticipant: boolean; isOfficer: boolean }
  errors?: FieldErrors | undefined
  submitted?: object | undefined
}

/** How often somebody wants to hear from us. */
export function MailPreferenceFields({ preference, reader, errors, submitted }: Props) {
  const words = useMessages().mailPreference
  return (
    <Form values={preference} errors={errors} submitted={submitted}>
      <RadioGroup
        name="rhythm"
        label={words.rhythmLabel}
        hint={words.rhythmHint}
        required
        options={RHYTHMS.map((rhythm) => ({ value: rhythm, label: words.rhythm[rhythm] }))}
      />
      {reader.isParticipant && (
        <CheckboxField name="suggestions" label={words.suggestions} hint={words.suggestionsHint} />
      )}
      {reader.isOfficer && <CheckboxField name="monthly" label={words.monthly} hint={words.monthlyHint} />}
      <ButtonRow>
        <Button look="primary">{words.save}</Button>
      </ButtonRow>
    </Form>
  )
}
