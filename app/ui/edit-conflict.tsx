import type { Difference } from '#app/domain/edit-conflict.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { DataTable } from '#app/ui/table.tsx'

type EditConflictProps = {
  differences: readonly Difference[]
  /** Who saved, and when; unknown for rows of which no record is kept. */
  by: string | null
  at: Date | null
  /** What a field is called, or undefined for one that nobody sees. */
  labelOf: (field: string) => string | undefined
  /** What stands in it, in words. */
  said: (field: string, value: string | string[]) => string
}

/** Tells the second of two editors what the first has changed, field by field, and what stands in the form now. */
export function EditConflict({ differences, by, at, labelOf, said }: EditConflictProps) {
  const words = useMessages().planning.conflict
  const seen = differences.filter(({ field }) => labelOf(field) !== undefined)
  if (seen.length === 0) {
    return (
      <Notice kind="warning" title={words.title} answer>
        <p>{words.nothing}</p>
      </Notice>
    )
  }
  const cell = (field: string, value: string | string[]) => said(field, value) || words.empty
  return (
    <Notice kind="warning" title={words.title} answer>
      <p>{at ? words.by(by, at) : words.unknown}</p>
      <DataTable
        caption={words.caption}
        rows={seen}
        rowKey={({ field }) => field}
        columns={[
          { key: 'field', header: words.field, rowHeader: true, cell: ({ field }) => labelOf(field) },
          { key: 'before', header: words.before, cell: ({ field, before }) => cell(field, before) },
          { key: 'theirs', header: words.theirs, cell: ({ field, theirs }) => cell(field, theirs) },
          { key: 'yours', header: words.yours, cell: ({ field, yours }) => cell(field, yours) },
          {
            key: 'now',
            header: words.now,
            cell: ({ isContested }) => (isContested ? words.isYours : words.isTheirs),
          },
        ]}
      />
      <p>{words.next}</p>
    </Notice>
  )
}
