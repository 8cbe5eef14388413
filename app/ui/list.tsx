import type { ReactNode } from 'react'

/** Things to look through that are more than a row of figures: dates, courses, announcements. */
export function CardList({ children, label }: { children: ReactNode; label?: string | undefined }) {
  return (
    <ul className="card-list" aria-label={label}>
      {children}
    </ul>
  )
}

type CardProps = {
  title: string
  /** Where the title leads. */
  href?: string | undefined
  /** The line above the title: the date, the topic. */
  preline?: ReactNode
  /** The state, as a <Badge>. */
  badge?: ReactNode
  children?: ReactNode
  /** Buttons, the first one is the first thing to do. */
  action?: ReactNode
  /** 3 inside a <Section>. */
  level?: 2 | 3
}

/** One entry of a <CardList>. */
export function Card({ title, href, preline, badge, children, action, level = 3 }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li className="card">
      <div className="card__head">
        <div>
          {preline && <p className="card__preline">{preline}</p>}
          <Heading className="card__title">{href ? <a href={href}>{title}</a> : title}</Heading>
        </div>
        {badge}
      </div>
      {children && <div className="card__body">{children}</div>}
      {action && <div className="card__action">{action}</div>}
    </li>
  )
}
