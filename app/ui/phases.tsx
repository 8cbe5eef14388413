import { phaseState, type Phase } from '#app/domain/indicator.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, TextField } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'

type StoredPhase = Phase & { resolution: string | null; version: number }

/** The answer of the page that holds several forms: `intent` says which of them it is about. */
export type FormResult =
  | {
      intent: string
      errors: FieldErrors
      submitted: Record<string, string | string[]>
      refusal: string | null
    }
  | undefined

/** The phases of the strategy with their days; a day that nobody has decided is said to be open. */
export function PhaseTable({ phases }: { phases: readonly StoredPhase[] }) {
  const t = useMessages()
  const dayOr = (value: string | null) => (value ? <Day value={value} /> : t.indicator.dayOpen)
  return (
    <DataTable
      caption={t.indicator.phases}
      rows={phases}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'phase',
          header: t.indicator.phases,
          rowHeader: true,
          cell: ({ key }) => t.indicator.phase[key],
        },
        { key: 'from', header: t.indicator.from, cell: ({ fromDate }) => dayOr(fromDate) },
        { key: 'until', header: t.indicator.until, cell: ({ untilDate }) => dayOr(untilDate) },
        {
          key: 'state',
          header: t.indicator.stateColumn,
          cell: (phase) => {
            const state = phaseState(phase)
            return <Badge kind={state === 'resolved' ? 'success' : 'plain'}>{t.indicator.state[state]}</Badge>
          },
        },
        { key: 'resolution', header: t.indicator.resolution, cell: ({ resolution }) => resolution ?? '–' },
      ]}
    />
  )
}

/** One folded form for each phase. */
export function PhaseForms({ phases, result }: { phases: readonly StoredPhase[]; result: FormResult }) {
  const t = useMessages()
  return (
    <Allowed to="phase:edit">
      {phases.map((phase) => {
        const mine = result?.intent === 'phase' && result.submitted.key === phase.key ? result : undefined
        return (
          <Disclosure
            key={phase.key}
            summary={t.indicator.changePhase(t.indicator.phase[phase.key])}
            open={mine !== undefined}
          >
            <PhaseForm phase={phase} result={mine} />
          </Disclosure>
        )
      })}
    </Allowed>
  )
}

function PhaseForm({ phase, result }: { phase: StoredPhase; result: FormResult }) {
  const t = useMessages()
  const sentences: Record<string, string> = t.indicator.phaseRefusal
  return (
    <Form
      prefix={phase.key}
      hidden={{ intent: 'phase', key: phase.key, version: String(phase.version) }}
      values={phase}
      errors={result?.errors}
      // After somebody else's change the stored days are shown, not the ones that were typed over them.
      submitted={result?.refusal === 'changed-meanwhile' ? null : result?.submitted}
      refusal={result?.refusal ? sentences[result.refusal] : undefined}
    >
      <DateField
        name="fromDate"
        label={t.indicator.from}
        hint={phase.key === 'firstYear' ? t.indicator.firstYearHint : undefined}
      />
      <DateField name="untilDate" label={t.indicator.until} />
      <TextField
        name="resolution"
        label={t.indicator.resolution}
        hint={t.indicator.resolutionHint}
        maxLength={200}
      />
      <Button look="primary">{t.indicator.savePhase}</Button>
    </Form>
  )
}
