import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { getChapter } from '#app/http/handbook.server.ts'
import { found } from '#app/http/responses.ts'
import { GermanOnly } from '#app/ui/german-only.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => page?.title ?? t.handbook.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  return found(getChapter(params.chapter ?? ''))
}

export default function ChapterPage() {
  const { title, lead, html, sections } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <div className="measure handbook">
      <PageHeader title={title} lead={lead} breadcrumbs={[{ href: '/handbook', label: t.handbook.title }]} />
      <GermanOnly>
        <nav className="handbook__contents" aria-labelledby="contents">
          <p id="contents">
            <strong>{t.handbook.contents}</strong>
          </p>
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Markdown html={html} />
      </GermanOnly>
    </div>
  )
}
