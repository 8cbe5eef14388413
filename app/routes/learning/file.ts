import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { fileResponse } from '#app/http/file-response.server.ts'
import { lesson } from '#app/http/lesson.server.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { getFile } from '#db/files.ts'

/** /learn/:pageId/file and /learn/:pageId/captions: for those who may open the page. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'learning:start')
  const { page } = await lesson(db, actor, idFrom(params.pageId))
  const isCaptions = new URL(request.url).pathname.endsWith('/captions')
  const id = isCaptions ? page.captionsId : page.fileId
  if (id === null) throw notFound()
  return fileResponse(request, db, found(await getFile(db, id)))
}
