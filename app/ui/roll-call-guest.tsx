// Somebody who is there without having enrolled, added at the door: without network too.

import type { FormEvent } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { Guest, ListView } from '#app/ui/roll-call-list.ts'
import type { RollCallWords } from '#app/ui/roll-call-row.tsx'

type GuestFormProps = {
  guests: ListView['guests']
  words: RollCallWords
  meetingId: string
  onAdd: (guest: Omit<Guest, 'id'>) => void
}

const LONGEST = 120
const LONGEST_EMAIL = 254

export function GuestForm({ guests, words: { guest }, meetingId, onAdd }: GuestFormProps) {
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    if (text('name') === '') return
    onAdd({ name: text('name'), organisation: text('organisation'), email: text('email') })
    form.reset()
  }
  return (
    <>
      <ul className="plain-list">
        {guests.map(({ id, name, waits }) => (
          <li key={id}>{fill(waits ? guest.waits : guest.noted, { name })}</li>
        ))}
      </ul>
      <Disclosure summary={guest.summary}>
        <form className="form" onSubmit={add}>
          <Field name="name" label={guest.name} max={LONGEST} required />
          <Field name="organisation" label={guest.organisation} max={LONGEST} />
          <Field name="email" label={guest.email} max={LONGEST_EMAIL} type="email" />
          <ButtonRow>
            <Button>{guest.add}</Button>
            <a href={`/meetings/${meetingId}/walk-in`}>{guest.withAccount}</a>
          </ButtonRow>
        </form>
      </Disclosure>
    </>
  )
}

type FieldProps = { name: string; label: string; max: number; type?: 'text' | 'email'; required?: boolean }

/** The fields of app/ui/field.tsx take their words from the page, which a part has not. */
function Field({ name, label, max, type = 'text', required }: FieldProps) {
  const id = `guest-${name}`
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="kern-form-input__input width-full"
        name={name}
        type={type}
        maxLength={max}
        required={required}
        autoComplete="off"
      />
    </div>
  )
}
