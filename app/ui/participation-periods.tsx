import type { Messages } from '#app/i18n/index.ts'
import { holdsOn } from '#app/domain/organisation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import type { FormResult } from '#app/ui/phases.tsx'
import { DataTable } from '#app/ui/table.tsx'

type Period = { id: string; fromDate: string; untilDate: string | null; declaration: string }

type PeriodsProps = { periods: readonly Period[]; today: string; newId: string; result: FormResult }

/** When an organisation takes part, on what declaration, and the forms that begin and end it. */
export function ParticipationPeriods({ periods, today, newId, result }: PeriodsProps) {
  const t = useMessages()
  const words = t.organisation.participation
  // As long as one period is open no other can begin: it is ended first.
  const open = periods.find(({ untilDate }) => untilDate === null)
  return (
    <div className="stack">
      <p className="muted">{words.explained}</p>
      <DataTable
        caption={words.title}
        rows={periods}
        rowKey={({ id }) => id}
        empty={<Empty>{words.empty}</Empty>}
        columns={[
          {
            key: 'period',
            header: words.periodLabel,
            rowHeader: true,
            cell: ({ fromDate, untilDate }) => words.period(fromDate, untilDate),
          },
          { key: 'declaration', header: words.declaration, cell: ({ declaration }) => declaration },
          {
            key: 'state',
            header: words.today,
            cell: (period) => holdsOn(period, today) && <Badge kind="success">{words.holds}</Badge>,
          },
        ]}
      />
      {open && <EndForm period={open} result={result} />}
      {periods.map((period) => (
        <CorrectForm key={period.id} period={period} result={result} />
      ))}
      {(!open || result?.intent === 'start') && <StartForm newId={newId} result={result} />}
    </div>
  )
}

function StartForm({ newId, result }: Pick<PeriodsProps, 'newId' | 'result'>) {
  const t = useMessages()
  const words = t.organisation.participation
  const answer = result?.intent === 'start' ? result : undefined
  return (
    <Disclosure summary={words.start} open={answer !== undefined}>
      <Form
        prefix="start"
        id={newId}
        hidden={{ intent: 'start' }}
        errors={answer?.errors}
        submitted={answer?.submitted}
        sentences={t.organisation.refusal}
      >
        {periodFields(words)}
        <ButtonRow>
          <Button look="primary">{words.start}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}

/** Elements and no component, so that the form around them finds their labels. */
function periodFields(words: Messages['organisation']['participation']) {
  return (
    <>
      <DateField name="fromDate" label={words.from} required />
      <TextField
        name="declaration"
        label={words.declaration}
        hint={words.declarationHint}
        maxLength={300}
        required
      />
    </>
  )
}

/** A slip of the first day or of the declaration; with several periods each names its own. */
function CorrectForm({ period, result }: { period: Period; result: FormResult }) {
  const t = useMessages()
  const words = t.organisation.participation
  const answer = result?.intent === 'correct' && result.submitted.id === period.id ? result : undefined
  return (
    <Disclosure
      summary={words.correct(words.period(period.fromDate, period.untilDate))}
      open={answer !== undefined}
    >
      <Form
        prefix={`correct-${period.id}`}
        id={period.id}
        hidden={{ intent: 'correct' }}
        values={period}
        errors={answer?.errors}
        submitted={answer?.submitted}
        sentences={t.organisation.refusal}
      >
        {periodFields(words)}
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}

function EndForm({ period, result }: { period: Period; result: FormResult }) {
  const t = useMessages()
  const words = t.organisation.participation
  const answer = result?.intent === 'end' ? result : undefined
  return (
    <Disclosure summary={words.end} open={answer !== undefined}>
      <Form
        prefix="end"
        id={period.id}
        hidden={{ intent: 'end' }}
        errors={answer?.errors}
        submitted={answer?.submitted}
        sentences={t.organisation.refusal}
      >
        <DateField name="untilDate" label={words.until} min={period.fromDate} required />
        <ButtonRow>
          <Button look="primary">{words.end}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}
