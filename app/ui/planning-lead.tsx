import type { Viability as Standing } from '#app/domain/minimum.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Viability } from '#app/ui/viability.tsx'

type PlanningLeadProps = {
  workshopId: string
  viability: Standing | undefined
  minimum: { taken: number; needed: number; decideOn: string } | undefined
  series: { nth: number; count: number } | undefined
}

/** For those who lead: how the workshop stands towards its minimum, its series, and what can be made of both. */
export function PlanningLead({ workshopId, viability, minimum, series }: PlanningLeadProps) {
  const t = useMessages()
  const { decision } = t.planning
  const path = `/workshops/${workshopId}`
  const isOpen = viability !== undefined && viability !== 'going'
  return (
    <>
      <DescriptionList
        facts={[
          {
            term: decision.fact,
            value: viability && minimum && (
              <>
                <Viability viability={viability} />{' '}
                {minimum.needed > 0 && `${decision.standing(minimum.taken, minimum.needed)}. `}
                {viability === 'short' && decision.decideOn(minimum.decideOn)}
              </>
            ),
          },
          {
            term: t.series.edit.partOf,
            value: series && t.series.edit.partOfText(series.nth, series.count),
          },
        ]}
      />
      {(isOpen || series) && (
        <ButtonRow>
          {isOpen && (
            <ButtonLink href={`${path}/decision`} look={viability === 'due' ? 'primary' : 'secondary'}>
              {decision.open}
            </ButtonLink>
          )}
          {series && <ButtonLink href={`${path}/series`}>{t.series.edit.link}</ButtonLink>}
        </ButtonRow>
      )}
    </>
  )
}

/** What was just done to the plan. */
export function PlanningDone({ done }: { done: string | null }) {
  const t = useMessages()
  const said: Record<string, string> = {
    confirmed: t.planning.decision.confirmed,
    merged: t.planning.decision.merged,
    series: t.series.add.done,
    'series-changed': t.series.edit.done,
  }
  const title = done === null ? undefined : said[done]
  return title ? <Notice kind="success" title={title} answer /> : null
}
