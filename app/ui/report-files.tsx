// The figures of a report as files, each with what it is for.

import { Fragment, type ReactNode } from 'react'
import { useMessages } from '#app/ui/locale.tsx'

const FILES = [
  ['xlsx', 'indicators.xlsx'],
  ['ods', 'indicators.ods'],
  ['csv', 'indicators.csv'],
  ['openCsv', 'indicators-open.csv'],
  ['dataPackage', 'datapackage.json'],
  ['json', 'indicators.json'],
] as const

/** `children` are items that stand before them. */
export function ReportFiles({ number, children }: { number: number; children?: ReactNode }) {
  const { files } = useMessages().snapshot
  return (
    <ul>
      {children}
      {FILES.map(([key, name]) => (
        <li key={key}>
          <a href={`/reports/${number}/${name}`}>{files[key].name}</a>{' '}
          <span className="muted">{files[key].use}</span>
        </li>
      ))}
    </ul>
  )
}

const SHORT = [
  ['xlsx', 'indicators.xlsx', 'XLSX'],
  ['ods', 'indicators.ods', 'ODS'],
  ['csv', 'indicators.csv', 'CSV'],
  ['json', 'indicators.json', 'JSON'],
] as const

/** The same in one line, where a figure is shown. */
export function ShortReportFiles({ number }: { number: number }) {
  const t = useMessages()
  return (
    <>
      {SHORT.map(([key, name, short], place) => (
        <Fragment key={key}>
          {place > 0 && ' · '}
          <a href={`/reports/${number}/${name}`} aria-label={`${short}: ${t.snapshot.files[key].name}`}>
            {short}
          </a>
        </Fragment>
      ))}
    </>
  )
}
