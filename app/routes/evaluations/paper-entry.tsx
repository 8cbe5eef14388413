import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answersFromForm, checkAnswers } from '#app/domain/answers.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { readCode } from '#app/domain/certificate-code.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { QuestionnaireFields } from '#app/ui/questionnaire-fields.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { castBallot, seal } from '#db/ballots.ts'
import { getRound } from '#db/evaluations.ts'
import { getPaperInvitation, paperCodeHash } from '#db/paper-forms.ts'

// Typing in leaves as little behind as answering on screen: no line in the log, no renewed session.

/** No question has a name with a capital letter. */
const CODE = 'paperCode'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.paperForm.entry.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const round = found(await getRound(context.db, idFrom(params.roundId), new Date()))
  permit(actor, 'evaluation:paper', round)
  const { id, titleDe, titleEn, state } = round
  const { questionnaire } = found(await versionByHash(context.db, round.questionnaireHash))
  const done = choiceFrom(new URL(request.url).searchParams, 'done', ['accepted'])
  return { round: { id, titleDe, titleEn }, isOpen: state === 'open', questionnaire, done }
}

/**
 * The answer is the same whether the person has voted before or not: whoever printed a form could else find out with
 * its code who has.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, environment } = context
  const actor = await requireActor(context, request)
  const now = new Date()
  const round = found(await getRound(db, idFrom(params.roundId), now))
  permit(actor, 'evaluation:paper', round)
  const fields = await request.formData()
  const submitted = typed(fields)
  const closed = () => data({ errors: {}, problems: [], submitted, isClosed: true }, 409)
  if (round.state !== 'open') return closed()

  const code = readCode(submitted[CODE] ?? '')
  const refuse = (problem: string) =>
    data({ errors: { [CODE]: problem }, problems: [], submitted, isClosed: false }, 400)
  if (!code.ok) return refuse(code.problem === 'empty' ? 'required' : code.problem)
  const codeHash = paperCodeHash(environment.roundKey, round.id, code.code)
  const invitation = await getPaperInvitation(db, round.id, codeHash)
  if (!invitation) return refuse('unknown-code')
  // Asked for the day alone: whether it was used before is nobody's business.
  if (invitation.closesOn < dayOf(now)) return closed()

  const { questionnaire } = found(await versionByHash(context.db, round.questionnaireHash))
  fields.delete(CODE)
  const checked = checkAnswers(questionnaire, answersFromForm(questionnaire, fields.entries()))
  if (!checked.ok) return data({ errors: {}, problems: checked.errors, submitted, isClosed: false }, 422)
  const { answers } = checked
  const sealed = seal(invitation.round, questionnaire, { stratum: invitation.stratum, answers })
  const cast = await castBallot(db, { roundId: round.id, codeHash, sealed }, now)
  if (!cast.ok && cast.refusal !== 'already-answered') return closed()
  return redirect(`/evaluations/${round.id}/paper-entry?done=accepted`)
}

function typed(fields: FormData): Record<string, string> {
  return Object.fromEntries(
    [...fields].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

export default function PaperEntryPage() {
  const { round, isOpen, questionnaire, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const title = useRoundTitle()(round)
  const { entry } = t.paperForm
  const home = `/evaluations/${round.id}`
  const errors: Record<string, string> = { ...answer?.errors }
  for (const { key, error } of answer?.problems ?? []) errors[key] = t.questionnaire.answerError[error]
  return (
    <div className="stack measure">
      <PageHeader
        title={entry.title}
        lead={entry.lead}
        breadcrumbs={[
          { href: '/evaluations', label: t.round.list.title },
          { href: home, label: title },
        ]}
      />
      {done && !answer && (
        <Notice kind="success" title={entry.done} answer>
          {entry.doneText}
        </Notice>
      )}
      {!isOpen || answer?.isClosed ? (
        <Notice kind="info" title={entry.closed} answer />
      ) : (
        <>
          <Notice kind="info" title={entry.rulesTitle}>
            <ul>
              {entry.rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </Notice>
          <Form errors={errors} sentences={entry.problem} submitted={answer?.submitted}>
            <TextField
              name={CODE}
              label={entry.code}
              hint={entry.codeHint}
              maxLength={20}
              autoComplete="off"
              required
            />
            <QuestionnaireFields questionnaire={questionnaire} />
            <ButtonRow>
              <Button look="primary">{entry.submit}</Button>
              <ButtonLink href={home}>{t.form.cancel}</ButtonLink>
            </ButtonRow>
          </Form>
        </>
      )}
    </div>
  )
}
