// A stage of the procedure: who is in it, what it aims at, what the committee decided; and the forms to enter that.

import { ATTAINMENT_SIGNS, TARGET_MEASURES } from '#app/domain/indicator.ts'
import { measuredFor, STAGE_AIMS, STAGE_VERDICTS, type ReportStage } from '#app/domain/stage.ts'
import { formatNumber, formatSetPercent } from '#app/i18n/format.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import type { FormResult } from '#app/ui/phases.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'

type Member = {
  id: string
  name: string
  fromDate: string
  untilDate: string | null
  successor: string | null
}

/** What the forms of the page have in common: each finds the answer that is about itself. */
function useAnswer(result: FormResult, intent: string) {
  const sentences: Record<string, string> = useMessages().stage.refusal
  const mine = result?.intent === intent ? result : undefined
  return {
    isOpen: mine !== undefined,
    form: {
      prefix: intent,
      errors: mine?.errors,
      submitted: mine?.submitted,
      refusal: mine?.refusal ? sentences[mine.refusal] : undefined,
    },
  }
}

export function StageMembers({ members }: { members: readonly Member[] }) {
  const words = useMessages().stage
  return (
    <DataTable
      caption={words.members}
      rows={members}
      rowKey={({ id }) => id}
      empty={<Empty>{words.noMembers}</Empty>}
      columns={[
        {
          key: 'name',
          header: words.leaveWhich,
          rowHeader: true,
          cell: ({ name, successor }) => (successor ? `${name} (${words.nowPartOf(successor)})` : name),
        },
        { key: 'from', header: words.memberSince, cell: ({ fromDate }) => <Day value={fromDate} /> },
        {
          key: 'until',
          header: words.memberUntil,
          cell: ({ untilDate }) => (untilDate ? <Day value={untilDate} /> : '–'),
        },
      ]}
    />
  )
}

type Choice = { value: string; label: string }
type MembersProps = { members: readonly Member[]; others: readonly Choice[]; result: FormResult }

