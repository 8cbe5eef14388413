import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { REJECT_REASONS } from '#app/domain/approval.ts'
import { displayName } from '#app/domain/person.ts'
import { APPROVER_LINKS } from '#app/domain/mail-link.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { listNextDates } from '#app/http/decision.server.ts'
import { oneOf, parseForm } from '#app/http/form.ts'
import { forgiveKnock, mayKnock } from '#app/http/limits.server.ts'
import { found, tooManyRequests } from '#app/http/responses.ts'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EnrolWarnings } from '#app/ui/enrol-form.tsx'
import { Form } from '#app/ui/form.tsx'
import { LinkedFacts, LinkEnded } from '#app/ui/link-page.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Moment } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { decideByLink, getRequest, type ApprovalRequest } from '#db/approvals.ts'
import type { Db } from '#db/client.server.ts'
import { listPlaceWarnings } from '#db/enrolment-facts.ts'
import { getMailLink } from '#db/mail-links.ts'

const VERDICTS = ['approved', 'rejected'] as const
const DecisionForm = z.object({
  verdict: oneOf(VERDICTS),
  reason: oneOf(REJECT_REASONS).optional(),
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.approval.link.title)

/** Opening the link decides nothing: mail scanners open every link. What is over shows no names any more. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const link = await getMailLink(context.db, params.token ?? '', APPROVER_LINKS)
  if (!link) {
    if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
    return data({ asked: null, ended: 'link-gone' as const, decision: null, isDone: false }, 410)
  }
  const asked = found(await getRequest(context.db, link, now))
  if (!asked.refusal) {
    const view = await viewOf(context.db, asked, now)
    return data({ asked: view, ended: null, decision: null, isDone: false })
  }
  const { decision, decidedAs } = asked.approval
  const isDone = link.usedAt !== null
  return data(
    {
      asked: null,
      ended: asked.refusal,
      decision: decision && decidedAs ? { verdict: decision, decidedAs } : null,
      isDone,
    },
    isDone ? 200 : 410,
  )
}

async function viewOf(
  db: Db,
  { workshop, organisation, seats, approval, personId, organisationId, ...person }: ApprovalRequest,
  now: Date,
) {
  const { id, courseId, titleDe, titleEn, meetings, place, onlineUrl } = workshop
  const warnings = await listPlaceWarnings(db, workshop, [{ id: personId, organisationId }])
  const { thinDay, blocked } = warnings.get(personId) ?? {}
  return {
    // What the organisation has to weigh; other dates of the person are none of its approver's business.
    warnings: { clash: undefined, thinDay, blocked },
    parallel: thinDay && (await listNextDates(db, workshop, now))[0],
    ...{ organisation, seats, participant: displayName(person) },
    ...{ until: approval.decideUntil, silence: approval.silence },
    workshop: { id, courseId, titleDe, titleEn, meetings, place, hasOnline: onlineUrl !== null },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const token = params.token ?? ''
  if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
  const form = await parseForm(request, DecisionForm)
  if (!form.ok) return data({ errors: form.errors }, 400)
  const { verdict, reason = null } = form.value
  if (verdict === 'rejected' && !reason) return data({ errors: { reason: 'required' } }, 400)
  const answer = { verdict, reason: verdict === 'rejected' ? reason : null }
  const result = await decideByLink(context.db, token, answer, now)
  if (!result.ok) return data({ errors: {} }, result.refusal === 'link-gone' ? 410 : 409)
  await forgiveKnock(context, 'token')
  return redirect(`/approvals/${token}`)
}

export default function ApprovalPage() {
  const { asked, ended, decision, isDone } = useLoaderData<typeof loader>()
  const { link } = useMessages().approval
  if (asked) return <Asked />
  if (isDone && decision) return <Done verdict={decision.verdict} />
  const { title, text } = link.ended[ended ?? 'link-gone']
  const said = decision ? `${link.decidedAs(decision.verdict, decision.decidedAs)} ${text}` : text
  return <LinkEnded title={title} text={said} ways={[{ href: '/workshops', label: link.otherDates }]} />
}

function Asked() {
  const { asked } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const t = useMessages()
  const { link, rejectReason } = t.approval
  if (!asked) return null
  return (
    <div className="measure stack">
      <PageHeader title={link.title} lead={link.lead(asked.participant, asked.organisation)} />
      <LinkedFacts
        workshop={asked.workshop}
        more={[
          { term: link.seatsTerm, value: link.seats(asked.seats) },
          { term: link.until, value: <Moment value={asked.until} /> },
        ]}
      />
      <p>{link.silence(asked.silence)}</p>
      <EnrolWarnings warnings={asked.warnings} parallel={asked.parallel} free={link.free} />
      <ButtonRow>
        <PostButton look="primary" hidden={{ verdict: 'approved' }}>
          {link.approve}
        </PostButton>
      </ButtonRow>
      <Disclosure summary={link.rejectTitle} open={errors !== undefined}>
        <Form errors={errors} hidden={{ verdict: 'rejected' }}>
          <p>{link.rejectLead}</p>
          <RadioGroup
            name="reason"
            label={link.reason}
            required
            options={REJECT_REASONS.map((value) => ({ value, label: rejectReason[value] }))}
          />
          <ButtonRow>
            <Button look="danger">{link.reject}</Button>
          </ButtonRow>
        </Form>
      </Disclosure>
    </div>
  )
}

function Done({ verdict }: { verdict: (typeof VERDICTS)[number] }) {
  const { link } = useMessages().approval
  const { title, text } = link.done[verdict]
  return (
    <div className="measure stack">
      <PageHeader title={link.title} />
      <Notice kind="success" title={title} answer>
        {text}
      </Notice>
    </div>
  )
}
