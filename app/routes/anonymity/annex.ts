import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { anonymityText } from '#app/http/anonymity.server.ts'
import { file } from '#app/http/responses.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  return file(anonymityText, 'anlage-anonymitaet.md', 'text/markdown; charset=utf-8')
}
