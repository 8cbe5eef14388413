import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, actorOf } from '#app/http/actor.server.ts'
import { originOf } from '#app/http/origin.ts'
import { notFound } from '#app/http/responses.ts'
import { reportSchema } from '#reports/report-schema.ts'

/** What the JSON of a report holds, for everybody: it says nothing about any report. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const format = FORMATS[params.name ?? '']
  if (!format) throw notFound()
  const schema = reportSchema(format, { origin: originOf(context, request) })
  return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json' },
  })
}

const FORMATS: Record<string, 1 | 2> = { 'report-1.json': 1, 'report-2.json': 2 }
