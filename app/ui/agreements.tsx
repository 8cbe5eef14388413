import { AGREEMENT_STATES, type AgreementKind, type AgreementState } from '#app/domain/organisation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField } from '#app/ui/field.tsx'
import { Form, MayStayEmpty } from '#app/ui/form.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import type { NoticeKind } from '#app/ui/notice.tsx'
import type { FormResult } from '#app/ui/phases.tsx'

type Agreement = { kind: AgreementKind; state: AgreementState; signedOn: string | null }

const LOOK: Record<AgreementState, NoticeKind | 'plain'> = {
  open: 'plain',
  'in-progress': 'info',
  signed: 'success',
  'not-needed': 'plain',
}

/** How far each agreement with an organisation is, and a form to say so. */
export function Agreements(props: { agreements: readonly Agreement[]; result: FormResult }) {
  const t = useMessages()
  return (
    <CardList label={t.organisation.agreements.title}>
      {props.agreements.map((agreement) => (
        <Card
          key={agreement.kind}
          title={t.organisation.agreement[agreement.kind]}
          badge={<StateBadge agreement={agreement} />}
        >
          <AgreementForm agreement={agreement} result={props.result} />
        </Card>
      ))}
    </CardList>
  )
}

function StateBadge({ agreement: { state, signedOn } }: { agreement: Agreement }) {
  const t = useMessages()
  const said = signedOn ? t.organisation.agreements.signed(signedOn) : t.organisation.agreementState[state]
  return <Badge kind={LOOK[state]}>{said}</Badge>
}

function AgreementForm({ agreement, result }: { agreement: Agreement; result: FormResult }) {
  const t = useMessages()
  const { kind } = agreement
  const isMine = result?.intent === 'agreement' && result.submitted.kind === kind
  const answer = isMine ? result : undefined
  return (
    <Disclosure summary={t.organisation.agreements.change} open={isMine}>
      <Form
        prefix={kind}
        hidden={{ intent: 'agreement', kind }}
        values={agreement}
        errors={answer?.errors}
        sentences={t.organisation.refusal}
        submitted={answer?.submitted}
      >
        <RadioGroup
          name="state"
          label={t.organisation.agreements.state}
          required
          options={AGREEMENT_STATES.map((state) => ({
            value: state,
            label: t.organisation.agreementState[state],
          }))}
        />
        <MayStayEmpty>
          <DateField
            name="signedOn"
            label={t.organisation.agreements.signedOn}
            hint={t.organisation.agreements.signedOnHint}
          />
        </MayStayEmpty>
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}
