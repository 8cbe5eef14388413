// A chart with its caption, and the same figures as a table one click away.

import type { ReactNode } from 'react'
import type { Picture } from '#app/charts/scene.ts'
import type { Table } from '#app/charts/table.ts'
import { ChartFiles } from '#app/ui/chart-files.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { SceneSvg, type ScenePart } from '#app/ui/scene.tsx'
import { DataTable } from '#app/ui/table.tsx'

type FigureProps = {
  picture: Picture
  table?: Table | undefined
  /** Address of its files without the ending; null where there are none. */
  files?: string | null
  /** The picture with more around it; without it, the still one. */
  children?: ReactNode
}

export function Figure({ picture, table, files, children }: FigureProps) {
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
      {files && <ChartFiles href={files} caption={picture.caption} />}
    </figure>
  )
}

type StillPictureProps = { picture: Picture; parts?: readonly ScenePart[] }

export function StillPicture({ picture: { scene, caption, alternative }, parts = [] }: StillPictureProps) {
  return <SceneSvg scene={scene} title={caption} description={alternative} parts={parts} />
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
