import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { fileResponse } from '#app/http/file-response.server.ts'
import { maySee } from '#app/http/materials.server.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { getFile } from '#db/files.ts'
import { getMaterial } from '#db/materials.ts'

/** The file of a material, for those who see it on one of its pages; for all others there is none. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'catalogue:read')
  const material = found(await getMaterial(db, idFrom(params.materialId)))
  if (material.fileId === null || !(await maySee(db, actor, material, new Date()))) throw notFound()
  return fileResponse(request, db, found(await getFile(db, material.fileId)))
}
