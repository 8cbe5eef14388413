import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { checkQuestionnaire } from '#app/cli/check-questionnaire.ts'

const folder = mkdtempSync(join(tmpdir(), 'questionnaires-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(name: string, content?: string) {
  const file = join(folder, name)
  if (content !== undefined) writeFileSync(file, content)
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const exitCode = await checkQuestionnaire.run([file])
  const verdict = JSON.parse(String(log.mock.calls[0]?.[0]))
  log.mockRestore()
  return { exitCode, verdict }
}

const good = {
  title: 'Kurz gefragt',
  pages: [
    { name: 'one', elements: [{ type: 'boolean', name: 'again', title: 'Würden Sie wieder kommen?' }] },
  ],
}

test('a good file ends with 0, a bad one with 1 and a sentence for each place, an unreadable one with 2', async () => {
  expect(await run('good.json', JSON.stringify(good))).toEqual({
    exitCode: 0,
    verdict: { ok: true, findings: [] },
  })
  const bad = await run('bad.json', JSON.stringify({ ...good, cookieName: 'x' }))
  expect(bad).toEqual({
    exitCode: 1,
    verdict: {
      ok: false,
      findings: [
        {
          path: 'cookieName',
          finding: 'not-allowed',
          sentence: 'Diese Angabe ist in Fragebögen nicht vorgesehen.',
        },
      ],
    },
  })
  expect((await run('missing.json')).exitCode).toBe(2)
  expect((await run('.')).exitCode).toBe(2)
})

test('a file that is none, or without end, gets the same kind of answer', async () => {
  expect((await run('picture.json', '\x89PNG\0')).verdict.findings[0].finding).toBe('not-json')
  expect((await run('large.json', `"${'x'.repeat(10_000_000)}"`)).verdict.findings[0].finding).toBe('too-big')
})
