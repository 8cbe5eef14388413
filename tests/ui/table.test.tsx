import { expect, test } from 'vitest'
import { withQuery } from '#app/ui/address.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { pagesAround, Pagination } from '#app/ui/pagination.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { html, tag } from '#tests/ui/render.tsx'

type Row = { id: string; title: string; seats: number }

const columns: Column<Row>[] = [
  {
    key: 'title',
    header: 'Workshop',
    cell: (row) => <a href={row.id}>{row.title}</a>,
    rowHeader: true,
    sortable: true,
  },
  { key: 'seats', header: 'Freie Plätze', cell: (row) => row.seats, numeric: true, sortable: true },
  { key: 'edit', header: 'Bearbeiten', cell: () => <a href="/edit">ändern</a>, action: true },
]
const rows = [{ id: '1', title: 'Netze', seats: 3 }]
const table = (sort?: string) => (
  <DataTable
    caption="Termine im Dezember"
    columns={columns}
    rows={rows}
    rowKey={(row) => row.id}
    sort={sort}
  />
)

test('a table has a caption, and headers that belong to their column or row', () => {
  const page = html(table())
  expect(page).toMatch(/<caption[^>]*>Termine im Dezember<\/caption>/)
  expect(page.match(/<th[^>]*scope="col"/g)).toHaveLength(3)
  expect(page).toMatch(/<th[^>]*scope="row"[^>]*><a href="1">Netze/)
})

test('on a phone every cell brings its label along, but for buttons', () => {
  const page = html(table())
  expect(tag(page, 'td', 'numeric')).toContain('data-label="Freie Plätze"')
  expect(tag(page, 'td', 'action')).not.toContain('data-label')
})

test('sorting is a link that keeps the filter and starts at the first page', () => {
  const page = html(table('-title'), { pathname: '/workshops', search: '?topic=netze&sort=-title&page=3' })
  expect(tag(page, 'th', 'aria-sort')).toContain('aria-sort="descending"')
  expect(page).toContain('href="/workshops?topic=netze&amp;sort=title"')
  expect(page).toContain('href="/workshops?topic=netze&amp;sort=seats"')
  expect(html(table('title'), { search: '?sort=title' })).toContain('href="/courses?sort=-title"')
})

test('an empty table says why instead of showing nothing', () => {
  const empty = (
    <DataTable caption="c" columns={columns} rows={[]} rowKey={(row) => row.id} empty={<p>Noch keine.</p>} />
  )
  expect(html(empty)).toBe('<p>Noch keine.</p>')
})

test('pages are links that keep the query, and the first page has the plain address', () => {
  const page = html(<Pagination page={2} pages={9} />, { pathname: '/courses', search: '?q=netz&page=2' })
  expect(page).toContain('href="/courses?q=netz"')
  expect(page).toContain('href="/courses?q=netz&amp;page=3"')
  expect(tag(page, 'a', 'aria-current')).toContain('aria-label="Seite 2"')
  expect(html(<Pagination page={1} pages={1} />)).toBe('')
})

test('however many pages there are, at most seven are offered', () => {
  expect(pagesAround(1, 3)).toEqual([1, 2, 3])
  expect(pagesAround(50, 100)).toEqual([1, 48, 49, 50, 51, 52, 100])
})

test('a filter shows what is chosen, and can be reset only when something is', () => {
  const bar = (
    <FilterBar hidden={{ sort: '-day' }}>
      <TextField name="q" label="Suche" type="search" />
      <SelectField name="topic" label="Thema" blank="Alle" options={[{ value: 'netze', label: 'Netze' }]} />
    </FilterBar>
  )
  const chosen = html(bar, { pathname: '/courses', search: '?q=netz&topic=netze&sort=-day&page=2' })
  expect(tag(chosen, 'form')).toContain('method="get"')
  expect(tag(chosen, 'input', 'name="q"')).toContain('value="netz"')
  expect(tag(chosen, 'option', 'value="netze"')).toContain('selected')
  expect(chosen).toContain('Filter zurücksetzen')
  expect(chosen).not.toContain('(freiwillig)')
  expect(html(bar, { search: '?sort=-day&page=2&q=' })).not.toContain('Filter zurücksetzen')
})

test('a change of the query keeps the rest of it', () => {
  expect(withQuery({ pathname: '/a', search: '?x=1&y=2' }, { y: null, z: 'ä' })).toBe('/a?x=1&z=%C3%A4')
  expect(withQuery({ pathname: '/a', search: '?x=1' }, { x: null })).toBe('/a')
})
