import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { file } from '#app/http/responses.ts'

/** A document that was ordered and is finished; as long as it is not, its page says why. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'document:fetch', { personId: actor.id })
  const ordered = context.press.find(params.documentId ?? '', actor.id)
  const state = ordered?.state()
  if (state?.kind !== 'ready') return redirect(`/documents/${params.documentId}`)
  return file(state.bytes, ordered?.name ?? '', 'application/pdf')
}
