import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { isTap, MOST_TAPS, type Tap } from '#app/domain/roll-call.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { email, id, line, optionalText, parseForm } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { rollCallOf } from '#app/http/roll-call.server.ts'
import { getMeeting } from '#db/meetings.ts'
import { replayTaps } from '#db/taps.ts'
import { addWalkIn } from '#db/walk-ins.ts'
import { getWorkshop } from '#db/workshops.ts'

const MOST_GUESTS = 50
const Guest = z.object({
  id: id(),
  name: line(120),
  organisation: optionalText(120),
  // A mistyped address must not keep the person out of the list.
  email: z.union([email(), z.string().transform(() => null)]),
})
const Entries = z.object({
  taps: z.array(z.custom<Tap>(isTap)).max(MOST_TAPS),
  guests: z.array(Guest).max(MOST_GUESTS),
})
const ReplayForm = z.object({
  deviceId: id(),
  entries: z.string().transform((text, context) => {
    const entries = Entries.safeParse(asJson(text))
    if (entries.success) return entries.data
    context.addIssue('not entries')
    return z.NEVER
  }),
})

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Takes what waited on a device, and answers with the list as it stands now. Nobody is led to the sign-in from here. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await actorOf(context, request)
  if (actor.id === null) return Response.json({ signIn: true }, { status: 401 })
  const now = new Date()
  const { id: meetingId, workshopId } = found(await getMeeting(db, idFrom(params.meetingId)))
  permit(actor, 'attendance:record', found(await getWorkshop(db, workshopId)))
  if (!(await mayKnock(context, 'replay', now, actor.id))) return Response.json(null, { status: 429 })
  const form = await parseForm(request, ReplayForm)
  if (!form.ok) return Response.json({ errors: form.errors }, { status: 400 })

  const { deviceId, entries } = form.value
  const result = await replayTaps(db, { meetingId, deviceId, taps: entries.taps, by: actor.id }, now)
  if (!result.ok) return Response.json({ refusal: result.refusal }, { status: 409 })
  const guests: string[] = []
  for (const guest of entries.guests) {
    const added = await addWalkIn(db, { ...guest, meetingId, by: actor.id }, now)
    if (added.ok) guests.push(guest.id)
  }
  const people = await rollCallOf(db, meetingId)
  return Response.json({ outcomes: result.outcomes, guests, people, asOf: now.getTime() })
}
