import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ShownMap } from '#app/charts/dashboard.ts'
import { dayOf } from '#app/domain/calendar.ts'
import type { Locale } from '#app/domain/locale.ts'
import { can } from '#app/domain/policy.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found, wholeFrom } from '#app/http/responses.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Accompanying } from '#app/ui/accompanying.tsx'
import { Allowed, useActor } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import {
  Decisions,
  Method,
  Participation,
  Position,
  Satisfaction,
  Stages,
  Targets,
} from '#app/ui/dashboard.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { ReportFiles } from '#app/ui/report-files.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { hasBoundaries, listBoundaries } from '#db/boundaries.ts'
import type { Db } from '#db/client.server.ts'
import { listParticipationDays } from '#db/participation-days.ts'
import { currentFigures, getSnapshot, listSnapshots } from '#db/snapshots.ts'
import { listStandingReports } from '#db/standing-reports.ts'
import { dashboardOf, frozenDashboard, withMap } from '#reports/dashboard.ts'
import { onlyDay, shownMap } from '#reports/dashboard-map.ts'

/** Only the charts ask for it; everything is there without. */
export const handle = { javascript: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.indicator.title)

/** `waits` for its release, and can be released. */
type Entry = { number: number; cutOff: string; releasedOn: string | null; waits: boolean }
/** Of which figures the page speaks. A report without a dashboard is withheld. */
type Stand = { kind: 'report'; entry: Entry } | { kind: 'today'; day: string } | { kind: 'none' }

/** The latest released report; another by `?report=3`; the figures of today, which nobody froze, by `?report=today`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'indicator:read')
  const { db, environment } = context
  const standing = new Set((await listStandingReports(db)).map(({ number }) => number))
  const reports = (await listSnapshots(db)).map(({ number, cutOff, releasedAt }): Entry => {
    const waits = releasedAt === null && standing.has(number)
    return { number, cutOff, releasedOn: releasedAt && dayOf(releasedAt), waits }
  })
  const stand = standAsked(request, reports, dayOf(new Date()))
  if (stand.kind === 'none') return { reports, stand, dashboard: null, withheld: null }
  if (stand.kind === 'today') {
    const figures = await currentFigures(db, stand.day, environment.version)
    const map = await mapAsked(db, request, figures, actor.locale)
    const dashboard = withMap(dashboardOf(figures, actor.locale), map)
    return { reports, stand, dashboard, withheld: null }
  }
  const { data: report, withheld } = found(await getSnapshot(db, stand.entry.number))
  if (!report) return data({ reports, stand, dashboard: null, withheld }, 409)
  const map = await mapAsked(db, request, report, actor.locale)
  return { reports, stand, dashboard: withMap(frozenDashboard(report, actor.locale), map), withheld }
}

/** The map of the day asked for by `?day=2026-03-31`, as tiles, or as a map by `?map=map` where there are boundaries. */
async function mapAsked(db: Db, request: Request, figures: ReportFigures, locale: Locale): Promise<ShownMap> {
  const { searchParams } = new URL(request.url)
  const days = await listParticipationDays(db, figures)
  const asked = searchParams.get('day') ?? figures.cutOff
  const { day } = found(days.find((one) => one.day === asked))
  if (!(await hasBoundaries(db))) return shownMap(figures, { ...onlyDay(figures), days, day }, locale)
  const { shapes, attributions } = await listBoundaries(db)
  const wantsMap = searchParams.get('map') === 'map'
  return shownMap(figures, { days, day, shapes: wantsMap ? shapes : null, attributions }, locale)
}

function standAsked(request: Request, reports: readonly Entry[], today: string): Stand {
  const asked = new URL(request.url).searchParams.get('report')
  if (asked === 'today') return { kind: 'today', day: today }
  if (asked !== null) {
    const number = wholeFrom(asked)
    return { kind: 'report', entry: found(reports.find((entry) => entry.number === number)) }
  }
  const latest = reports.find(({ releasedOn }) => releasedOn !== null)
  return latest ? { kind: 'report', entry: latest } : { kind: 'none' }
}

export default function DashboardPage() {
  const { dashboard } = useLoaderData<typeof loader>()
  const around = dashboard && { headings: dashboard.headings, number: dashboard.number }
  return (
    <>
      <Head />
      <Notices />
      {dashboard && around && (
        <>
          <Position {...dashboard} />
          <Decisions decisions={dashboard.decisions} number={dashboard.number} />
          <Targets targets={dashboard.targets} />
          <Participation participation={dashboard.participation} {...around} />
          <Satisfaction satisfaction={dashboard.satisfaction} {...around} />
          <Accompanying accompanying={dashboard.accompanying} />
          <Stages stages={dashboard.stages} />
          <Method method={dashboard.method} sources={dashboard.sources} />
        </>
      )}
      <Reports />
    </>
  )
}

