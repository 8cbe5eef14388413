import type { ReactNode } from 'react'
import { useMessages } from '#app/ui/locale.tsx'

export type Crumb = { href: string; label: string }

type PageHeaderProps = {
  /** The h1: says the one thing that this page is for. */
  title: string
  /** One sentence below the title. */
  lead?: ReactNode
  /** The way here, without this page itself; it stands above the title. */
  breadcrumbs?: readonly Crumb[] | undefined
  /** The state, as a <Badge>, beside the title. */
  badge?: ReactNode
  /** The first thing to do here, as a <ButtonLink> or <PostButton>; several inside a <ButtonRow>. */
  action?: ReactNode
}

/** The head of every page. */
export function PageHeader({ title, lead, breadcrumbs = [], badge, action }: PageHeaderProps) {
  return (
    <div className="page-header">
      {breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
      <div className="page-header__line">
        <h1>{title}</h1>
        {badge}
      </div>
      {lead && <p className="lead">{lead}</p>}
      {action && <div className="page-header__action">{action}</div>}
    </div>
  )
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useMessages()
  return (
    <nav className="breadcrumbs" aria-label={t.shell.breadcrumbs}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type SectionProps = {
  title: string
  children: ReactNode
  /** Beside the heading, usually a <ButtonLink look="quiet">. */
  action?: ReactNode
  /** 3 inside another section. */
  level?: 2 | 3
  /** Makes the section a target of links: '/workshops/1#teilnehmende'. */
  id?: string | undefined
}

/** A part of a page with its heading. */
export function Section({ title, children, action, level = 2, id }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="section" id={id}>
      <div className="section__head">
        <Heading>{title}</Heading>
        {action}
      </div>
      {children}
    </section>
  )
}
