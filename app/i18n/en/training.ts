import type { training as de } from '#app/i18n/de/training.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'en')
const counted = (value: number, one: string, many: string) =>
  value === 1 ? one : `${formatNumber(value, 'en')} ${many}`

export const training: typeof de = {
  title: 'What took place',
  took: (from, until, workshops, courses, units) => {
    const stretch = `From ${day(from)} to ${day(until)}`
    if (workshops === 0) return `${stretch} no workshop took place.`
    const held = counted(workshops, 'one workshop', 'workshops')
    const of = counted(courses, 'one course', 'courses')
    return `${stretch} ${held} of ${of} took place, with ${counted(units, 'one teaching unit', 'teaching units')} in all.`
  },
  caption: 'What took place, by topic',
  columns: {
    topic: 'Topic',
    courses: 'Courses',
    workshops: 'Workshops',
    units: 'Units',
    attended: 'Attended seats',
  },
  few: 'few',
  note: 'Attended seats are counted, not people: whoever came to three workshops counts three times. “Few” stands where one could otherwise tell who it was. A workshop with meetings before and after counts with the meetings of this stretch.',
}
