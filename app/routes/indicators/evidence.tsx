import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found } from '#app/http/responses.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Evidence } from '#app/ui/evidence.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getBehind } from '#db/evidence.ts'
import { currentFigures } from '#db/snapshots.ts'
import { evidenceOf } from '#reports/evidence.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => (page ? t.evidence.title(page.evidence.name) : t.evidence.all))

/** Behind the figures of today, which nobody has frozen. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'indicator:read')
  const { db, environment } = context
  const now = new Date()
  const figures = await currentFigures(db, dayOf(now), environment.version)
  const evidence = found(evidenceOf(figures, params.key ?? '', actor.locale))
  return {
    evidence,
    ...(await getBehind(db, evidence, { closedBy: figures.cutOff, releasedBy: now })),
    mayReadResults: can(actor, 'evaluation:results', { kind: 'competence-centre', trainerIds: [] }),
  }
}

export default function EvidenceOfTodayPage() {
  const behind = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t.evidence.title(behind.evidence.name)}
        lead={behind.evidence.lead}
        breadcrumbs={[{ href: '/indicators?report=today', label: t.indicator.title }]}
        badge={<Badge kind="warning">{t.indicator.preliminary}</Badge>}
      />
      <Notice kind="warning" title={t.indicator.todayTitle}>
        <p>{t.indicator.todayText}</p>
      </Notice>
      <Evidence {...behind}>
        <p className="measure">{t.evidence.heldPreliminary}</p>
      </Evidence>
    </>
  )
}
