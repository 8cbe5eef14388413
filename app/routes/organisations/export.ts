import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/domain/calendar.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { organisationFile } from '#app/http/organisation-export.server.ts'
import { file, found, idFrom } from '#app/http/responses.ts'
import { listSuccessorIds } from '#db/members.ts'
import { beginExport } from '#db/organisation-exports.ts'

/** All that belongs to an organisation, for the day on which it leaves. */
export async function loader({ request, params, context: { db, environment }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const organisationId = idFrom(params.organisationId)
  const now = new Date()
  const day = dayOf(now)
  const successorIds = await listSuccessorIds(db, organisationId, day)
  permit(actor, 'organisation:export', { organisationId, successorIds })
  const view = can(actor, 'organisation:export-whole') ? 'coordination' : 'trainingOfficer'
  const wanted = { organisationId, view, by: actor.id, applicationVersion: environment.version } as const
  const head = found(await beginExport(db, wanted, now))
  const name = `lernkreis-organisation-${head.organisation.ags ?? organisationId}-${day}.json`
  return file(organisationFile(db, head, day), name, 'application/json')
}
