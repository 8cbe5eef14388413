import { useId, type ReactNode } from 'react'
import { Hint } from '#app/ui/field-frame.tsx'

type FieldGroupProps = {
  label: string
  hint?: ReactNode
  /** For days, times and numbers, of which two fit side by side on a phone. */
  short?: boolean
  /** One below the other: for fields that need their width. */
  stacked?: boolean
  children: ReactNode
}

/** Fields that say one thing together: a day with its times, side by side. */
export function FieldGroup({ label, hint, short = false, stacked = false, children }: FieldGroupProps) {
  const id = useId()
  return (
    <fieldset className="kern-fieldset" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="kern-label">{label}</legend>
      <Hint id={id}>{hint}</Hint>
      <div className="kern-fieldset__body">
        <div className={stacked ? 'field-stack' : short ? 'field-row field-row--short' : 'field-row'}>
          {children}
        </div>
      </div>
    </fieldset>
  )
}
