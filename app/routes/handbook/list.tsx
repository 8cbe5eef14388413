import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { listChapters } from '#app/http/handbook.server.ts'
import { GermanOnly } from '#app/ui/german-only.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.handbook.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  return { chapters: listChapters().map(({ name, title, lead }) => ({ name, title, lead })) }
}

export default function HandbookPage() {
  const { chapters } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <>
      <PageHeader title={t.handbook.title} lead={t.handbook.lead} />
      <GermanOnly>
        <CardList label={t.handbook.chapters}>
          {chapters.map(({ name, title, lead }) => (
            <Card key={name} level={2} title={title} href={`/handbook/${name}`}>
              <p>{lead}</p>
            </Card>
          ))}
        </CardList>
      </GermanOnly>
    </>
  )
}
