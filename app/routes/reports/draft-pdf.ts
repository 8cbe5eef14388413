import type { LoaderFunctionArgs } from '@remix-run/node'
import { draftData } from '#app/domain/report-draft.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { draftDay, fileLocale } from '#app/http/snapshot.server.ts'
import { figuresToFreeze } from '#db/snapshots.ts'

/** The report as it would be if the figures were frozen now; every page of it says that it is a draft. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'snapshot:prepare')
  const cutOff = await draftDay(context, params.cutOff)
  const { db, environment } = context
  const figures = await figuresToFreeze(db, { cutOff, applicationVersion: environment.version })
  const given = [draftData(figures), fileLocale(request, actor)] as const
  const order = { kind: 'steering-committee' as const, given }
  return documentFile({ request, context, actor }, order, `lernkreis-entwurf-${cutOff}.pdf`)
}
