import type { ReactNode } from 'react'
import { useAddress } from '#app/ui/address.tsx'
import { Button, HiddenFields } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FormContext } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'

type FilterBarProps = {
  /** The fields that most people use: the search, one or two choices. */
  children: ReactNode
  /** The rest, folded away until one of them is in use. */
  more?: ReactNode
  /** Whether one of the fields in `more` is in use. */
  moreInUse?: boolean | undefined
  /** What goes along unseen, such as the sorting. */
  hidden?: Record<string, string> | undefined
  /** What the filter is about, where a page has more than one list. */
  label?: string | undefined
}

/** Fields that narrow a list, kept in the address: the page can be reloaded, sent and bookmarked. */
export function FilterBar({ children, more, moreInUse, hidden = {}, label }: FilterBarProps) {
  const t = useMessages()
  const address = useAddress()
  const values = Object.fromEntries(queryValues(address.search))
  const state = { errors: {}, submitted: undefined, values, prefix: 'filter', marksOptional: false }
  const inUse = Object.entries(values).some(
    ([name, value]) => !(name in hidden) && name !== 'page' && value !== '',
  )
  const actions = (
    <div className="filter-bar__actions">
      <Button>{t.form.filter}</Button>
      {inUse && <a href={address.pathname}>{t.form.filterReset}</a>}
    </div>
  )
  return (
    <search className="filter-bar" aria-label={label ?? t.form.filterLabel}>
      <form method="get" action={address.pathname}>
        <HiddenFields values={hidden} />
        <FormContext.Provider value={state}>
          <div className="filter-bar__fields">
            {children}
            {!more && actions}
          </div>
          {more && (
            <Disclosure summary={t.form.filterMore} open={moreInUse}>
              <div className="filter-bar__fields">{more}</div>
            </Disclosure>
          )}
        </FormContext.Provider>
        {more && actions}
      </form>
    </search>
  )
}

function queryValues(search: string): [string, string | string[]][] {
  const query = new URLSearchParams(search)
  return [...new Set(query.keys())].map((name) => {
    const all = query.getAll(name)
    return [name, all.length === 1 ? (all[0] ?? '') : all]
  })
}
