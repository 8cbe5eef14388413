import { randomInt } from 'node:crypto'
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
import { hasNotBegun } from '#app/domain/evaluation.ts'
import { CODE_SIGNS } from '#app/domain/certificate-code.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { readRecoveryCode, recoveryCodeFrom, RECOVERY_NUMBERS } from '#app/domain/recovery-code.ts'
import {
  handedOverUntil,
  otherPart,
  TRUSTEE_PARTS,
  trusteeStep,
  type TrusteePart,
} from '#app/domain/trustee.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { parseForm, requiredText, secret, type Errors } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { isWeakPassphrase, keyFromPassphrase } from '#app/http/password.server.ts'
import { originOf } from '#app/http/origin.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { TrusteeOpening } from '#app/ui/trustee-opening.tsx'
import { RecoverySheet, TrusteePreparation } from '#app/ui/trustee-preparation.tsx'
import { clearTracks, getRound, type RoundView } from '#db/evaluations.ts'
import { confirmSheet, handOver, rehearse, renewSheet, setPassphrase } from '#db/key-halves.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { countRound } from '#db/tallies.ts'
import { keyFromRecoveryCode, type TrusteeSecret } from '#db/trustee-keys.ts'
import { listTrustees, type TrusteeView } from '#db/trustee-lists.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.trustee.mine.title)

const StepForm = z.discriminatedUnion('step', [
  z.object({ step: z.literal('passphrase'), passphrase: secret(), again: secret() }),
  z.object({ step: z.literal('sheet'), code: requiredText(100) }),
  z.object({ step: z.literal('renew'), passphrase: secret() }),
  z.object({ step: z.literal('rehearsal'), passphrase: secret() }),
  z.object({ step: z.literal('open'), passphrase: secret() }),
  z.object({ step: z.literal('open-with-sheet'), code: requiredText(100) }),
])
type Step = z.output<typeof StepForm>

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const now = new Date()
  const { round, mine, other } = await readHalf(context, params, now)
  const isMine = permitPart(actor, mine)
  return {
    round,
    isMine,
    part: mine.part,
    name: mine.name,
    step: trusteeStep(mine, other),
    until: mine.handedAt && handedOverUntil(mine.handedAt),
    isSecond: other?.handedAt !== null && other !== undefined,
    done: new URL(request.url).searchParams.get('done'),
    address: originOf(context, request) + new URL(request.url).pathname,
  }
}

/** After the count there are no trustees left; the page of the round says how it went. */
async function readHalf(context: AppLoadContext, params: { roundId?: string; part?: string }, now: Date) {
  const part = TRUSTEE_PARTS.find((one) => one === params.part)
  if (!part) throw notFound()
  const round = found(await getRound(context.db, idFrom(params.roundId), now))
  const trustees = await listTrustees(context.db, round.id, now)
  if (trustees.length === 0 && round.keyHolder === 'trustees') throw redirect(`/evaluations/${round.id}`)
  const of = (wanted: TrusteePart) => trustees.find((one) => one.part === wanted)
  return { round, mine: found(of(part)), other: of(otherPart(part)) }
}

/** Whether somebody acts for themselves; otherwise their office may stand in, with the sheet. */
function permitPart(actor: Actor, mine: TrusteeView): boolean {
  const isMine = can(actor, 'evaluation:trustee', mine)
  if (!isMine) permit(actor, 'evaluation:stand-in', mine)
  return isMine
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const now = new Date()
  const { round, mine } = await readHalf(context, params, now)
  const isMine = permitPart(actor, mine)
  const form = await parseForm(request, StepForm)
  if (!form.ok) return refused(form.submitted.step, { errors: form.errors }, 400)
  const step = form.value
  // A colleague of the office has the sheet, and nothing but the sheet.
  if (!isMine && step.step !== 'open-with-sheet') permit(actor, 'evaluation:trustee', mine)
  const errors = errorsOf(step)
  if (Object.keys(errors).length > 0)
    return refused(step.step, { errors, code: 'code' in step ? step.code : undefined }, 400)
  if (!(await mayKnock(context, 'trustee', now, `${round.id} ${mine.part}`)))
    return refused(step.step, { refusal: 'too-often' }, 429)

  const acting = { context, round, mine, by: actor.id, now }
  if (step.step === 'passphrase' || step.step === 'renew') return makeSheet(acting, step)
  const result = await take(acting, step)
  if (!result.ok) return refused(step.step, { refusal: result.refusal }, 409)
  if ('counted' in result) {
    if (context.environment.embedded) await clearTracks(context.db)
    return redirect(`/evaluations/${round.id}?done=count`)
  }
  const done = step.step.startsWith('open') ? 'hand-over' : step.step
  return redirect(`/evaluations/${round.id}/trustees/${mine.part}?done=${done}`)
}

