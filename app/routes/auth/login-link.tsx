import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { displayName } from '#app/domain/person.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { tooManyRequests } from '#app/http/responses.ts'
import { signInAs } from '#app/http/sign-in.server.ts'
import { PostButton } from '#app/ui/button.tsx'
import { LinkGone } from '#app/ui/link-gone.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getLoginToken, signInByToken } from '#db/login-tokens.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.signIn.link.title)

/** Opening the link uses nothing up: mail scanners open every link. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const holder = await getLoginToken(context.db, params.token ?? '', 'login', new Date())
  return data({ name: holder ? displayName(holder) : null }, holder ? 200 : 410)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
  const result = await signInByToken(context.db, params.token ?? '', 'login', now)
  if (!result.ok) return data({ gone: true }, 410)
  return signInAs(context, request, result.personId, '/', now)
}

export default function LoginLinkPage() {
  const { name } = useLoaderData<typeof loader>()
  const { link } = useMessages().signIn
  if (name === null) return <LinkGone again="/login" />
  return (
    <div className="measure stack">
      <PageHeader title={link.title} lead={link.lead(name)} />
      <PostButton look="primary">{link.confirm}</PostButton>
    </div>
  )
}
