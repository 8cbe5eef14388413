import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { MeasureTable } from '#app/ui/measure.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listMeasuredRounds } from '#db/measures.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.measure.title)

/** For everybody who signs in: who was invited to a round is deleted with its count. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'measure:read')
  return { rounds: await listMeasuredRounds(context.db) }
}

export default function MeasuresPage() {
  const { rounds } = useLoaderData<typeof loader>()
  const { measure } = useMessages()
  const title = useRoundTitle()
  return (
    <>
      <PageHeader title={measure.title} lead={measure.lead} />
      {rounds.length === 0 && <Empty>{measure.none}</Empty>}
      {rounds.map((round) => (
        <Section key={round.id} title={measure.of(title(round), round.closesOn)}>
          <MeasureTable caption={measure.of(title(round), round.closesOn)} measures={round.measures} />
        </Section>
      ))}
    </>
  )
}
