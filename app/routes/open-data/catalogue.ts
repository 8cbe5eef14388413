import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/domain/policy.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { originOf } from '#app/http/origin.ts'
import { notFound } from '#app/http/responses.ts'
import { getSettings } from '#db/settings.ts'
import { getSnapshot, listSnapshots } from '#db/snapshots.ts'
import { catalogueOf, jsonLd, turtle } from '#reports/catalogue.ts'

/** The catalogue for open-data portals: for everybody once it is switched on, before that a preview. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  const settings = await getSettings(context.db)
  const on = { isPublic: settings.openData }
  // Nobody outside learns that there would be something.
  if (!can(actor, 'openData:read', on)) throw notFound()
  permit(actor, 'openData:read', on)
  const entries = await listSnapshots(context.db)
  const released = entries.filter(({ releasedAt }) => releasedAt !== null).reverse()
  const snapshots = await Promise.all(released.map(({ number }) => getSnapshot(context.db, number)))
  const owner = {
    ...{ origin: originOf(context, request), contributor: settings.openDataContributor },
    ...{ districtName: settings.districtName, districtKey: settings.districtKey },
    contactEmail: settings.contactEmail,
  }
  // A report that was changed afterwards is none.
  const statements = catalogueOf(
    owner,
    snapshots.flatMap((snapshot) => snapshot?.data ?? []),
  )
  const asJson = new URL(request.url).pathname.endsWith('.jsonld')
  return new Response(asJson ? jsonLd(statements) : turtle(statements), {
    headers: { 'Content-Type': asJson ? 'application/ld+json' : 'text/turtle; charset=utf-8' },
  })
}
