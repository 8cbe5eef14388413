import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { originOf } from '#app/http/origin.ts'
import { endSession } from '#app/http/session.server.ts'

/** Opening the address changes nothing: a picture on a foreign page must not sign anybody out. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  return redirect('/')
}

export async function action({ request, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const cookie = await endSession(context.db, originOf(context, request), request, new Date())
  return redirect('/login?done=signed-out', { headers: { 'Set-Cookie': cookie } })
}
