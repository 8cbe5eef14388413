import { expect, test } from 'vitest'
import { readRegister, type RegisterResult } from '#app/domain/municipality-register.ts'
import { placeLine, registerText } from '#tests/register-lines.ts'

const COSWIG = { ags: '14627010', name: 'Coswig, Stadt', population: 20479, textKey: '63' }
const GLAUBITZ = { ags: '14627040', name: 'Glaubitz', population: 1886 }
const GROESSE = { ags: '14627060', name: 'Großenhain, Stadt', population: 18183, textKey: '63' }

function problemsOf(result: RegisterResult) {
  return !result.ok && result.refusal === 'faulty-lines'
    ? result.problems.map(({ line, problem }) => `${line} ${problem}`)
    : result
}

test('a register gives its municipalities with the short name, the kind and the population', () => {
  expect(readRegister(registerText([COSWIG, GLAUBITZ]))).toEqual({
    ok: true,
    register: {
      day: '2026-10-31',
      municipalities: [
        { ags: '14627010', name: 'Coswig', kind: 'Stadt', population: 20479 },
        { ags: '14627040', name: 'Glaubitz', kind: 'Gemeinde', population: 1886 },
      ],
      areasWithout: [],
    },
  })
})

test('a mark at the start, Windows line ends and a missing last one are no fault', () => {
  const text = registerText([COSWIG, GLAUBITZ])
  const plain = readRegister(text)
  expect(readRegister(`\ufeff${text}`)).toEqual(plain)
  expect(readRegister(text.replaceAll('\n', '\r\n'))).toEqual(plain)
  expect(readRegister(text.trimEnd().padEnd(text.length - 1))).toEqual(plain)
})

test('areas without a municipality are told apart', () => {
  const forest = { ags: '14627999', name: 'Gohrischheide', textKey: '66', population: 0 }
  const read = readRegister(registerText([COSWIG, forest]))
  expect(read).toMatchObject({ ok: true, register: { areasWithout: ['14627999'] } })
  expect(read.ok && read.register.municipalities).toHaveLength(1)
})

test('a file of another product is told from a register with a few faulty lines', () => {
  const csv = 'ags;name\n14627010;Coswig\n14627020;Diera-Zehren\n14627030;Ebersbach\n'
  expect(readRegister(csv)).toMatchObject({ refusal: 'other-file' })
  expect(readRegister('PK\u0003\u0004…')).toMatchObject({ refusal: 'packed' })
  expect(readRegister('')).toMatchObject({ refusal: 'empty' })
  expect(readRegister('\ufeff')).toMatchObject({ refusal: 'empty' })
})

test('umlauts in the encoding of DOS are no names', () => {
  const dos = (name: string) => name.replace('ö', '\u0094').replace('ß', 'á')
  const strange = { ...GROESSE, name: dos('Großenhain') }
  const text = registerText([COSWIG, GLAUBITZ, strange, { ags: '14627050', name: dos('Gröditz') }])
  expect(problemsOf(readRegister(text))).toEqual(['5 name-signs', '6 name-signs'])
})

test('a key that comes twice is named with the line where it stood first', () => {
  const text = registerText([COSWIG, GLAUBITZ, GROESSE]) + `${placeLine({ ...COSWIG, name: 'Kosswig' })}\n`
  expect(readRegister(text)).toMatchObject({ problems: [{ line: 6, problem: 'doubled', found: '3' }] })
})
