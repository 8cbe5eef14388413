import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { file, found, notFound } from '#app/http/responses.ts'
import { fileLocale, intactSnapshot } from '#app/http/snapshot.server.ts'
import { chartOf, chartPng, CHARTS, chartSvg } from '#reports/chart-file.ts'
import { excelCsv } from '#reports/csv.ts'
import { demoRows } from '#reports/demo-rows.ts'

/** A chart of a report as a picture (PNG, SVG), or the table behind it (CSV). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const locale = fileLocale(request, actor)
  const [asked, ending] = (params.name ?? '').split('.')
  const name = found(CHARTS.find((one) => one === asked))
  const snapshot = await intactSnapshot(context, params.number, locale)
  const { picture, table } = found(chartOf(snapshot.data, name, locale) ?? undefined)
  const called = `lernkreis-${name}-${snapshot.number}-${snapshot.cutOff}.${ending}`
  if (ending === 'csv') {
    const head = table.columns.map(({ title }) => title.replaceAll('\u00ad', ''))
    return file(
      excelCsv([...demoRows(snapshot.data.demo, locale), head, ...table.rows]),
      called,
      'text/csv; charset=utf-8',
    )
  }
  const svg = chartSvg(name, picture, snapshot.data, locale)
  if (ending === 'svg') return file(svg, called, 'image/svg+xml')
  if (ending !== 'png') throw notFound()
  return file(
    await chartPng(svg, `${snapshot.sha256} ${locale} ${name} ${snapshot.releasedAt !== null}`),
    called,
    'image/png',
  )
}
