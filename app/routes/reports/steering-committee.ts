import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { fileLocale, fileName, intactSnapshot } from '#app/http/snapshot.server.ts'

/** The report as PDF, from the frozen figures. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const locale = fileLocale(request, actor)
  const snapshot = await intactSnapshot(context, params.number, locale)
  const order = { kind: 'steering-committee' as const, given: [snapshot.data, locale] as const }
  return documentFile({ request, context, actor }, order, fileName('bericht', snapshot, 'pdf'))
}
