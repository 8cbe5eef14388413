import type { ReactNode } from 'react'
import { fieldId, problemSentence, useFormState, type Bounds } from '#app/ui/form.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/locale.tsx'

/** What every field takes. */
export type FieldProps = {
  name: string
  label: string
  /** One sentence below the label: what is asked for, and why. */
  hint?: ReactNode
  /** A field without it says "(freiwillig)". */
  required?: boolean | undefined
  /** Overrides the form's error of this name; a key of `t.form.error` or a sentence. */
  error?: string | undefined
  /** Element id, where the name alone is not unique on the page. */
  id?: string | undefined
}

export type FieldState = {
  id: string
  /** What stands in the field: typed, else stored, else the default. */
  value: unknown
  error: string | undefined
  /** Spread on the control: id, name, required and what describes it. */
  control: {
    id: string
    name: string
    required: boolean | undefined
    'aria-invalid': true | undefined
    'aria-describedby': string | undefined
  }
}

/** Finds the value and the error of a field in its form. */
export function useField(field: FieldProps & Bounds, defaultValue?: unknown): FieldState {
  const form = useFormState()
  const t = useMessages()
  const id = field.id ?? fieldId(form.prefix, field.name)
  const problem = field.error ?? form.errors[field.name]
  const error = problem === undefined ? undefined : problemSentence(t, problem, field)
  const describedBy = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    error,
    value: form.submitted
      ? Reflect.get(form.submitted, field.name)
      : (defaultValue ?? (form.values && Reflect.get(form.values, field.name))),
    control: {
      id,
      name: field.name,
      required: field.required || undefined,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}

/** As an input shows it; whatever is no text or number leaves the input empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The ticked values of a group of boxes: one name, none, one or several values. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(textOf)
  return value === undefined || value === null ? [] : [textOf(value)]
}

export function OptionalMark({ required }: { required: boolean | undefined }) {
  const t = useMessages()
  const { marksOptional } = useFormState()
  if (required || !marksOptional) return null
  return <span className="kern-label__optional"> {t.form.optional}</span>
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div className="kern-hint" id={`${id}-hint`}>
      {children}
    </div>
  )
}

export function ErrorLine({ id, error }: { id: string; error: string | undefined }) {
  const t = useMessages()
  if (!error) return null
  return (
    <p className="kern-error" id={`${id}-error`}>
      <Icon name="danger" />
      <span>
        <span className="kern-sr-only">{t.form.errorMark} </span>
        {error}
      </span>
    </p>
  )
}

type FrameProps = { field: FieldProps; state: FieldState; children: ReactNode }

/** Label, hint, control, error, in this order. */
export function FieldFrame({ field, state, children }: FrameProps) {
  return (
    <div className={state.error ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
      <label className="kern-label" htmlFor={state.id}>
        {field.label}
        <OptionalMark required={field.required} />
      </label>
      <Hint id={state.id}>{field.hint}</Hint>
      {children}
      <ErrorLine id={state.id} error={state.error} />
    </div>
  )
}

/** The same for a question with several boxes or buttons. */
export function GroupFrame({ field, state, children }: FrameProps) {
  const describedBy = state.control['aria-describedby']
  return (
    <fieldset
      className={state.error ? 'kern-fieldset kern-fieldset--error' : 'kern-fieldset'}
      aria-describedby={describedBy}
    >
      <legend className="kern-label">
        {field.label}
        <OptionalMark required={field.required} />
      </legend>
      <Hint id={state.id}>{field.hint}</Hint>
      <div className="kern-fieldset__body">{children}</div>
      <ErrorLine id={state.id} error={state.error} />
    </fieldset>
  )
}
