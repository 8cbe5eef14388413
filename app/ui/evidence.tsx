// The page behind a number, for a frozen report and for the figures of today alike.

import type { ReactNode } from 'react'
import type { EvidenceLink as Link, ShownEvidence } from '#app/charts/evidence.ts'
import { definitionState } from '#app/domain/evidence.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ContentTable } from '#app/ui/figure.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/page.tsx'
import { ShortReportFiles } from '#app/ui/report-files.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Moment } from '#app/ui/time.tsx'

/** From a number to what stands behind it. */
export function EvidenceLink({ link: { href, label } }: { link: Link }) {
  const t = useMessages()
  return (
    <a href={href} aria-label={label}>
      {t.evidence.link}
    </a>
  )
}

/** From a definition to all versions of it. */
export function PassportLink({ figure: { key, name } }: { figure: { key: string; name: string } }) {
  const words = useMessages().passportVersion
  return (
    <a href={`/indicators/passports/${key}`} aria-label={words.toOneOf(name)}>
      {words.toOne}
    </a>
  )
}

/** Several of them, each told in full. */
export function EvidenceLinks({ links }: { links: readonly Link[] }) {
  return (
    <ul>
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

type CountingDefinition = { parts: { name: string; text: string }[]; sha256: string }
type Release = {
  roundId: string
  title: string
  closesOn: string
  releasedAt: Date
  sha256: string
  isUnchanged: boolean
}

export type EvidenceProps = {
  evidence: ShownEvidence
  /** By what the database counts now. */
  definition: CountingDefinition | undefined
  releases: readonly Release[]
  /** Whether whoever looks may open the results of evaluations. */
  mayReadResults: boolean
  /** Where the number is held. */
  children: ReactNode
}

export function Evidence({ evidence, definition, releases, mayReadResults, children }: EvidenceProps) {
  const t = useMessages()
  return (
    <>
      <Section title={t.evidence.figure}>
        <p className="evidence__value">{evidence.value}</p>
        {evidence.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Section>
      <Section title={t.evidence.definition}>
        <DescriptionList facts={evidence.passport.map(([term, value]) => ({ term, value }))} />
        <p>
          <PassportLink figure={evidence} />
        </p>
      </Section>
      <Counted evidence={evidence} />
      {evidence.restsOnReleases && <Releases releases={releases} mayReadResults={mayReadResults} />}
      <Counting evidence={evidence} definition={definition} />
      <Section title={t.evidence.held}>{children}</Section>
    </>
  )
}

function Counted({ evidence: { tables, recount, notes } }: Pick<EvidenceProps, 'evidence'>) {
  const t = useMessages()
  return (
    <Section title={t.evidence.counted}>
      <div className="stack">
        {recount &&
          (recount.isSame ? <p>{recount.sentence}</p> : <Notice kind="danger" title={recount.sentence} />)}
        {tables.map((table) => (
          <ContentTable key={table.caption} table={table} showCaption />
        ))}
        {notes.map((note) => (
          <p key={note} className="muted measure">
            {note}
          </p>
        ))}
      </div>
    </Section>
  )
}

function Releases({ releases, mayReadResults }: Pick<EvidenceProps, 'releases' | 'mayReadResults'>) {
  const t = useMessages()
  const locale = useLocale()
  return (
    <Section title={t.evidence.releases}>
      {releases.length > 0 && <p className="measure">{t.evidence.releasesLead}</p>}
      <DataTable
        caption={t.evidence.releases}
        rows={releases}
        rowKey={({ roundId }) => roundId}
        empty={<p>{t.evidence.noReleases}</p>}
        columns={[
          {
            key: 'round',
            header: t.evidence.round,
            rowHeader: true,
            cell: ({ roundId, title }) =>
              mayReadResults ? <a href={`/evaluations/${roundId}/results`}>{title}</a> : title,
          },
          {
            key: 'closesOn',
            header: t.evidence.closedOn,
            cell: ({ closesOn }) => formatDay(closesOn, locale),
          },
          {
            key: 'releasedAt',
            header: t.evidence.releasedOn,
            cell: ({ releasedAt }) => <Moment value={releasedAt} />,
          },
          {
            key: 'state',
            header: t.evidence.state,
            cell: ({ isUnchanged }) => (
              <Badge kind={isUnchanged ? 'success' : 'danger'}>
                {isUnchanged ? t.evidence.unchanged : t.evidence.changed}
              </Badge>
            ),
          },
          {
            key: 'sha256',
            header: t.evidence.fingerprint,
            cell: ({ sha256 }) => <code className="fingerprint">{sha256}</code>,
          },
        ]}
      />
    </Section>
  )
}

/** The text by which the database counts, and whether it is the one by which it counted. */
function Counting({ evidence: { counting }, definition }: Pick<EvidenceProps, 'evidence' | 'definition'>) {
  const t = useMessages()
  if (!counting) {
    return (
      <Section title={t.evidence.sql}>
        <p className="measure">{t.evidence.noSql}</p>
      </Section>
    )
  }
  const today = definition?.sha256 ?? null
  const { sqlSha256 } = counting
  return (
    <Section title={t.evidence.sql}>
      <div className="stack">
        <p className="measure">{t.evidence.definitionState[definitionState(sqlSha256, today)]}</p>
        <DescriptionList
          facts={[
            {
              term: t.evidence.sqlFrozen,
              value: sqlSha256 ? <code className="fingerprint">{sqlSha256}</code> : undefined,
            },
            {
              term: t.evidence.sqlToday,
              value: today ? <code className="fingerprint">{today}</code> : undefined,
            },
          ]}
        />
        {definition && <SqlTexts {...definition} />}
      </div>
    </Section>
  )
}

/** The functions by which the database counts, each folded away. */
export function SqlTexts({ parts }: Pick<CountingDefinition, 'parts'>) {
  const t = useMessages()
  return (
    <>
      {parts.map(({ name, text }) => (
        <Disclosure key={name} summary={t.evidence.showSql(name)}>
          <pre className="sql">
            <code>{text}</code>
          </pre>
        </Disclosure>
      ))}
    </>
  )
}

type HeldProps = {
  number: number
  sha256: string
  /** Numbers of reports that do not hold. */
  broken: readonly number[]
}

/** The report that holds the number, and whether the chain of reports does. */
export function Held({ number, sha256, broken }: HeldProps) {
  const t = useMessages()
  return (
    <DescriptionList
      facts={[
        { term: t.evidence.snapshot, value: <a href={`/reports/${number}`}>{t.snapshot.one(number)}</a> },
        { term: t.snapshot.sha256, value: <code className="fingerprint">{sha256}</code> },
        {
          term: t.evidence.chain,
          value: broken.length === 0 ? t.evidence.chainIntact : t.evidence.chainBroken(broken.join(', ')),
        },
        {
          term: t.snapshot.download,
          value: <ShortReportFiles number={number} />,
        },
      ]}
    />
  )
}
