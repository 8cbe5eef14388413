import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerBy, withoutSecrets } from '#app/domain/barrier-report.ts'

test('an answer is due within a month, also where the next month is shorter', () => {
  expect(answerBy('2026-11-26')).toBe('2026-12-26')
  expect(answerBy('2027-01-31')).toBe('2027-02-28')
})

test('no page of which the address is a secret hands it on', () => {
  const addresses = [...readFileSync('app/routes.ts', 'utf8').matchAll(/route\('([^']+)'/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => /:(token|code|file)\b/.test(path))

  expect(addresses).toEqual(expect.arrayContaining(['login/:token', 'offers/:token', 'verify/:code']))
  for (const address of addresses) {
    const path = `/${address.replace(/:\w+/, 'kX9-s_ecret')}`
    expect(withoutSecrets(path), address).not.toContain('kX9-s_ecret')
    expect(withoutSecrets(`siehe https://lernkreis.example${path}?a=1, danke`)).not.toContain('kX9-s_ecret')
  }
})

test('everything else stays as it is', () => {
  for (const text of [
    '/',
    '/courses?topic=netze',
    '/login',
    '/workshops/6ab1/enrolments',
    'Der Katalog / Seite 2',
  ])
    expect(withoutSecrets(text)).toBe(text)
})
