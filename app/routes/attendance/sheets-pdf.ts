import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { sheetData, sheetName } from '#app/http/attendance-sheet.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { getWorkshop } from '#db/workshops.ts'

/** The sign-in sheets of all meetings of a workshop, one page each or more. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'attendance:record', workshop)
  const locale = fileLocale(request, actor)
  const data = await sheetData(context, workshop, workshop.meetings, locale)
  const name = sheetName('unterschriftenlisten', workshop.startsAt)
  return documentFile({ request, context, actor }, { kind: 'attendance-sheet', given: [data, locale] }, name)
}
