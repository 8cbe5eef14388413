import { AUDIENCES, COURSE_FORMATS, COURSE_LEVELS, type CourseState } from '#app/domain/course.ts'
import { pick } from '#app/i18n/index.ts'
import { CheckboxField, SelectField } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

const PROVIDERS = ['own', 'others'] as const

type CourseFiltersProps = {
  topics: readonly { key: string; titleDe: string; titleEn: string | null }[]
  /** Which states one may choose from; none for those who see published courses only. */
  states: readonly CourseState[]
  /** Whether the product knows what the actor's audience is. */
  hasAudience: boolean
  moreInUse: boolean
}

/** What narrows the catalogue: the search and the topic at once, the rest folded away. */
export function CourseFilters({ topics, states, hasAudience, moreInUse }: CourseFiltersProps) {
  const { catalogue } = useMessages().course
  const locale = useLocale()
  const topicOptions = topics.map(({ key, titleDe, titleEn }) => ({
    value: key,
    label: pick(locale, titleDe, titleEn),
  }))
  return (
    <FilterBar more={<MoreFilters states={states} />} moreInUse={moreInUse}>
      <TextField name="search" type="search" label={catalogue.search} />
      <SelectField name="topic" label={catalogue.topic} blank={catalogue.allTopics} options={topicOptions} />
      {hasAudience && <CheckboxField name="forMe" label={catalogue.forMe} />}
    </FilterBar>
  )
}

function MoreFilters({ states }: { states: readonly CourseState[] }) {
  const { course, externalOffer } = useMessages()
  const { catalogue, level, format, audience, state } = course
  return (
    <>
      <Choice
        name="level"
        blank={catalogue.allLevels}
        label={catalogue.level}
        keys={COURSE_LEVELS}
        words={level}
      />
      <Choice
        name="format"
        blank={catalogue.allFormats}
        label={catalogue.format}
        keys={COURSE_FORMATS}
        words={format}
      />
      <Choice
        name="audience"
        blank={catalogue.allAudiences}
        label={catalogue.audience}
        keys={AUDIENCES}
        words={audience}
      />
      <Choice
        name="provider"
        blank={externalOffer.allProviders}
        label={externalOffer.filter}
        keys={PROVIDERS}
        words={externalOffer}
      />
      {states.length > 0 && (
        <Choice
          name="state"
          blank={catalogue.allStates}
          label={catalogue.state}
          keys={states}
          words={state}
        />
      )}
    </>
  )
}

type ChoiceProps<Key extends string> = {
  name: string
  label: string
  blank: string
  keys: readonly Key[]
  words: Record<Key, string>
}

function Choice<Key extends string>({ keys, words, ...field }: ChoiceProps<Key>) {
  return <SelectField {...field} options={keys.map((key) => ({ value: key, label: words[key] }))} />
}
