import { useId, type ReactNode } from 'react'
import { useMessages } from '#app/ui/locale.tsx'

export type Rating = {
  /** "erreicht", "auf Kurs", "Zielwert offen" */
  word: string
  /** ▲ ▼ ◆ ○ ●, an ornament beside the word */
  symbol: string
  tone: 'good' | 'bad' | 'open'
}

type StatCardProps = {
  title: string
  /** "71,4 %", or a word where there is no figure: "zu wenige Antworten". */
  value: string
  /** What the figure counts, with n and denominator: "20 von 28 Kommunen nehmen teil."; several lines if need be. */
  sentence: string | readonly string[]
  rating?: Rating | undefined
  /** "mindestens 60 %, Beschluss vom 3. Dezember 2025", or that it is open. */
  target?: ReactNode
  /** Whose data it rests on. */
  source?: ReactNode
  /** The day for which it holds, as a <Day>. */
  asOf?: ReactNode
  /** Definition, values, evidence: at the end. */
  children?: ReactNode
  /** A small chart between the figure and the facts. */
  chart?: ReactNode
  level?: 2 | 3 | 4
}

/** One figure, and within one glance all that is needed to trust it. */
export function StatCard(card: StatCardProps) {
  const { title, value, sentence, rating, target, source, asOf, children, chart, level = 2 } = card
  const t = useMessages()
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <article className="stat-card" aria-labelledby={id}>
      <Heading className="stat-card__title" id={id}>
        {title}
      </Heading>
      <p className={/\d/.test(value) ? 'stat-card__value' : 'stat-card__value stat-card__value--word'}>
        {value}
      </p>
      {rating && (
        <p className={`stat-card__rating stat-card__rating--${rating.tone}`}>
          <span aria-hidden="true">{rating.symbol}</span> {rating.word}
        </p>
      )}
      <div>
        {[sentence].flat().map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {chart}
      <StatFacts
        facts={[
          [t.common.target, target],
          [t.common.asOf, asOf],
          [t.common.source, source],
        ]}
      />
      {children}
    </article>
  )
}

function StatFacts({ facts }: { facts: readonly (readonly [term: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== undefined && value !== null)
  if (known.length === 0) return null
  return (
    <dl className="stat-card__facts">
      {known.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
