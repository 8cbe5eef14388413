import { useAddress, withQuery } from '#app/ui/address.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/locale.tsx'

/** Links to the other pages of a list, by `?page=`; filters and sorting stay. One page needs none. */
export function Pagination({ page, pages }: { page: number; pages: number }) {
  const t = useMessages()
  const address = useAddress()
  if (pages <= 1) return null
  const href = (to: number) => withQuery(address, { page: to === 1 ? null : String(to) })
  return (
    <nav className="pagination" aria-label={t.common.pages}>
      {page > 1 && (
        <a className="pagination__step" href={href(page - 1)} rel="prev">
          <Icon name="previous" />
          {t.common.previous}
        </a>
      )}
      <p>{t.common.pageOf(page, pages)}</p>
      <ol className="pagination__pages">
        {pagesAround(page, pages).map((to) => (
          <li key={to}>
            <a href={href(to)} aria-label={t.common.page(to)} aria-current={to === page ? 'page' : undefined}>
              {to}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="pagination__step" href={href(page + 1)} rel="next">
          {t.common.next}
          <Icon name="next" />
        </a>
      )}
    </nav>
  )
}

/** The first, the last, and the neighbours: never more than seven. */
export function pagesAround(page: number, pages: number): number[] {
  const near = [page - 2, page - 1, page, page + 1, page + 2]
  const shown = new Set([1, ...near.filter((to) => to >= 1 && to <= pages), pages])
  return [...shown].sort((a, b) => a - b)
}
