// What was ever entered about a stage of the procedure.

import type { TargetMeasure, TargetState } from '#app/domain/indicator.ts'
import type { StageAim, StageVerdict } from '#app/domain/stage.ts'
import { formatNumber, formatSetPercent } from '#app/i18n/format.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day, Moment } from '#app/ui/time.tsx'

type Entry = {
  id: string
  resolution: string | null
  decidedOn: string | null
  reason: string | null
  createdAt: Date
}
type DecisionEntry = Entry & { verdict: StageVerdict }
type TargetEntry = Entry & {
  aim: StageAim
  measure: TargetMeasure
  state: TargetState
  value: number | null
}

type MemberEntry = { id: string; name: string; takenBackAt: Date | null; takenBackBecause: string | null }

/** Everything that was ever entered: what was replaced or taken back stays readable. */
export function StageHistory({
  decisions,
  targets,
  members,
}: {
  decisions: readonly DecisionEntry[]
  targets: readonly TargetEntry[]
  /** Of whom those entered by mistake are told here. */
  members: readonly MemberEntry[]
}) {
  const t = useMessages()
  const locale = useLocale()
  const words = t.stage
  const least = ({ measure, value }: TargetEntry) =>
    value === null
      ? '–'
      : measure === 'percent'
        ? formatSetPercent(value, locale)
        : formatNumber(value, locale)
  const rows = [
    ...decisions.map((entry) => ({ ...entry, said: words.verdict[entry.verdict] })),
    ...targets.map((entry) => ({
      ...entry,
      said: `${words.aim[entry.aim]}: ${least(entry)}, ${t.indicator.state[entry.state]}`,
    })),
    ...mistakes(members).map((entry) => ({ ...entry, said: words.mistakenMember(entry.name) })),
  ].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  return (
    <DataTable
      caption={words.history}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<Empty>{words.noHistory}</Empty>}
      columns={[
        { key: 'said', header: words.entry, rowHeader: true, cell: ({ said }) => said },
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
        { key: 'reason', header: words.reason, cell: ({ reason }) => reason ?? '–' },
        { key: 'at', header: t.indicator.recordedOn, cell: ({ createdAt }) => <Moment value={createdAt} /> },
      ]}
    />
  )
}

/** Who was never in the stage, as entries of the history. */
function mistakes(members: readonly MemberEntry[]): (Entry & { name: string })[] {
  return members.flatMap(({ id, name, takenBackAt, takenBackBecause: reason }) =>
    takenBackAt === null
      ? []
      : [{ id, name, reason, resolution: null, decidedOn: null, createdAt: takenBackAt }],
  )
}
