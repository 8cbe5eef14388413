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
import { id, line, parseForm, wholeNumber } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { NumberField, TextField } from '#app/ui/field.tsx'
import { InventoryForm, REMOVE } from '#app/ui/inventory-form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { addEquipment, changeEquipment, getEquipment, removeEquipment } from '#db/equipment.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.equipmentId ? t.room.editEquipment : t.room.addEquipment))

const EquipmentForm = z.object({
  id: id(),
  version: wholeNumber(0, 1_000_000),
  name: line(100),
  amount: wholeNumber(1, 1_000),
})

/** /equipment/new has no id and starts empty; the other address starts from the thing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'room:edit')
  const equipment = await equipmentOf(context.db, params.equipmentId)
  return { equipment, id: equipment?.id ?? randomUUID() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'room:edit')
  const { db } = context
  const equipment = await equipmentOf(db, params.equipmentId)
  const form = await parseForm(request, EquipmentForm)
  const { submitted } = form
  const now = new Date()
  if (equipment && submitted.intent === REMOVE) {
    const result = await removeEquipment(db, actor.id, equipment.id, now)
    return result.ok
      ? redirect('/rooms')
      : data({ errors: {}, submitted: null, refusal: result.refusal }, 409)
  }
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)

  const { version, ...plan } = form.value
  const result = equipment
    ? await changeEquipment(db, actor.id, { ...plan, id: equipment.id, version }, now)
    : await addEquipment(db, actor.id, plan, now)
  if (result.ok) return redirect('/rooms')
  return data({ errors: {}, submitted, refusal: result.refusal }, 409)
}

async function equipmentOf(db: Db, equipmentId: string | undefined) {
  if (equipmentId === undefined) return null
  const equipment = found(await getEquipment(db, idFrom(equipmentId)))
  return equipment.removedAt ? found(undefined) : equipment
}

export default function EquipmentEditPage() {
  const { equipment, id: formId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  return (
    <InventoryForm
      title={equipment ? t.room.editEquipment : t.room.addEquipment}
      stored={equipment}
      id={formId}
      answer={answer}
    >
      <TextField name="name" label={t.room.name} hint={t.room.equipmentNameHint} required maxLength={100} />
      <NumberField name="amount" label={t.room.amount} required min={1} max={1_000} />
    </InventoryForm>
  )
}
