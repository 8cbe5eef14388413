import { pick, type Messages } from '#app/i18n/index.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Todo } from '#app/domain/todo.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

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
      return {
        title: t.home.answer(t.ballot.page.title[todo.round](title)),
        facts: t.home.answerUntil(todo.closesOn),
      }
    case 'roll-call':
      return { title: t.home.rollCall(title), facts: t.home.rollCallMissing(todo.startsAt, todo.missing) }
    case 'decide': {
      const { decision } = t.planning
      const facts = decision.todoFacts(todo.startsAt, todo.taken, todo.minimum)
      return { title: decision.todo(title), facts }
    }
    case 'objection':
      return { title: t.home.objection(title), facts: t.home.objectionFacts(todo.startsAt) }
    case 'walk-ins':
      return { title: t.walkIn.office.todo(todo.count) }
    case 'approvals':
      return {
        title: t.town.todo(todo.organisation, todo.count),
        ...(todo.reminded && { facts: t.town.todoReminded }),
      }
    case 'proofs':
      return { title: t.proof.queue.todo(todo.count) }
    case 'questions':
      return {
        title: t.workshopQuestion.todo(title),
        facts: t.workshopQuestion.openCount(todo.count),
      }
    case 'requests':
      return { title: t.home.requests(todo.count) }
    case 'failed-mails':
      return { title: t.home.failedMails(todo.count) }
    case 'count-round':
      return { title: t.home.toCount(title) }
    case 'release-round':
      return { title: t.home.toRelease(title) }
    case 'open-round':
      return { title: t.round.notOpened.todo(title), facts: t.round.notOpened.todoFacts }
    case 'set-schedule':
      return { title: t.round.schedule.todo, facts: t.round.schedule.todoFacts }
    case 'prepare-key':
      return { title: t.trustee.todo.prepare(title) }
    case 'open-urn':
      return { title: t.trustee.todo.open(title) }
    case 'prepare-report':
      return { title: t.home.reportToPrepare(todo.cutOff) }
    case 'release-report':
      return { title: t.home.reportToRelease(todo.number) }
  }
}
