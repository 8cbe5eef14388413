import { AUDIENCES } from '#app/domain/course.ts'
import type { Messages } from '#app/i18n/index.ts'
import { RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { TextField } from '#app/ui/field.tsx'
import { MayStayEmpty } from '#app/ui/form.tsx'

export type NewcomerRows = {
  /** One for each row: whoever is sent twice comes once. */
  ids: readonly string[]
  /** For which of the officer's organisations; asked only where there are several. */
  organisations: readonly { id: string; name: string }[]
}

/** Whether somebody has begun to fill in a row. */
export function namesNewcomers(submitted: object | undefined): boolean {
  return Object.entries(submitted ?? {}).some(
    ([name, value]) => /^(givenName|familyName|email)\d+$/.test(name) && value !== '',
  )
}

/** Rows for people without an account. Elements and no component, so that the form above finds their labels. */
export function newcomerFields(t: Messages, { ids, organisations }: NewcomerRows, isOpen: boolean) {
  const words = t.town.newcomers
  const [first, ...more] = organisations
  return (
    <Disclosure summary={words.title} open={isOpen}>
      <p className="measure">{words.explained}</p>
      <MayStayEmpty>
        {more.length > 0 && (
          <RadioGroup
            name="organisationId"
            label={words.organisation}
            defaultValue={first?.id}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {ids.map((id, nth) => (
          <FieldGroup key={id} label={words.row(nth + 1)}>
            <TextField name={`givenName${nth}`} label={words.givenName} maxLength={100} autoComplete="off" />
            <TextField
              name={`familyName${nth}`}
              label={words.familyName}
              maxLength={100}
              autoComplete="off"
            />
            <TextField
              name={`email${nth}`}
              label={words.email}
              type="email"
              maxLength={254}
              autoComplete="off"
            />
            <SelectField
              name={`audience${nth}`}
              label={words.audience}
              defaultValue="user"
              blank={null}
              options={AUDIENCES.map((value) => ({ value, label: t.person.audience[value] }))}
            />
          </FieldGroup>
        ))}
      </MayStayEmpty>
    </Disclosure>
  )
}
