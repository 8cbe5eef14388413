import { pick, type Messages } from '#app/i18n/index.ts'
import type { Locale } from '#app/domain/locale.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

type Title = { de: string; en: string | null }

/** One thing that waits for somebody, with the page on which it is done. */
export type Todo = { href: string } & (
  | { kind: 'offer'; title: Title; until: Date }
  | { kind: 'answer'; title: Title; closesOn: string }
  | { kind: 'roll-call'; title: Title; startsAt: Date; missing: number }
  | { kind: 'low'; title: Title; startsAt: Date; taken: number; minimum: number }
  | { kind: 'requests'; count: number }
  | { kind: 'failed-mails'; count: number }
  | { kind: 'count-round' | 'release-round'; title: Title }
  | { kind: 'prepare-report'; cutOff: string }
  | { kind: 'release-report'; number: number }
)

/** What waits, the link first and its reason below. */
export function TodoList({ todos }: { todos: readonly Todo[] }) {
  const t = useMessages()
  const locale = useLocale()
  return (
    <ul className="todo-list">
      {todos.map((todo) => {
        const { title, facts } = said(todo, t, locale)
        return (
          <li key={todo.href}>
            <a href={todo.href}>{title}</a>
            {facts && <p className="muted">{facts}</p>}
          </li>
        )
      })}
    </ul>
  )
}

function said(todo: Todo, t: Messages, locale: Locale): { title: string; facts?: string } {
  const title = 'title' in todo ? pick(locale, todo.title.de, todo.title.en) : ''
  switch (todo.kind) {
    case 'offer':
      return { title: t.home.offered(title), facts: t.home.offeredUntil(todo.until) }
    case 'answer':
      return { title: t.home.answer(title), facts: t.home.answerUntil(todo.closesOn) }
    case 'roll-call':
      return { title: t.home.rollCall(title), facts: t.home.rollCallMissing(todo.startsAt, todo.missing) }
    case 'low':
      return { title: t.home.low(title), facts: t.home.lowFacts(todo.startsAt, todo.taken, todo.minimum) }
    case 'requests':
      return { title: t.home.requests(todo.count) }
    case 'failed-mails':
      return { title: t.home.failedMails(todo.count) }
    case 'count-round':
      return { title: t.home.toCount(title) }
    case 'release-round':
      return { title: t.home.toRelease(title) }
    case 'prepare-report':
      return { title: t.home.reportToPrepare(todo.cutOff) }
    case 'release-report':
      return { title: t.home.reportToRelease(todo.number) }
  }
}
