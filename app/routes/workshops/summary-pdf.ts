import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { workshopSummary } from '#app/http/workshop-summary.server.ts'
import { getWorkshop } from '#db/workshops.ts'

/** What a workshop came to, for its trainers and the office. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'workshop:summary', workshop)
  const summary = await workshopSummary(db, actor, workshop, new Date())
  const order = { kind: 'workshop-summary' as const, given: [summary, fileLocale(request, actor)] as const }
  return documentFile(
    { request, context, actor },
    order,
    `lernkreis-workshop-${dayOf(workshop.startsAt)}.pdf`,
  )
}
