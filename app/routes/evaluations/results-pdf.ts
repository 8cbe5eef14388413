import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { documentFile } from '#app/http/document.server.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { messages } from '#app/i18n/index.ts'
import { getRound } from '#db/evaluations.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { getRelease, withoutTexts } from '#db/releases.ts'
import { getSettings } from '#db/settings.ts'

/** The release as a document, for whoever reads its page. Figures that were tampered with are not handed out. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const round = found(await getRound(db, idFrom(params.roundId), new Date()))
  permit(actor, 'evaluation:results', round)
  const readsTexts = can(actor, 'evaluation:texts', round)
  const { unchanged, ...figures } = withoutTexts(found(await getRelease(db, round.id)), readsTexts)
  if (!unchanged) throw notFound()
  const { questionnaire } = found(await versionByHash(db, round.questionnaireHash))
  const { titleDe, titleEn, opensOn, closesOn } = round
  const { districtName, demo } = await getSettings(db)
  const facts = { titleDe, titleEn, opensOn, closesOn, districtName, demo, readsTexts, questionnaire }
  const locale = fileLocale(request, actor)
  const name = `lernkreis-${messages(locale).release.file.name}-${closesOn ?? opensOn}.pdf`
  const given = [{ ...facts, ...figures }, locale] as const
  return documentFile({ request, context, actor }, { kind: 'evaluation-result', given }, name)
}
