import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { fileLocale, fileName, intactSnapshot } from '#app/http/snapshot.server.ts'
import { listSqlTexts } from '#db/passports.ts'

/** The passports of a report's figures as PDF, with the text by which the database counts. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'report:download')
  const locale = fileLocale(request, actor)
  const snapshot = await intactSnapshot(context, params.number, locale)
  const texts = await listSqlTexts(context.db, snapshot.data.passports)
  const order = { kind: 'passport-book' as const, given: [snapshot.data, texts, locale] as const }
  return documentFile({ request, context, actor }, order, fileName('steckbriefe', snapshot, 'pdf'))
}
