import { expect, test } from 'vitest'
import { RequiredCourses } from '#app/ui/course-facts.tsx'
import { html } from '#tests/ui/render.tsx'

const courses = [
  { id: 'first', titleDe: 'Grundlagen', titleEn: null, isDraft: false },
  { id: 'second', titleDe: 'Vertiefung', titleEn: null, isDraft: true },
]

test('a course that has to come first is a link; a draft is a name that says so', () => {
  const page = html(<RequiredCourses courses={courses} />)
  expect(page).toContain('<a href="/courses/first">Grundlagen</a>')
  expect(page).toContain('Vertiefung (noch nicht im Katalog)')
  expect(page).not.toContain('/courses/second')
})

test('whoever writes courses gets to the draft', () => {
  expect(html(<RequiredCourses courses={courses} seesDrafts />)).toContain('/courses/second')
})
