// Pages behind links in mails, on which people without an account answer one question.

import { pick } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { TimeRange } from '#app/ui/time.tsx'

export type LinkedWorkshop = {
  id: string
  courseId: string
  titleDe: string
  titleEn: string | null
  meetings: readonly { id: string; startsAt: Date; endsAt: Date }[]
  place: string | null
  hasOnline: boolean
}

/** What the question is about: the course, when, where, and what else belongs to it. */
export function LinkedFacts({ workshop, more }: { workshop: LinkedWorkshop; more: readonly Fact[] }) {
  const t = useMessages()
  const locale = useLocale()
  const { titleDe, titleEn, courseId, meetings, place, hasOnline } = workshop
  const facts = [
    {
      term: t.workshop.edit.course,
      value: <a href={`/courses/${courseId}`}>{pick(locale, titleDe, titleEn)}</a>,
    },
    {
      term: t.workshop.when,
      value: (
        <ul className="plain-list">
          {meetings.map(({ id, startsAt, endsAt }) => (
            <li key={id}>
              <TimeRange start={startsAt} end={endsAt} />
            </li>
          ))}
        </ul>
      ),
    },
    { term: t.workshop.place, value: place ?? (hasOnline ? t.course.format.online : undefined) },
  ]
  return <DescriptionList facts={[...facts, ...more]} />
}

type LinkEndedProps = {
  title: string
  text: string
  /** The ways out, the first one is the most likely. */
  ways: readonly { href: string; label: string }[]
}

/** Why there is nothing to answer any more, and what to do instead. */
export function LinkEnded({ title, text, ways }: LinkEndedProps) {
  return (
    <div className="measure stack">
      <PageHeader title={title} lead={text} />
      <ButtonRow>
        {ways.map(({ href, label }) => (
          <ButtonLink key={href} href={href}>
            {label}
          </ButtonLink>
        ))}
      </ButtonRow>
    </div>
  )
}
