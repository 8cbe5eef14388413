import type { LoaderFunctionArgs } from '@remix-run/node'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { getQuestionnaire } from '#db/questionnaires.ts'

/** A version as SurveyJS JSON, by its fingerprint; without one the latest, or the draft where nothing is published. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'questionnaire:edit')
  const { versions, draft } = found(await getQuestionnaire(context.db, idFrom(params.questionnaireId)))
  const hash = new URL(request.url).searchParams.get('version')
  const version = hash === null ? versions[0] : versions.find((one) => one.hash === hash)
  const { definition } = found(version ?? (hash === null && draft ? draft : undefined))
  const name = version ? version.hash.slice(0, 8) : 'entwurf'
  return new Response(`${JSON.stringify(definition, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="fragebogen-${name}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
