// Where the figures stood before the work began, and the forms to enter that.

import { mayHaveBaseline, type Baseline } from '#app/domain/baseline.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import type { FormResult } from '#app/ui/phases.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day, Moment } from '#app/ui/time.tsx'

/** A figure with its baseline, whose value comes ready to be read. */
export type FigureWithBaseline = {
  key: string
  title: string
  /** What it is counted in, as a word. */
  unit: string
  baseline: (Pick<Baseline, 'asOf' | 'source'> & { said: string }) | null
}

/** All figures stand there, those without a baseline too. */
export function BaselineTable({ figures }: { figures: readonly FigureWithBaseline[] }) {
  const words = useMessages().baseline
  const missing = (figure: FigureWithBaseline) => (mayHaveBaseline(figure) ? words.none : words.isDivided)
  return (
    <DataTable
      caption={words.caption}
      rows={figures}
      rowKey={({ key }) => key}
      columns={[
        { key: 'figure', header: words.figure, rowHeader: true, cell: ({ title }) => title },
        { key: 'value', header: words.value, cell: (figure) => figure.baseline?.said ?? missing(figure) },
        {
          key: 'asOf',
          header: words.asOf,
          cell: ({ baseline }) => (baseline ? <Day value={baseline.asOf} /> : '–'),
        },
        { key: 'source', header: words.source, cell: ({ baseline }) => baseline?.source ?? '–' },
      ]}
    />
  )
}

type FormsProps = { figures: readonly FigureWithBaseline[]; newId: string; result: FormResult }

export function BaselineForms({ figures, newId, result }: FormsProps) {
  const words = useMessages().baseline
  const entered = figures.filter(({ baseline }) => baseline !== null)
  return (
    <Allowed to="baseline:edit">
      <Disclosure summary={words.enter} open={result?.intent === 'enter'}>
        <p>{words.enterLead}</p>
        <EnterForm figures={figures.filter(mayHaveBaseline)} newId={newId} result={result} />
      </Disclosure>
      {entered.length > 0 && (
        <Disclosure summary={words.takeBack} open={result?.intent === 'take-back'}>
          <p>{words.takeBackLead}</p>
          <TakeBackForm figures={entered} newId={newId} result={result} />
        </Disclosure>
      )}
    </Allowed>
  )
}

function useAnswer(result: FormResult, intent: string) {
  const sentences: Record<string, string> = useMessages().baseline.refusal
  const mine = result?.intent === intent ? result : undefined
  return {
    prefix: intent,
    hidden: { intent },
    errors: mine?.errors,
    submitted: mine?.submitted,
    refusal: mine?.refusal ? sentences[mine.refusal] : undefined,
  }
}

function EnterForm({ figures, newId, result }: FormsProps) {
  const words = useMessages().baseline
  const options = figures.map(({ key, title, unit }) => ({ value: key, label: `${title} (${unit})` }))
  return (
    <Form id={newId} {...useAnswer(result, 'enter')}>
      <SelectField name="key" label={words.figure} options={options} required />
      <NumberField name="value" label={words.value} min={0} step="any" required />
      <DateField name="asOf" label={words.asOf} required />
      <TextField name="source" label={words.source} hint={words.sourceHint} maxLength={200} required />
      <TextArea name="reason" label={words.reason} hint={words.reasonHint} maxLength={500} />
      <Button look="primary">{words.enter}</Button>
    </Form>
  )
}

function TakeBackForm({ figures, newId, result }: FormsProps) {
  const words = useMessages().baseline
  return (
    <Form id={newId} {...useAnswer(result, 'take-back')}>
      <SelectField
        name="key"
        label={words.figure}
        options={figures.map(({ key, title }) => ({ value: key, label: title }))}
        required
      />
      <TextArea name="reason" label={words.reason} maxLength={500} required />
      <Button look="primary">{words.takeBack}</Button>
    </Form>
  )
}

type Line = {
  id: string
  title: string
  /** Null where it says that there is no baseline after all. */
  said: string | null
  asOf: string | null
  source: string | null
  reason: string | null
  by: string | undefined
  createdAt: Date
}

/** Everything that was ever entered: what was replaced or taken back stays readable. */
export function BaselineHistory({ lines }: { lines: readonly Line[] }) {
  const words = useMessages().baseline
  return (
    <DataTable
      caption={words.history}
      rows={lines}
      rowKey={({ id }) => id}
      empty={<Empty>{words.noHistory}</Empty>}
      columns={[
        { key: 'figure', header: words.figure, rowHeader: true, cell: ({ title }) => title },
        { key: 'value', header: words.value, cell: ({ said }) => said ?? words.withdrawn },
        { key: 'asOf', header: words.asOf, cell: ({ asOf }) => (asOf ? <Day value={asOf} /> : '–') },
        { key: 'source', header: words.source, cell: ({ source }) => source ?? '–' },
        { key: 'reason', header: words.reason, cell: ({ reason }) => reason ?? '–' },
        { key: 'by', header: words.by, cell: ({ by }) => by ?? '–' },
        { key: 'at', header: words.at, cell: ({ createdAt }) => <Moment value={createdAt} /> },
      ]}
    />
  )
}
