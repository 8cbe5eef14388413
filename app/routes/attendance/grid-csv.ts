import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { attendanceGrid } from '#app/http/attendance-grid.server.ts'
import { file, found, idFrom } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { messages } from '#app/i18n/index.ts'
import { attendanceTable } from '#reports/attendance-table.ts'
import { getSettings } from '#db/settings.ts'
import { getWorkshop } from '#db/workshops.ts'

/** Who was there at which meeting, as a table for Excel. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'attendance:record', workshop)
  const locale = fileLocale(request, actor)
  const { demo } = await getSettings(context.db)
  const table = attendanceTable(await attendanceGrid(context.db, workshop), demo, locale)
  const name = `lernkreis-${messages(locale).attendance.grid.file}-${dayOf(workshop.startsAt)}.csv`
  return file(table, name, 'text/csv; charset=utf-8')
}
