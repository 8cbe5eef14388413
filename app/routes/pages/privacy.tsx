import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { ReadingPage } from '#app/ui/text-page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.pages.privacy.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const { contactEmail } = await getSettings(context.db)
  return { contactEmail }
}

export default function PrivacyPage() {
  const { contactEmail } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <ReadingPage text={t.pages.privacy}>
      <p>
        <a href="/anonymity">{t.sandbox.toAnonymity}</a>
      </p>
      {contactEmail && (
        <Section title={t.pages.contact}>
          <p>
            <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
          </p>
        </Section>
      )}
    </ReadingPage>
  )
}
