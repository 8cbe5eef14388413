// Which reading counts and how often it is measured: what holds, what the readings mean, and the forms to enter it.

import type { TargetState } from '#app/domain/indicator.ts'
import type { ReadingKey } from '#app/domain/reading.ts'
import { isReading, LEAST_MONTHS, MOST_MONTHS, type Ruling, type RulingSubject } from '#app/domain/ruling.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField, NumberField, TextArea, TextField } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day, Moment } from '#app/ui/time.tsx'

type Option = { key: ReadingKey; name: string; meaning: string; consequence: string }

function State({ state }: { state: TargetState }) {
  const t = useMessages()
  const kind = state === 'resolved' ? 'success' : state === 'proposed' ? 'info' : 'plain'
  return <Badge kind={kind}>{t.indicator.state[state]}</Badge>
}

/** The sentence of the strategy, and what each reading of it would mean today. */
export function Readings({ ruling, options }: { ruling: Ruling<ReadingKey>; options: readonly Option[] }) {
  const t = useMessages()
  const words = t.ruling
  return (
    <div className="stack">
      <blockquote className="measure">
        <p>{words.sentence}</p>
        <footer className="muted">{words.sentenceSource}</footer>
      </blockquote>
      <Standing ruling={ruling} said={ruling.value && words.name[ruling.value]} open={words.provisional} />
      <DataTable
        caption={words.readingsTable}
        rows={options}
        rowKey={({ key }) => key}
        columns={[
          { key: 'reading', header: words.reading, rowHeader: true, cell: ({ name }) => name },
          { key: 'means', header: words.means, cell: ({ meaning }) => meaning },
          { key: 'consequence', header: words.consequence, cell: ({ consequence }) => consequence },
        ]}
      />
      <p className="muted measure">{words.notPossible}</p>
    </div>
  )
}

export function Rhythm({ ruling }: { ruling: Ruling<number> }) {
  const words = useMessages().ruling
  const { state, value } = ruling
  const open = state === 'proposed' && value !== null ? words.rhythmProposed(value) : words.rhythmOpen
  return <Standing ruling={ruling} said={value === null ? null : words.rhythmNow(value)} open={open} />
}

type StandingProps = {
  ruling: Ruling<unknown>
  /** What was resolved or proposed, in words. */
  said: string | null
  /** What holds as long as nothing is resolved. */
  open: string
}

function Standing({ ruling: { state, resolution, decidedOn }, said, open }: StandingProps) {
  const t = useMessages()
  return (
    <p>
      <State state={state} />{' '}
      {state === 'resolved' && said && decidedOn ? (
        <>
          {t.ruling.standing(said, decidedOn)} ({resolution})
        </>
      ) : (
        [said, open].filter(Boolean).join('; ')
      )}
    </p>
  )
}

type Result =
  { errors: FieldErrors; submitted: Record<string, string | string[]>; refusal: string | null } | undefined
type FormsProps = {
  subject: RulingSubject
  ruling: Ruling<unknown>
  options: readonly Option[]
  newId: string
  result: Result
}
type Intent = 'propose' | 'resolve' | 'take-back'

/** To propose, and for the committee to enter what it has resolved, or that an entry was wrong. */
export function RulingForms({ subject, ruling, ...rest }: FormsProps) {
  const words = useMessages().ruling
  const isReadingForm = subject === 'reading'
  return (
    <>
      <Allowed to="ruling:resolve">
        <Part
          intent="resolve"
          summary={isReadingForm ? words.resolveReading : words.resolveRhythm}
          {...{ subject, ...rest }}
        />
        {ruling.state !== 'open' && (
          <Part
            intent="take-back"
            summary={isReadingForm ? words.takeBackReading : words.takeBackRhythm}
            {...{ subject, ...rest }}
          />
        )}
      </Allowed>
      {ruling.state !== 'resolved' && (
        <Allowed to="ruling:propose">
          <Part
            intent="propose"
            summary={isReadingForm ? words.proposeReading : words.proposeRhythm}
            {...{ subject, ...rest }}
          />
        </Allowed>
      )}
    </>
  )
}

type PartProps = Omit<FormsProps, 'ruling'> & { intent: Intent; summary: string }

function Part({ intent, summary, subject, options, newId, result }: PartProps) {
  const t = useMessages()
  const words = t.ruling
  const { submitted } = result ?? {}
  const mine = submitted?.intent === intent && submitted.subject === subject ? result : undefined
  const sentences: Record<string, string> = words.refusal
  const action = { propose: words.propose, resolve: words.resolve, 'take-back': words.takeBack }
  return (
    <Disclosure summary={summary} open={mine !== undefined}>
      {intent === 'take-back' && <p>{words.takeBackLead}</p>}
      <Form
        prefix={`${subject}-${intent}`}
        id={newId}
        hidden={{ intent, subject }}
        errors={mine?.errors}
        submitted={mine?.submitted}
        refusal={mine?.refusal ? sentences[mine.refusal] : undefined}
      >
        {intent === 'take-back' && <TextArea name="reason" label={words.reason} maxLength={500} required />}
        {intent !== 'take-back' && subject === 'reading' && (
          <RadioGroup
            name="value"
            label={words.reading}
            options={options.map(({ key, name, meaning }) => ({ value: key, label: name, hint: meaning }))}
            required
          />
        )}
        {intent !== 'take-back' && subject === 'rhythm' && (
          <NumberField
            name="value"
            label={words.monthsLabel}
            unit={words.months}
            min={LEAST_MONTHS}
            max={MOST_MONTHS}
            required
          />
        )}
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
        <Button look="primary">{action[intent]}</Button>
      </Form>
    </Disclosure>
  )
}

type Entry = {
  id: string
  subject: RulingSubject
  state: TargetState
  value: string | null
  resolution: string | null
  decidedOn: string | null
  reason: string | null
  createdAt: Date
}

/** Everything that was ever put on record: nothing disappears. */
export function RulingHistory({ entries }: { entries: readonly Entry[] }) {
  const t = useMessages()
  const words = t.ruling
  const said = ({ value, reason }: Entry) => {
    if (value === null) return words.takenBack(reason ?? '')
    return isReading(value) ? words.name[value] : words.rhythmNow(Number(value))
  }
  return (
    <DataTable
      caption={words.history}
      rows={entries}
      rowKey={({ id }) => id}
      empty={<Empty>{words.noHistory}</Empty>}
      columns={[
        {
          key: 'subject',
          header: words.subject,
          rowHeader: true,
          cell: ({ subject }) => words.subjects[subject],
        },
        { key: 'value', header: words.value, cell: said },
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
        { key: 'at', header: t.indicator.recordedOn, cell: ({ createdAt }) => <Moment value={createdAt} /> },
      ]}
    />
  )
}
