import type { BlockedDay } from '#app/domain/blocked-period.ts'
import { FREQUENCIES } from '#app/domain/series.ts'
import type { Holiday } from '#app/domain/holiday.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { CheckboxField, RadioGroup } from '#app/ui/choice-field.tsx'
import { FieldGroup } from '#app/ui/field-group.tsx'
import { DateField, NumberField } from '#app/ui/field.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

/** How often, and what one enrols in. Elements and no component, so that the form finds their labels. */
export function seriesRuleFields(t: Messages) {
  const { add } = t.series
  return (
    <>
      <h2>{add.rule}</h2>
      <RadioGroup
        name="enrolment"
        label={add.enrolment}
        required
        options={[
          { value: 'each', label: add.each, hint: add.eachHint },
          { value: 'one', label: add.one, hint: add.oneHint },
        ]}
      />
      <RadioGroup
        name="frequency"
        label={add.frequency}
        required
        options={FREQUENCIES.map((value) => ({ value, label: t.series.frequency[value] }))}
      />
      <FieldGroup label={add.rule} short>
        <NumberField name="every" label={add.every} hint={add.everyHint} required min={1} max={52} />
        <NumberField name="count" label={add.count} hint={add.countHint} min={1} max={40} />
        <DateField name="until" label={add.until} />
      </FieldGroup>
      <CheckboxField name="withoutWeekends" label={add.withoutWeekends} />
    </>
  )
}

type Titled = { title: { de: string; en: string | null }; startsAt: Date; endsAt: Date }
type Note =
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'weekend' | 'gap' | 'past' | 'closed' }
  | ({ kind: 'room' } & Titled)
  | ({ kind: 'trainer'; name: string } & Titled)
  | ({ kind: 'blocked' } & BlockedDay)

export type PreviewRow = { id: string; day: string; isTaken: boolean; notes: readonly Note[] }

/** The days one by one: struck out, taken out, moved. */
export function SeriesPreview({ rows }: { rows: readonly PreviewRow[] }) {
  const { add } = useMessages().series
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{add.previewTitle}</h2>
      <p className="muted">{add.previewHint}</p>
      <ul className="plain-list stack">
        {rows.map((row, nth) => (
          <li key={row.id}>
            <PreviewLine row={row} nth={nth} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PreviewLine({ row, nth }: { row: PreviewRow; nth: number }) {
  const { add } = useMessages().series
  const locale = useLocale()
  const day = row.day ? formatShortDay(row.day, locale) : ''
  return (
    <FieldGroup
      label={add.row(nth + 1)}
      hint={
        <>
          {row.isTaken ? day : <s>{day}</s>}
          {row.notes.map((note, index) => (
            <span key={index}>
              {' '}
              <Said note={note} />
            </span>
          ))}
        </>
      }
      short
    >
      <CheckboxField name={`take${nth}`} label={add.take} />
      <DateField name={`date${nth}`} label={add.moveTo} required />
      <input type="hidden" name={`row${nth}`} value={row.id} />
    </FieldGroup>
  )
}

function Said({ note }: { note: Note }) {
  const t = useMessages()
  const locale = useLocale()
  const { add } = t.series
  switch (note.kind) {
    case 'holiday':
      return <>{add.isHoliday(note.holiday)}</>
    case 'weekend':
      return <>{add.isWeekend}</>
    case 'gap':
      return <>{add.isGap}</>
    case 'past':
      return <>{add.isPast}</>
    case 'closed':
      return <>{add.isClosed}</>
    case 'room':
      return <>{t.room.taken(pick(locale, note.title.de, note.title.en), note.startsAt, note.endsAt)}</>
    case 'blocked':
      return <>{t.blockedPeriod.planned(note.day, note.blocking)}</>
    case 'trainer': {
      const title = pick(locale, note.title.de, note.title.en)
      return <>{t.planning.warning.trainer(note.name, title, note.startsAt, note.endsAt)}</>
    }
  }
}
