import type { LoaderFunctionArgs } from '@remix-run/node'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { file, found, idFrom, notFound } from '#app/http/responses.ts'
import { messages, pick } from '#app/i18n/index.ts'
import { getRound } from '#db/evaluations.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { getRelease, withoutTexts } from '#db/releases.ts'
import { getSettings } from '#db/settings.ts'
import { excelCsv } from '#reports/csv.ts'
import { demoRows } from '#reports/demo-rows.ts'
import { ods } from '#reports/ods.ts'
import { releaseTable } from '#reports/release-table.ts'

/** The release as a file: what the page shows, and nothing finer. Figures that were tampered with are not handed out. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const round = found(await getRound(context.db, idFrom(params.roundId), new Date()))
  permit(actor, 'evaluation:results', round)
  const readsTexts = can(actor, 'evaluation:texts', round)
  const { release, sha256, unchanged } = withoutTexts(
    found(await getRelease(context.db, round.id)),
    readsTexts,
  )
  if (!unchanged) throw notFound()
  const { locale } = actor
  const { demo } = await getSettings(context.db)
  const name = `lernkreis-${messages(locale).release.file.name}-${round.closesOn ?? round.opensOn}`
  if (params.format === 'json') {
    return file(
      canonicalJson({ release, sha256, withTexts: readsTexts, demo }),
      `${name}.json`,
      'application/json',
    )
  }
  const { questionnaire } = found(await versionByHash(context.db, round.questionnaireHash))
  const rows = [...demoRows(demo, locale), ...releaseTable(release, questionnaire, locale)]
  if (params.format === 'csv') return file(excelCsv(rows), `${name}.csv`, 'text/csv; charset=utf-8')
  if (params.format !== 'ods') throw notFound()
  const sheet = ods([{ name: pick(locale, round.titleDe, round.titleEn), rows }])
  return file(sheet, `${name}.ods`, 'application/vnd.oasis.opendocument.spreadsheet')
}
