import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, list, parseForm } from '#app/http/form.ts'
import { file, found, idFrom } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { messages, pick } from '#app/i18n/index.ts'
import { renderPaperForms } from '#reports/paper-form.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { getRound } from '#db/evaluations.ts'
import { issuePaperForms, listInvited, newPaperCode, paperCodeHash } from '#db/paper-forms.ts'
import { getSettings } from '#db/settings.ts'

const PeopleForm = z.object({ people: list(id()).pipe(z.array(id()).min(1)) })

/** The address alone prints nothing: a form is made where somebody asks for it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const round = found(await getRound(context.db, idFrom(params.roundId), new Date()))
  permit(actor, 'evaluation:paper', round)
  return redirect(`/evaluations/${round.id}/paper`)
}

/** Forms for those who were chosen. Their codes stand in this file only; the database keeps hashes. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, environment } = context
  const actor = await requireActor(context, request)
  const now = new Date()
  const round = found(await getRound(db, idFrom(params.roundId), now))
  permit(actor, 'evaluation:paper', round)
  const back = `/evaluations/${round.id}/paper`
  const form = await parseForm(request, PeopleForm)
  if (!form.ok) return redirect(`${back}?refusal=nobody`)

  const chosen = new Set(form.value.people)
  const invited = (await listInvited(db, round.id, dayOf(now))).filter(({ personId }) => chosen.has(personId))
  if (invited.length < chosen.size) return redirect(`${back}?refusal=not-invited`)
  const forms = invited.map(({ personId, name, closesOn }) => {
    return { personId, name, closesOn, code: newPaperCode() }
  })
  const hashed = forms.map(({ personId, code }) => {
    return { personId, codeHash: paperCodeHash(environment.roundKey, round.id, code) }
  })
  const issued = await issuePaperForms(db, { roundId: round.id, by: actor.id, forms: hashed }, now)
  if (!issued.ok) return redirect(`${back}?refusal=${issued.refusal}`)

  const locale = fileLocale(request, actor)
  const t = messages(locale)
  const { questionnaire } = found(await versionByHash(db, round.questionnaireHash))
  const { districtName, demo } = await getSettings(db)
  const data = {
    ...{ districtName, demo, questionnaire, forms },
    title: t.ballot.page.title[round.kind](pick(locale, round.titleDe, round.titleEn)),
    promises: t.ballot.notice.points[round.kind](round.minimum),
  }
  const pdf = await renderPaperForms(data, locale, now)
  return file(pdf, `lernkreis-${t.paperForm.sheet.file}-${dayOf(now)}.pdf`, 'application/pdf')
}
