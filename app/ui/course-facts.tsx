import type { Audience, CourseFormat, CourseLevel } from '#app/domain/course.ts'
import { formatList } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

type Course = {
  topicDe: string
  topicEn: string | null
  level: CourseLevel
  format: CourseFormat
  audiences: readonly Audience[]
  units: number
  prerequisites: string | null
}

/** What a course is, in one glance. */
export function CourseFacts({ course }: { course: Course }) {
  const t = useMessages()
  const locale = useLocale()
  const { catalogue, page } = t.course
  const audiences = course.audiences.map((audience) => t.course.audience[audience])
  return (
    <DescriptionList
      facts={[
        { term: catalogue.topic, value: pick(locale, course.topicDe, course.topicEn) },
        { term: catalogue.level, value: t.course.level[course.level] },
        { term: catalogue.format, value: t.course.format[course.format] },
        { term: page.size, value: t.course.units(course.units) },
        { term: catalogue.audience, value: formatList(audiences, locale) },
        { term: page.prerequisites, value: course.prerequisites ?? page.noPrerequisites },
      ]}
    />
  )
}
