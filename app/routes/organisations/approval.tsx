import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { APPROVAL_KINDS, MOST_LIMIT_DAYS, SILENCES } from '#app/domain/approval.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { ApprovalRuleForm, approvalRuleFrom } from '#app/http/approval-rule-form.ts'
import { parseForm } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { NumberField, TextField } from '#app/ui/field.tsx'
import { Form, MayStayEmpty } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getApprovalRule, setApprovalRule } from '#db/approval-rules.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.approval.rule.title)

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const organisationId = idFrom(params.organisationId)
  permit(actor, 'approval:set', { organisationId })
  const { approver, deputy, organisation, ...terms } = found(await getApprovalRule(db, organisationId))
  return {
    organisation,
    rule: {
      ...terms,
      approverName: approver?.name ?? null,
      approverEmail: approver?.email ?? null,
      deputyName: deputy?.name ?? null,
      deputyEmail: deputy?.email ?? null,
    },
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const organisationId = idFrom(params.organisationId)
  permit(actor, 'approval:set', { organisationId })
  found(await getApprovalRule(db, organisationId))
  const form = await parseForm(request, ApprovalRuleForm)
  const { submitted } = form
  const filled = form.ok ? approvalRuleFrom(form.value) : form
  if (!filled.ok) return data({ errors: filled.errors, submitted, refusal: null }, 400)
  const result = await setApprovalRule(db, actor.id, organisationId, filled.rule, new Date())
  if (result.ok) return redirect(`/organisations/${organisationId}?done=rule&asked=${result.open}`)
  const isOpen = result.refusal === 'requests-open'
  const errors = isOpen ? { approverName: result.refusal } : {}
  return data({ errors, submitted, refusal: isOpen ? null : result.refusal }, 409)
}

export default function ApprovalRulePage() {
  const { organisation, rule } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.approval.rule
  const back = `/organisations/${rule.organisationId}`
  return (
    <div className="measure">
      <PageHeader
        title={words.title}
        lead={words.lead(organisation)}
        breadcrumbs={[{ href: back, label: organisation }]}
      />
      <Form
        values={rule}
        errors={answer?.errors}
        sentences={words.refusal}
        submitted={answer?.submitted}
        refusal={answer?.refusal ? words.refusal[answer.refusal] : undefined}
        hidden={{ version: String(rule.version) }}
      >
        {ruleFields(t)}
        <p>{words.privacy}</p>
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
          <ButtonLink href={back}>{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  )
}

/** Elements and no component, so that the form above finds their labels. */
function ruleFields(t: Messages) {
  const { kind, kindHint, silence, rule } = t.approval
  return (
    <>
      <RadioGroup
        name="kind"
        label={rule.kind}
        required
        options={APPROVAL_KINDS.map((value) => ({ value, label: kind[value], hint: kindHint[value] }))}
      />
      <FieldGroup label={rule.approverGroup} hint={rule.approverHint}>
        <MayStayEmpty>
          <TextField name="approverName" label={rule.name} maxLength={100} autoComplete="off" />
          <TextField
            name="approverEmail"
            label={rule.email}
            type="email"
            maxLength={254}
            autoComplete="off"
          />
        </MayStayEmpty>
      </FieldGroup>
      <FieldGroup label={rule.deputyGroup} hint={rule.deputyHint}>
        <MayStayEmpty>
          <TextField name="deputyName" label={rule.name} maxLength={100} autoComplete="off" />
          <TextField name="deputyEmail" label={rule.email} type="email" maxLength={254} autoComplete="off" />
        </MayStayEmpty>
      </FieldGroup>
      <NumberField
        name="remindAfterDays"
        label={rule.remindAfterDays}
        unit={rule.workingDays}
        required
        min={1}
        max={MOST_LIMIT_DAYS}
      />
      <NumberField
        name="limitDays"
        label={rule.limitDays}
        hint={rule.daysHint}
        unit={rule.workingDays}
        required
        min={1}
        max={MOST_LIMIT_DAYS}
      />
      <RadioGroup
        name="silence"
        label={rule.silence}
        required
        options={SILENCES.map((value) => ({ value, label: silence[value] }))}
      />
    </>
  )
}
