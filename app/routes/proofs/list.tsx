import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { displayName } from '#app/domain/person.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { choiceFrom } from '#app/http/query.ts'
import { officeOf } from '#app/http/proof-office.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listWaitingProofs } from '#db/proofs.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.proof.queue.title)

/** What waits for whoever may confirm it; nobody decides on their own. */
export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'proof:list')
  const waiting = await listWaitingProofs(db, officeOf(actor))
  return {
    proofs: waiting
      .filter(({ personId }) => personId !== actor.id)
      .map(({ id, title, provider, attendedOn, organisation, ...person }) => ({
        ...{ id, title, provider, attendedOn, organisation },
        name: displayName(person),
      })),
    done: choiceFrom(new URL(request.url).searchParams, 'done', ['confirmed', 'returned']),
  }
}

export default function ProofListPage() {
  const { proofs, done } = useLoaderData<typeof loader>()
  const { proof } = useMessages()
  const { queue } = proof
  return (
    <>
      <PageHeader title={queue.title} lead={queue.lead} />
      {done && <Notice kind="success" title={queue.done[done]} answer />}
      <DataTable
        caption={queue.title}
        rows={proofs}
        rowKey={({ id }) => id}
        empty={<Empty>{queue.none}</Empty>}
        columns={[
          {
            key: 'title',
            header: proof.name,
            rowHeader: true,
            cell: ({ id, title }) => <a href={`/proofs/${id}`}>{title}</a>,
          },
          { key: 'who', header: queue.person, cell: ({ name, organisation }) => `${name}, ${organisation}` },
          { key: 'provider', header: proof.provider, cell: ({ provider }) => provider },
          { key: 'on', header: proof.attendedOn, cell: ({ attendedOn }) => <Day value={attendedOn} /> },
        ]}
      />
    </>
  )
}
