import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ods } from '#reports/ods.ts'

test('a sheet is OpenDocument: its type stands first and unpacked, texts are texts, numbers are numbers', () => {
  const rows = [
    ['Frage', 'Wert'],
    ['=1+1 <b>"x"</b>', 6],
    ['zwei\nZeilen\u0000\u000B', ''],
    [{ day: '2026-06-30' }],
  ]
  const bytes = ods([
    { name: 'Ergebnisse & mehr', rows },
    { name: 'Erläuterungen', rows: [] },
  ])
  expect(strFromU8(bytes.subarray(30, 38))).toBe('mimetype')
  expect(strFromU8(bytes.subarray(38, 38 + 46))).toBe('application/vnd.oasis.opendocument.spreadsheet')
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml'])
  const content = strFromU8(files['content.xml']!)
  expect(content).toContain('table:name="Ergebnisse &amp; mehr"')
  expect(content).toContain(
    '<table:table-cell office:value-type="string"><text:p>=1+1 &lt;b&gt;&quot;x&quot;&lt;/b&gt;</text:p></table:table-cell>',
  )
  expect(content).toContain('office:value-type="float" office:value="6"')
  expect(content).toContain('table:name="Erläuterungen"')
  expect(content).toContain('office:value-type="date" office:date-value="2026-06-30"')
  expect(content).toContain('<text:p>zwei</text:p><text:p>Zeilen</text:p>')
  expect(content).not.toContain('table:formula')
})

test('the same table gives the same file', () => {
  const sheets = () => [{ name: 'a', rows: [['b', 1]] }]
  expect(ods(sheets())).toEqual(ods(sheets()))
})
