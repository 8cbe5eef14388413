import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { MIN_RESPONSES, MOST_MINIMUM } from '#app/domain/disclosure.ts'
import { releaseRefusal } from '#app/domain/evaluation.ts'
import { can } from '#app/domain/policy.ts'
import { MAX_TEXT_TOTAL, textItems, type Questionnaire } from '#app/domain/questionnaire.ts'
import { readersToChoose, REMARK_READERS } from '#app/domain/remark-readers.ts'
import { areReady } from '#app/domain/trustee.ts'
import { permit, requireActor, type SignedInActor } from '#app/http/actor.server.ts'
import { day, oneOf, parseForm, requiredText, wholeNumber, type Errors } from '#app/http/form.ts'
import { found, idFrom, isId } from '#app/http/responses.ts'
import { problemsOf } from '#app/http/round-form.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { ChangeReaders } from '#app/ui/remark-readers.tsx'
import { ConfirmGiveUp, ConfirmRelease, OnPaper, RoundActions } from '#app/ui/round-actions.tsx'
import { NotOpened } from '#app/ui/round-opening.tsx'
import { useRefusal } from '#app/ui/round-refusal.ts'
import { ReleaseStep, RoundReview, SHORTENED_FIELD, TEXT_FIELD } from '#app/ui/round-review.tsx'
import { daysOf, RoundBadge, RoundDone, RoundFacts, useRoundTitle } from '#app/ui/round.tsx'
import { ownTitle, pageTitle } from '#app/ui/title.ts'
import { RoundKey } from '#app/ui/trustee.tsx'
import type { Db } from '#db/client.server.ts'
import { clearTracks, getRound, type RoundView } from '#db/evaluations.ts'
import { countPaperForms } from '#db/paper-forms.ts'
import { listTextsToReview, releaseRound, reviewTexts } from '#db/releases.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { changeRemarkReaders } from '#db/remark-readers.ts'
import { whyNotOpened } from '#db/round-openings.ts'
import { extendRound, giveUpRound, raiseMinimum, reschedule } from '#db/rounds.ts'
import { countRound } from '#db/tallies.ts'
import { listRoundsOfAnotherKey, listTrustees } from '#db/trustee-lists.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t, locale) => (page ? ownTitle(page.round, locale) : t.round.list.title))

const StepForm = z.discriminatedUnion('step', [
  z.object({ step: z.literal('count') }),
  z.object({ step: z.literal('extend'), closesOn: day() }),
  z.object({ step: z.literal('move'), opensOn: day(), closesOn: day() }),
  z.object({ step: z.literal('raise-minimum'), minimum: wholeNumber(MIN_RESPONSES, MOST_MINIMUM) }),
  z.object({ step: z.literal('readers'), remarkReaders: oneOf(REMARK_READERS) }),
  z.object({ step: z.literal('give-up'), reason: requiredText(300) }),
  z.looseObject({ step: z.literal('review') }),
  z.object({ step: z.literal('release') }),
])
type Step = z.output<typeof StepForm>

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const now = new Date()
  const round = found(await getRound(context.db, idFrom(params.roundId), now))
  permit(actor, 'evaluation:round', round)
  const query = new URL(request.url).searchParams
  return {
    round,
    manages: can(actor, 'evaluation:manage'),
    paper:
      round.state === 'open' && can(actor, 'evaluation:paper', round)
        ? await countPaperForms(context.db, round.id)
        : null,
    earliest: [addDays(dayOf(now), 14), addDays(round.closesOn ?? round.opensOn, 1)].sort().at(-1) ?? '',
    notOpened:
      round.state === 'planned' && can(actor, 'evaluation:manage')
        ? await whyNotOpened(context.db, round.id, now)
        : null,
    readers: can(actor, 'evaluation:readers', round) ? readersToChoose(round, actor) : [],
    review: await reviewFor(context.db, actor, round),
    questionnaire: (await versionOf(context.db, round)).questionnaire,
    ask: query.get('ask'),
    done: query.get('done'),
    ...(await keyFacts(context, actor.id, round, now)),
  }
}

