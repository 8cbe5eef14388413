import { expect, test } from 'vitest'
import { z } from 'zod'
import { readArguments } from '#app/cli/arguments.ts'

const options = { now: { type: 'string' }, small: { type: 'boolean' } } as const
const schema = z.object({
  now: z.string().regex(/^\d+$/, '--now muss eine Zahl sein.').optional(),
  small: z.boolean().default(false),
})

test('options are read with a blank or an equals sign, switches without a value', () => {
  expect(readArguments(['--now', '7', '--small'], options, schema)).toEqual({
    ok: true,
    value: { now: '7', small: true },
  })
  expect(readArguments(['--now=7'], options, schema)).toEqual({ ok: true, value: { now: '7', small: false } })
})

test.each([
  [['--later'], '--later gibt es bei diesem Befehl nicht.'],
  [['heute'], 'Mit „heute“ kann dieser Befehl nichts anfangen.'],
  [['--now'], 'Bei --now fehlt ein Wert, oder es steht einer zu viel da.'],
  [['--small=yes'], 'Bei --small fehlt ein Wert, oder es steht einer zu viel da.'],
  [['--now', 'x'], '--now muss eine Zahl sein.'],
])('what a command does not understand is said in one sentence: %s', (args, problem) => {
  expect(readArguments(args, options, schema)).toEqual({ ok: false, problem })
})
