import { Parser, type Quad } from 'n3'
import { expect, test } from 'vitest'
import { catalogueOf, jsonLd, LICENCE, turtle, type CatalogueOwner } from '#reports/catalogue.ts'
import { aReport } from '#tests/reports/report-data.ts'

const OWNER: CatalogueOwner = {
  origin: 'https://lernkreis.example',
  districtName: 'Landkreis „Muster“ \\ "Land"\n<x>',
  districtKey: '14627',
  contactEmail: 'daten@lernkreis.example',
  contributor: 'http://dcat-ap.de/def/contributors/landkreisMuster',
}
const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const DCATDE = 'http://dcat-ap.de/def/dcatde/'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

const statements = catalogueOf(OWNER, [aReport(), aReport({ number: 4, demo: false })])
const quads = new Parser().parse(turtle(statements))
const ofType = (type: string) =>
  quads
    .filter(({ predicate, object }) => predicate.value === TYPE && object.value === type)
    .map((one) => one.subject.value)
const values = (all: Quad[], subject: string, predicate: string) =>
  all
    .filter((one) => one.subject.value === subject && one.predicate.value === predicate)
    .map((one) => one.object.value)

/** What DCAT-AP.de asks of each thing at least. */
const NEEDED: Record<string, string[]> = {
  [`${DCAT}Catalog`]: [
    `${DCT}title`,
    `${DCT}description`,
    `${DCT}publisher`,
    `${DCAT}dataset`,
    `${DCAT}record`,
    'http://xmlns.com/foaf/0.1/homepage',
  ],
  [`${DCAT}Dataset`]: [
    ...['title', 'description', 'identifier', 'issued', 'modified', 'publisher', 'temporal'].map(
      (name) => DCT + name,
    ),
    ...['theme', 'keyword', 'contactPoint', 'distribution'].map((name) => DCAT + name),
    `${DCATDE}contributorID`,
    `${DCATDE}politicalGeocodingURI`,
  ],
  [`${DCAT}Distribution`]: [`${DCT}title`, `${DCAT}accessURL`, `${DCT}license`, `${DCT}format`],
  [`${DCAT}CatalogRecord`]: [`${DCT}modified`, 'http://xmlns.com/foaf/0.1/primaryTopic'],
  [`${DCT}PeriodOfTime`]: [`${DCAT}startDate`, `${DCAT}endDate`],
}

function lacks(all: Quad[]): string[] {
  return Object.entries(NEEDED).flatMap(([type, predicates]) =>
    all
      .filter(({ predicate, object }) => predicate.value === TYPE && object.value === type)
      .flatMap(({ subject }) =>
        predicates
          .filter((predicate) => values(all, subject.value, predicate).length === 0)
          .map((predicate) => `${subject.value} lacks ${predicate}`),
      ),
  )
}

test('a reader of RDF finds what DCAT-AP.de asks for: one dataset a report, each with file, licence, days and contact', () => {
  expect(ofType(`${DCAT}Dataset`)).toHaveLength(2)
  expect(lacks(quads)).toEqual([])
  expect(lacks(quads.filter(({ object }) => object.value !== LICENCE))).toHaveLength(2)
  const [csv = ''] = ofType(`${DCAT}Distribution`)
  expect(values(quads, csv, `${DCAT}accessURL`)).toEqual([
    'https://lernkreis.example/open-data/3/indicators-open.csv',
  ])
  expect(values(quads, csv, `${DCT}license`)).toEqual(['http://dcat-ap.de/def/licenses/dl-by-de/2.0'])
})

test('whatever the catalogue points to within itself is there', () => {
  const subjects = new Set(quads.map(({ subject }) => subject.value))
  const inside = quads.map(({ object }) => object.value).filter((value) => value.includes('catalog.ttl#'))
  expect(inside.length).toBeGreaterThan(8)
  expect(inside.filter((value) => !subjects.has(value))).toEqual([])
})

test('a name with quotes, backslashes and line breaks comes back as it was', () => {
  const names = quads.filter(({ predicate }) => predicate.value === 'http://xmlns.com/foaf/0.1/name')
  expect(names.map(({ object }) => object.value)).toEqual([OWNER.districtName])
})

test('invented figures are called invented, and only those', () => {
  const titles = ofType(`${DCAT}Dataset`).flatMap((one) => values(quads, one, `${DCT}title`))
  expect(titles.map((title) => title.includes('Beispieldaten'))).toEqual([true, false])
})

test('JSON-LD says the same as Turtle', () => {
  type Thing = { '@id': string; '@type'?: string[] } & Record<string, unknown>
  const things = JSON.parse(jsonLd(statements)) as Thing[]
  const told = things.flatMap(({ '@id': id, '@type': types = [], ...facts }) => [
    ...types.map((type) => `${id} ${TYPE} ${type}`),
    ...Object.entries(facts).flatMap(([predicate, all]) =>
      (all as Record<string, string>[]).map(
        (value) => `${id} ${predicate} ${value['@id'] ?? value['@value']}`,
      ),
    ),
  ])
  const expected = quads.map(
    ({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`,
  )
  expect(told.sort()).toEqual(expected.sort())
})

test('without a contributor or a key of the district nothing is said of them', () => {
  const short = turtle(catalogueOf({ ...OWNER, contributor: '', districtKey: '' }, [aReport()]))
  expect(short).not.toMatch(/contributorID|politicalGeocoding/)
  expect(new Parser().parse(short).length).toBeGreaterThan(20)
})