/** Who holds the key, as far as this page says it. */
async function keyFacts({ db, environment }: AppLoadContext, actorId: string, round: RoundView, now: Date) {
  const trustees = await listTrustees(db, round.id, now)
  const mine = trustees.find(({ personId }) => personId === actorId)
  return {
    isReady: round.keyHolder === 'server' || areReady(trustees),
    hasAnotherKey: (await listRoundsOfAnotherKey(db, environment.roundKey)).includes(round.id),
    ownPage: mine ? `/evaluations/${round.id}/trustees/${mine.part}` : null,
  }
}

/** The remarks reach only those who may release, and only between count and release. */
async function reviewFor(db: Db, actor: SignedInActor, round: RoundView) {
  if (round.state !== 'counted' || !can(actor, 'evaluation:release', round)) return null
  const refusal = releaseRefusal(round, actor)
  return { refusal, texts: refusal ? [] : await listTextsToReview(db, round.id) }
}

async function versionOf(db: Db, { questionnaireHash }: RoundView) {
  const version = await versionByHash(db, questionnaireHash)
  if (!version) throw new Error(`no questionnaire ${questionnaireHash}`)
  return version
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const round = found(await getRound(context.db, idFrom(params.roundId), new Date()))
  permit(actor, 'evaluation:round', round)
  const form = await parseForm(request, StepForm)
  const { submitted } = form
  if (!form.ok) return data({ step: submitted.step, errors: form.errors, submitted, refusal: undefined }, 400)

  const { step } = form.value
  if (step === 'review' || step === 'release') permit(actor, 'evaluation:release', round)
  else if (step === 'readers') permit(actor, 'evaluation:readers', round)
  else permit(actor, 'evaluation:manage')
  const errors =
    step === 'review'
      ? problemsWith(form.value)
      : step === 'move'
        ? problemsOf(form.value, dayOf(new Date()))
        : {}
  if (Object.keys(errors).length > 0) return data({ step, errors, submitted, refusal: undefined }, 400)
  const means = { ...(await versionOf(context.db, round)), wrappingKey: context.environment.roundKey }
  const result = await take(context.db, form.value, { round, by: actor.id, ...means }, new Date())
  if (!result.ok) return data({ step, errors: {}, submitted, refusal: result.refusal }, 409)
  if (context.environment.embedded && (step === 'count' || step === 'give-up')) await clearTracks(context.db)
  return redirect(`/evaluations/${round.id}?done=${step}`)
}

type Taking = {
  round: RoundView
  by: string
  questionnaire: Questionnaire
  wrappingKey: Uint8Array
}

async function take(db: Db, step: Step, taking: Taking, now: Date) {
  const { round, by, questionnaire, wrappingKey } = taking
  const roundId = round.id
  switch (step.step) {
    case 'count':
      return countRound(db, { roundId, by }, { wrappingKey, questionnaire }, now)
    case 'extend':
      return extendRound(db, { roundId, by, closesOn: step.closesOn }, now)
    case 'move':
      return reschedule(db, { roundId, by, opensOn: step.opensOn, closesOn: step.closesOn }, now)
    case 'raise-minimum':
      return raiseMinimum(db, { roundId, by, minimum: step.minimum }, now)
    case 'readers':
      return changeRemarkReaders(db, { roundId, by, readers: step.remarkReaders }, now)
    case 'give-up':
      return giveUpRound(db, { roundId, by, reason: step.reason }, now)
    case 'review': {
      const hidden = await reviewTexts(db, { roundId, by, ...decided(step, 'hidden') }, now)
      if (!hidden.ok) return hidden
      for (const { id, text } of shortened(step)) {
        const one = { textIds: [id] as const, review: 'shortened' as const, shortened: text }
        const result = await reviewTexts(db, { roundId, by, ...one }, now)
        if (!result.ok) return result
      }
      return reviewTexts(db, { roundId, by, ...decided(step, 'shown') }, now)
    }
    case 'release':
      return releaseRound(db, { roundId, by }, questionnaire, now)
  }
}

/** Which texts somebody wants to show, or not: fields like `text.<id>=shown`. */
function decided(fields: Record<string, unknown>, review: 'shown' | 'hidden') {
  const names = Object.keys(fields).filter((name) => name.startsWith(TEXT_FIELD) && fields[name] === review)
  return { review, textIds: names.map((name) => name.slice(TEXT_FIELD.length)).filter(isId) }
}

