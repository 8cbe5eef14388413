// What accompanies the two indicators, as it comes ready from the reports: a table, and what the figures rest on.

import type { Dashboard } from '#app/charts/dashboard.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EvidenceLink } from '#app/ui/evidence.tsx'
import { ContentTable } from '#app/ui/figure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

export function Accompanying({ accompanying }: Pick<Dashboard, 'accompanying'>) {
  const t = useMessages()
  if (!accompanying) return null
  const { title, lead, table, limits, notes, baselines } = accompanying
  return (
    <Section
      title={title}
      action={
        <ButtonLink look="quiet" href="/indicators/passports">
          {t.passportVersion.title}
        </ButtonLink>
      }
    >
      <p>{lead}</p>
      <ContentTable table={table} />
      {baselines && (
        <Disclosure summary={baselines.title}>
          <ContentTable table={baselines.table} />
          <p className="muted measure">{baselines.note}</p>
        </Disclosure>
      )}
      <Disclosure summary={limits}>
        <ul>
          {notes.map((note) => (
            <li key={note.title}>
              <strong>{note.title}:</strong> {note.text} <EvidenceLink link={note.evidence} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}
