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
import { LONGEST_REASON } from '#app/domain/blocked-period.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { day, id, line, optionalDay, parseForm } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import type { Messages } from '#app/i18n/index.ts'
import { BlockedPeriods } from '#app/ui/blocked-periods.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { DateField, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getApprovalRule } from '#db/approval-rules.ts'
import { blockPeriod, freePeriod, listBlockedPeriods } from '#db/blocked-periods.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.blockedPeriod.title)

const DONE = ['blocked', 'freed'] as const

const BlockForm = z.object({
  id: id(),
  fromDate: day(),
  untilDate: optionalDay(),
  reason: line(LONGEST_REASON),
})

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const organisationId = idFrom(params.organisationId)
  permit(actor, 'blocked-period:edit', { organisationId })
  const { organisation } = found(await getApprovalRule(db, organisationId))
  const today = dayOf(new Date())
  return {
    ...{ organisationId, organisation, today },
    periods: await listBlockedPeriods(db, organisationId, today),
    freshId: randomUUID(),
    done: choiceFrom(new URL(request.url).searchParams, 'done', DONE) ?? null,
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const organisationId = idFrom(params.organisationId)
  permit(actor, 'blocked-period:edit', { organisationId })
  found(await getApprovalRule(db, organisationId))
  const here = `/organisations/${organisationId}/blocked-periods`
  const freed = idIn((await request.clone().formData()).get('free'))
  if (freed) {
    await freePeriod(db, actor.id, { id: freed, organisationId }, new Date())
    return redirect(`${here}?done=freed`)
  }
  const form = await parseForm(request, BlockForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted }, 400)
  const { untilDate, ...fields } = form.value
  const period = { ...fields, organisationId, untilDate: untilDate ?? fields.fromDate }
  const result = await blockPeriod(db, actor.id, period, new Date())
  if (result.ok) return redirect(`${here}?done=blocked`)
  const field = result.refusal === 'ends-before-start' ? 'untilDate' : 'fromDate'
  return data({ errors: { [field]: result.refusal }, submitted: form.submitted }, 409)
}

/** The id of the entry whose button was pressed; undefined where none was. */
function idIn(value: unknown): string | undefined {
  return id().safeParse(value).data
}

export default function BlockedPeriodsPage() {
  const { organisationId, organisation, periods, freshId, done, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.blockedPeriod
  return (
    <div className="measure stack">
      <PageHeader
        title={words.title}
        lead={words.lead(organisation)}
        breadcrumbs={[{ href: `/organisations/${organisationId}`, label: organisation }]}
      />
      {done && !answer && <Notice kind="success" title={words[done]} answer />}
      <p>{words.explained}</p>
      <Section title={words.coming}>
        <BlockedPeriods organisation={organisation} periods={periods} mayFree />
      </Section>
      <Section title={words.add}>
        <Form id={freshId} errors={answer?.errors} sentences={words.refusal} submitted={answer?.submitted}>
          {periodFields(t, page.today)}
          <ButtonRow>
            <Button look="primary">{words.block}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  )
}

/** Elements and no component, so that the form above finds their labels. */
function periodFields({ blockedPeriod: words }: Messages, today: string) {
  return (
    <>
      <DateField name="fromDate" label={words.fromDate} required min={today} />
      <DateField name="untilDate" label={words.untilDate} hint={words.untilDateHint} min={today} />
      <TextField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        maxLength={LONGEST_REASON}
        autoComplete="off"
        required
      />
    </>
  )
}
