import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/responses.ts'

/** No address, or one whose file was refused: both end on the error page. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<never> {
  permit(await actorOf(context, request), 'public:read')
  throw context.refusal ? new Response(null, { status: context.refusal }) : notFound()
}

export async function action({ request, context }: LoaderFunctionArgs): Promise<never> {
  permit(await actorOf(context, request), 'public:read')
  throw notFound()
}

/** Never shown: the loader always answers first. Remix takes a route without a page for one of data only. */
export default function NotFound() {
  return null
}
