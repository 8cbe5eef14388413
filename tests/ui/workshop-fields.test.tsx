import { expect, test } from 'vitest'
import { messages } from '#app/i18n/index.ts'
import { Form } from '#app/ui/form.tsx'
import { workshopFields } from '#app/ui/workshop-fields.tsx'
import { html } from '#tests/ui/render.tsx'

const room = { id: 'r1', name: 'Saal', site: null, seats: 20, accessible: true }
const courses = [{ value: 'c1', label: 'Netze verstehen' }]
const trainers = [
  { value: 't1', label: 'Ada Lovelace' },
  { value: 't2', label: 'Grace Hopper' },
]
const given = {
  courses,
  trainers,
  fixedTrainers: '',
  equipment: [],
  rows: 4,
  isNew: true,
  isOpen: false,
  here: '/',
}

type FormProps = Partial<Parameters<typeof Form>[0]>
const form = (rooms: (typeof room)[], more: FormProps = {}) =>
  html(<Form {...more}>{workshopFields(messages('de'), { ...given, rooms })}</Form>)

/** The folds of a form, and what is seen before any of them is opened. */
function seen(page: string) {
  const folds = page.match(/<details[^]*?<[/]details>/g) ?? []
  const shown = folds
    .filter((fold) => !/^<details[^>]* open/.test(fold))
    .reduce((all, fold) => all.replace(fold, ''), page)
  const names = [...shown.matchAll(/<(?:input|select|textarea)[^>]*?name="([^"]+)"/g)].map(([, name]) => name)
  return [...new Set(names)]
}

test('a workshop takes seven fields, with rooms of ours and without; all others are folded', () => {
  const alike = ['courseId', 'day0', 'start0', 'end0']
  expect(seen(form([room]))).toEqual([...alike, 'roomId', 'trainerIds', 'capacity'])
  expect(seen(form([]))).toEqual([...alike, 'place', 'trainerIds', 'capacity'])
})

test.each(['onlineUrl', 'place', 'note', 'enrolUntil', 'quota', 'decideOn', 'units0', 'day3'])(
  'what is wrong with %s is never out of sight',
  (name) => {
    expect(seen(form([room]))).not.toContain(name)
    expect(seen(form([room], { errors: { [name]: 'invalid' } }))).toContain(name)
  },
)

test('a place or a link that was given is in sight, as it was typed or as it is stored', () => {
  const onlineUrl = 'https://konferenz.example/1'
  expect(seen(form([room], { values: { onlineUrl } }))).toContain('onlineUrl')
  expect(seen(form([room], { values: { onlineUrl }, submitted: { onlineUrl: '' } }))).not.toContain(
    'onlineUrl',
  )
  expect(seen(form([room], { values: { place: null } }))).not.toContain('place')
})
