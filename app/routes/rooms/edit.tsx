import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { checkbox, id, line, optionalDay, optionalText, parseForm, wholeNumber } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { DateField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { InventoryForm, REMOVE } from '#app/ui/inventory-form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { addRoom, changeRoom, getRoom, removeRoom } from '#db/rooms.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.roomId ? t.room.edit : t.room.add))

const RoomForm = z.object({
  id: id(),
  version: wholeNumber(0, 1_000_000),
  name: line(100),
  site: optionalText(200),
  seats: wholeNumber(1, 1_000),
  accessible: checkbox(),
  note: optionalText(1_000),
  closedFrom: optionalDay(),
  closedUntil: optionalDay(),
})

/** /rooms/new has no id and starts empty; the other address starts from the room. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'room:edit')
  const room = await roomOf(context.db, params.roomId)
  return { room, id: room?.id ?? randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'room:edit')
  const { db } = context
  const room = await roomOf(db, params.roomId)
  const form = await parseForm(request, RoomForm)
  const { submitted } = form
  const now = new Date()
  if (room && submitted.intent === REMOVE) {
    const result = await removeRoom(db, actor.id, room.id, now)
    return result.ok
      ? redirect('/rooms')
      : data({ errors: {}, submitted: null, refusal: result.refusal }, 409)
  }
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)

  const { id: newId, version, ...plan } = form.value
  const result = room
    ? await changeRoom(db, actor.id, { ...plan, id: room.id, version }, now)
    : await addRoom(db, actor.id, { ...plan, id: newId }, now)
  if (result.ok) return redirect('/rooms')
  if (result.refusal === 'closed-wrong')
    return data({ errors: { closedUntil: result.refusal }, submitted, refusal: undefined }, 400)
  return data({ errors: {}, submitted, refusal: result.refusal }, 409)
}

async function roomOf(db: Db, roomId: string | undefined) {
  if (roomId === undefined) return null
  const room = found(await getRoom(db, idFrom(roomId)))
  return room.removedAt ? found(undefined) : room
}

export default function RoomEditPage() {
  const { room, id: formId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  return (
    <InventoryForm title={room ? t.room.edit : t.room.add} stored={room} id={formId} answer={answer}>
      <TextField name="name" label={t.room.name} hint={t.room.nameHint} required maxLength={100} />
      <TextField name="site" label={t.room.site} hint={t.room.siteHint} maxLength={200} />
      <NumberField name="seats" label={t.room.seats} required min={1} max={1_000} />
      <CheckboxField name="accessible" label={t.room.accessible} />
      <TextArea name="note" label={t.room.note} hint={t.room.noteHint} maxLength={1_000} rows={3} />
      <FieldGroup label={t.room.closed} hint={t.room.closedHint} short>
        <DateField name="closedFrom" label={t.room.closedFrom} />
        <DateField name="closedUntil" label={t.room.closedUntil} />
      </FieldGroup>
    </InventoryForm>
  )
}
