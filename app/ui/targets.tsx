import {
  INDICATOR_KEYS,
  measureOf,
  PHASE_KEYS,
  type IndicatorKey,
  type PhaseKey,
  type TargetMeasure,
  type TargetState,
} from '#app/domain/indicator.ts'
import { formatSetPercent } from '#app/i18n/format.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import type { FormResult } from '#app/ui/phases.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day, Moment } from '#app/ui/time.tsx'

type StoredTarget = {
  id: string
  indicator: IndicatorKey
  phaseKey: PhaseKey
  measure: TargetMeasure
  state: TargetState
  value: number | null
  resolution: string | null
  decidedOn: string | null
  createdAt: Date
  /** Why an entry was taken back; null for every other. */
  reason: string | null
}

const PAIRS = INDICATOR_KEYS.flatMap((indicator) => PHASE_KEYS.map((phaseKey) => ({ indicator, phaseKey })))

/** "mindestens 18 Kommunen", or that there is none yet. */
export function TargetWords({
  target,
}: {
  target: Pick<StoredTarget, 'indicator' | 'measure' | 'value'> | undefined
}) {
  const t = useMessages()
  const locale = useLocale()
  if (!target || target.value === null) return <>{t.indicator.targetOpen}</>
  if (target.measure === 'count') return <>{t.indicator.atLeastCount(target.value)}</>
  return <>{t.indicator.atLeastPercent(formatSetPercent(target.value, locale), target.indicator)}</>
}

function StateBadge({ state }: { state: TargetState }) {
  const t = useMessages()
  return (
    <Badge kind={state === 'resolved' ? 'success' : state === 'proposed' ? 'info' : 'plain'}>
      {t.indicator.state[state]}
    </Badge>
  )
}

/** What holds for each indicator in each phase; all six lines stand there, the open ones too. */
export function TargetTable({ targets }: { targets: readonly StoredTarget[] }) {
  const t = useMessages()
  const rows = PAIRS.map((pair) => ({
    ...pair,
    target: targets.find(
      ({ indicator, phaseKey }) => indicator === pair.indicator && phaseKey === pair.phaseKey,
    ),
  }))
  return (
    <DataTable
      caption={t.indicator.targetTable}
      rows={rows}
      rowKey={({ indicator, phaseKey }) => `${indicator}.${phaseKey}`}
      columns={[
        {
          key: 'which',
          header: t.indicator.which,
          rowHeader: true,
          cell: ({ indicator, phaseKey }) => `${t.indicator.name[indicator]}, ${t.indicator.phase[phaseKey]}`,
        },
        { key: 'value', header: t.indicator.value, cell: ({ target }) => <TargetWords target={target} /> },
        {
          key: 'state',
          header: t.indicator.stateColumn,
          cell: ({ target }) => <StateBadge state={target?.state ?? 'open'} />,
        },
        {
          key: 'resolution',
          header: t.indicator.resolution,
          cell: ({ target }) => target?.resolution ?? '–',
        },
      ]}
    />
  )
}

/** Everything that was ever proposed or resolved: a target changes openly. */
export function TargetHistory({ targets }: { targets: readonly StoredTarget[] }) {
  const t = useMessages()
  return (
    <DataTable
      caption={t.indicator.history}
      rows={targets}
      rowKey={({ id }) => id}
      empty={<Empty>{t.indicator.noHistory}</Empty>}
      columns={[
        {
          key: 'which',
          header: t.indicator.which,
          rowHeader: true,
          cell: ({ indicator, phaseKey }) => `${t.indicator.name[indicator]}, ${t.indicator.phase[phaseKey]}`,
        },
        {
          key: 'value',
          header: t.indicator.value,
          cell: (target) =>
            target.reason === null ? <TargetWords target={target} /> : t.ruling.takenBack(target.reason),
        },
        { key: 'state', header: t.indicator.stateColumn, cell: ({ state }) => t.indicator.state[state] },
        {
          key: 'resolution',
          header: t.indicator.resolution,
          cell: ({ resolution, decidedOn }) =>
            resolution && decidedOn ? (
              <>
                {resolution} (<Day value={decidedOn} />)
              </>
            ) : (
              '–'
            ),
        },
        {
          key: 'recordedOn',
          header: t.indicator.recordedOn,
          cell: ({ createdAt }) => <Moment value={createdAt} />,
        },
      ]}
    />
  )
}

/** To propose, and for the committee to enter what it has resolved. */
export function TargetForms({
  newIds,
  targets,
  result,
}: {
  newIds: Record<Intent, string>
  targets: readonly StoredTarget[]
  result: FormResult
}) {
  const t = useMessages()
  const entered = PAIRS.filter(({ indicator, phaseKey }) =>
    targets.some((one) => one.indicator === indicator && one.phaseKey === phaseKey && one.state !== 'open'),
  )
  const about = (intent: string) => (result?.intent === intent ? result : undefined)
  return (
    <>
      <Allowed to="target:resolve">
        <Disclosure summary={t.indicator.resolveTitle} open={about('resolve') !== undefined}>
          <p>{t.indicator.resolveLead}</p>
          <TargetForm intent="resolve" id={newIds.resolve} pairs={PAIRS} result={about('resolve')} />
        </Disclosure>
        {entered.length > 0 && (
          <Disclosure summary={t.indicator.takeBackTitle} open={about('take-back') !== undefined}>
            <p>{t.indicator.takeBackLead}</p>
            <TargetForm
              intent="take-back"
              id={newIds['take-back']}
              pairs={entered}
              result={about('take-back')}
            />
          </Disclosure>
        )}
      </Allowed>
      <Allowed to="target:propose">
        <Disclosure summary={t.indicator.proposeTitle} open={about('propose') !== undefined}>
          <p>{t.indicator.proposeLead}</p>
          <TargetForm intent="propose" id={newIds.propose} pairs={PAIRS} result={about('propose')} />
        </Disclosure>
      </Allowed>
    </>
  )
}

type Intent = 'propose' | 'resolve' | 'take-back'
type TargetFormProps = { intent: Intent; id: string; pairs: typeof PAIRS; result: FormResult }

function TargetForm({ intent, id, pairs, result }: TargetFormProps) {
  const t = useMessages()
  const sentences: Record<string, string> = t.indicator.targetRefusal
  const action = {
    propose: t.indicator.propose,
    resolve: t.indicator.resolve,
    'take-back': t.ruling.takeBack,
  }
  const options = pairs.map(({ indicator, phaseKey }) => ({
    value: `${indicator}.${phaseKey}`,
    label: `${t.indicator.name[indicator]}, ${t.indicator.phase[phaseKey]} (${measureOf(indicator, phaseKey) === 'count' ? t.indicator.valueCount : t.indicator.valuePercent})`,
  }))
  return (
    <Form
      prefix={intent}
      id={id}
      hidden={{ intent }}
      errors={result?.errors}
      submitted={result?.submitted}
      refusal={result?.refusal ? sentences[result.refusal] : undefined}
    >
      <SelectField name="which" label={t.indicator.which} options={options} required />
      {intent !== 'take-back' && (
        <NumberField name="value" label={t.indicator.value} min={0} max={1000} step="any" required />
      )}
      {intent === 'take-back' && <TextArea name="reason" label={t.ruling.reason} maxLength={500} required />}
      {intent === 'resolve' && (
        <>
          <TextField
            name="resolution"
            label={t.indicator.resolution}
            hint={t.indicator.resolutionHint}
            maxLength={200}
            required
          />
          <DateField name="decidedOn" label={t.indicator.decidedOn} required />
        </>
      )}
      <Button look="primary">{action[intent]}</Button>
    </Form>
  )
}
