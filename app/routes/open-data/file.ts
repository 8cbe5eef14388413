import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/domain/policy.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { file, notFound } from '#app/http/responses.ts'
import { intactSnapshot } from '#app/http/snapshot.server.ts'
import { getSettings } from '#db/settings.ts'
import { dataPackage, OPEN_CSV_FILE, openCsv } from '#reports/figure-list/open-data.ts'

/** The figures of a released report without signing in, once the district has switched that on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  const { openData } = await getSettings(context.db)
  const on = { isPublic: openData }
  if (!can(actor, 'openData:read', on)) throw notFound()
  permit(actor, 'openData:read', on)
  const { data } = await intactSnapshot(context, params.number, 'de')
  if (data.releasedAt === null) throw notFound()
  if (params.name === OPEN_CSV_FILE) return file(openCsv(data), OPEN_CSV_FILE, 'text/csv; charset=utf-8')
  if (params.name !== 'datapackage.json') throw notFound()
  return file(dataPackage(data), 'datapackage.json', 'application/json')
}
