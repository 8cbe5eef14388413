import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { mayRateOffice, MIN_INVITED_PER_GROUP } from '#app/domain/disclosure.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, list, parseForm } from '#app/http/form.ts'
import { handOver, orderDocument } from '#app/http/document.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { fileLocale } from '#app/http/snapshot.server.ts'
import { ballotNotice } from '#app/i18n/ballot-notice.ts'
import { messages, pick } from '#app/i18n/index.ts'
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
  const locale = fileLocale(request, actor)
  const t = messages(locale)
  const { questionnaire } = found(await versionByHash(db, round.questionnaireHash))
  const { districtName, demo } = await getSettings(db)
  const isSmall = (round.invited ?? 0) < MIN_INVITED_PER_GROUP
  const data = {
    ...{ districtName, demo, questionnaire, forms },
    title: t.ballot.page.title[round.kind](pick(locale, round.titleDe, round.titleEn)),
    handIn: mayRateOffice(round.kind) ? ('releasers' as const) : ('office' as const),
    notice: ballotNotice(t.ballot.notice, { ...round, isSmall }),
  }
  const asked = { request, context, actor }
  const name = `lernkreis-${t.paperForm.sheet.file}-${dayOf(now)}.pdf`
  const ordered = orderDocument(asked, { kind: 'paper-forms', given: [data, locale, now] }, name)
  if (ordered instanceof Response) return ordered

  // Only now do the codes count, and those of earlier forms no more: there is a file in which they stand.
  const issued = await issuePaperForms(db, { roundId: round.id, by: actor.id, forms: hashed }, now)
  if (issued.ok) return handOver(asked, ordered)
  context.press.forget(ordered.id)
  return redirect(`${back}?refusal=${issued.refusal}`)
}
