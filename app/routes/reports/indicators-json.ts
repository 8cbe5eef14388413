import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { file } from '#app/http/responses.ts'
import { fileName, intactSnapshot } from '#app/http/snapshot.server.ts'

/** The hashed text itself and nothing else: whoever hashes the file gets the printed fingerprint. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const snapshot = await intactSnapshot(context, params.number, actor.locale)
  return file(snapshot.payload, fileName('kennzahlen', snapshot, 'json'), 'application/json')
}
