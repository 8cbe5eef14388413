import { TextField } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/locale.tsx'

/** A new password, twice: a slip of the finger must not shut somebody out. Fields `password` and `passwordAgain`. */
export function NewPassword() {
  const { newPassword } = useMessages().signIn
  const shared = { type: 'password', autoComplete: 'new-password', required: true } as const
  return (
    <>
      <TextField name="password" label={newPassword.label} hint={newPassword.hint} {...shared} />
      <TextField name="passwordAgain" label={newPassword.again} {...shared} />
    </>
  )
}
