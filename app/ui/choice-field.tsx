// Fields in which something is chosen. Fields into which something is written: field.tsx.

import type { ReactNode } from 'react'
import {
  ErrorLine,
  FieldFrame,
  GroupFrame,
  Hint,
  textOf,
  textsOf,
  useField,
  type FieldProps,
} from '#app/ui/field-frame.tsx'
import { useMessages } from '#app/ui/locale.tsx'

export type Option = { value: string; label: string; hint?: ReactNode }

type SelectFieldProps = FieldProps & {
  options: readonly Option[]
  defaultValue?: string | number | null | undefined
  /** The entry with no value: "Alle Themen". Without it "Bitte auswählen"; null leaves it out. */
  blank?: string | null | undefined
}

/** One of many: from about six entries on. Fewer are better seen at once, in a <RadioGroup>. */
export function SelectField(props: SelectFieldProps) {
  const { options, defaultValue, blank } = props
  const t = useMessages()
  const state = useField(props, defaultValue)
  return (
    <FieldFrame field={props} state={state}>
      <div className="kern-form-input__select-wrapper">
        <select
          {...state.control}
          className={`kern-form-input__select${state.error ? ' kern-form-input__select--error' : ''}`}
          defaultValue={textOf(state.value)}
        >
          {blank !== null && <option value="">{blank ?? t.form.choose}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  )
}

type CheckProps = {
  kind: 'checkbox' | 'radio'
  id: string
  name: string
  value: string
  label: string
  hint?: ReactNode
  checked: boolean
  required?: boolean | undefined
  wrong: boolean
  describedBy?: string | undefined
}

function Check(check: CheckProps) {
  const { kind, id, wrong } = check
  const described = [check.hint ? `${id}-hint` : undefined, check.describedBy].filter(Boolean).join(' ')
  return (
    <div className="kern-form-check">
      <input
        className={`kern-form-check__${kind}${wrong ? ` kern-form-check__${kind}--error` : ''}`}
        type={kind}
        id={id}
        name={check.name}
        value={check.value}
        defaultChecked={check.checked}
        required={check.required}
        aria-invalid={wrong || undefined}
        aria-describedby={described || undefined}
      />
      <label className="kern-label" htmlFor={id}>
        {check.label}
      </label>
      <Hint id={id}>{check.hint}</Hint>
    </div>
  )
}

type CheckboxFieldProps = FieldProps & {
  /** What is sent when it is ticked; nothing is sent when it is not. */
  value?: string | undefined
  defaultChecked?: boolean | undefined
}

/** One box: yes or no. What stands behind a required one must be ticked to go on. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, hint, required, value = 'on', defaultChecked } = props
  const state = useField({ ...props, hint: undefined }, defaultChecked)
  return (
    <div className={state.error ? 'field-check kern-fieldset--error' : 'field-check'}>
      <Check
        kind="checkbox"
        id={state.id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        checked={state.value === true || state.value === value}
        required={required || undefined}
        wrong={Boolean(state.error)}
        describedBy={state.control['aria-describedby']}
      />
      <ErrorLine id={state.id} error={state.error} />
    </div>
  )
}

type GroupProps = FieldProps & { options: readonly Option[] }

/** One of a few. */
export function RadioGroup(props: GroupProps & { defaultValue?: string | null | undefined }) {
  const state = useField(props, props.defaultValue)
  return <Group props={props} kind="radio" state={state} chosen={[textOf(state.value)]} />
}

/** Any of a few; arrives as several values of one name, so the action reads it with `getAll`. */
export function CheckboxGroup(props: GroupProps & { defaultValue?: readonly string[] | undefined }) {
  const state = useField(props, props.defaultValue)
  return <Group props={props} kind="checkbox" state={state} chosen={textsOf(state.value)} />
}

type Chosen = {
  props: GroupProps
  kind: 'checkbox' | 'radio'
  state: ReturnType<typeof useField>
  chosen: readonly string[]
}

function Group({ props, kind, state, chosen }: Chosen) {
  return (
    <GroupFrame field={props} state={state}>
      {props.options.map(({ value, label, hint }, place) => (
        <Check
          key={value}
          kind={kind}
          // The first one has the id of the field: that is where the error summary leads.
          id={place === 0 ? state.id : `${state.id}-${value}`}
          name={props.name}
          value={value}
          label={label}
          hint={hint}
          checked={chosen.includes(value)}
          required={kind === 'radio' ? props.required || undefined : undefined}
          wrong={Boolean(state.error)}
        />
      ))}
    </GroupFrame>
  )
}
