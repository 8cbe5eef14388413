import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isNearlyFull,
  isShownInPages,
  mediaTypeOf,
  plainName,
  quotaRefusal,
  rangeOf,
} from '#app/domain/file.ts'

const binary = (detected: string | undefined) => ({ detected, isText: false })
const TEXT = { detected: undefined, isText: true }

test('a file is taken when its content is what its name says', () => {
  expect(mediaTypeOf('Folien.PDF', binary('pdf'), 'material')).toEqual({
    ok: true,
    mediaType: 'application/pdf',
  })
  expect(mediaTypeOf('foto.jpeg', binary('jpg'), 'material')).toEqual({ ok: true, mediaType: 'image/jpeg' })
  expect(mediaTypeOf('liste.csv', TEXT, 'material')).toEqual({ ok: true, mediaType: 'text/csv' })
  expect(mediaTypeOf('untertitel.vtt', { ...TEXT, detected: 'vtt' }, 'captions')).toEqual({
    ok: true,
    mediaType: 'text/vtt',
  })
})

test('a file that is something else than its name says is refused, as is a type that nobody needs', () => {
  const refusal = (name: string, detected: string | undefined, isText = false) =>
    mediaTypeOf(name, { detected, isText }, 'material')
  expect(refusal('folien.pdf', 'exe')).toEqual({ ok: false, refusal: 'other-type' })
  expect(refusal('folien.pdf', undefined, true)).toEqual({ ok: false, refusal: 'other-type' })
  expect(refusal('bild.png', 'xml', true)).toEqual({ ok: false, refusal: 'other-type' })
  expect(refusal('notiz.md', 'pdf')).toEqual({ ok: false, refusal: 'other-type' })
  for (const name of ['seite.html', 'bild.svg', 'makro.docm', 'setup.exe', 'ohne', 'a.__proto__'])
    expect(refusal(name, 'xml', true)).toEqual({ ok: false, refusal: 'type-not-allowed' })
  expect(mediaTypeOf('film.mp4', binary('mp4'), 'proof')).toEqual({ ok: false, refusal: 'type-not-allowed' })
})

test('only pictures, films and captions are ever shown inside a page', () => {
  expect(['image/png', 'video/mp4', 'text/vtt'].every(isShownInPages)).toBe(true)
  expect(['application/pdf', 'text/plain', 'text/csv', 'application/zip'].some(isShownInPages)).toBe(false)
})

test('a name keeps what people read, and loses folders and signs that do harm', () => {
  expect(plainName('C:\\Daten\\Übung 1.pdf')).toBe('Übung 1.pdf')
  expect(plainName('../../etc/pass\r\nwd"<.txt')).toBe('passwd.txt')
  expect(plainName(`${'x'.repeat(300)}.pdf`)).toMatch(/^x{116}\.pdf$/)
})

test('what would go over the quota is refused; from four fifths on somebody is told', () => {
  const room = { used: 50, limit: 100 }
  expect(quotaRefusal(50, room, room)).toBeNull()
  expect(quotaRefusal(51, room, { used: 0, limit: 1_000 })).toBe('quota-organisation')
  expect(quotaRefusal(51, null, room)).toBe('quota-installation')
  expect([isNearlyFull({ used: 79, limit: 100 }), isNearlyFull({ used: 80, limit: 100 })]).toEqual([
    false,
    true,
  ])
})

test('players get the part that they ask for', () => {
  expect(rangeOf('bytes=0-99', 1_000, 500)).toEqual({ from: 0, length: 100 })
  expect(rangeOf('bytes=900-', 1_000, 500)).toEqual({ from: 900, length: 100 })
  expect(rangeOf('bytes=0-', 1_000, 500)).toEqual({ from: 0, length: 500 })
  expect(rangeOf('bytes=-100', 1_000, 500)).toEqual({ from: 900, length: 100 })
  expect(rangeOf('bytes=1000-', 1_000, 500)).toBeNull()
  expect(rangeOf('bytes=9-3', 1_000, 500)).toBeNull()
  for (const header of [null, '', 'bytes=-', 'bytes=0-1,5-6', 'lines=1-2'])
    expect(rangeOf(header, 1_000, 500)).toBeUndefined()
})

test('whatever a player asks for, the part lies within the file', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 1, max: 4_000 }), (first, last, size) => {
      for (const header of [`bytes=${first}-${last}`, `bytes=${first}-`, `bytes=-${last}`]) {
        const range = rangeOf(header, size, 1_000)
        if (!range) continue
        expect(range.from).toBeGreaterThanOrEqual(0)
        expect(range.length).toBeGreaterThan(0)
        expect(range.from + range.length).toBeLessThanOrEqual(size)
      }
    }),
  )
})
