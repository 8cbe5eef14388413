// The editor of questionnaires: plain forms, each one step, so that it works with the keyboard and without scripts.

import { Fragment } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import {
  MAX_TEXT_TOTAL,
  readQuestionnaire,
  type Definition,
  type DefinitionElement,
  type Item,
} from '#app/domain/questionnaire.ts'
import { ELEMENT_KINDS, kindOf, type ElementKind } from '#app/domain/questionnaire-draft.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { Form, MayStayEmpty, type FieldErrors } from '#app/ui/form.tsx'
import { Live } from '#app/ui/live.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { useConditionWords } from '#app/ui/questionnaire-condition.tsx'
import { QuestionnaireFields } from '#app/ui/questionnaire-fields.tsx'

type Answered = {
  /** The version that was read, and what the form opened with. */
  hidden: Record<string, string>
  errors: FieldErrors | undefined
  submitted: object | undefined
}

/** What was changed last, and by which button: there the focus goes on. */
type At = { name: string | null; by: 'up' | 'down' | undefined }

type OutlineProps = { definition: Definition; version: number; at: At }

export function Outline({ definition, version, at }: OutlineProps) {
  const { edit } = useMessages().questionnaireEditor
  return (
    <Section
      id="outline"
      title={edit.outline}
      action={<ButtonLink href="?part=texts">{edit.texts}</ButtonLink>}
    >
      {definition.pages.map((page) => {
        const title = page.title?.default ?? page.name
        return (
          <div className="stack" key={page.name}>
            <h3>{title}</h3>
            <Steps name={page.name} title={title} version={version} at={at} />
            {page.elements.length === 0 && <p className="muted">{edit.empty}</p>}
            <ol className="stack">
              {page.elements.map((element) => (
                <li key={element.name}>
                  <p>
                    {titleOf(element)}{' '}
                    <span className="muted">
                      ({edit.kinds[kindOf(element)]}, <code>{element.name}</code>)
                    </span>
                  </p>
                  <Steps name={element.name} title={titleOf(element)} version={version} at={at} />
                </li>
              ))}
            </ol>
            <Disclosure summary={edit.addTo(title)}>
              <ul className="plain-list">
                {ELEMENT_KINDS.map((kind) => (
                  <li key={kind}>
                    <a href={`?kind=${kind}&section=${page.name}`}>{edit.kinds[kind]}</a>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )
      })}
      <ButtonRow>
        <ButtonLink href="?part=new-section">{edit.addSection}</ButtonLink>
      </ButtonRow>
    </Section>
  )
}

function titleOf(element: DefinitionElement): string {
  if (element.type !== 'html') return element.title.default
  return element.html.default
    .replace(/<[^>]*>/g, ' ')
    .trim()
    .slice(0, 80)
}

/** Change, up, down, remove. */
function Steps({ name, title, version, at }: { name: string; title: string; version: number; at: At }) {
  const { edit } = useMessages().questionnaireEditor
  const hidden = { part: name, version: String(version) }
  const startsHere = at.name === name
  return (
    <span className="move-buttons">
      <ButtonLink
        look="quiet"
        href={`?part=${name}`}
        label={edit.changeOf(title)}
        startsHere={startsHere && !at.by}
      >
        {edit.change}
      </ButtonLink>
      <PostButton
        look="quiet"
        label={edit.upOf(title)}
        hidden={{ ...hidden, step: 'up' }}
        startsHere={startsHere && at.by === 'up'}
      >
        {edit.up}
      </PostButton>
      <PostButton
        look="quiet"
        label={edit.downOf(title)}
        hidden={{ ...hidden, step: 'down' }}
        startsHere={startsHere && at.by === 'down'}
      >
        {edit.down}
      </PostButton>
      <PostButton look="quiet" label={edit.removeOf(title)} hidden={{ ...hidden, step: 'remove' }}>
        {edit.remove}
      </PostButton>
    </span>
  )
}

type ElementFormProps = Answered & {
  form: {
    kind: ElementKind
    part: string
    section: string
    values: object
    conditions: readonly string[]
  }
  items: readonly Item[]
}

/** One question, German and English side by side. */
export function ElementForm({ form, items, hidden, errors, submitted }: ElementFormProps) {
  const t = useMessages()
  const { edit } = t.questionnaireEditor
  const { kind, part, section, values, conditions } = form
  const say = useConditionWords(items)
  const known = 'visibleIf' in values && typeof values.visibleIf === 'string' ? [values.visibleIf] : []
  const options = [...new Set([...conditions, ...known])].map((value) => ({
    value,
    label: say(value) ?? value,
  }))
  return (
    <Section title={edit.kinds[kind]}>
      <Form hidden={{ step: 'element', kind, part, section, ...hidden }} {...{ values, errors, submitted }}>
        {kind === 'passage'
          ? pair(t, edit.passage, 'html', 'htmlEn', TextArea, 2_000)
          : pair(t, edit.question, 'title', 'titleEn', TextField, 300)}
        {kind !== 'passage' && pair(t, edit.hint, 'hint', 'hintEn', TextField, 1_000, false)}
        {answerFields(t, kind)}
        {options.length > 0 && (
          <SelectField name="visibleIf" label={edit.onlyIf} blank={edit.always} options={options} />
        )}
        <TextField name="name" label={edit.key} hint={edit.keyHint} maxLength={48} width="medium" required />
        <ButtonRow>
          <Button look="primary">{edit.save}</Button>
          <ButtonLink href="?">{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Elements and no component, so that the form finds their labels. */
function pair(
  { questionnaireEditor: { edit } }: Messages,
  label: string,
  german: string,
  english: string,
  Field: typeof TextField | typeof TextArea,
  maxLength: number,
  required = true,
) {
  return (
    <div className="field-row">
      <Field name={german} label={`${label} (${edit.german})`} maxLength={maxLength} required={required} />
      <Field name={english} label={`${label} (${edit.english})`} maxLength={maxLength} />
    </div>
  )
}

function answerFields({ questionnaireEditor: { edit } }: Messages, kind: ElementKind) {
  if (kind === 'single' || kind === 'several' || kind === 'matrix') {
    const label = kind === 'matrix' ? edit.rows : edit.choices
    return <TextArea name="choices" label={label} hint={edit.linesHint} rows={5} required />
  }
  if (kind === 'number') {
    return (
      <div className="field-row">
        <NumberField name="min" label={edit.min} min={0} max={1_000_000} required />
        <NumberField name="max" label={edit.max} min={0} max={1_000_000} required />
      </div>
    )
  }
  if (kind !== 'line' && kind !== 'lines') return null
  return <NumberField name="maxLength" label={edit.maxLength} min={1} max={MAX_TEXT_TOTAL} required />
}

type TextsFormProps = Answered & { form: { step: 'texts' | 'section'; part: string; values: object } }

/** Title and introduction of the questionnaire, or of a section. */
export function TextsForm({ form, hidden, errors, submitted }: TextsFormProps) {
  const t = useMessages()
  const { edit } = t.questionnaireEditor
  const { step, part, values } = form
  return (
    <Section title={step === 'texts' ? edit.texts : edit.section}>
      <Form hidden={{ step, part, ...hidden }} {...{ values, errors, submitted }}>
        {pair(t, edit.name, 'title', 'titleEn', TextField, 300)}
        {pair(t, edit.introduction, 'hint', 'hintEn', TextField, 1_000, false)}
        <ButtonRow>
          <Button look="primary">{edit.save}</Button>
          <ButtonLink href="?">{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Everything, in the words of SurveyJS. */
export function JsonForm({ json, hidden, errors, submitted }: Answered & { json: string }) {
  const t = useMessages()
  const { edit } = t.questionnaireEditor
  return (
    <Disclosure summary={edit.json} open={submitted !== undefined}>
      <Form hidden={{ step: 'json', ...hidden }} prefix="json" {...{ errors, submitted }}>
        <TextArea name="json" label={edit.json} hint={edit.jsonHint} rows={20} defaultValue={json} required />
        <ButtonRow>
          <Button>{edit.save}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}

/** What people will see; nothing of it is sent or kept. */
export function Preview({ definition, locale }: { definition: Definition; locale: Locale }) {
  const t = useMessages()
  const { edit } = t.questionnaireEditor
  const { submit, wholeNumber } = t.questionnaire.survey
  return (
    <Section title={edit.preview} id="preview">
      <p className="muted">{edit.previewHint}</p>
      <p>
        {(['de', 'en'] as const).map((one) => (
          <Fragment key={one}>
            <a href={`?preview=${one}#preview`} aria-current={one === locale ? 'true' : undefined}>
              {edit.previewOf[one]}
            </a>{' '}
          </Fragment>
        ))}
      </p>
      <div className="questionnaire">
        <Live
          part="survey-preview"
          given={{ definition, locale, labels: { submit, wholeNumber } }}
          waiting={edit.loading}
        >
          <div className="form">
            <MayStayEmpty>
              <QuestionnaireFields questionnaire={readQuestionnaire(definition)} />
            </MayStayEmpty>
          </div>
        </Live>
      </div>
    </Section>
  )
}
