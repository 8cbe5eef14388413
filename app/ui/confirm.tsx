import type { ReactNode } from 'react'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'

type ConfirmProps = {
  /** What will happen, to whom, and whether it can be undone: "12 Angemeldete erhalten eine E-Mail." */
  consequence: ReactNode
  /** The button says what it does: "Workshop absagen", never "OK". */
  confirm: string
  /** The way back, without any change. */
  back: { href: string; label?: string }
  /** What must be known first, such as a reason. */
  children?: ReactNode
  action?: string | undefined
  hidden?: Record<string, string> | undefined
  errors?: FieldErrors | undefined
  submitted?: object | null | undefined
  refusal?: string | undefined
  /** Where the action of the page reads forms with files. */
  files?: boolean | undefined
}

/** Asks once before something that people will notice. Stands on a page of its own. */
export function Confirm({ consequence, confirm, back, children, ...form }: ConfirmProps) {
  const t = useMessages()
  return (
    <Form {...form}>
      <div className="consequence">{consequence}</div>
      {children}
      <ButtonRow>
        <Button look="danger">{confirm}</Button>
        <ButtonLink href={back.href}>{back.label ?? t.form.cancel}</ButtonLink>
      </ButtonRow>
    </Form>
  )
}
