import { CODE_LENGTH } from '#app/domain/check-in.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'

/** The code from the room, typed: for those whose camera does not scan. */
export function CheckInForm({ isEmpty = false }: { isEmpty?: boolean }) {
  const { checkIn } = useMessages()
  return (
    <Form method="get" action="/check-in" errors={isEmpty ? { code: checkIn.codeMissing } : {}}>
      <TextField
        name="code"
        label={checkIn.code}
        hint={checkIn.codeHint}
        width="short"
        maxLength={CODE_LENGTH * 2}
        autoComplete="off"
        required
      />
      <ButtonRow>
        <Button look="primary">{checkIn.go}</Button>
      </ButtonRow>
    </Form>
  )
}
