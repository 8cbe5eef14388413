import { z } from 'zod'
import { secret, type Errors } from '#app/http/form.ts'
import { passwordProblem } from '#app/http/password.server.ts'

/** The two fields of <NewPassword>. */
export const newPassword = { password: secret(), passwordAgain: secret() }

/** What is wrong with a new password, as errors of a form; undefined when nothing is. */
export function newPasswordErrors(form: { password: string; passwordAgain: string }): Errors | undefined {
  const problem = passwordProblem(form.password)
  if (problem) return { password: problem }
  if (form.password !== form.passwordAgain) return { passwordAgain: 'password-differs' }
  return undefined
}

export const NewPasswordForm = z.object(newPassword)
