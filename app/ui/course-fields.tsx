import { AUDIENCES, COURSE_FORMATS, COURSE_LEVELS } from '#app/domain/course.ts'
import type { Locale } from '#app/domain/locale.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { NumberField, TextArea, TextField } from '#app/ui/field.tsx'

/** The choice that stands for a topic of its own; no key looks like it. */
export const NEW_TOPIC = '+'

type Topic = { key: string; titleDe: string; titleEn: string | null }

type Given = {
  topics: readonly Topic[]
  /** Courses that may have to come before this one. */
  others: readonly { id: string; titleDe: string; titleEn: string | null }[]
  /** Whether the district asks for English beside German. */
  secondLanguage: boolean
  /** Whether a new topic is being named. */
  isTopicNew: boolean
  locale: Locale
}

/** What is asked about a course. Elements and no component, so that the form above finds their labels. */
export function courseFields(t: Messages, given: Given) {
  return (
    <>
      {nameFields(t, given.secondLanguage)}
      {topicFields(t, given)}
      {kindFields(t)}
      {contentFields(t)}
      {conditionFields(t, given)}
    </>
  )
}

function nameFields(t: Messages, secondLanguage: boolean) {
  const { title, summary, summaryHint, english } = t.course.edit
  return (
    <>
      <TextField name="titleDe" label={title} required maxLength={200} />
      {secondLanguage && <TextField name="titleEn" label={english(title)} maxLength={200} />}
      <TextArea name="summaryDe" label={summary} hint={summaryHint} required maxLength={300} rows={3} />
      {secondLanguage && <TextArea name="summaryEn" label={english(summary)} maxLength={300} rows={3} />}
    </>
  )
}

function topicFields(t: Messages, { topics, isTopicNew, locale }: Given) {
  const { catalogue, edit } = t.course
  const options = topics.map(({ key, titleDe, titleEn }) => ({
    value: key,
    label: pick(locale, titleDe, titleEn),
  }))
  return (
    <>
      <SelectField
        name="topicKey"
        label={catalogue.topic}
        required
        options={[...options, { value: NEW_TOPIC, label: edit.newTopicChoice }]}
      />
      <Disclosure summary={edit.newTopic} open={isTopicNew || topics.length === 0}>
        <TextField name="newTopic" label={edit.newTopicName} hint={edit.newTopicHint} maxLength={80} />
      </Disclosure>
    </>
  )
}

function kindFields(t: Messages) {
  const { catalogue, edit, level, format, audience } = t.course
  return (
    <>
      <RadioGroup name="level" label={catalogue.level} required options={optionsOf(COURSE_LEVELS, level)} />
      <RadioGroup
        name="format"
        label={catalogue.format}
        required
        options={optionsOf(COURSE_FORMATS, format)}
      />
      <NumberField name="units" label={edit.units} unit={edit.unitsOf} required min={1} max={200} />
      <CheckboxGroup
        name="audiences"
        label={edit.audience}
        required
        options={optionsOf(AUDIENCES, audience)}
      />
    </>
  )
}

function contentFields(t: Messages) {
  const { edit, page } = t.course
  const goals = { label: edit.goals, hint: edit.markdownHint, maxLength: 5_000, rows: 6 }
  const contents = { label: edit.contents, hint: edit.markdownHint, maxLength: 10_000, rows: 10 }
  const prerequisites = { label: page.prerequisites, hint: edit.prerequisitesHint, maxLength: 1_000, rows: 3 }
  return (
    <>
      <TextArea name="goals" required {...goals} />
      <TextArea name="contents" required {...contents} />
      <TextArea name="prerequisites" {...prerequisites} />
    </>
  )
}

/** Who may enrol at all: checked at every enrolment, while the text above only says it. */
function conditionFields(t: Messages, { others, locale }: Given) {
  const { edit } = t.course
  const options = others.map(({ id, titleDe, titleEn }) => ({
    value: id,
    label: pick(locale, titleDe, titleEn),
  }))
  return (
    <Disclosure summary={edit.conditions}>
      <CheckboxField name="audienceOnly" label={edit.audienceOnly} hint={edit.audienceOnlyHint} />
      {options.length > 0 && (
        <CheckboxGroup name="requiredIds" label={edit.required} hint={edit.requiredHint} options={options} />
      )}
    </Disclosure>
  )
}

function optionsOf<Key extends string>(keys: readonly Key[], words: Record<Key, string>) {
  return keys.map((key) => ({ value: key, label: words[key] }))
}

/** What a field of the form is called where somebody else has changed it; undefined for what is no field. */
export function courseFieldLabel(t: Messages, field: string): string | undefined {
  const { catalogue, edit, page } = t.course
  const labels: Record<string, string> = {
    ...{ titleDe: edit.title, titleEn: edit.english(edit.title), topicKey: catalogue.topic },
    ...{ summaryDe: edit.summary, summaryEn: edit.english(edit.summary), units: edit.units },
    ...{ level: catalogue.level, format: catalogue.format, audiences: edit.audience },
    ...{ goals: edit.goals, contents: edit.contents, prerequisites: page.prerequisites },
    ...{ audienceOnly: edit.audienceOnly, requiredIds: edit.required },
  }
  return labels[field]
}

/** What stands in such a field, in words. */
export function courseFieldSaid(
  t: Messages,
  field: string,
  value: string | string[],
  { topics, others, locale }: Pick<Given, 'topics' | 'others' | 'locale'>,
): string {
  const choices: Record<string, Record<string, string>> = {
    ...{ level: t.course.level, format: t.course.format, audiences: t.course.audience },
    audienceOnly: { on: t.common.yes, '': t.common.no },
    topicKey: Object.fromEntries(topics.map((one) => [one.key, pick(locale, one.titleDe, one.titleEn)])),
    requiredIds: Object.fromEntries(others.map((one) => [one.id, pick(locale, one.titleDe, one.titleEn)])),
  }
  return [value]
    .flat()
    .map((part) => choices[field]?.[part] ?? part)
    .filter(Boolean)
    .join(', ')
}