function Head() {
  const { stand, dashboard } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <PageHeader
      title={t.indicator.title}
      lead={<StandSentence stand={stand} />}
      badge={
        <>
          {dashboard && <StandBadge stand={stand} />}
          {dashboard?.demo && <Badge kind="warning">{dashboard.demo}</Badge>}
        </>
      }
      action={
        stand.kind === 'report' &&
        dashboard && (
          <ButtonLink
            look="primary"
            icon="download"
            href={`/reports/${stand.entry.number}/steering-committee.pdf`}
          >
            {t.snapshot.pdf}
          </ButtonLink>
        )
      }
    />
  )
}

function StandSentence({ stand }: { stand: Stand }) {
  const t = useMessages()
  const locale = useLocale()
  if (stand.kind === 'none') return <>{t.indicator.lead}</>
  if (stand.kind === 'today') return <>{t.indicator.stand.today(formatDay(stand.day, locale))}</>
  const { number, cutOff, releasedOn } = stand.entry
  const day = formatDay(cutOff, locale)
  if (releasedOn === null) return <>{t.indicator.stand.prepared(number, day)}</>
  return <>{t.indicator.stand.released(number, day, formatDay(releasedOn, locale))}</>
}

function StandBadge({ stand }: { stand: Stand }) {
  const t = useMessages()
  if (stand.kind === 'none') return null
  if (stand.kind === 'today') return <Badge kind="warning">{t.indicator.preliminary}</Badge>
  if (stand.entry.releasedOn === null) return <Badge kind="info">{t.indicator.notReleased}</Badge>
  return <Badge kind="success">{t.snapshot.released}</Badge>
}

/** What must be known before the figures are read. */
function Notices() {
  const { reports, stand, withheld } = useLoaderData<typeof loader>()
  const t = useMessages()
  const waiting = reports.find(({ waits }) => waits)
  const isShown = stand.kind === 'report' && stand.entry.number === waiting?.number
  return (
    <>
      {stand.kind === 'today' && (
        <Notice kind="warning" title={t.indicator.todayTitle}>
          <p>{t.indicator.todayText}</p>
        </Notice>
      )}
      {stand.kind === 'report' && withheld && (
        <Notice kind="danger" title={t.indicator.withheldTitle(stand.entry.number)}>
          <p>{t.indicator.withheld[withheld]}</p>
          <a href={`/reports/${stand.entry.number}`}>{t.indicator.toReport(stand.entry.number)}</a>
        </Notice>
      )}
      {stand.kind === 'none' && <NoReport />}
      {waiting && (
        <Allowed to="snapshot:release">
          <Notice kind="info" title={t.indicator.waitingForRelease(waiting.number)}>
            <a href={isShown ? `/reports/${waiting.number}` : `/indicators?report=${waiting.number}`}>
              {t.indicator.toReport(waiting.number)}
            </a>
          </Notice>
        </Allowed>
      )}
    </>
  )
}

/** Each role reads what it can do about it. */
function NoReport() {
  const t = useMessages()
  const actor = useActor()
  const mayPrepare = can(actor, 'snapshot:prepare')
  const words = t.indicator.none
  return (
    <Empty
      action={
        <ButtonRow>
          {mayPrepare && (
            <ButtonLink look="primary" href="/reports">
              {t.indicator.toPrepare}
            </ButtonLink>
          )}
          <ButtonLink href="/indicators?report=today">{t.indicator.toToday}</ButtonLink>
        </ButtonRow>
      }
    >
      {mayPrepare ? words.prepare : can(actor, 'snapshot:release') ? words.release : words.read}
    </Empty>
  )
}

/** The report behind these figures with its files, and all others. */
function Reports() {
  const { reports, stand, dashboard } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const shown = stand.kind === 'report' ? stand.entry.number : null
  // Where there is none yet, the page has said so, and leads to the figures of today.
  if (reports.length === 0) return null
  return (
    <Section title={t.snapshot.title}>
      <ul>
        {shown !== null && dashboard && (
          <li>
            <a href={`/reports/${shown}`}>{t.indicator.proofOf(shown)}</a>: {t.snapshot.unchanged}
            <ReportFiles number={shown} />
          </li>
        )}
        {reports
          .filter(({ number }) => number !== shown)
          .map(({ number, cutOff, releasedOn }) => (
            <li key={number}>
              <a href={`/indicators?report=${number}`}>
                {t.indicator.choice(number, formatDay(cutOff, locale), releasedOn !== null)}
              </a>
            </li>
          ))}
        {stand.kind !== 'today' && (
          <li>
            <a href="/indicators?report=today">{t.indicator.choiceToday}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}
