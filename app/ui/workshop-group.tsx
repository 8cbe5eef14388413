import type { AskedQuestion, AskRefusal } from '#app/domain/workshop-question.ts'
import { Card, CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Moment } from '#app/ui/time.tsx'
import { AskForm, QuestionList } from '#app/ui/workshop-questions.tsx'

export type GroupMessage = {
  id: string
  subject: string
  body: string
  author: string
  recipients: number
  sentAt: Date
}

export function GroupMessages({ messages }: { messages: readonly GroupMessage[] }) {
  const { message } = useMessages().workshop
  return (
    <CardList>
      {messages.map(({ id, subject, body, author, recipients, sentAt }) => (
        <Card
          key={id}
          title={subject}
          preline={
            <>
              <Moment value={sentAt} />, {message.sentBy(author, recipients)}
            </>
          }
        >
          <p className="as-typed">{body}</p>
        </Card>
      ))}
    </CardList>
  )
}

type GroupProps = {
  workshopId: string
  group: {
    messages: readonly GroupMessage[]
    own: readonly AskedQuestion[]
    ofGroup: readonly AskedQuestion[]
    freshId: string
    cannotAsk: AskRefusal | null
  }
}

/** What somebody who belongs to a workshop reads there, and the one field in which they ask. */
export function WorkshopGroup({ workshopId, group }: GroupProps) {
  const words = useMessages().workshopQuestion
  const { messages, own, ofGroup, freshId, cannotAsk } = group
  const isQuiet = cannotAsk !== null && own.length === 0 && ofGroup.length === 0
  return (
    <>
      {messages.length > 0 && (
        <Section title={words.messages}>
          <GroupMessages messages={messages} />
        </Section>
      )}
      {!isQuiet && (
        <Section title={words.section} id="questions">
          {cannotAsk === null ? (
            <>
              <p>{words.text}</p>
              <AskForm workshopId={workshopId} id={freshId} />
            </>
          ) : (
            <p>{words.askRefusal[cannotAsk]}</p>
          )}
          <Questions workshopId={workshopId} title={words.own} questions={own} />
          <Questions workshopId={workshopId} title={words.ofGroup} questions={ofGroup} />
        </Section>
      )}
    </>
  )
}

function Questions(props: { workshopId: string; title: string; questions: readonly AskedQuestion[] }) {
  const { workshopId, title, questions } = props
  if (questions.length === 0) return null
  return (
    <Section title={title} level={3}>
      <QuestionList workshopId={workshopId} questions={questions} />
    </Section>
  )
}
