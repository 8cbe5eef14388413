import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { anonymityPage } from '#app/http/anonymity.server.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { GermanOnly } from '#app/ui/german-only.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.sandbox.page)

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  return anonymityPage
}

export default function AnonymityPage() {
  const { lead, html } = useLoaderData<typeof loader>()
  const { sandbox } = useMessages()
  return (
    <div className="measure handbook anonymity">
      <PageHeader title={sandbox.page} lead={lead} />
      <ButtonRow>
        <ButtonLink look="primary" href="/anonymity/try">
          {sandbox.try}
        </ButtonLink>
        <ButtonLink href="/anonymity/annex" download>
          {sandbox.annex}
        </ButtonLink>
      </ButtonRow>
      <GermanOnly>
        <Markdown html={html} />
      </GermanOnly>
    </div>
  )
}
