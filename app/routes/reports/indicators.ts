import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Locale } from '#app/domain/locale.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { file, found, type FileKind } from '#app/http/responses.ts'
import { fileLocale, fileName, intactSnapshot, type IntactSnapshot } from '#app/http/snapshot.server.ts'
import { figureCsv, figureOds, figureXlsx } from '#reports/figure-list/files.ts'
import { dataPackage, openCsv } from '#reports/figure-list/open-data.ts'

type Written = {
  kind: FileKind
  write: (snapshot: IntactSnapshot, locale: Locale) => string | Uint8Array
  /** Where it must keep the name by which its neighbour knows it. */
  keepsName?: true
}

const FILES: Record<string, Written> = {
  'indicators.csv': {
    kind: 'text/csv; charset=utf-8',
    write: ({ data }, locale) => figureCsv(data, locale),
  },
  'indicators.xlsx': {
    kind: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: ({ data }, locale) => figureXlsx(data, locale),
  },
  'indicators.ods': {
    kind: 'application/vnd.oasis.opendocument.spreadsheet',
    write: ({ data }, locale) => figureOds(data, locale),
  },
  // The hashed text itself and nothing else: whoever hashes the file gets the printed fingerprint.
  'indicators.json': { kind: 'application/json', write: ({ payload }) => payload },
  'indicators-open.csv': {
    kind: 'text/csv; charset=utf-8',
    write: ({ data }) => openCsv(data),
    keepsName: true,
  },
  'datapackage.json': { kind: 'application/json', write: ({ data }) => dataPackage(data), keepsName: true },
}

/** The figures of a report as the file that its address names. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const locale = fileLocale(request, actor)
  const snapshot = await intactSnapshot(context, params.number, locale)
  const asked = new URL(request.url).pathname.split('/').at(-1) ?? ''
  const { kind, write, keepsName } = found(FILES[asked])
  const ending = asked.split('.').at(-1) ?? ''
  return file(write(snapshot, locale), keepsName ? asked : fileName('kennzahlen', snapshot, ending), kind)
}
