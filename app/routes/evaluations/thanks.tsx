import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Errand } from '#app/ui/live.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'

// Browsers with scripts forget the draft here, and not before: then it has arrived.
export const handle = { javascript: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.ballot.thanks.title)

/** The same for everybody: it does not look up who has answered, or whether the round is there at all. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'evaluation:answer')
  return null
}

export default function ThanksPage() {
  const { ballot, measure } = useMessages()
  const { thanks, page } = ballot
  return (
    <div className="stack measure">
      <PageHeader title={thanks.title} lead={thanks.text} />
      <p className="muted">{thanks.same}</p>
      <p>
        <a href="/measures">{measure.all}</a>
      </p>
      <p>
        <ButtonLink look="primary" href="/">
          {page.toStart}
        </ButtonLink>
      </p>
      <Errand name="forget-sent-draft" />
    </div>
  )
}
