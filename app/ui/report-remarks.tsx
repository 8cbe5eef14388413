// What people wrote, on the page of a report: for its readers, who were named before the first question.

import { Disclosure } from '#app/ui/disclosure.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { RemarkList } from '#app/ui/remark-list.tsx'

type ReportRemarksProps = {
  title: string
  lead: string
  questions: readonly { title: string; texts: readonly string[]; none: string | null }[]
}

/** Question by question, folded up: a report is read for its figures first. */
export function ReportRemarks({ title, lead, questions }: ReportRemarksProps) {
  const { snapshot } = useMessages()
  return (
    <Section title={title}>
      <p className="measure">{lead}</p>
      <p className="muted">{snapshot.remarksAreIn}</p>
      {questions.map((question, place) => (
        <Section key={place} title={question.title} level={3}>
          {question.none ? (
            <p>{question.none}</p>
          ) : (
            <Disclosure summary={snapshot.readRemarks(question.texts.length)}>
              <RemarkList texts={question.texts} />
            </Disclosure>
          )}
        </Section>
      ))}
    </Section>
  )
}
