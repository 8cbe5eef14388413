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

type RequiredCourse = { id: string; titleDe: string; titleEn: string | null }

/** What a course is, in one glance. */
export function CourseFacts({ course, required }: { course: Course; required: readonly RequiredCourse[] }) {
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
        {
          term: page.prerequisites,
          value: <Prerequisites text={course.prerequisites} required={required} />,
        },
      ]}
    />
  )
}

/** What one should bring along, and the courses without which nobody can enrol. */
function Prerequisites({ text, required }: { text: string | null; required: readonly RequiredCourse[] }) {
  const { page } = useMessages().course
  const locale = useLocale()
  if (required.length === 0) return text ?? page.noPrerequisites
  return (
    <>
      {text && <p>{text}</p>}
      <p>{page.required(required.length)}</p>
      <ul>
        {required.map(({ id, titleDe, titleEn }) => (
          <li key={id}>
            <a href={`/courses/${id}`}>{pick(locale, titleDe, titleEn)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
