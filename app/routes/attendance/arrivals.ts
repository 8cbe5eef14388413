import type { LoaderFunctionArgs } from '@remix-run/node'
import { checkInState, stepOf } from '#app/domain/check-in.ts'
import { permit, signedInActor } from '#app/http/actor.server.ts'
import { arrivalsAt, shownIn } from '#app/http/check-in-screen.server.ts'
import { eventStream, takeStream, type Send } from '#app/http/event-stream.server.ts'
import { originOf } from '#app/http/origin.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { getMeeting } from '#db/meetings.ts'
import { getWorkshop } from '#db/workshops.ts'

/** Codes and arrivals as they come, for the screen in the room. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await signedInActor(context, request)
  if (!actor) return new Response(null, { status: 401 })
  const meeting = found(await getMeeting(db, idFrom(params.meetingId)))
  const workshop = found(await getWorkshop(db, meeting.workshopId))
  permit(actor, 'attendance:record', workshop)
  const leave = takeStream(actor.id)
  if (!leave) return new Response(null, { status: 429 })

  const origin = originOf(context, request)
  let step = 0
  let said = ''
  const look = async (send: Send) => {
    const now = new Date()
    const state = checkInState(meeting, workshop, now)
    if (stepOf(now) !== step && (state === 'open' || state === 'early')) {
      step = stepOf(now)
      send('code', await shownIn(db, meeting.id, origin, now))
    }
    const arrivals = await arrivalsAt(db, meeting.id, actor.locale)
    const text = JSON.stringify(arrivals)
    if (text !== said) send('arrivals', arrivals)
    said = text
  }
  return eventStream({ ends: [request.signal, context.stopping], look, ended: leave })
}
