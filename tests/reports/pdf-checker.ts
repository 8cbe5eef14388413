import { markedContentIn, operationsIn } from '#tests/reports/content-stream.ts'
import { isDictionary, textIn, type Dictionary, type Pdf, type Value } from '#tests/reports/qpdf.ts'

/**
 * What keeps a file from being PDF/A-3a and PDF/UA-1, as far as a program can tell and our reports could get it wrong;
 * an empty list is a good file. It cannot tell whether an alternative text means anything, nor whether texts overlap.
 */
export function problemsIn(pdf: Pdf): string[] {
  const elements = structureOf(pdf)
  return [
    ...catalogueProblems(pdf),
    ...metadataProblems(pdf),
    ...fontProblems(pdf),
    ...elementProblems(pdf, elements),
    ...headingProblems(elements),
    ...pageProblems(pdf, elements),
    ...linkProblems(pdf, elements),
    ...attachmentProblems(pdf),
  ]
}

/** Keeps the sentence if the condition does not hold. */
function unless(condition: boolean, problem: string): string[] {
  return condition ? [] : [problem]
}

type Element = { id: string; type: string; value: Dictionary; parent: string }

/** The structure tree, flat, in reading order. */
function structureOf(pdf: Pdf): Element[] {
  const walk = (child: Value, parent: string): Element[] => {
    const value = pdf.follow(child)
    if (!isDictionary(value) || typeof value['/S'] !== 'string') return []
    const type = value['/S'].slice(1)
    const self = { id: typeof child === 'string' ? child : '', type, value, parent }
    return [self, ...pdf.list(value['/K']).flatMap((inner) => walk(inner, type))]
  }
  const root = pdf.dictionary(pdf.catalogue['/StructTreeRoot'])
  return pdf.list(root['/K']).flatMap((child) => walk(child, 'Root'))
}

function catalogueProblems({ catalogue, dictionary, list }: Pdf): string[] {
  const outlines = dictionary(catalogue['/Outlines'])
  return [
    ...unless(dictionary(catalogue['/MarkInfo'])['/Marked'] === true, 'the file is not marked as tagged'),
    ...unless(textIn(catalogue['/Lang']) !== '', 'the file names no language'),
    ...unless(
      dictionary(catalogue['/ViewerPreferences'])['/DisplayDocTitle'] === true,
      'the window shows the name of the file instead of its title',
    ),
    ...unless(list(catalogue['/OutputIntents']).length > 0, 'the file does not say which colours it means'),
    ...unless(typeof outlines['/Count'] === 'number', 'the bookmarks are not counted'),
  ]
}

function metadataProblems(pdf: Pdf): string[] {
  const xml = pdf.bytes(pdf.catalogue['/Metadata']).toString('utf8')
  return [
    ...unless(/<pdfaid:part>3<.*<pdfaid:conformance>A</s.test(xml), 'the file does not claim PDF/A-3a'),
    ...unless(/<pdfuaid:part>1</.test(xml), 'the file does not claim PDF/UA-1'),
    ...unless(/<dc:title>.*<rdf:li[^>]*>[^<]+</s.test(xml), 'the metadata have no title'),
    ...unless(isWellFormed(xml), 'the metadata are not well-formed XML'),
  ]
}

/** As far as texts of people may spoil it: a sign that begins something, or one that XML cannot hold at all. */
function isWellFormed(xml: string): boolean {
  return (
    !/&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xml) && !/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/u.test(xml)
  )
}

function fontProblems(pdf: Pdf): string[] {
  const fonts = pdf.objects
    .map(({ value }) => pdf.dictionary(value))
    .filter((value) => value['/Type'] === '/Font')
  return fonts.flatMap((font) => {
    if (font['/Subtype'] === '/Type0')
      return unless(pdf.bytes(font['/ToUnicode']).length > 0, `${font['/BaseFont']} cannot be searched`)
    const descriptor = pdf.dictionary(font['/FontDescriptor'])
    const isEmbedded = Boolean(descriptor['/FontFile2'] ?? descriptor['/FontFile3'])
    return unless(isEmbedded, `the font ${font['/BaseFont']} is not embedded`)
  })
}

