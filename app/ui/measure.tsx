// What came of an evaluation, as everybody reads it and as the coordination writes it.

import { MEASURE_STATES, type MeasureState } from '#app/domain/measure.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import type { NoticeKind } from '#app/ui/notice.tsx'
import { DataTable } from '#app/ui/table.tsx'

export type MeasureOf = {
  id: string
  title: string
  owner: string
  state: MeasureState
  reason: string | null
  version: number
}

const LOOKS: Record<MeasureState, NoticeKind | 'plain'> = {
  open: 'plain',
  'in-progress': 'info',
  done: 'success',
  dropped: 'warning',
}

export function MeasureTable({ caption, measures }: { caption: string; measures: readonly MeasureOf[] }) {
  const { measure } = useMessages()
  return (
    <DataTable
      caption={caption}
      rows={measures}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', header: measure.what, rowHeader: true, cell: ({ title }) => title },
        { key: 'owner', header: measure.owner, cell: ({ owner }) => owner },
        {
          key: 'state',
          header: measure.stateTitle,
          cell: ({ state, reason }) => (
            <>
              <Badge kind={LOOKS[state]}>{measure.state[state]}</Badge> {reason}
            </>
          ),
        },
      ]}
    />
  )
}

type MeasureFormProps = {
  id: string
  measure: MeasureOf | null
  errors?: FieldErrors | undefined
  submitted?: object | undefined
  refusal?: string | undefined
}

export function MeasureForm({ id, measure, ...answer }: MeasureFormProps) {
  const { measure: words } = useMessages()
  return (
    <Form
      hidden={{ id, version: measure ? String(measure.version) : '' }}
      prefix={id}
      sentences={words.problem}
      {...answer}
    >
      <TextField name="title" label={words.what} defaultValue={measure?.title} maxLength={300} required />
      <TextField
        name="owner"
        label={words.owner}
        hint={words.ownerHint}
        defaultValue={measure?.owner}
        maxLength={100}
        required
      />
      <SelectField
        name="state"
        label={words.stateTitle}
        options={MEASURE_STATES.map((state) => ({ value: state, label: words.state[state] }))}
        defaultValue={measure?.state ?? 'open'}
        blank={null}
        required
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={measure?.reason}
        maxLength={500}
        rows={2}
      />
      <ButtonRow>
        <Button>{measure ? words.save : words.add}</Button>
      </ButtonRow>
    </Form>
  )
}
