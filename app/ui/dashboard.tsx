// The parts of the committee's dashboard. What they show comes ready as sentences, values, pictures and tables.

import type {
  Dashboard,
  ShownCard,
  ShownParticipation,
  ShownSatisfaction,
  ShownTrend,
} from '#app/charts/dashboard.ts'
import type { DecisionPlace } from '#app/domain/report-decisions.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DistributionChart } from '#app/ui/distribution-chart.tsx'
import { EvidenceLink, EvidenceLinks, PassportLink } from '#app/ui/evidence.tsx'
import { ContentTable, Figure } from '#app/ui/figure.tsx'
import { Card } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { ParticipationMap } from '#app/ui/participation-map.tsx'
import { ShortReportFiles } from '#app/ui/report-files.tsx'
import { StatCard } from '#app/ui/stat-card.tsx'
import { TrendChart } from '#app/ui/trend-chart.tsx'

/** Where we stand: sentences first, then the two figures. */
export function Position({ position, cards, number }: Pick<Dashboard, 'position' | 'cards' | 'number'>) {
  return (
    <Section title={position.title}>
      <div className="prose">
        {position.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div className="indicator-cards">
        {cards.map((card) => (
          <IndicatorCard key={card.title} card={card} number={number} />
        ))}
      </div>
    </Section>
  )
}

type IndicatorCardProps = { card: ShownCard; number: number | null }

function IndicatorCard({ card, number }: IndicatorCardProps) {
  const { key, title, value, target, rating, before, change, asOf, source, facts, table, evidence } = card
  const t = useMessages()
  const since = [before, change].filter(Boolean).join(' · ')
  const lines = [...card.lines, since, card.baseline].flatMap((line) => line || [])
  return (
    <StatCard
      level={3}
      title={title}
      value={value}
      sentence={lines}
      rating={rating ?? undefined}
      target={target}
      asOf={asOf ?? undefined}
      source={source}
    >
      <div className="stat-card__more">
        <Disclosure summary={t.evidence.definition}>
          <DescriptionList facts={facts.map(([term, words]) => ({ term, value: words }))} />
          <p>
            <PassportLink figure={{ key, name: title }} />
          </p>
        </Disclosure>
        {table.rows.length > 0 && (
          <Disclosure summary={t.common.asTable}>
            <ContentTable table={table} />
          </Disclosure>
        )}
        <p>
          <EvidenceLink link={evidence} />
        </p>
        {number !== null && (
          <p>
            {t.snapshot.download}: <ShortReportFiles number={number} />
          </p>
        )}
      </div>
    </StatCard>
  )
}

/** What the committee has to resolve, worded as it can be voted on. */
export function Decisions({ decisions, number }: Pick<Dashboard, 'decisions' | 'number'>) {
  const t = useMessages()
  const { title, list, none } = decisions
  return (
    <Section
      title={title}
      action={
        <Allowed to="target:propose">
          <ButtonLink look="quiet" href="/indicators/targets">
            {t.indicator.enterDecision}
          </ButtonLink>
        </Allowed>
      }
    >
      {list.length === 0 && <p>{none}</p>}
      <ol className="decisions">
        {list.map(({ wording, hint, place }) => (
          <li key={wording}>
            {wording}
            {hint && <span className="muted"> {hint}.</span>} <DecisionLink place={place} number={number} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

type DecisionLinkProps = { place: DecisionPlace; number: number | null }

/** To the page on which it is done, for those who may open that. */
function DecisionLink({ place, number }: DecisionLinkProps) {
  const t = useMessages()
  switch (place) {
    case 'targets':
      return <a href="/indicators/targets">{t.indicator.targets}</a>
    case 'rulings':
      return <a href="/indicators/rulings">{t.ruling.title}</a>
    case 'stages':
      return <a href="/indicators/stages">{t.stage.title}</a>
    case 'evaluations':
      return (
        <Allowed to="evaluation:list">
          <a href="/evaluations">{t.round.list.title}</a>
        </Allowed>
      )
    case 'report':
      return number !== null && <a href={`/reports/${number}`}>{t.snapshot.one(number)}</a>
  }
}

/** The stages of the procedure, in the order in which they begin. */
export function Stages({ stages }: Pick<Dashboard, 'stages'>) {
  const t = useMessages()
  const { title, list, none, note } = stages
  return (
    <Section
      title={title}
      action={
        <ButtonLink look="quiet" href="/indicators/stages">
          {t.stage.toStages}
        </ButtonLink>
      }
    >
      {list.length === 0 && <p>{none}</p>}
      <ul className="card-grid">
        {list.map(({ title: subject, lines, targets }, place) => (
          <Card key={`${subject} ${place}`} title={subject}>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <ul>
              {targets.map((target) => (
                <li key={target}>{target}</li>
              ))}
            </ul>
          </Card>
        ))}
      </ul>
      {list.length > 0 && <p className="muted note">{note}</p>}
    </Section>
  )
}

/** The targets of all phases and what came of them. */
export function Targets({ targets }: Pick<Dashboard, 'targets'>) {
  return (
    <Section title={targets.title}>
      <ContentTable table={targets.table} />
      <p className="muted note">{targets.legend}</p>
      <EvidenceLinks links={targets.evidence} />
    </Section>
  )
}

function Trend({ trend, files }: { trend: ShownTrend; files: string | null }) {
  const { table, ...chart } = trend
  return (
    <Figure picture={chart.picture} table={table} files={files}>
      <TrendChart {...chart} />
    </Figure>
  )
}

type Around = Pick<Dashboard, 'headings' | 'number'>

/** Address of a chart's files, without the ending; the figures of today have none. */
function chartFiles(number: number | null, chart: string): string | null {
  return number === null ? null : `/reports/${number}/charts/${chart}`
}

/** Indicator 1: its course, and who takes part. */
export function Participation({
  participation,
  headings,
  number,
}: { participation: ShownParticipation } & Around) {
  const { title, trend, map, evidence } = participation
  return (
    <Section title={title} action={<EvidenceLink link={evidence} />}>
      <div className="figure-pair">
        <Section title={headings.history} level={3}>
          <Trend trend={trend} files={chartFiles(number, 'participation-history')} />
        </Section>
        <Section title={headings.map} level={3}>
          <ParticipationMap map={map} files={chartFiles(number, 'participation-map')} />
        </Section>
      </div>
    </Section>
  )
}

/** Indicator 2: the overall rating, the topics, its course; where nothing may be shown, a sentence says so. */
export function Satisfaction({
  satisfaction,
  headings,
  number,
}: { satisfaction: ShownSatisfaction } & Around) {
  const { title, sentence, note, overall, topics, trend, evidence } = satisfaction
  return (
    <Section title={title} action={<EvidenceLink link={evidence} />}>
      <p className="measure">{sentence}</p>
      {note && <p className="muted">{note}</p>}
      <div className="figure-pair">
        <div>
          {overall && (
            <Section title={overall.title} level={3}>
              <Figure
                picture={overall.picture}
                table={overall.table}
                files={chartFiles(number, 'satisfaction-overall')}
              >
                <DistributionChart {...overall} />
              </Figure>
            </Section>
          )}
          {trend && (
            <Section title={headings.history} level={3}>
              <Trend trend={trend} files={chartFiles(number, 'satisfaction-history')} />
            </Section>
          )}
        </div>
        {topics && (
          <Section title={topics.title} level={3}>
            <Figure
              picture={topics.picture}
              table={topics.table}
              files={chartFiles(number, 'satisfaction-topics')}
            />
          </Section>
        )}
      </div>
    </Section>
  )
}

/** How the figures are made, and whose data they are. */
export function Method({ method, sources }: Pick<Dashboard, 'method' | 'sources'>) {
  return (
    <Section title={sources.title}>
      {sources.list.map(({ text, url }) => (
        <p key={text} className="muted note">
          {url ? <a href={url}>{text}</a> : text}
        </p>
      ))}
      <div className="method">
        <Disclosure summary={method.title}>
          <ul>
            {method.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </Section>
  )
}
