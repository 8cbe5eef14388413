import { expect, test } from 'vitest'
import { GUEST, type Actor } from '#app/domain/policy.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { StatCard } from '#app/ui/stat-card.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { html, tag } from '#tests/ui/render.tsx'

const coordinator: Actor = { ...GUEST, id: 'c', name: 'Ada Lovelace', roles: ['coordinator'] }
const navigation = [
  { href: '/', label: 'Start' },
  { href: '/courses', label: 'Kurse' },
  { href: '/workshops', label: 'Termine' },
]

function shell({ demo = false, embedded = false }: { demo?: boolean; embedded?: boolean } = {}) {
  return (
    <Shell
      district="Landkreis Meißen"
      navigation={navigation}
      version="0.1.0"
      demo={demo}
      embedded={embedded}
    >
      <h1>Kurse</h1>
    </Shell>
  )
}

test('the first link leads past the navigation to the content', () => {
  const page = html(shell())
  expect(page.indexOf('href="#main"')).toBe(page.indexOf('href="'))
  expect(tag(page, 'main')).toBe('<main id="main" tabindex="-1">')
})

test('the navigation says where one is, also below an entry', () => {
  expect(tag(html(shell(), { pathname: '/courses' }), 'a', 'aria-current')).toContain('aria-current="page"')
  const below = html(shell(), { pathname: '/courses/17' })
  expect(tag(below, 'a', 'aria-current')).toBe('<a href="/courses" aria-current="true">')
  expect(html(shell(), { pathname: '/coursework' })).not.toContain('aria-current')
})

test('invented data is named on every page, and never under the sign of an authority', () => {
  const demo = html(shell({ demo: true }))
  expect(demo).toContain('Beispieldaten')
  expect(demo).not.toContain('Bundesrepublik Deutschland')
  const real = html(shell())
  expect(real).not.toContain('Beispieldaten')
  expect(real).toContain('Offizielle Website – Bundesrepublik Deutschland')
  expect(html(shell({ embedded: true }))).toContain('Testbetrieb')
})

test('a guest is offered the way in, and comes back to this page', () => {
  const page = html(shell(), { pathname: '/courses', search: '?q=netz' })
  expect(page).toContain('href="/login?to=%2Fcourses%3Fq%3Dnetz"')
  expect(page).not.toContain('Ausloggen')
})

test('whoever is signed in sees the own name and can leave without JavaScript', () => {
  const page = html(shell(), { actor: coordinator })
  expect(page).toContain('Ada Lovelace')
  expect(tag(page, 'form', '/logout')).toContain('method="post"')
})

test('the language changes by a form that comes back to this page', () => {
  const page = html(shell(), { pathname: '/courses', search: '?q=netz' })
  expect(tag(page, 'form', '/language')).toContain('method="post"')
  expect(tag(page, 'input', 'name="locale"')).toContain('value="en"')
  expect(tag(page, 'input', 'name="to"')).toContain('value="/courses?q=netz"')
  expect(tag(html(shell(), { locale: 'en' }), 'input', 'name="locale"')).toContain('value="de"')
})

test('what somebody may not do is not offered', () => {
  const workshop = { trainerIds: ['t'] }
  const offers = (
    <>
      <Allowed to="course:edit">Kurs ändern</Allowed>
      <Allowed to="attendance:record" on={workshop} otherwise="Nur die Trainerin">
        Anwesenheit
      </Allowed>
    </>
  )
  expect(html(offers)).toBe('Nur die Trainerin')
  expect(html(offers, { actor: coordinator })).toBe('Kurs ändernAnwesenheit')
  expect(html(offers, { actor: { ...coordinator, id: 't', roles: ['trainer'] } })).toBe('Anwesenheit')
})

test('an error page says what happened and has a way out', () => {
  expect(html(<ErrorPage status={404} />)).toContain('Diese Seite gibt es nicht')
  expect(html(<ErrorPage status={403} />)).toContain('href="/"')
  expect(html(<ErrorPage status={401} returnTo="/workshops/1" />)).toContain(
    'href="/login?to=%2Fworkshops%2F1"',
  )
  expect(html(<ErrorPage status={500} requestId="a1b2" />)).toContain('a1b2')
  expect(html(<ErrorPage status={403} requestId="a1b2" />)).not.toContain('a1b2')
})

test('a page has one title, and above it the way here', () => {
  const page = html(<PageHeader title="Netze" breadcrumbs={[{ href: '/courses', label: 'Kurse' }]} />)
  expect(page.match(/<h1>/g)).toHaveLength(1)
  expect(page.indexOf('href="/courses"')).toBeLessThan(page.indexOf('<h1>'))
  expect(tag(page, 'nav')).toContain('aria-label="Sie sind hier"')
})

test('the tab of the page one is on says so', () => {
  const tabs = [
    { href: '/workshops/1', label: 'Überblick' },
    { href: '/workshops/1/enrolments', label: 'Angemeldete' },
  ]
  const page = html(<Tabs label="Ansichten" tabs={tabs} />, { pathname: '/workshops/1/enrolments' })
  expect(tag(page, 'a', 'aria-current')).toContain('/workshops/1/enrolments')
})

test('a state is a word, and its sign is left out when read aloud', () => {
  const badge = html(<Badge kind="warning">Warteliste</Badge>)
  expect(badge).toContain('Warteliste')
  expect(tag(badge, 'svg')).toContain('aria-hidden="true"')
})

test('a figure stands with its sentence, its target and its day', () => {
  const card = html(
    <StatCard
      title="Teilnehmende Kommunen"
      value="71,4 %"
      sentence="20 von 28 Kommunen nehmen teil."
      rating={{ word: 'erreicht', symbol: '▲', tone: 'good' }}
      target="mindestens 60 %"
      asOf="23. November 2026"
    />,
  )
  expect(card).toMatch(/aria-labelledby="([^"]+)".*id="\1"/)
  expect(card).toContain('<span aria-hidden="true">▲</span> erreicht')
  expect(card).toContain('<dt>Zielwert</dt><dd>mindestens 60 %</dd>')
})

test('a fact that nobody has stated says so, one that does not apply is left out', () => {
  const list = html(
    <DescriptionList
      facts={[
        { term: 'Ort', value: null },
        { term: 'Link', value: undefined },
      ]}
    />,
  )
  expect(list).toContain('keine Angabe')
  expect(list).not.toContain('Link')
})

test('the declaration of accessibility learns from which page somebody comes, but no secret of it', () => {
  const linkOn = (pathname: string, search = '') =>
    tag(html(shell(), { pathname, search }), 'a', 'href="/accessibility')
  expect(linkOn('/courses', '?q=netz')).toBe('<a href="/accessibility?page=%2Fcourses">')
  expect(linkOn('/offers/kX9-s_ecret')).toBe('<a href="/accessibility?page=%2Foffers%2F%E2%80%A6">')
  expect(linkOn('/accessibility', '?page=%2Fcourses')).toBe('<a href="/accessibility">')
})
