import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { sheetData, sheetName } from '#app/http/attendance-sheet.server.ts'
import { file, found, idFrom } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { renderAttendanceSheet } from '#reports/attendance-sheet.ts'
import { getWorkshop } from '#db/workshops.ts'

/** The sign-in sheets of all meetings of a workshop, one page each or more. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'attendance:record', workshop)
  const locale = fileLocale(request, actor)
  const data = await sheetData(context, workshop, workshop.meetings, locale)
  return file(
    await renderAttendanceSheet(data, locale),
    sheetName('unterschriftenlisten', workshop.startsAt),
    'application/pdf',
  )
}
