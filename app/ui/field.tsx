// Fields into which something is written. Fields in which something is chosen: choice-field.tsx.

import { FieldFrame, textOf, useField, type FieldProps } from '#app/ui/field-frame.tsx'
import { useMessages } from '#app/ui/locale.tsx'

/** How wide the input is: as wide as what belongs into it. */
export type FieldWidth = 'short' | 'medium' | 'full'

const inputClass = (width: FieldWidth, wrong: boolean) =>
  `kern-form-input__input width-${width}${wrong ? ' kern-form-input__input--error' : ''}`

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | undefined
  defaultValue?: string | null | undefined
  maxLength?: number | undefined
  minLength?: number | undefined
  /** The token of the HTML standard: 'email', 'name', 'current-password', 'new-password', 'one-time-code', 'off'. */
  autoComplete?: string | undefined
  inputMode?: 'text' | 'numeric' | 'email' | 'url' | undefined
  width?: FieldWidth | undefined
  /** For the one field that a page is about, such as the e-mail address at sign-in. */
  startsHere?: boolean | undefined
}

/** One line of text. A password is never written back into the page. */
export function TextField(props: TextFieldProps) {
  const {
    type = 'text',
    defaultValue,
    maxLength,
    minLength,
    autoComplete,
    inputMode,
    width = 'full',
    startsHere,
  } = props
  const state = useField(props, defaultValue)
  return (
    <FieldFrame field={props} state={state}>
      <input
        {...state.control}
        className={inputClass(width, Boolean(state.error))}
        type={type}
        defaultValue={type === 'password' ? undefined : textOf(state.value)}
        maxLength={maxLength}
        minLength={minLength}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={type === 'text' ? undefined : false}
        {...(startsHere && { autoFocus: true })}
      />
    </FieldFrame>
  )
}

type TextAreaProps = FieldProps & {
  defaultValue?: string | null | undefined
  /** Its hint says how much there is room for. */
  maxLength?: number | undefined
  rows?: number | undefined
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { defaultValue, maxLength, rows = 5 } = props
  const t = useMessages()
  const limit = maxLength && <span className="muted">{t.form.atMost(maxLength)}</span>
  const hint =
    props.hint || limit ? (
      <>
        {props.hint} {limit}
      </>
    ) : undefined
  const field = { ...props, hint }
  const state = useField(field, defaultValue)
  return (
    <FieldFrame field={field} state={state}>
      <textarea
        {...state.control}
        className={inputClass('full', Boolean(state.error))}
        rows={rows}
        maxLength={maxLength}
        defaultValue={textOf(state.value)}
      />
    </FieldFrame>
  )
}

type NumberFieldProps = FieldProps & {
  defaultValue?: number | null | undefined
  min?: number | undefined
  max?: number | undefined
  /** 'any' allows decimals; without it whole numbers only. */
  step?: number | 'any' | undefined
  /** Stands behind the input: "Plätze", "%". */
  unit?: string | undefined
}

export function NumberField(props: NumberFieldProps) {
  const { defaultValue, min, max, step = 1, unit } = props
  const state = useField(props, defaultValue)
  return (
    <FieldFrame field={props} state={state}>
      <span className="field-line">
        <input
          {...state.control}
          className={inputClass('short', Boolean(state.error))}
          type="number"
          inputMode={step === 'any' ? 'decimal' : 'numeric'}
          min={min}
          max={max}
          step={step}
          defaultValue={textOf(state.value)}
        />
        {unit && <span className="field-line__unit">{unit}</span>}
      </span>
    </FieldFrame>
  )
}

type DateFieldProps = FieldProps & {
  /** 'YYYY-MM-DD', like `min` and `max`. */
  defaultValue?: string | null | undefined
  min?: string | undefined
  max?: string | undefined
}

/** A calendar day. */
export function DateField(props: DateFieldProps) {
  return <WhenField {...props} type="date" />
}

type TimeFieldProps = FieldProps & {
  /** 'HH:MM', like `min` and `max`. */
  defaultValue?: string | null | undefined
  min?: string | undefined
  max?: string | undefined
}

/** A wall time; the day stands in a field of its own. */
export function TimeField(props: TimeFieldProps) {
  return <WhenField {...props} type="time" />
}

function WhenField({ type, ...props }: DateFieldProps & { type: 'date' | 'time' }) {
  const { defaultValue, min, max } = props
  const state = useField(props, defaultValue)
  return (
    <FieldFrame field={props} state={state}>
      <input
        {...state.control}
        className={inputClass('medium', Boolean(state.error))}
        type={type}
        min={min}
        max={max}
        defaultValue={textOf(state.value)}
      />
    </FieldFrame>
  )
}

type FileFieldProps = FieldProps & {
  /** '.csv,text/csv' */
  accept?: string | undefined
}

/** A file to upload. Its <Form> needs `files`. */
export function FileField(props: FileFieldProps) {
  const state = useField(props)
  return (
    <FieldFrame field={props} state={state}>
      <input
        {...state.control}
        className={inputClass('full', Boolean(state.error))}
        type="file"
        accept={props.accept}
      />
    </FieldFrame>
  )
}
