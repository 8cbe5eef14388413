// A round that has not begun although its day has come: why, and what can be done.

import { Button, ButtonRow } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/page.tsx'

type Why =
  | { refusal: 'too-few-people' | 'trustees-not-ready' }
  | { refusal: 'audiences-overlap'; others: readonly string[] }

export function NotOpened({ why }: { why: Why }) {
  const { title, because } = useMessages().round.notOpened
  return (
    <Notice kind="warning" title={title}>
      <p>
        {why.refusal === 'audiences-overlap'
          ? because['audiences-overlap'](why.others)
          : because[why.refusal]}
      </p>
    </Notice>
  )
}

type NewDaysProps = {
  round: { opensOn: string; closesOn: string | null }
  answer: { errors?: FieldErrors | undefined; submitted?: object | undefined }
}

/** Other days for a round that has asked nobody. */
export function NewDays({ round, answer }: NewDaysProps) {
  const { add, reschedule } = useMessages().round
  return (
    <Section title={reschedule.title}>
      <p className="measure">{reschedule.lead}</p>
      <Form hidden={{ step: 'move' }} prefix="move" sentences={add.problem} values={round} {...answer}>
        <div className="field-row">
          <DateField name="opensOn" label={add.opensOn} required />
          <DateField name="closesOn" label={add.closesOn} hint={add.closesOnHint} required />
        </div>
        <ButtonRow>
          <Button>{reschedule.save}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
