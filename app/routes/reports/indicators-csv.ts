import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { file } from '#app/http/responses.ts'
import { fileLocale, fileName, intactSnapshot } from '#app/http/snapshot.server.ts'
import { indicatorTable } from '#reports/indicator-table.ts'

/** The figures as a table for Excel. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const locale = fileLocale(request, actor)
  const snapshot = await intactSnapshot(context, params.number, locale)
  const table = indicatorTable(snapshot.data, locale)
  return file(table, fileName('kennzahlen', snapshot, 'csv'), 'text/csv; charset=utf-8')
}
