import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type LessonListProps = {
  modules: readonly {
    id: string
    title: string
    summary: string | null
    pages: readonly { id: string; title: string; isDone: boolean }[]
  }[]
  /** Where it goes on. */
  next: string | undefined
  /** Whether the pages can be opened: not before the course has begun. */
  isOpen: boolean
}

/** The modules of a course with their pages, and which of them are done. */
export function LessonList({ modules, next, isOpen }: LessonListProps) {
  const { course } = useMessages().learning
  return (
    <>
      {modules
        .filter(({ pages }) => pages.length > 0)
        .map(({ id, title, summary, pages }) => (
          <Section key={id} title={title}>
            {summary && <p>{summary}</p>}
            <ol className="lesson-list">
              {pages.map((page) => (
                <li key={page.id}>
                  <span>{isOpen ? <a href={`/learn/${page.id}`}>{page.title}</a> : page.title}</span>
                  {isOpen && (
                    <span className="lesson-list__state">
                      {page.isDone && <Icon name="check" />}{' '}
                      {page.isDone ? course.done : page.id === next ? course.here : course.open}
                    </span>
                  )}
                </li>
              ))}
            </ol>
          </Section>
        ))}
    </>
  )
}
