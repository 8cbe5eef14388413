// What can be done with a round, besides reading its remarks.

import { mostMinimum } from '#app/domain/disclosure.ts'
import { isPooled, type RoundKind, type RoundState } from '#app/domain/evaluation.ts'
import type { KeyHolder } from '#app/domain/trustee.ts'
import { Button, ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { DateField, NumberField, TextArea } from '#app/ui/field.tsx'
import { NewDays } from '#app/ui/round-opening.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type Answer = {
  errors?: FieldErrors | undefined
  submitted?: object | undefined
  refusal?: string | undefined
}

type RoundToEnd = {
  id: string
  kind: RoundKind
  state: RoundState
  keyHolder: KeyHolder
  minimum: number
  invited: number
  opensOn: string
  closesOn: string | null
}
type RoundActionsProps = {
  round: RoundToEnd
  manages: boolean
  /** Its day has come, and something stands in the way. */
  cannotBegin: boolean
  earliest: string
  answer: Answer & { step?: unknown }
}

/** What the coordination can do before the count. `earliest` is a day to which a round could be extended. */
export function RoundActions({ round, manages, cannotBegin, earliest, answer }: RoundActionsProps) {
  const { release } = useMessages().round
  const { id, kind, state, keyHolder } = round
  if (state === 'released') {
    return (
      <p>
        <ButtonLink look="primary" href={`/evaluations/${id}/results`}>
          {release.see}
        </ButtonLink>
      </p>
    )
  }
  if (!manages) return null
  const mayNeedTime = !isPooled(kind) && (state === 'open' || state === 'too-few')
  const mayBeStricter = state === 'open' && round.minimum < highestMinimum(round)
  const of = (step: string) =>
    answer.step === step ? { errors: answer.errors, submitted: answer.submitted } : {}
  return (
    <>
      {state === 'closed' && keyHolder === 'server' && <CountNow />}
      {(state === 'missed' || cannotBegin) && <NewDays round={round} answer={of('move')} />}
      {mayNeedTime && <ExtendRound earliest={earliest} answer={of('extend')} />}
      {mayBeStricter && <RaiseMinimum round={round} answer={of('raise-minimum')} />}
      <GiveUpLink roundId={id} state={state} />
    </>
  )
}

/** For a round that may need more time: a later last day. */
function ExtendRound({ earliest, answer }: { earliest: string; answer: Answer }) {
  const { actions } = useMessages().round
  return (
    <Section title={actions.extendTitle}>
      <Form hidden={{ step: 'extend' }} prefix="extend" {...answer}>
        <DateField
          name="closesOn"
          label={actions.extendTo}
          hint={actions.extendLead}
          min={earliest}
          defaultValue={earliest}
          required
        />
        <ButtonRow>
          <Button>{actions.extend}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Whoever asked for more than half of those invited would keep an opinion from being counted. */
const highestMinimum = ({ kind, invited }: RoundToEnd) => Math.min(mostMinimum(kind), Math.floor(invited / 2))

/** For a round that runs: anonymity can only become stricter. */
function RaiseMinimum({ round, answer }: { round: RoundToEnd; answer: Answer }) {
  const { actions } = useMessages().round
  return (
    <div className="section measure">
      <Disclosure summary={actions.raiseTitle} open={answer.errors !== undefined}>
        <Form hidden={{ step: 'raise-minimum' }} prefix="raise" {...answer}>
          <NumberField
            name="minimum"
            label={actions.raiseTo}
            hint={actions.raiseHint}
            min={round.minimum + 1}
            max={highestMinimum(round)}
            defaultValue={round.minimum + 1}
            required
          />
          <ButtonRow>
            <Button>{actions.raise}</Button>
          </ButtonRow>
        </Form>
      </Disclosure>
    </div>
  )
}

/** Counts at once what would be counted by itself within minutes. */
function CountNow() {
  const { actions } = useMessages().round
  return (
    <PostButton look="primary" hidden={{ step: 'count' }}>
      {actions.count}
    </PostButton>
  )
}

/** Where something unfinished is ended; what enough people have said cannot be. */
function GiveUpLink({ roundId, state }: { roundId: string; state: RoundState }) {
  const { actions } = useMessages().round
  if (!['planned', 'missed', 'waiting-for-more', 'too-few'].includes(state)) return null
  return (
    <p>
      <ButtonLink look="quiet" href={`/evaluations/${roundId}?ask=give-up`}>
        {actions.giveUp}
      </ButtonLink>
    </p>
  )
}

export function ConfirmGiveUp({ roundId, answer }: { roundId: string; answer: Answer }) {
  const { actions } = useMessages().round
  return (
    <Confirm
      consequence={actions.giveUpConsequence}
      confirm={actions.giveUp}
      back={{ href: `/evaluations/${roundId}` }}
      hidden={{ step: 'give-up' }}
      {...answer}
    >
      <TextArea
        name="reason"
        label={actions.giveUpReason}
        hint={actions.giveUpReasonHint}
        maxLength={300}
        rows={3}
        required
      />
    </Confirm>
  )
}

type ConfirmReleaseProps = { roundId: string; shown: number; hidden: number; answer: Answer }

export function ConfirmRelease({ roundId, shown, hidden, answer }: ConfirmReleaseProps) {
  const { release } = useMessages().round
  return (
    <Confirm
      consequence={release.consequence(shown, hidden)}
      confirm={release.go}
      back={{ href: `/evaluations/${roundId}` }}
      hidden={{ step: 'release' }}
      {...answer}
    />
  )
}

/** For people without a computer. How many forms there are is seen by everybody who may print some. */
export function OnPaper({ roundId, forms }: { roundId: string; forms: number }) {
  const { print } = useMessages().paperForm
  return (
    <Section title={print.section}>
      <p>{print.printed(forms)}</p>
      <ButtonRow>
        <ButtonLink href={`/evaluations/${roundId}/paper`}>{print.toPrint}</ButtonLink>
        <ButtonLink href={`/evaluations/${roundId}/paper-entry`}>{print.toEntry}</ButtonLink>
      </ButtonRow>
    </Section>
  )
}
