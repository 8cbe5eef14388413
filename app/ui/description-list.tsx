import type { ReactNode } from 'react'
import { useMessages } from '#app/ui/locale.tsx'

/** `undefined` leaves the line out; `null` says "keine Angabe". */
export type Fact = { term: string; value: ReactNode }

/** Facts about one thing: date, place, trainers. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  const t = useMessages()
  return (
    <dl className="kern-description-list">
      {facts.map(({ term, value }) =>
        value === undefined ? null : (
          <div key={term} className="kern-description-list-item">
            <dt className="kern-description-list-item__key">{term}</dt>
            <dd className="kern-description-list-item__value">
              {value ?? <span className="muted">{t.common.none}</span>}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
