import type { CourseFormat, CourseLevel, CourseState } from '#app/domain/course.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { FreeSeats, WorkshopDates } from '#app/ui/workshop.tsx'

type Course = {
  id: string
  titleDe: string
  titleEn: string | null
  summaryDe: string
  summaryEn: string | null
  topicDe: string
  topicEn: string | null
  level: CourseLevel
  format: CourseFormat
  units: number
  state: CourseState
}

type Offer = {
  id: string
  startsAt: Date
  endsAt: Date
  meetingCount: number
  capacity: number
  taken: number
  waiting: number
  onlineCapacity: number | null
  quota: number | null
}

/** A course in the catalogue: what it is about, and the next date on which one can come. */
export function CourseCard({ course, offer }: { course: Course; offer: Offer | undefined }) {
  const t = useMessages()
  const locale = useLocale()
  const topic = pick(locale, course.topicDe, course.topicEn)
  return (
    <Card
      level={2}
      title={pick(locale, course.titleDe, course.titleEn)}
      href={`/courses/${course.id}`}
      preline={[topic, t.course.level[course.level], t.course.format[course.format]].join(' · ')}
      badge={course.state !== 'published' && <Badge>{t.course.state[course.state]}</Badge>}
    >
      <p className="two-lines">{pick(locale, course.summaryDe, course.summaryEn)}</p>
      <p className="muted">{t.course.units(course.units)}</p>
      {offer ? (
        <NextDate {...offer} />
      ) : (
        <p className="muted">
          {course.format === 'self-paced' ? t.learning.course.anyTime : t.course.catalogue.noDate}
        </p>
      )}
    </Card>
  )
}

function NextDate(offer: Offer) {
  const t = useMessages()
  return (
    <p>
      {t.course.catalogue.next}
      <br />
      <a href={`/workshops/${offer.id}`}>
        <WorkshopDates {...offer} />
      </a>
      <br />
      <FreeSeats {...offer} />
    </p>
  )
}
