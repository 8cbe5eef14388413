import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { countOpenRequestsOf, listTowns } from '#db/towns.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.town.several)

/** Most officers have one town and are led to it at once. */
export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'organisation:oversee-own')
  const [only, ...more] = await listTowns(db, actor.officerOf)
  if (only && more.length === 0) throw redirect(`/organisations/${only.id}`)
  const open = await countOpenRequestsOf(db, actor.officerOf)
  return {
    towns: [...(only ? [only] : []), ...more].map((town) => ({
      ...town,
      open: open.find(({ organisationId }) => organisationId === town.id)?.count ?? 0,
    })),
  }
}

export default function TownsPage() {
  const { towns } = useLoaderData<typeof loader>()
  const { town } = useMessages()
  return (
    <>
      <PageHeader title={town.several} lead={towns.length > 0 ? town.choose : undefined} />
      {towns.length === 0 && <Empty>{town.none}</Empty>}
      <CardList>
        {towns.map(({ id, name, open }) => (
          <Card key={id} title={name} href={`/organisations/${id}`} level={2}>
            {open > 0 && <p>{town.open(open)}</p>}
          </Card>
        ))}
      </CardList>
    </>
  )
}