/** A mistyped code is shown again: nobody types 35 signs twice for one slip. */
type Why = { errors?: Errors; refusal?: string; code?: string | undefined }

function refused(step: unknown, why: Why, status: number) {
  const { errors = {}, refusal, code } = why
  return data({ step, errors, refusal, code, sheet: null }, status)
}

function errorsOf(step: Step): Errors {
  if (step.step === 'passphrase') {
    if (isWeakPassphrase(step.passphrase)) return { passphrase: 'too-weak' }
    return step.passphrase === step.again ? {} : { again: 'password-differs' }
  }
  if (!('code' in step)) return {}
  const read = readRecoveryCode(step.code)
  if (read.ok) return {}
  return { code: read.problem === 'length' ? 'code-length' : `code-group-${read.group}` }
}

type ActingHere = { context: AppLoadContext; round: RoundView; mine: TrusteeView; by: string; now: Date }

/** The code of the sheet goes into this one answer, and is kept nowhere. */
async function makeSheet(acting: ActingHere, step: { step: 'passphrase' | 'renew'; passphrase: string }) {
  const { context, round, mine, by, now } = acting
  const random = Array.from({ length: RECOVERY_NUMBERS }, () => randomInt(CODE_SIGNS.length))
  const code = recoveryCodeFrom(random)
  const keys = {
    passphrase: await keyFromPassphrase(step.passphrase, mine.salt),
    sheet: keyFromRecoveryCode(code),
    wrapping: context.environment.roundKey,
  }
  const command = step.step === 'passphrase' ? setPassphrase : renewSheet
  const result = await command(context.db, { roundId: round.id, part: mine.part, by }, keys, now)
  if (!result.ok) return refused(step.step, { refusal: result.refusal }, 409)
  return data({
    step: step.step,
    errors: {},
    refusal: undefined,
    code: undefined,
    sheet: { code, madeAt: now },
  })
}

type Taken = Exclude<Step, { step: 'passphrase' | 'renew' }>

async function take({ context, round, mine, by, now }: ActingHere, step: Taken) {
  const { db, environment } = context
  const { roundKey } = environment
  const acting = { roundId: round.id, part: mine.part, by }
  const typed: TrusteeSecret =
    'code' in step
      ? { with: 'sheet', key: keyFromRecoveryCode(codeOf(step.code)) }
      : { with: 'passphrase', key: await keyFromPassphrase(step.passphrase, mine.salt) }
  if (step.step === 'sheet') return confirmSheet(db, acting, typed.key, roundKey, now)
  if (step.step === 'rehearsal') return rehearse(db, acting, typed.key, roundKey, now)
  const handed = await handOver(db, acting, typed, roundKey, now)
  if (handed.ok || handed.refusal !== 'count-now') return handed
  const version = await versionByHash(db, round.questionnaireHash)
  if (!version) throw new Error(`no questionnaire ${round.questionnaireHash}`)
  const trustee = { part: mine.part, secret: typed }
  const means = { wrappingKey: roundKey, questionnaire: version.questionnaire, trustee }
  return countRound(db, { roundId: round.id, by }, means, now)
}

function codeOf(typed: string): string {
  const read = readRecoveryCode(typed)
  return read.ok ? read.code : ''
}

export default function TrusteePage() {
  const { round, part, name, isMine, done, address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const title = useRoundTitle()
  const { mine, trustee } = { mine: t.trustee.mine, trustee: t.trustee }
  if (answer?.sheet) {
    const sheet = { ...answer.sheet, address }
    return <RecoverySheet sheet={sheet} roundId={round.id} round={title(round)} part={part} name={name} />
  }
  return (
    <div className="measure stack">
      <PageHeader
        title={isMine ? mine.title : mine.standInTitle}
        lead={isMine ? mine.lead(title(round)) : mine.standInLead(name)}
        breadcrumbs={[
          { href: '/', label: t.home.title },
          { href: `/evaluations/${round.id}/trustees`, label: trustee.overview.title },
        ]}
      />
      {done && trustee.done[done] && <Notice kind="success" title={trustee.done[done]} answer />}
      <Refused />
      <NextStep />
    </div>
  )
}

function Refused() {
  const answer = useActionData<typeof action>()
  const t = useMessages()
  if (!answer?.refusal) return null
  const sentences: Record<string, string> = {
    ...t.evaluation.countRefusal,
    ...t.trustee.refusal,
    unreadable: t.round.actions.unreadable,
    'not-found': t.round.actions.missing,
  }
  return <Notice kind="danger" title={sentences[answer.refusal] ?? answer.refusal} answer />
}

function NextStep() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const given = { step: String(answer?.step ?? ''), errors: answer?.errors ?? {}, code: answer?.code }
  if (hasNotBegun(page.round.state)) return <TrusteePreparation {...page} answer={given} />
  return <TrusteeOpening {...page} answer={given} />
}
