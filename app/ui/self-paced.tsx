import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type SelfPacedProps = {
  courseId: string
  self: {
    done: number
    total: number
    next: string | undefined
    hasBegun: boolean
    isCompleted: boolean
    isGuest: boolean
  }
}

/** What a course offers to learn by oneself: one click begins, and the same place goes on. */
export function SelfPaced({ courseId, self }: SelfPacedProps) {
  const { learning } = useMessages()
  const path = `/courses/${courseId}/learn`
  const isOver = self.hasBegun && !self.next
  return (
    <Section title={learning.course.title}>
      <div className="stack">
        <p>
          {learning.progress(self.done, self.total)}. {!self.hasBegun && learning.course.anyTime}
        </p>
        <ButtonRow>
          {self.isGuest ? (
            <ButtonLink look="primary" href={`/login?to=${encodeURIComponent(path)}`}>
              {learning.course.signIn}
            </ButtonLink>
          ) : self.hasBegun ? (
            <ButtonLink look="primary" href={self.next ? `/learn/${self.next}` : path}>
              {isOver && !self.isCompleted
                ? learning.course.complete
                : isOver
                  ? learning.page.overview
                  : learning.course.goOn}
            </ButtonLink>
          ) : (
            <PostButton look="primary" action={path} hidden={{ intent: 'start' }}>
              {learning.course.start}
            </PostButton>
          )}
          {self.hasBegun && self.next && <a href={path}>{learning.page.overview}</a>}
        </ButtonRow>
        {!self.isGuest && <p className="muted measure">{learning.own}</p>}
      </div>
    </Section>
  )
}
