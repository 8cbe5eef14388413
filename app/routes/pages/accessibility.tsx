import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BARRIER_LENGTH, PAGE_LENGTH } from '#app/domain/barrier-report.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { id, optionalEmail, optionalText, parseForm, requiredText } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { ownPath } from '#app/http/origin.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/page.tsx'
import { ReadingPage } from '#app/ui/text-page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { reportBarrier } from '#db/barrier-reports.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.pages.accessibility.title)

const ENFORCEMENT_BODY = 'https://www.durchsetzungsstelle.sachsen.de/'

const BarrierForm = z.object({
  id: id(),
  barrier: requiredText(BARRIER_LENGTH),
  page: optionalText(PAGE_LENGTH),
  replyTo: optionalEmail(),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const { contactEmail } = await getSettings(context.db)
  const query = new URL(request.url).searchParams
  return {
    contactEmail,
    id: randomUUID(),
    page: ownPath(query.get('page'), PAGE_LENGTH) ?? '',
    sent: query.get('done') === 'report',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'barrier:report')
  const form = await parseForm(request, BarrierForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refused: false }, 400)
  const now = new Date()
  if (!(await mayKnock(context, 'barrier', now))) return data({ errors: {}, submitted, refused: true }, 429)
  await reportBarrier(context.db, form.value, now)
  return redirect('/accessibility?done=report#report')
}

export default function AccessibilityPage() {
  const { contactEmail, sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.barrierReport
  return (
    <ReadingPage text={t.pages.accessibility}>
      <Section title={words.title} id="report">
        {sent && !answer ? <Sent /> : <BarrierReportForm />}
      </Section>
      <Section title={words.enforcement}>
        <p>{words.enforcementText}</p>
        <p>
          <a href={ENFORCEMENT_BODY}>{words.enforcementBody}</a>
        </p>
      </Section>
      {contactEmail && (
        <Section title={t.pages.contact}>
          <p>
            <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
          </p>
        </Section>
      )}
    </ReadingPage>
  )
}

function Sent() {
  const words = useMessages().barrierReport
  return (
    <div className="stack">
      <Notice kind="success" title={words.sent} answer>
        <p>{words.sentText}</p>
      </Notice>
      <ButtonRow>
        <ButtonLink href="/accessibility#report">{words.another}</ButtonLink>
      </ButtonRow>
    </div>
  )
}

function BarrierReportForm() {
  const { id: newId, page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.barrierReport
  return (
    <div className="stack">
      <p>{words.lead}</p>
      <Form
        id={newId}
        values={{ page }}
        errors={answer?.errors}
        submitted={answer?.submitted}
        refusal={answer?.refused ? t.signIn.tooManyLinks : undefined}
      >
        <TextArea
          name="barrier"
          label={words.barrier}
          hint={words.barrierHint}
          maxLength={BARRIER_LENGTH}
          required
        />
        <TextField name="page" label={words.page} hint={words.pageHint} maxLength={PAGE_LENGTH} />
        <TextField
          name="replyTo"
          label={words.replyTo}
          hint={words.replyToHint}
          type="email"
          autoComplete="email"
          maxLength={254}
        />
        <p>{words.privacy}</p>
        <ButtonRow>
          <Button look="primary">{words.send}</Button>
        </ButtonRow>
      </Form>
    </div>
  )
}
