import type { ReactNode } from 'react'
import { useAddress, withQuery } from '#app/ui/address.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/locale.tsx'

export type Column<Row> = {
  /** The name of the column in `?sort=`, and its React key. */
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures stand on the right, digits below digits. */
  numeric?: boolean
  /** What the row is about, usually the link; on a phone it is the title of the card. */
  rowHeader?: boolean
  /** Makes the header a link that sorts; the loader reads `sort`: 'date' or '-date'. */
  sortable?: boolean
  /** Holds buttons: its header is only read aloud, and on a phone they stand below the card without a label. */
  action?: boolean
}

type DataTableProps<Row> = {
  /** What the table shows; read aloud first, and seen only with `showCaption`. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What stands there instead of an empty table: why it is empty and what to do. */
  empty?: ReactNode
  /** The sorting in force, as `sort` in the query: 'date', '-date'. */
  sort?: string | undefined
  showCaption?: boolean | undefined
}

/** A table; on a phone each row becomes a card. Rows come sorted and paged by the loader. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
  sort,
  showCaption,
}: DataTableProps<Row>) {
  const t = useMessages()
  if (rows.length === 0) return <>{empty ?? <Empty>{t.common.empty}</Empty>}</>
  return (
    <div className="data-table">
      <SortMenu columns={columns} sort={sort} />
      <table className="kern-table">
        <caption className={showCaption ? 'kern-title' : 'kern-sr-only'}>{caption}</caption>
        <thead className="kern-table__head">
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="kern-table__row">
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort: string | undefined }) {
  const order = orderOf(column.key, sort)
  return (
    <th className={cellClass('header', column)} scope="col" aria-sort={order}>
      <HeaderText column={column} sort={sort} />
    </th>
  )
}

function HeaderText<Row>({ column, sort }: { column: Column<Row>; sort: string | undefined }) {
  if (column.action) return <span className="kern-sr-only">{column.header}</span>
  return column.sortable ? <SortLink column={column} sort={sort} /> : <>{column.header}</>
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHeader) {
    return (
      <th className="kern-table__header" scope="row">
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td className={cellClass('cell', column)} data-label={column.action ? undefined : column.header}>
      {column.cell(row)}
    </td>
  )
}

function cellClass<Row>(part: 'header' | 'cell', { action, numeric }: Column<Row>): string {
  const block = `kern-table__${part}`
  if (action) return `${block} ${block}--action`
  return numeric ? `${block} ${block}--numeric` : block
}

function orderOf(key: string, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (sort === key) return 'ascending'
  return sort === `-${key}` ? 'descending' : undefined
}

/** Leads to the list sorted by this column, from its first page; a second time turns the order round. */
function SortLink<Row>({ column, sort }: { column: Column<Row>; sort: string | undefined }) {
  const t = useMessages()
  const address = useAddress()
  const order = orderOf(column.key, sort)
  const next = order === 'ascending' ? `-${column.key}` : column.key
  return (
    <a className="sort-link" href={withQuery(address, { sort: next, page: null })}>
      {column.header}
      {order && (
        <>
          <Icon name={order === 'ascending' ? 'up' : 'down'} />
          <span className="kern-sr-only">{t.common[order]}</span>
        </>
      )}
    </a>
  )
}

/** On a phone the headers are gone: the same links, folded away above the cards. */
function SortMenu<Row>({ columns, sort }: { columns: readonly Column<Row>[]; sort: string | undefined }) {
  const t = useMessages()
  const sortable = columns.filter((column) => column.sortable)
  if (sortable.length === 0) return null
  return (
    <div className="sort-menu">
      <Disclosure summary={t.common.sort}>
        <ul className="plain-list">
          {sortable.map((column) => (
            <li key={column.key}>
              <SortLink column={column} sort={sort} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
