import { expect, test } from 'vitest'
import { ownTitle, pageTitle } from '#app/ui/title.ts'

const course = { titleDe: 'Datenschutz', titleEn: 'Data protection' }
const titled = (locale: string) =>
  pageTitle([{ id: 'root', data: { locale } }], (_, language) => ownTitle(course, language))

test('the tab is called in the language of the page, in German where nobody knows it', () => {
  expect(titled('en')).toEqual([{ title: 'Data protection · Lernkreis' }])
  expect(titled('de')).toEqual([{ title: 'Datenschutz · Lernkreis' }])
  expect(pageTitle([], (_, language) => ownTitle(course, language))).toEqual([
    { title: 'Datenschutz · Lernkreis' },
  ])
  expect(ownTitle({ ...course, titleEn: null }, 'en')).toBe('Datenschutz')
})