/** The texts to be shown in other words, as `shortened.<id>` says them. */
function shortened(fields: Record<string, unknown>): { id: string; text: string }[] {
  return Object.keys(fields).flatMap((name) => {
    const id = name.slice(TEXT_FIELD.length)
    if (!name.startsWith(TEXT_FIELD) || fields[name] !== 'shortened' || !isId(id)) return []
    const text = requiredText(MAX_TEXT_TOTAL).safeParse(fields[SHORTENED_FIELD + id])
    return [{ id, text: text.data ?? '' }]
  })
}

function problemsWith(fields: Record<string, unknown>): Errors {
  const missing = shortened(fields).filter(({ text }) => text === '')
  return Object.fromEntries(missing.map(({ id }) => [SHORTENED_FIELD + id, 'required']))
}

export default function RoundPage() {
  const page = useLoaderData<typeof loader>()
  const { round, review, ask, done, paper, notOpened } = page
  const refused = useRefusal()(useActionData<typeof action>()?.refusal)
  const t = useMessages()
  const title = useRoundTitle()
  const asksToGiveUp = ask === 'give-up' && round.state !== 'given-up'
  const isRead = review?.texts.every((text) => text.review !== 'pending')
  const asksToRelease = ask === 'release' && round.state === 'counted' && isRead
  if (asksToGiveUp || asksToRelease) return <Question asks={asksToGiveUp ? 'give-up' : 'release'} />
  return (
    <>
      <PageHeader
        title={title(round)}
        lead={
          round.state === 'closed' && round.keyHolder === 'trustees'
            ? t.trustee.holder.closed
            : t.round.explained[round.state](daysOf(round))
        }
        breadcrumbs={[{ href: '/evaluations', label: t.round.list.title }]}
        badge={<RoundBadge state={round.state} />}
      />
      <RoundDone done={done} {...round} />
      {refused && <Notice kind="danger" title={refused} answer />}
      {notOpened && <NotOpened why={notOpened} />}
      <ToDo />
      <RoundKey {...page} />
      {paper !== null && <OnPaper roundId={round.id} forms={paper} />}
      <Section title={t.round.facts.title}>
        <RoundFacts round={round} />
      </Section>
    </>
  )
}

function ToDo() {
  const { round, manages, earliest, readers, review, questionnaire, notOpened } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  return (
    <>
      {review?.refusal && <Notice kind="info" title={t.evaluation.releaseRefusal[review.refusal]} />}
      {review && !review.refusal && (
        <>
          <RoundReview
            texts={review.texts}
            questions={textItems(questionnaire)}
            minimum={round.minimum}
            inReport={round.remarkReaders === 'report'}
            answer={answer?.step === 'review' ? { errors: answer.errors, submitted: answer.submitted } : {}}
          />
          <ReleaseStep roundId={round.id} texts={review.texts} />
        </>
      )}
      <RoundActions
        {...{ round, manages, earliest }}
        cannotBegin={notOpened !== null}
        answer={answer ?? {}}
      />
      <ChangeReaders {...{ round, readers }} answer={answer?.step === 'readers' ? answer : {}} />
    </>
  )
}

function Question({ asks }: { asks: 'give-up' | 'release' }) {
  const { round, review } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const sentence = useRefusal()
  const t = useMessages()
  const title = useRoundTitle()
  const texts = review?.texts ?? []
  const shown = shownOf(texts, round.minimum)
  const answered = {
    errors: answer?.errors,
    submitted: answer?.submitted,
    refusal: sentence(answer?.refusal),
  }
  return (
    <div className="measure">
      <PageHeader
        title={asks === 'give-up' ? t.round.actions.giveUpTitle : t.round.release.confirmTitle}
        breadcrumbs={[
          { href: '/evaluations', label: t.round.list.title },
          { href: `/evaluations/${round.id}`, label: title(round) },
        ]}
      />
      {asks === 'give-up' ? (
        <ConfirmGiveUp roundId={round.id} answer={answered} />
      ) : (
        <ConfirmRelease roundId={round.id} shown={shown} hidden={texts.length - shown} answer={answered} />
      )}
    </div>
  )
}

/** How many texts people will see: those of a question on which too few are left are not among them. */
function shownOf(texts: readonly { itemKey: string; review: string }[], minimum: number): number {
  const shown = texts.filter(({ review }) => review === 'shown' || review === 'shortened')
  const ofKey = (key: string) => shown.filter(({ itemKey }) => itemKey === key).length
  return shown.filter(({ itemKey }) => ofKey(itemKey) >= minimum).length
}
