// The editor of questionnaires: plain forms, each one step, so that it works with the keyboard and without scripts.

import { Fragment } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import {
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

type Answered = { version: number; errors: FieldErrors | undefined; submitted: object | undefined }

export function Outline({ definition, version }: { definition: Definition; version: number }) {
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
            <Steps name={page.name} title={title} version={version} />
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
                  <Steps name={element.name} title={titleOf(element)} version={version} />
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
      <p>
        <ButtonLink href="?part=new-section">{edit.addSection}</ButtonLink>
      </p>
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
function Steps({ name, title, version }: { name: string; title: string; version: number }) {
  const { edit } = useMessages().questionnaireEditor
  const hidden = { part: name, version: String(version) }
  return (
    <span className="move-buttons">
      <ButtonLink look="quiet" href={`?part=${name}`} label={edit.changeOf(title)}>
        {edit.change}
      </ButtonLink>
      <PostButton look="quiet" label={edit.upOf(title)} hidden={{ ...hidden, step: 'up' }}>
        {edit.up}
      </PostButton>
      <PostButton look="quiet" label={edit.downOf(title)} hidden={{ ...hidden, step: 'down' }}>
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
    part: string | null
    section: string
    values: object
    conditions: readonly string[]
    items: readonly Item[]
  }
}

/** One question, German and English side by side. */
export function ElementForm({ form, version, errors, submitted }: ElementFormProps) {
  const t = useMessages()
  const { edit } = t.questionnaireEditor
  const { kind, part, section, values, conditions, items } = form
  const say = useConditionWords(items)
  const known = 'visibleIf' in values && typeof values.visibleIf === 'string' ? [values.visibleIf] : []
  const options = [...new Set([...conditions, ...known])].map((value) => ({
    value,
    label: say(value) ?? value,
  }))
  return (
    <Section title={edit.kinds[kind]}>
      <Form
        hidden={{ step: 'element', kind, part: part ?? '', section, version: String(version) }}
        {...{ values, errors, submitted }}
      >
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
  return <NumberField name="maxLength" label={edit.maxLength} min={1} max={3_000} required />
}

type TextsFormProps = Answered & { form: { what: 'texts' | 'section'; part: string; values: object } }

/** Title and introduction of the questionnaire, or of a section. */
export function TextsForm({ form, version, errors, submitted }: TextsFormProps) {
  const t = useMessages()
  const { edit } = t.questionnaireEditor
  const { what, part, values } = form
  return (
    <Section title={what === 'texts' ? edit.texts : edit.section}>
      <Form hidden={{ step: what, part, version: String(version) }} {...{ values, errors, submitted }}>
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
export function JsonForm({
  json,
  version,
  submitted,
}: {
  json: string
  version: number
  submitted: unknown
}) {
  const t = useMessages()
  const { edit } = t.questionnaireEditor
  const typed = typeof submitted === 'string' && submitted !== '' ? submitted : undefined
  return (
    <Disclosure summary={edit.json} open={typed !== undefined}>
      <Form hidden={{ step: 'json', version: String(version) }} prefix="json">
        <TextArea
          name="json"
          label={edit.json}
          hint={edit.jsonHint}
          rows={20}
          defaultValue={typed ?? json}
          required
        />
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
