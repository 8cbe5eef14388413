// A chart with its caption, and the same figures as a table one click away.

import type { ReactNode } from 'react'
import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { SceneSvg } from '#app/ui/scene.tsx'
import { DataTable } from '#app/ui/table.tsx'

type FigureProps = {
  picture: Picture
  table?: Table | undefined
  /** The picture drawn in another way, with the still one inside; without it, the still one. */
  children?: ReactNode
}

export function Figure({ picture, table, children }: FigureProps) {
  const t = useMessages()
  return (
    <figure className="figure">
      {children ?? <StillPicture picture={picture} />}
      <figcaption>{picture.caption}.</figcaption>
      {table && table.rows.length > 0 && (
        <Disclosure summary={t.common.asTable}>
          <ContentTable table={table} />
        </Disclosure>
      )}
    </figure>
  )
}

export function StillPicture({ picture }: { picture: Picture }) {
  return <SceneSvg scene={picture.scene} title={picture.caption} description={picture.alternative} />
}

/** A table that comes as plain texts; its first column names the rows. */
export function ContentTable({ table, showCaption }: { table: Table; showCaption?: boolean }) {
  return (
    <DataTable<readonly string[]>
      caption={table.caption}
      showCaption={showCaption}
      rows={table.rows}
      rowKey={(row) => row.join('|')}
      columns={table.columns.map(({ title, numeric = false }, index) => ({
        key: String(index),
        header: title,
        numeric,
        rowHeader: index === 0,
        cell: (row) => row[index],
      }))}
    />
  )
}
