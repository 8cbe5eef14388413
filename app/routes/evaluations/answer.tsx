import { createHash } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasNotBegun, type RoundState } from '#app/domain/evaluation.ts'
import { ANSWERS_FIELD, answersFromForm, checkAnswers, parseAnswers } from '#app/domain/answers.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { readQuestionnaire, type Definition, type Questionnaire } from '#app/domain/questionnaire.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { BallotNotice } from '#app/ui/ballot-notice.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Errand } from '#app/ui/live.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { QuestionnaireFields } from '#app/ui/questionnaire-fields.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { Survey } from '#app/ui/survey.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { castBallot, seal } from '#db/ballots.ts'
import { getRound } from '#db/evaluations.ts'
import { getInvitation, type Invitation } from '#db/invitations.ts'
import { listOrganisationNames } from '#db/organisations.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { withCleanPassages } from '#surveys/passage.ts'

// The one page with a questionnaire. Reading it and voting on it leave no trace: no session is renewed, no line is
// logged, no form is remembered (app/http/actor.server.ts, app/http/log.server.ts).
export const handle = { javascript: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.ballot.page.tab)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'evaluation:answer')
  const roundId = idFrom(params.roundId)
  const invitation = await getInvitation(context.db, roundId, actor.id, new Date())
  if (!invitation) return notInvited(found(await getRound(context.db, roundId, new Date())))
  const { titleDe, titleEn } = titlesOf(invitation)
  if (invitation.state !== 'open') return { state: invitation.state, titleDe, titleEn }
  const { kind, minimum, remarkReaders, keyHolder } = invitation.round
  const organisations = await listOrganisationNames(context.db, dayOf(new Date()))
  return {
    state: 'open' as const,
    ...{
      titleDe,
      titleEn,
      kind,
      minimum,
      remarkReaders,
      keyHolder,
      closesOn: invitation.closesOn,
      isSmall: invitation.isSmall,
    },
    definition: await definitionOf(context.db, invitation),
    // For the hints while somebody types: the list comes along, so that no text has to leave the device for it.
    places: organisations.filter(({ kind }) => kind === 'municipality').map(({ name }) => name),
    draftKey: createHash('sha256').update(`draft ${roundId} ${actor.id}`).digest('hex').slice(0, 32),
  }
}

/** After the count the names are gone: then nobody can be told whether they were invited. */
function notInvited({
  titleDe,
  titleEn,
  state,
}: {
  titleDe: string
  titleEn: string | null
  state: RoundState
}) {
  const isOver = ['counted', 'released', 'given-up'].includes(state)
  return {
    state: isOver
      ? ('closed' as const)
      : hasNotBegun(state)
        ? ('not-begun' as const)
        : ('not-invited' as const),
    titleDe,
    titleEn,
  }
}

function titlesOf({ round }: Invitation) {
  return { titleDe: round.title, titleEn: round.titleEn }
}

async function definitionOf(db: Db, { round }: Invitation): Promise<Definition> {
  const version = await versionByHash(db, round.questionnaireHash)
  if (!version) throw new Error(`no questionnaire ${round.questionnaireHash}`)
  return withCleanPassages(version.definition)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'evaluation:answer')
  const roundId = idFrom(params.roundId)
  const now = new Date()
  const invitation = await getInvitation(context.db, roundId, actor.id, now)
  if (!invitation || invitation.state !== 'open') return data({ problems: [], submitted: undefined }, 409)

  const definition = await definitionOf(context.db, invitation)
  const fields = await request.formData()
  const questionnaire = readQuestionnaire(definition)
  const checked = checkAnswers(questionnaire, readAnswers(questionnaire, fields))
  if (!checked.ok) return data({ problems: checked.errors, submitted: typed(fields) }, 422)

  const sealed = seal(invitation.round, questionnaire, {
    stratum: invitation.stratum,
    answers: checked.answers,
  })
  const result = await castBallot(context.db, { roundId, personId: actor.id, sealed }, now)
  if (!result.ok) return data({ problems: [], submitted: undefined }, 409)
  return redirect(`/evaluations/${roundId}/thanks`)
}

/** SurveyJS sends one field with everything, the plain form one field for each question. */
function readAnswers(questionnaire: Questionnaire, fields: FormData): unknown {
  const answers = fields.get(ANSWERS_FIELD)
  return typeof answers === 'string'
    ? parseAnswers(answers)
    : answersFromForm(questionnaire, fields.entries())
}

/** What stood in the plain form, to be shown again. */
function typed(fields: FormData): Record<string, string | string[]> | undefined {
  if (fields.has(ANSWERS_FIELD)) return undefined
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name): [string, string | string[]] => {
      const values = fields.getAll(name).filter((value) => typeof value === 'string')
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}

export default function AnswerPage() {
  const page = useLoaderData<typeof loader>()
  const t = useMessages()
  const title = useRoundTitle()
  if (page.state !== 'open') {
    const { title: refusal, text } = t.ballot.refusal[page.state]
    return (
      <div className="stack measure">
        <PageHeader title={title(page)} />
        <Notice kind="info" title={refusal} answer>
          {text}
        </Notice>
        <p>
          <ButtonLink href="/">{t.ballot.page.toStart}</ButtonLink>
        </p>
        {/* Should the page of thanks not have come: whoever has answered needs no draft any more. */}
        {page.state === 'already-answered' && <Errand name="forget-sent-draft" />}
      </div>
    )
  }
  return (
    <>
      <div className="measure">
        <PageHeader
          title={t.ballot.page.title[page.kind](title(page))}
          lead={t.ballot.page.until(page.closesOn)}
        />
        <BallotNotice {...page} />
      </div>
      <div className="questionnaire">
        <Questions definition={page.definition} draftKey={page.draftKey} places={page.places} />
      </div>
    </>
  )
}

type QuestionsProps = { definition: Definition; draftKey: string; places: readonly string[] }

function Questions({ definition, draftKey, places }: QuestionsProps) {
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const errors = Object.fromEntries(
    (answer?.problems ?? []).map(({ key, error }) => [key, t.questionnaire.answerError[error]]),
  )
  const isRefused = Object.keys(errors).length > 0
  return (
    <>
      {isRefused && !answer?.submitted && <Notice kind="danger" title={t.ballot.page.notTaken} answer />}
      <Survey
        definition={definition}
        locale={locale}
        draftKey={draftKey}
        places={places}
        action=""
        labels={t.questionnaire.survey}
      >
        <Form
          errors={errors}
          submitted={answer?.submitted}
          refusal={isRefused ? t.ballot.page.notTaken : undefined}
        >
          <QuestionnaireFields questionnaire={readQuestionnaire(definition)} />
          <p>
            <Button look="primary">{t.questionnaire.survey.submit}</Button>
          </p>
        </Form>
      </Survey>
    </>
  )
}
