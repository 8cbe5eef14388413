import type { Audience, CourseFormat, CourseLevel } from '#app/domain/course.ts'
import type { RequiredCourse } from '#app/domain/decision.ts'
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

type Needs = { required: readonly RequiredCourse[]; seesDrafts: boolean }

/** What a course is, in one glance. */
export function CourseFacts({ course, ...needs }: { course: Course } & Needs) {
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
          value: <Prerequisites text={course.prerequisites} {...needs} />,
        },
      ]}
    />
  )
}

/** What one should bring along, and the courses without which nobody can enrol. */
function Prerequisites({ text, required, seesDrafts }: { text: string | null } & Needs) {
  const { page } = useMessages().course
  if (required.length === 0) return text ?? page.noPrerequisites
  return (
    <>
      {text && <p>{text}</p>}
      <p>{page.required(required.length)}</p>
      <RequiredCourses courses={required} seesDrafts={seesDrafts} />
    </>
  )
}

/** Courses that have to come first. A draft has no page for most readers, who get its name without a link. */
export function RequiredCourses({
  courses,
  seesDrafts = false,
}: {
  courses: readonly RequiredCourse[]
  seesDrafts?: boolean
}) {
  const { page } = useMessages().course
  const locale = useLocale()
  return (
    <ul>
      {courses.map(({ id, titleDe, titleEn, isDraft }) => (
        <li key={id}>
          {isDraft && !seesDrafts ? (
            page.notInCatalogue(pick(locale, titleDe, titleEn))
          ) : (
            <a href={`/courses/${id}`}>{pick(locale, titleDe, titleEn)}</a>
          )}
        </li>
      ))}
    </ul>
  )
}
