import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { sheetData, sheetName } from '#app/http/attendance-sheet.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { getMeeting } from '#db/meetings.ts'
import { getWorkshop } from '#db/workshops.ts'

/** The sign-in sheet of one meeting. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const meeting = found(await getMeeting(context.db, idFrom(params.meetingId)))
  const workshop = found(await getWorkshop(context.db, meeting.workshopId))
  permit(actor, 'attendance:record', workshop)
  const locale = fileLocale(request, actor)
  const data = await sheetData(context, workshop, [meeting], locale)
  const name = sheetName('unterschriftenliste', meeting.startsAt)
  return documentFile({ request, context, actor }, { kind: 'attendance-sheet', given: [data, locale] }, name)
}
