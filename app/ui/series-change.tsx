import { dayOf } from '#app/domain/calendar.ts'
import { SCOPES, type LeftOut } from '#app/domain/series.ts'
import { formatList, formatShortDay, formatTimeRange } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/index.ts'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField, type Option } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { NumberField, TextField, TimeField } from '#app/ui/field.tsx'
import { MayStayEmpty } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { roomOptions, type RoomChoice } from '#app/ui/room-fields.tsx'
import { DataTable } from '#app/ui/table.tsx'

type Given = { trainers: readonly Option[] | null; rooms: readonly RoomChoice[] }

/** What may become of several dates at once. Elements and no component, so that the form finds their labels. */
export function seriesChangeFields(t: Messages, { trainers, rooms }: Given) {
  const { edit } = t.series
  return (
    <>
      <RadioGroup
        name="scope"
        label={edit.scope}
        required
        options={SCOPES.map((value) => ({ value, label: t.series.scope[value] }))}
      />
      <CheckboxField name="includesDetached" label={edit.includesDetached} />
      <MayStayEmpty>
        <NumberField name="shiftDays" label={edit.shiftDays} hint={edit.shiftDaysHint} min={-366} max={366} />
        <FieldGroup label={t.workshop.when} short>
          <TimeField name="start" label={edit.start} />
          <TimeField name="end" label={edit.end} />
        </FieldGroup>
        <FieldGroup label={t.workshop.edit.where} stacked>
          {rooms.length > 0 && (
            <SelectField
              name="roomId"
              label={t.room.field.room}
              blank={edit.unchanged}
              options={roomOptions(t, rooms)}
            />
          )}
          <TextField name="place" label={edit.place} maxLength={300} />
          <TextField name="onlineUrl" type="url" label={edit.onlineUrl} maxLength={1_000} />
        </FieldGroup>
        <NumberField name="capacity" label={edit.capacity} min={1} max={1_000} />
        {trainers && trainers.length > 0 && (
          <Disclosure summary={edit.trainers}>
            <CheckboxGroup name="trainerIds" label={edit.trainers} options={trainers} />
          </Disclosure>
        )}
      </MayStayEmpty>
    </>
  )
}

export type SummaryLine = {
  id: string
  startsAt: Date
  endsAt: Date
  leftOut: LeftOut | undefined
  problem: string | undefined
  /** More people hold a seat than it would have. */
  hasTooFew: boolean
  /** Where its time becomes another. */
  after: { startsAt: Date; endsAt: Date } | undefined
}

type Said = { place: string; hasLink: boolean; trainers: readonly string[]; capacity: number | null }

/** What changes where, before it is saved; what stays says why. */
export function SeriesSummary({ lines, said }: { lines: readonly SummaryLine[]; said: Said }) {
  const t = useMessages()
  const locale = useLocale()
  const { edit } = t.series
  const staying = lines.filter(({ leftOut }) => leftOut).length
  const isStuck = lines.some(({ problem }) => problem)
  const problems: Record<string, string> = { ...t.workshop.planRefusal, ...t.workshop.timeProblem }
  const others = [
    ...(said.place ? [edit.placeBecomes(said.place)] : []),
    ...(said.hasLink ? [edit.linkBecomes] : []),
    ...(said.trainers.length > 0 ? [edit.trainersBecome(formatList(said.trainers, locale))] : []),
    ...(said.capacity === null ? [] : [edit.capacityBecomes(said.capacity)]),
  ]
  const becomes = ({ leftOut, problem, hasTooFew, after }: SummaryLine) => {
    if (leftOut) return t.series.leftOut[leftOut]
    if (problem) return <strong>{problems[problem] ?? problem}</strong>
    const time = after ? [formatTimeRange(after.startsAt, after.endsAt, locale)] : []
    return [...time, ...others, ...(hasTooFew ? [edit.fewer] : [])].join('; ')
  }
  return (
    <section className="stack" aria-labelledby="summary">
      <h2 id="summary">{edit.summary}</h2>
      {!isStuck && (
        <>
          <p>{edit.summaryText(lines.length - staying, staying)}</p>
          <p className="muted">{edit.mails}</p>
        </>
      )}
      <DataTable
        caption={edit.summary}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'date',
            header: edit.date,
            rowHeader: true,
            cell: ({ id, startsAt }) => (
              <a href={`/workshops/${id}`}>{formatShortDay(dayOf(startsAt), locale)}</a>
            ),
          },
          { key: 'becomes', header: edit.becomes, cell: becomes },
        ]}
      />
    </section>
  )
}
