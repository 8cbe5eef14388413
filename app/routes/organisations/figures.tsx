import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ContentTable, Figure } from '#app/ui/figure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getTownFigures } from '#db/town-figures.ts'
import {
  townBandTable,
  townComparison,
  townFacts,
  townMethod,
  townPicture,
  townTable,
} from '#reports/reading/town.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.townFigures.title)

/** Narrow enough to be read on a phone. */
const CHART = { width: 420, textSize: 12 }

/** The own town as sums, and where the district's middle lies; of no other town anything. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const organisationId = idFrom(params.organisationId)
  permit(actor, 'organisation:figures', { organisationId })
  const figures = found(await getTownFigures(db, organisationId, new Date()))
  const { locale } = actor
  return {
    organisationId,
    organisation: figures.organisation,
    facts: townFacts(figures, locale),
    attended: townTable(figures, locale),
    compared: townComparison(figures, locale),
    picture: townPicture(figures, locale, CHART),
    band: townBandTable(figures, locale),
    method: townMethod(figures, locale),
  }
}

export default function TownFiguresPage() {
  const { organisationId, organisation, ...page } = useLoaderData<typeof loader>()
  const { townFigures } = useMessages()
  const [counted, ...why] = page.method
  return (
    <>
      <PageHeader
        title={townFigures.title}
        lead={townFigures.lead(organisation)}
        breadcrumbs={[{ href: `/organisations/${organisationId}`, label: organisation }]}
        action={
          <ButtonLink look="primary" href={`/organisations/${organisationId}/statement.pdf`}>
            {townFigures.toStatement}
          </ButtonLink>
        }
      />
      <Section title={townFigures.participation}>
        <DescriptionList facts={page.facts.map(([term, value]) => ({ term, value }))} />
      </Section>
      <Section title={townFigures.attended}>
        <div className="stack">
          <ContentTable table={page.attended} />
          <p className="measure">{counted}</p>
          <Disclosure summary={townFigures.whyWords}>
            {why.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Disclosure>
        </div>
      </Section>
      <Section title={townFigures.compared}>
        <p className="measure">{page.compared.join(' ')}</p>
        {page.picture && <Figure picture={page.picture} table={page.band ?? undefined} />}
      </Section>
    </>
  )
}
