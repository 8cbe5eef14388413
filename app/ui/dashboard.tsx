// The parts of the committee's dashboard. What they show comes ready as sentences, values, pictures and tables.

import type {
  Dashboard,
  ShownCard,
  ShownParticipation,
  ShownSatisfaction,
  ShownTrend,
} from '#app/charts/dashboard.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DistributionChart } from '#app/ui/distribution-chart.tsx'
import { ContentTable, Figure } from '#app/ui/figure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { StatCard } from '#app/ui/stat-card.tsx'
import { TrendChart } from '#app/ui/trend-chart.tsx'

/** Where we stand: sentences first, then the two figures. */
export function Position({ position, cards }: Pick<Dashboard, 'position' | 'cards'>) {
  return (
    <Section title={position.title}>
      <div className="prose">
        {position.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div className="indicator-cards">
        {cards.map((card) => (
          <IndicatorCard key={card.title} card={card} />
        ))}
      </div>
    </Section>
  )
}

function IndicatorCard({ card }: { card: ShownCard }) {
  const { title, value, lines, target, rating, before, asOf, facts } = card
  return (
    <StatCard
      level={3}
      title={title}
      value={value}
      sentence={before ? [...lines, before] : lines}
      rating={rating ?? undefined}
      target={target}
      asOf={asOf ?? undefined}
    >
      <DescriptionList facts={facts.map(([term, words]) => ({ term, value: words }))} />
    </StatCard>
  )
}

/** What the committee has to resolve, worded as it can be voted on. */
export function Decisions({ decisions }: Pick<Dashboard, 'decisions'>) {
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
        {list.map(({ wording, hint }) => (
          <li key={wording}>
            {wording}
            {hint && <span className="muted"> {hint}.</span>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** The targets of all phases and what came of them. */
export function Targets({ targets }: Pick<Dashboard, 'targets'>) {
  return (
    <Section title={targets.title}>
      <ContentTable table={targets.table} />
      <p className="muted note">{targets.legend}</p>
    </Section>
  )
}

function Trend({ trend }: { trend: ShownTrend }) {
  const { table, ...chart } = trend
  return (
    <Figure picture={chart.picture} table={table}>
      <TrendChart {...chart} />
    </Figure>
  )
}

type Headings = Pick<Dashboard, 'headings'>

/** Indicator 1: its course, and who takes part. */
export function Participation({ participation, headings }: { participation: ShownParticipation } & Headings) {
  const { title, trend, map, municipalities } = participation
  return (
    <Section title={title}>
      <div className="figure-pair">
        <Section title={headings.history} level={3}>
          <Trend trend={trend} />
        </Section>
        <Section title={headings.map} level={3}>
          <Figure picture={map} table={municipalities} />
        </Section>
      </div>
    </Section>
  )
}

/** Indicator 2: the overall rating, the topics, its course; where nothing may be shown, a sentence says so. */
export function Satisfaction({ satisfaction, headings }: { satisfaction: ShownSatisfaction } & Headings) {
  const { title, sentence, note, overall, topics, trend } = satisfaction
  return (
    <Section title={title}>
      <p className="measure">{sentence}</p>
      {note && <p className="muted">{note}</p>}
      <div className="figure-pair">
        <div>
          {overall && (
            <Section title={overall.title} level={3}>
              <Figure picture={overall.picture} table={overall.table}>
                <DistributionChart {...overall} />
              </Figure>
            </Section>
          )}
          {trend && (
            <Section title={headings.history} level={3}>
              <Trend trend={trend} />
            </Section>
          )}
        </div>
        {topics && (
          <Section title={topics.title} level={3}>
            <Figure picture={topics.picture} table={topics.table} />
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
