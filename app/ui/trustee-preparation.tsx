// What a trustee does before a round opens: passphrase, recovery sheet, rehearsal.

import { TRUSTEE_STEPS, type TrusteePart, type TrusteeStep } from '#app/domain/trustee.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { Steps } from '#app/ui/steps.tsx'

export type TrusteeAnswer = { step: string; errors: FieldErrors; code: string | undefined }

type TrusteePreparationProps = {
  round: { opensOn: string; closesOn: string | null }
  isMine: boolean
  step: TrusteeStep
  answer: TrusteeAnswer
}

const PLACES: Record<TrusteeStep, number> = {
  passphrase: 0,
  sheet: 1,
  'wait-for-other': 2,
  rehearsal: 2,
  ready: TRUSTEE_STEPS.length,
}

export function TrusteePreparation({ round, isMine, step, answer }: TrusteePreparationProps) {
  const { mine } = useMessages().trustee
  const last = round.closesOn ?? round.opensOn
  if (!isMine) return <p>{mine.waitForEnd(last)}</p>
  return (
    <>
      <Steps steps={mine.stepNames.map((label) => ({ label }))} current={PLACES[step]} />
      {step === 'passphrase' && <NewPassphrase answer={answer} title={mine.passphraseTitle} />}
      {step === 'sheet' && <ConfirmSheet answer={answer} />}
      {step === 'wait-for-other' && (
        <Notice kind="info" title={mine.waitTitle}>
          {mine.wait}
        </Notice>
      )}
      {step === 'rehearsal' && (
        <Section title={mine.rehearsalTitle}>
          <p>{mine.rehearsalLead}</p>
          <EnterPassphrase step="rehearsal" button={mine.rehearse} answer={answer} primary />
        </Section>
      )}
      {step === 'ready' && (
        <Notice kind="success" title={mine.readyTitle}>
          {mine.ready(last)}
        </Notice>
      )}
      {step !== 'passphrase' && (
        <>
          <RenewSheet answer={answer} />
          <Disclosure summary={mine.setAgainTitle} open={answer.step === 'passphrase'}>
            <p>{mine.setAgainLead}</p>
            <NewPassphrase answer={answer} />
          </Disclosure>
        </>
      )}
    </>
  )
}

/** As the answer to this very form, or with nothing in it. */
function errorsFor(answer: TrusteeAnswer, step: string): FieldErrors {
  return answer.step === step ? answer.errors : {}
}

function NewPassphrase({ answer, title }: { answer: TrusteeAnswer; title?: string }) {
  const { mine, problem } = useMessages().trustee
  const shared = { type: 'password', autoComplete: 'new-password', required: true } as const
  const form = (
    <Form
      hidden={{ step: 'passphrase' }}
      prefix="new"
      errors={errorsFor(answer, 'passphrase')}
      sentences={problem}
    >
      <TextField name="passphrase" label={mine.passphrase} hint={mine.passphraseHint} {...shared} />
      <TextField name="again" label={mine.again} {...shared} />
      <ButtonRow>
        <Button look={title ? 'primary' : 'secondary'}>{mine.set}</Button>
      </ButtonRow>
    </Form>
  )
  if (!title) return form
  return (
    <Section title={title}>
      <p>{mine.passphraseLead}</p>
      {form}
    </Section>
  )
}

type EnterPassphraseProps = { step: string; button: string; answer: TrusteeAnswer; primary?: boolean }

export function EnterPassphrase({ step, button, answer, primary }: EnterPassphraseProps) {
  const { mine } = useMessages().trustee
  return (
    <Form hidden={{ step }} prefix={step} errors={errorsFor(answer, step)}>
      <TextField name="passphrase" type="password" label={mine.passphrase} autoComplete="off" required />
      <ButtonRow>
        <Button look={primary ? 'primary' : 'secondary'}>{button}</Button>
      </ButtonRow>
    </Form>
  )
}

export function EnterCode({ step, button, answer, primary }: EnterPassphraseProps) {
  const { mine, problem } = useMessages().trustee
  return (
    <Form
      hidden={{ step }}
      prefix={step}
      errors={errorsFor(answer, step)}
      sentences={problem}
      submitted={{ code: answer.code }}
    >
      <TextField name="code" label={mine.code} hint={mine.codeHint} autoComplete="off" required />
      <ButtonRow>
        <Button look={primary ? 'primary' : 'secondary'}>{button}</Button>
      </ButtonRow>
    </Form>
  )
}

function ConfirmSheet({ answer }: { answer: TrusteeAnswer }) {
  const { mine } = useMessages().trustee
  return (
    <Section title={mine.sheetTitle}>
      <p>{mine.sheetLead}</p>
      <EnterCode step="sheet" button={mine.confirm} answer={answer} primary />
    </Section>
  )
}

export function RenewSheet({ answer }: { answer: TrusteeAnswer }) {
  const { mine } = useMessages().trustee
  return (
    <Disclosure summary={mine.renewTitle} open={answer.step === 'renew'}>
      <p>{mine.renewLead}</p>
      <EnterPassphrase step="renew" button={mine.renew} answer={answer} />
    </Disclosure>
  )
}

type RecoverySheetProps = {
  /** `address`: where the code is typed in, whole, for it stands on paper. */
  sheet: { code: string; madeAt: Date; address: string }
  roundId: string
  round: string
  part: TrusteePart
  name: string
}

/** The page that is printed, once. What is on it is stored nowhere. */
export function RecoverySheet({ sheet: made, roundId, round, part, name }: RecoverySheetProps) {
  const { sheet, part: parts } = useMessages().trustee
  const locale = useLocale()
  return (
    <div className="measure stack recovery-sheet">
      <PageHeader title={sheet.title} lead={sheet.purpose} />
      <div className="screen-only">
        <Notice kind="warning" title={sheet.once} answer />
      </div>
      <DescriptionList
        facts={[
          { term: sheet.round, value: round },
          { term: sheet.part, value: parts[part] },
          { term: sheet.person, value: name },
          { term: sheet.made, value: formatDateTime(made.madeAt, locale) },
          { term: sheet.page, value: <span className="break">{made.address}</span> },
        ]}
      />
      <p className="recovery-sheet__code">
        <span className="muted">{sheet.code}</span> <code>{made.code}</code>
      </p>
      <p>{sheet.after}</p>
      <ButtonRow>
        <ButtonLink look="primary" href={`/evaluations/${roundId}/trustees/${part}`}>
          {sheet.next}
        </ButtonLink>
      </ButtonRow>
    </div>
  )
}