export function MemberForms({ members, others, result }: MembersProps) {
  const words = useMessages().stage
  const join = useAnswer(result, 'join')
  const leave = useAnswer(result, 'leave')
  const takeBack = useAnswer(result, 'take-back-member')
  const running = members.filter(({ untilDate }) => untilDate === null)
  const choices = (list: readonly Member[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Allowed to="stage:edit">
      <Disclosure summary={words.join} open={join.isOpen}>
        <Form hidden={{ intent: 'join' }} {...join.form}>
          <CheckboxGroup name="organisations" label={words.municipalities} options={[...others]} required />
          <DateField name="fromDate" label={words.joinDay} required />
          <Button look="primary">{words.join}</Button>
        </Form>
      </Disclosure>
      {running.length > 0 && (
        <Disclosure summary={words.leave} open={leave.isOpen}>
          <Form hidden={{ intent: 'leave' }} {...leave.form}>
            <SelectField name="memberId" label={words.leaveWhich} options={choices(running)} required />
            <DateField name="untilDate" label={words.leaveDay} required />
            <Button look="primary">{words.leave}</Button>
          </Form>
        </Disclosure>
      )}
      {members.length > 0 && (
        <Disclosure summary={words.takeBackMember} open={takeBack.isOpen}>
          <p>{words.takeBackMemberLead}</p>
          <Form hidden={{ intent: 'take-back-member' }} {...takeBack.form}>
            <SelectField name="memberId" label={words.leaveWhich} options={choices(members)} required />
            <TextArea name="reason" label={words.reason} maxLength={500} required />
            <Button look="primary">{words.takeBackMember}</Button>
          </Form>
        </Disclosure>
      )}
    </Allowed>
  )
}

/** For the committee: go, no-go, or that the last entry was wrong. */
export function DecisionForm({ newId, result }: { newId: string; result: FormResult }) {
  const t = useMessages()
  const words = t.stage
  const { isOpen, form } = useAnswer(result, 'decide')
  return (
    <Allowed to="stage:decide">
      <Disclosure summary={words.decide} open={isOpen}>
        <p>{words.decideLead}</p>
        <Form id={newId} hidden={{ intent: 'decide' }} {...form}>
          <RadioGroup
            name="verdict"
            label={words.verdictLabel}
            options={STAGE_VERDICTS.map((verdict) => ({ value: verdict, label: words.choice[verdict] }))}
            required
          />
          <TextField
            name="resolution"
            label={t.indicator.resolution}
            hint={words.resolutionHint}
            maxLength={200}
          />
          <DateField name="decidedOn" label={t.indicator.decidedOn} />
          <TextArea name="reason" label={words.reason} hint={words.reasonHint} maxLength={500} />
          <Button look="primary">{words.enterDecision}</Button>
        </Form>
      </Disclosure>
    </Allowed>
  )
}

type TargetsProps = { stage: ReportStage; newId: string; result: FormResult }

/** What is counted of the stage, with its targets; and the forms to propose, resolve and put right. */
export function TargetForms({ stage, newId, result }: TargetsProps) {
  const t = useMessages()
  const words = t.stage
  return (
    <>
      <StageTargets stage={stage} />
      <Allowed to="target:resolve">
        <AimForm intent="resolve" summary={words.resolveTarget} newId={newId} result={result} />
        {stage.targets.length > 0 && (
          <AimForm intent="take-back" summary={words.takeBackTarget} newId={newId} result={result} />
        )}
      </Allowed>
      <Allowed to="target:propose">
        <AimForm intent="propose" summary={words.proposeTarget} newId={newId} result={result} />
      </Allowed>
    </>
  )
}

function StageTargets({ stage }: { stage: ReportStage }) {
  const t = useMessages()
  const locale = useLocale()
  const words = t.stage
  const rows = STAGE_AIMS.map((aim) => ({
    aim,
    target: stage.targets.find((one) => one.aim === aim),
    measured: measuredFor(stage, aim),
  }))
  return (
    <DataTable
      caption={words.targets}
      rows={rows}
      rowKey={({ aim }) => aim}
      columns={[
        { key: 'aim', header: words.which, rowHeader: true, cell: ({ aim }) => words.aim[aim] },
        {
          key: 'now',
          header: words.state,
          cell: ({ measured }) =>
            measured.kind === 'measured'
              ? words.counted(measured.numerator, measured.denominator)
              : t.indicator.attainment['no-data'],
        },
        {
          key: 'least',
          header: words.value,
          cell: ({ target }) =>
            target?.value === undefined || target.value === null
              ? '–'
              : target.measure === 'percent'
                ? formatSetPercent(target.value, locale)
                : formatNumber(target.value, locale),
        },
        {
          key: 'rating',
          header: words.rating,
          cell: ({ target }) =>
            target?.state === 'resolved'
              ? `${ATTAINMENT_SIGNS[target.attainment]} ${t.indicator.attainment[target.attainment]}`
              : t.indicator.state[target?.state ?? 'open'],
        },
      ]}
    />
  )
}

type AimProps = {
  intent: 'propose' | 'resolve' | 'take-back'
  summary: string
  newId: string
  result: FormResult
}

function AimForm({ intent, summary, newId, result }: AimProps) {
  const t = useMessages()
  const words = t.stage
  const { isOpen, form } = useAnswer(result, intent)
  const isBack = intent === 'take-back'
  return (
    <Disclosure summary={summary} open={isOpen}>
      <Form id={newId} hidden={{ intent }} {...form}>
        <RadioGroup
          name="aim"
          label={words.which}
          options={STAGE_AIMS.map((aim) => ({ value: aim, label: words.aim[aim] }))}
          required
        />
        {isBack && <TextArea name="reason" label={words.reason} maxLength={500} required />}
        {!isBack && (
          <RadioGroup
            name="measure"
            label={words.unit}
            options={TARGET_MEASURES.map((measure) => ({ value: measure, label: words.units[measure] }))}
            required
          />
        )}
        {!isBack && <NumberField name="value" label={words.value} min={0} max={1000} step="any" required />}
        {intent === 'resolve' && (
          <TextField
            name="resolution"
            label={t.indicator.resolution}
            hint={t.indicator.resolutionHint}
            maxLength={200}
            required
          />
        )}
        {intent === 'resolve' && <DateField name="decidedOn" label={t.indicator.decidedOn} required />}
        <Button look="primary">{isBack ? words.takeBack : summary}</Button>
      </Form>
    </Disclosure>
  )
}
