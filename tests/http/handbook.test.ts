import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anchorOf, getChapter, listChapters } from '#app/http/handbook.server.ts'
import { routeFinder } from '#app/http/route-finder.server.ts'
import routes from '#app/routes.ts'
import { helpFor, helpPages } from '#app/ui/help.ts'

const FOLDER = 'docs/handbuch'
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md'))
const pictures = readdirSync(`${FOLDER}/bilder`)
const textOf = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8')
/** As one line: what stands in bold or as a link may go on in the next one. */
const lineOf = (file: string) => textOf(file).replace(/\s*\n\s*/g, ' ')
const chapterNames = listChapters().map(({ name }) => name)
const sections = listChapters().flatMap(({ name, sections }) => sections.map(({ id }) => `${name}#${id}`))

const table = routes.map(({ id, file, path, index }) => ({ id: id ?? file, parentId: 'root', path, index }))
const routeOf = routeFinder([{ id: 'root', path: '' }, ...table])

/** What matches in all files of the folder, as "file: found". */
function foundIn(pattern: RegExp, read = lineOf): { file: string; found: string }[] {
  return files.flatMap((file) => [...read(file).matchAll(pattern)].map(([, found = '']) => ({ file, found })))
}

test('there is a chapter for participants, trainers, training officers, coordinators, the committee and staff councils', () => {
  expect(chapterNames).toEqual([
    'teilnehmende',
    'trainerinnen',
    'fortbildungsbeauftragte',
    'koordination',
    'ausschuss',
    'personalrat',
  ])
  for (const { title, lead, sections, html } of listChapters()) {
    expect(title).toMatch(/^Für /)
    expect(lead).toMatch(/^[^[\]*`]+\.$/)
    expect(sections.length).toBeGreaterThan(5)
    for (const { id } of sections) expect(html).toContain(`<h2 id="${id}">`)
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
  }
  expect(getChapter('README')).toBeUndefined()
  expect(getChapter('__proto__')).toBeUndefined()
})

test('a section is found under its title, umlauts and all', () => {
  expect(anchorOf('Absage und Vertretung')).toBe('absage-und-vertretung')
  expect(anchorOf('Am Tag selbst: einchecken')).toBe('am-tag-selbst-einchecken')
  expect(anchorOf('Räume und Ausstattung')).toBe('räume-und-ausstattung')
})

test('help leads from each page to a section that is there', () => {
  for (const { example, section } of helpPages()) {
    expect(sections, example).toContain(section)
    expect(helpFor(example)).toBe(`/handbook/${section}`)
    expect(routeOf(example), example).toBeDefined()
  }
  expect(helpFor('/about')).toBeUndefined()
})

test('every link between chapters leads to a chapter and to a section of it', () => {
  const links = foundIn(/\]\(([^)]+)\)/g).filter(({ found }) => !found.startsWith('bilder/'))
  const lost = links.filter(({ file, found }) => {
    const [, chapter = file.replace(/\.md$/, ''), anchor] = /^(?:([a-z]+)\.md)?(?:#(.+))?$/.exec(found) ?? []
    return !(anchor ? sections.includes(`${chapter}#${anchor}`) : chapterNames.includes(chapter))
  })
  expect(links.length).toBeGreaterThan(4)
  expect(lost).toEqual([])
})

test('every picture that is shown is there, says what is to be seen, and none lies about', () => {
  const shown = foundIn(/!\[[^\]]*\]\(bilder\/([^)]+)\)/g).map(({ found }) => found)
  expect([...new Set(shown)].sort()).toEqual(pictures.sort())
  for (const { found } of foundIn(/!\[([^\]]*)\]/g)) expect(found).toMatch(/^.{30,}\.$/)
})

test('no picture is too heavy for a slow line', () => {
  const heavy = pictures.filter((picture) => statSync(`${FOLDER}/bilder/${picture}`).size > 120_000)
  expect(heavy).toEqual([])
})

test('no chapter names an address that the product does not have', () => {
  const addresses = foundIn(/`(\/[^`]*)`/g)
  expect(addresses.filter(({ found }) => !routeOf(found) && found !== '/')).toEqual([])
})

test('what is set in bold are words that stand on the screen', () => {
  const words = readdirSync('app/i18n/de').map((file) => readFileSync(`app/i18n/de/${file}`, 'utf8'))
  const screen = words.join('\n')
  expect(foundIn(/\*\*([^*]+)\*\*/g).filter(({ found }) => !screen.includes(found))).toEqual([])
})

test('in the product, chapters are pages and pictures are files of its own', () => {
  const html = listChapters()
    .map((chapter) => chapter.html)
    .join('')
  expect(html).not.toMatch(/\.md\b|href="bilder/)
  for (const [, address = ''] of html.matchAll(/<img src="([^"]*)"/g)) expect(address).toMatch(/^\/.+\.png$/)
})
