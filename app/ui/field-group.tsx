import { useId, type ReactNode } from 'react'
import { Hint } from '#app/ui/field-frame.tsx'

type FieldGroupProps = {
  label: string
  hint?: ReactNode
  /** For days, times and numbers, of which two fit side by side on a phone. */
  short?: boolean
  children: ReactNode
}

/** Short fields that say one thing together, side by side: a day with its times. */
export function FieldGroup({ label, hint, short = false, children }: FieldGroupProps) {
  const id = useId()
  return (
    <fieldset className="kern-fieldset" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="kern-label">{label}</legend>
      <Hint id={id}>{hint}</Hint>
      <div className="kern-fieldset__body">
        <div className={short ? 'field-row field-row--short' : 'field-row'}>{children}</div>
      </div>
    </fieldset>
  )
}
