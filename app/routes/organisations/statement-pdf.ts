import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { getTownFigures } from '#db/town-figures.ts'

/** What the page of a town's figures says, as a letter for its council. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const organisationId = idFrom(params.organisationId)
  permit(actor, 'organisation:figures', { organisationId })
  const figures = found(await getTownFigures(db, organisationId, new Date()))
  const order = { kind: 'town-statement' as const, given: [figures, fileLocale(request, actor)] as const }
  return documentFile({ request, context, actor }, order, `lernkreis-kommune-${figures.cutOff}.pdf`)
}
