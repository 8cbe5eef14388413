import type { Messages } from '#app/i18n/index.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { DateField, NumberField, TimeField } from '#app/ui/field.tsx'
import { MayStayEmpty } from '#app/ui/form.tsx'

/** Sends the form for more rows of meetings instead of saving it. */
export const MORE_MEETINGS = 'more-meetings'

/** The first meeting of a workshop: one of the seven fields. `isAlone` where no others are asked for. */
export function firstMeetingFields(t: Messages, isAlone: boolean) {
  const { edit } = t.workshop
  return (
    <FieldGroup label={edit.firstMeeting} hint={isAlone ? undefined : edit.firstMeetingHint} short>
      {timeFields(t, 0)}
    </FieldGroup>
  )
}

function timeFields(t: Messages, row: number) {
  const { edit } = t.workshop
  const required = row === 0
  return (
    <>
      <DateField name={`day${row}`} label={edit.day} required={required} />
      <TimeField name={`start${row}`} label={edit.start} required={required} />
      <TimeField name={`end${row}`} label={edit.end} required={required} />
    </>
  )
}

/** All others, and how many units each has. `rows` counts the first meeting too. */
export function furtherMeetingFields(t: Messages, { rows, here }: { rows: number; here: string }) {
  const { edit } = t.workshop
  return (
    <>
      <NumberField name="units0" label={edit.units} hint={edit.unitsHint} min={1} max={20} />
      <div id="meetings" className="stack">
        <h2>{edit.furtherMeetings}</h2>
        <p className="muted">{edit.furtherMeetingsHint}</p>
        <MayStayEmpty>
          {Array.from({ length: rows - 1 }, (_, index) => (
            <FieldGroup key={index} label={edit.furtherMeeting(index + 2)} short>
              {timeFields(t, index + 1)}
              <NumberField name={`units${index + 1}`} label={edit.unitsShort} min={1} max={20} />
            </FieldGroup>
          ))}
        </MayStayEmpty>
        <div>
          <Button name="intent" value={MORE_MEETINGS} formNoValidate formAction={`${here}#meetings`}>
            {edit.moreMeetings}
          </Button>
        </div>
      </div>
    </>
  )
}
