import type { LoaderFunctionArgs } from '@remix-run/node'
import type { EnrolmentDecision } from '#app/domain/decision.ts'
import { closedBecause } from '#app/domain/enrolment.ts'
import { quotaEnds } from '#app/domain/queue.ts'
import { can } from '#app/domain/policy.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { ownDecision } from '#app/http/decision.server.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { messages } from '#app/i18n/index.ts'
import { placeSentence } from '#app/i18n/place-sentence.ts'
import { listCurrent } from '#db/queue.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

/** May I enrol, and if not, why; once more for each organisation that one could enrol for. The same word and the same sentences as on the page and in the mail. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await actorOf(context, request)
  permit(actor, 'workshop:read')
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  if (!workshop.coursePublished && !workshop.courseRetired) throw notFound()

  const now = new Date()
  const current = await listCurrent(db, workshop.id)
  const isParticipant = actor.id !== null && can(actor, 'enrolment:enrol')
  const own = isParticipant && actor.id ? await ownDecision(db, workshop, actor.id, current, now) : undefined
  const closed = closedBecause(workshop, now)
  const decision: EnrolmentDecision | undefined =
    own?.decision ?? (closed ? { may: false, refusal: closed, missing: [] } : undefined)
  return Response.json(
    {
      workshopId: workshop.id,
      signedIn: actor.id !== null,
      ...answerOf(workshop, decision),
      organisations: own?.organisations.map(({ id, name, decision: one }) => ({
        ...{ id, name },
        ...answerOf(workshop, one),
      })),
      warnings: own?.warnings,
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

function answerOf(workshop: Workshop, decision: EnrolmentDecision | undefined) {
  if (!decision) return { may: null }
  return {
    ...decision,
    sentence: { de: sentence('de', workshop, decision), en: sentence('en', workshop, decision) },
  }
}

function sentence(locale: 'de' | 'en', workshop: Workshop, decision: EnrolmentDecision): string {
  const t = messages(locale)
  if (!decision.may) return t.enrolment.refusal[decision.refusal]({ ...workshop, missing: decision.missing })
  return placeSentence(t, decision.place, { quota: workshop.quota, quotaEnds: quotaEnds(workshop) })
}