const ROW_GROUPS = ['Table', 'THead', 'TBody', 'TFoot']

function elementProblems(pdf: Pdf, elements: readonly Element[]): string[] {
  return elements.flatMap(({ type, value, parent }) => {
    if (type === 'Figure') return unless(textIn(value['/Alt']) !== '', 'a figure has no alternative text')
    if (type === 'TR')
      return unless(ROW_GROUPS.includes(parent), 'a row of a table stands outside of a table')
    if (type === 'TD') return unless(parent === 'TR', 'a cell of a table stands outside of a row')
    if (type !== 'TH') return []
    const scopes = pdf.list(value['/A']).map((attributes) => pdf.dictionary(attributes)['/Scope'])
    return unless(scopes.includes('/Column') || scopes.includes('/Row'), 'a header cell has no scope')
  })
}

function headingProblems(elements: readonly Element[]): string[] {
  let level = 0
  return elements.flatMap(({ type }) => {
    const next = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0)
    if (next === 0) return []
    const problem = unless(next <= level + 1, `a heading jumps from level ${level} to level ${next}`)
    level = next
    return problem
  })
}

function pageProblems(pdf: Pdf, elements: readonly Element[]): string[] {
  const known = elements.reduce((sum, { value }) => sum + contentIds(pdf, value), 0)
  const pages = pdf.pages.map((page) => markedContentIn(operationsIn(pdf.bytes(page['/Contents']))))
  const marked = pages.reduce((sum, { ids }) => sum + ids.length, 0)
  return [
    ...pdf.pages.flatMap((page) =>
      unless(page['/Tabs'] === '/S', 'the tab key does not follow the structure'),
    ),
    ...pages.flatMap(({ unmarked }, index) =>
      unless(
        unmarked.length === 0,
        `page ${index + 1} has content outside of the structure (${unmarked.join(' ')})`,
      ),
    ),
    ...pages.flatMap(({ missingGlyphs }, index) =>
      unless(missingGlyphs === 0, `page ${index + 1} has signs that the font does not have`),
    ),
    ...unless(known === marked, `the structure knows ${known} of ${marked} pieces of content`),
  ]
}

/** How many pieces of marked content an element has itself. */
function contentIds(pdf: Pdf, element: Dictionary): number {
  return pdf
    .list(element['/K'])
    .filter((child) => typeof child === 'number' || pdf.dictionary(child)['/MCID'] !== undefined).length
}

function linkProblems(pdf: Pdf, elements: readonly Element[]): string[] {
  const inStructure = elements
    .filter(({ type }) => type === 'Link')
    .flatMap(({ value }) => pdf.list(value['/K']).map((child) => pdf.dictionary(child)['/Obj']))
  return pdf.pages
    .flatMap((page) => pdf.list(page['/Annots']))
    .flatMap((reference) => [
      ...unless(textIn(pdf.dictionary(reference)['/Contents']) !== '', 'a link does not say where it leads'),
      ...unless(inStructure.includes(reference), 'a link stands outside of the structure'),
    ])
}

const RELATIONSHIPS = ['/Data', '/Source', '/Alternative', '/Supplement']

function attachmentProblems(pdf: Pdf): string[] {
  const associated = pdf.list(pdf.catalogue['/AF'])
  const specifications = pdf.objects.filter(({ value }) => pdf.dictionary(value)['/Type'] === '/Filespec')
  return specifications.flatMap(({ id, value }) => {
    const specification = pdf.dictionary(value)
    const name = textIn(specification['/UF'])
    const file = pdf.dictionary(pdf.dictionary(specification['/EF'])['/F'])
    const relationship = specification['/AFRelationship']
    return [
      ...unless(associated.includes(id), `${name} is not associated with the document`),
      ...unless(
        RELATIONSHIPS.includes(String(relationship)),
        `${name} does not say what it is to the document`,
      ),
      ...unless(typeof file['/Subtype'] === 'string', `${name} has no MIME type`),
      ...unless(textIn(pdf.dictionary(file['/Params'])['/ModDate']) !== '', `${name} has no date of change`),
    ]
  })
}
