import { Children, createContext, isValidElement, useContext, type ReactNode } from 'react'
import { comparedWith } from '#app/domain/edit-conflict.ts'
import { HiddenFields } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Messages } from '#app/i18n/index.ts'

/** By field name: a key of `t.form.error`, or a sentence where the rule needs its own words. */
export type FieldErrors = Record<string, string>

type FormState = {
  errors: FieldErrors
  /** What was just typed; it wins over what is stored, also where a box was unticked. */
  submitted: object | undefined
  values: object | undefined
  /** Keeps ids apart where two forms on one page have fields of the same name. */
  prefix: string
  /** Whether fields that may stay empty say so. Filters may always stay empty, and do not. */
  marksOptional: boolean
}

const blank: FormState = {
  errors: {},
  submitted: undefined,
  values: undefined,
  prefix: '',
  marksOptional: true,
}

export const FormContext = createContext<FormState>(blank)

export function useFormState(): FormState {
  return useContext(FormContext)
}

type FormProps = {
  children: ReactNode
  /** Where to post; without it, this page. */
  action?: string | undefined
  /** 'get' where an address comes of it that can be kept: a search. */
  method?: 'get' | 'post' | undefined
  /** As `parseForm` returns them. Each is said at its field, and all of them above the form. */
  errors?: FieldErrors | undefined
  /** Sentences for the keys of rules that `t.form.error` does not know: `t.person.refusal`. */
  sentences?: Record<string, string> | undefined
  /** What was typed, as the action returns it beside `errors`: it stays in the fields. */
  submitted?: object | null | undefined
  /** What is stored: the row that the form starts from, fields by name. */
  values?: object | null | undefined
  /** Why a rule says no to all of it, as a sentence. */
  refusal?: string | undefined
  /** A hidden field `id`, which makes sending twice the same as sending once. */
  id?: string | undefined
  hidden?: Record<string, string> | undefined
  /** Needed for <FileField>. */
  files?: boolean | undefined
  prefix?: string | undefined
}

/**
 * A form that posts to its route. Fields find their value and their error by name, so a route passes
 * `errors`, `submitted` and `values` here once. With errors, the summary above has the focus.
 */
export function Form(props: FormProps) {
  const {
    children,
    action,
    method = 'post',
    errors: keys = {},
    sentences = {},
    submitted,
    values,
    refusal,
    id,
    hidden = {},
    files,
    prefix = '',
  } = props
  const errors = Object.fromEntries(
    Object.entries(keys).map(([name, key]): [string, string] => [name, sentences[key] ?? key]),
  )
  const held = Object.keys(errors).length > 0 ? comparedWith(submitted) : {}
  const state: FormState = {
    errors,
    submitted: submitted ?? undefined,
    values: values ?? undefined,
    prefix,
    marksOptional: true,
  }
  return (
    <form
      method={method}
      action={action}
      encType={files ? 'multipart/form-data' : undefined}
      className="form"
    >
      <HiddenFields values={{ ...(id !== undefined && { id }), ...hidden, ...held }} />
      <FormContext.Provider value={state}>
        {refusal && <Notice kind="danger" title={refusal} answer />}
        <ErrorSummary errors={errors} prefix={prefix} fields={fieldsIn(children)} />
        {children}
      </FormContext.Provider>
    </form>
  )
}

/** Fields of which none need be filled, where saying so at each of them would be noise. */
export function MayStayEmpty({ children }: { children: ReactNode }) {
  const state = useFormState()
  return <FormContext.Provider value={{ ...state, marksOptional: false }}>{children}</FormContext.Provider>
}

type FoldProps = {
  summary: string
  children: ReactNode
  open?: boolean | undefined
  /** Whether something is written in one of its fields, so that nobody looks for it in vain. */
  openFilled?: boolean | undefined
}

/** Fields that most people leave as they are. What is wrong in one of them is never out of sight. */
export function FoldedFields({ summary, children, open = false, openFilled = false }: FoldProps) {
  const { errors, submitted, values } = useFormState()
  const names = [...fieldsIn(children).keys()]
  const given: Record<string, unknown> = { ...(submitted ?? values) }
  const isWrong = names.some((name) => errors[name] !== undefined)
  const isFilled = openFilled && names.some((name) => Boolean(given[name]))
  return (
    <Disclosure summary={summary} open={open || isWrong || isFilled}>
      {children}
    </Disclosure>
  )
}

function ErrorSummary(props: { errors: FieldErrors; prefix: string; fields: Map<string, Labelled> }) {
  const t = useMessages()
  const names = inFieldOrder(Object.keys(props.errors), [...props.fields.keys()])
  if (names.length === 0) return null
  return (
    <Notice kind="danger" title={t.form.problems(names.length)} answer>
      <ul className="error-summary">
        {names.map((name) => {
          const field = props.fields.get(name)
          const sentence = problemSentence(t, props.errors[name] ?? '', field)
          const text = field ? t.form.problemOf(field.label, sentence) : sentence
          return (
            <li key={name}>
              <a href={`#${fieldId(props.prefix, name)}`}>{text}</a>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

export function fieldId(prefix: string, name: string): string {
  return prefix ? `${prefix}-${name}` : name
}

/** The bounds of a number; those of days and times are texts, and other rules. */
export type Bounds = { min?: unknown; max?: unknown }

/** What is right, with the bound where the field has one. */
export function problemSentence(t: Messages, problem: string, { min, max }: Bounds = {}): string {
  if (problem === 'too-small' && typeof min === 'number') return t.form.smallest(min)
  if (problem === 'too-big' && typeof max === 'number') return t.form.biggest(max)
  const sentences: Record<string, string> = t.form.error
  return sentences[problem] ?? problem
}

function inFieldOrder(names: string[], order: string[]): string[] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return names.sort((a, b) => place(a) - place(b))
}

type Labelled = Bounds & { label: string }

/** The fields below, by name, so that the summary above them can call them by their labels. */
function fieldsIn(children: ReactNode): Map<string, Labelled> {
  const fields = new Map<string, Labelled>()
  for (const child of Children.toArray(children)) {
    if (!isValidElement<Bounds & { name?: unknown; label?: unknown; children?: ReactNode }>(child)) continue
    const { name, label, min, max, children: below } = child.props
    if (typeof name === 'string' && typeof label === 'string') fields.set(name, { label, min, max })
    else for (const [inner, field] of fieldsIn(below)) fields.set(inner, field)
  }
  return fields
}
