import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found, wholeFrom } from '#app/http/responses.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Evidence, Held } from '#app/ui/evidence.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getBehind } from '#db/evidence.ts'
import { getSnapshot, verifySnapshots } from '#db/snapshots.ts'
import { evidenceOf } from '#reports/evidence.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => (page?.behind ? t.evidence.title(page.behind.evidence.name) : t.evidence.all))

/** The rows are those that were frozen; of today is only the text by which the database counts. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const {
    number,
    data: figures,
    withheld,
    sha256,
    preparedAt,
    releasedAt,
  } = found(await getSnapshot(db, wholeFrom(params.number)))
  // What was changed afterwards is no evidence of anything.
  if (!figures) return data({ number, behind: null, withheld }, 409)
  const evidence = found(evidenceOf(figures, params.key ?? '', actor.locale))
  const behind = {
    evidence,
    ...(await getBehind(db, evidence, { closedBy: figures.cutOff, releasedBy: preparedAt })),
    mayReadResults: can(actor, 'evaluation:results', { kind: 'competence-centre', trainerIds: [] }),
  }
  const broken = (await verifySnapshots(db)).map((fault) => fault.number)
  return { number, behind, sha256, isReleased: releasedAt !== null, broken }
}

export default function ReportEvidencePage() {
  const page = useLoaderData<typeof loader>()
  const t = useMessages()
  const { number, behind } = page
  const crumbs = [
    { href: `/indicators?report=${number}`, label: t.indicator.title },
    { href: `/reports/${number}`, label: t.snapshot.one(number) },
  ]
  if (!behind) {
    return (
      <>
        <PageHeader title={t.evidence.all} breadcrumbs={crumbs} />
        <Notice kind="danger" title={t.indicator.withheldTitle(number)}>
          <p>{t.indicator.withheld[page.withheld]}</p>
        </Notice>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t.evidence.title(behind.evidence.name)}
        lead={behind.evidence.lead}
        breadcrumbs={crumbs}
        badge={
          page.isReleased ? (
            <Badge kind="success">{t.snapshot.released}</Badge>
          ) : (
            <Badge kind="info">{t.indicator.notReleased}</Badge>
          )
        }
      />
      <Evidence {...behind}>
        <Held number={number} sha256={page.sha256} broken={page.broken} />
      </Evidence>
    </>
  )
}
