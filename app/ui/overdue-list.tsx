import type { OverdueItem } from '#app/domain/overview.ts'
import type { Messages } from '#app/i18n/index.ts'
import { useMessages } from '#app/ui/locale.tsx'

/** What the committee has to resolve and the office to bring before it, the link first and its reason below. */
export function OverdueList({ items }: { items: readonly OverdueItem[] }) {
  const t = useMessages()
  return (
    <ul className="todo-list">
      {items.map((item) => {
        const { title, facts } = said(item, t)
        return (
          <li key={title}>
            <a href={item.href}>{title}</a>
            {facts && <p className="muted">{facts}</p>}
          </li>
        )
      })}
    </ul>
  )
}

function said(item: OverdueItem, t: Messages): { title: string; facts?: string } {
  const words = t.overview.item
  switch (item.kind) {
    case 'target':
      return {
        title: words.target(t.indicator.name[item.indicator], t.indicator.phase[item.phase]),
        facts: words.targetSince(item.since, item.proposed),
      }
    case 'end-pilot':
      return { title: words.endPilot, facts: words.endPilotSince(item.since) }
    case 'set-rhythm':
      return { title: t.round.schedule.todo, facts: t.round.schedule.todoFacts }
    case 'prepare-report':
      return { title: t.home.reportToPrepare(item.cutOff) }
    case 'release-report':
      return { title: t.home.reportToRelease(item.number) }
  }
}
