import type { Messages } from '#app/i18n/index.ts'
import { SelectField } from '#app/ui/choice-field.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { NumberField, TextField } from '#app/ui/field.tsx'
import { FoldedFields, MayStayEmpty } from '#app/ui/form.tsx'

export type RoomChoice = { id: string; name: string; site: string | null; seats: number; accessible: boolean }
export type EquipmentChoice = { id: string; name: string; amount: number }

/** Where a workshop is: a room, else what is folded below it. Elements and no component, so that the form finds their labels. */
export function whereFields(t: Messages, rooms: readonly RoomChoice[]) {
  const { edit } = t.workshop
  const { field } = t.room
  return (
    <MayStayEmpty>
      {rooms.length > 0 ? (
        <SelectField name="roomId" label={field.room} blank={field.noRoom} options={roomOptions(t, rooms)} />
      ) : (
        placeField(t, undefined)
      )}
      <FoldedFields summary={rooms.length > 0 ? edit.elsewhere : edit.online} openFilled>
        <FieldGroup label={edit.where} hint={edit.whereHint} stacked>
          {rooms.length > 0 && placeField(t, field.placeHint)}
          <TextField name="onlineUrl" type="url" label={edit.onlineUrl} maxLength={1_000} />
        </FieldGroup>
      </FoldedFields>
    </MayStayEmpty>
  )
}

const placeField = (t: Messages, hint: string | undefined) => (
  <TextField name="place" label={t.workshop.edit.place} hint={hint} maxLength={300} />
)

export function roomOptions(t: Messages, rooms: readonly RoomChoice[]) {
  return rooms.map(({ id, name, seats, accessible }) => ({
    value: id,
    label: t.room.field.option(name, seats, accessible),
  }))
}

/** The name of the field that says how many pieces of a thing are needed. */
export const equipmentField = (equipmentId: string) => `use-${equipmentId}`

/** What a workshop lends, under "Weitere Regeln". */
export function equipmentFields(t: Messages, equipment: readonly EquipmentChoice[]) {
  if (equipment.length === 0) return null
  const { field } = t.room
  return (
    <FieldGroup label={field.equipment} hint={field.equipmentHint}>
      <MayStayEmpty>
        {equipment.map(({ id, name, amount }) => (
          <NumberField
            key={id}
            name={equipmentField(id)}
            label={field.amountOf(name, amount)}
            min={0}
            max={1_000}
          />
        ))}
      </MayStayEmpty>
    </FieldGroup>
  )
}
