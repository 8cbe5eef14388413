import type { ReactNode } from 'react'
import type { RoomRefusal } from '#app/domain/room.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'

/** What the second button of the form asks for. */
export const REMOVE = 'remove'

type InventoryFormProps = {
  title: string
  /** What is stored; null for something new. */
  stored: { name: string; version: number } | null | undefined
  id: string
  answer: { errors: FieldErrors; submitted: object | null; refusal?: RoomRefusal | undefined } | undefined
  children: ReactNode
}

/** A room, or a piece of equipment: its fields, and the way to take it out of the list. */
export function InventoryForm({ title, stored, id, answer, children }: InventoryFormProps) {
  const t = useMessages()
  return (
    <div className="measure">
      <PageHeader
        title={title}
        lead={stored?.name}
        breadcrumbs={[
          { href: '/workshops', label: t.workshop.list.title },
          { href: '/rooms', label: t.room.title },
        ]}
      />
      <Form
        values={stored}
        errors={answer?.errors}
        sentences={t.room.refusal}
        submitted={answer?.submitted}
        refusal={answer?.refusal && t.room.refusal[answer.refusal]}
        id={id}
        hidden={{ version: String(stored?.version ?? 0) }}
      >
        {children}
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
          <ButtonLink href="/rooms">{t.form.cancel}</ButtonLink>
        </ButtonRow>
        {stored && (
          <Disclosure summary={t.room.remove}>
            <p>{t.room.removeHint}</p>
            <Button look="danger" name="intent" value={REMOVE} formNoValidate>
              {t.room.remove}
            </Button>
          </Disclosure>
        )}
      </Form>
    </div>
  )
}
