import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { fileResponse } from '#app/http/file-response.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { getFile } from '#db/files.ts'
import { getProof } from '#db/proofs.ts'

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const proof = found(await getProof(db, idFrom(params.proofId)))
  permit(actor, 'proof:read', proof)
  return fileResponse(request, db, found(await getFile(db, proof.fileId)))
}
