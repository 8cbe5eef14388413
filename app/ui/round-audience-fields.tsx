// Who is asked in a round, and with which questions, for those who plan it. Functions and no components, so that the
// form finds their labels.

import { dayOf } from '#app/domain/calendar.ts'
import { AUDIENCES } from '#app/domain/course.ts'
import type { Locale } from '#app/domain/locale.ts'
import { isShipped } from '#app/domain/questionnaire.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'

/** Which questions are put; where there is one questionnaire only, it is taken without being asked for. */
export function questionnaireField(t: Messages, questionnaires: readonly { key: string; title: string }[]) {
  const [first, ...others] = questionnaires
  if (first && others.length === 0) return <input type="hidden" name="questionnaire" value={first.key} />
  return (
    <RadioGroup
      name="questionnaire"
      label={t.round.add.questionnaire}
      options={questionnaires.map(({ key, title }) => ({
        value: key,
        label: isShipped(key) ? t.questionnaire.name[key] : title,
      }))}
      defaultValue={first?.key}
      required
    />
  )
}

type Titled = { id: string; titleDe: string; titleEn: string | null }
type Choices = {
  courses: Titled[]
  workshops: (Titled & { startsAt: Date })[]
  organisations: { id: string; name: string }[]
}

/** Groups of people; who it shall be more exactly is one click away. */
export function audienceFields(t: Messages, locale: Locale, choices: Choices, isOpen: boolean) {
  const { add } = t.round
  const title = (one: Titled) => pick(locale, one.titleDe, one.titleEn)
  const attended = [
    ...choices.courses.map((one) => ({ value: `course:${one.id}`, label: add.attendedCourse(title(one)) })),
    ...choices.workshops.map((one) => ({
      value: `workshop:${one.id}`,
      label: add.attendedWorkshop(title(one), dayOf(one.startsAt)),
    })),
  ]
  return (
    <>
      <CheckboxGroup
        name="groups"
        label={add.groups}
        hint={add.groupsHint}
        options={AUDIENCES.map((value) => ({ value, label: t.course.audience[value] }))}
        defaultValue={['it', 'user']}
        required
      />
      <Disclosure summary={add.narrower} open={isOpen}>
        <div className="stack">
          <SelectField name="attended" label={add.attended} blank={add.attendedAll} options={attended} />
          <CheckboxGroup
            name="organisationIds"
            label={add.organisations}
            hint={add.organisationsHint}
            options={choices.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      </Disclosure>
    </>
  )
}
