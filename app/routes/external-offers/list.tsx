import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { isCurrent } from '#app/domain/external-offer.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listAllExternalOffers } from '#db/external-offers.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.externalOffer.edit.listTitle)

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'external-offer:edit')
  const today = dayOf(new Date())
  const offers = await listAllExternalOffers(db)
  return { offers: offers.map((offer) => ({ ...offer, isOver: !isCurrent(offer, today) })) }
}

export default function ExternalOfferListPage() {
  const { offers } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { externalOffer, course } = t
  const { edit } = externalOffer
  return (
    <>
      <PageHeader
        title={edit.listTitle}
        lead={externalOffer.lead}
        breadcrumbs={[{ href: '/courses', label: course.catalogue.title }]}
        action={
          <ButtonLink look="primary" icon="add" href="/external-offers/new">
            {edit.add}
          </ButtonLink>
        }
      />
      <DataTable
        caption={edit.listTitle}
        rows={offers}
        rowKey={({ id }) => id}
        empty={<Empty>{edit.none}</Empty>}
        columns={[
          {
            key: 'title',
            header: edit.name,
            rowHeader: true,
            cell: ({ id, title }) => <a href={`/external-offers/${id}/edit`}>{title}</a>,
          },
          { key: 'provider', header: edit.provider, cell: ({ provider }) => provider },
          {
            key: 'topic',
            header: course.catalogue.topic,
            cell: ({ topicDe, topicEn }) => pick(locale, topicDe, topicEn),
          },
          {
            key: 'until',
            header: edit.validUntil,
            cell: ({ validUntil, isOver }) =>
              validUntil && (
                <>
                  <Day value={validUntil} /> {isOver && <Badge>{externalOffer.over}</Badge>}
                </>
              ),
          },
        ]}
      />
    </>
  )
}
