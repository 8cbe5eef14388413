import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { file } from '#app/http/responses.ts'
import { fileLocale, fileName, intactSnapshot } from '#app/http/snapshot.server.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'

/** The report as PDF, from the frozen figures; the renderer has its own time limit. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const locale = fileLocale(request, actor)
  const snapshot = await intactSnapshot(context, params.number, locale)
  const pdf = await renderSteeringCommitteeReport(snapshot.data, locale)
  return file(pdf, fileName('bericht', snapshot, 'pdf'), 'application/pdf')
}
