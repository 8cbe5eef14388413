// The catalogue of released reports for open-data portals, by DCAT-AP.de: what there is, from whom, of which days, under
// which licence. As Turtle and as JSON-LD, both from the same statements.

import type { ReportData } from '#app/domain/report.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { OPEN_CSV_FILE } from '#reports/figure-list/open-data.ts'
import { wordsIn } from '#reports/words.ts'

export type CatalogueOwner = {
  origin: string
  districtName: string
  /** Five digits, or empty while nobody has entered it. */
  districtKey: string
  contactEmail: string
  /** By which GovData knows whoever delivers; empty while nobody has entered it. */
  contributor: string
}

/** Where the catalogue lies; all it speaks of is named below its address. */
export const CATALOGUE_PATH = '/open-data/catalog.ttl'

type Value = { iri: string } | { text: string; type?: 'date' | 'dateTime'; language?: 'de' }
export type Statement = { subject: string; predicate: string; value: Value }

const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const
type Prefixed = `${keyof typeof PREFIXES}:${string}`

/** "dcat:Dataset" in full. */
function full(name: Prefixed): string {
  const [prefix, local] = name.split(':') as [keyof typeof PREFIXES, string]
  return PREFIXES[prefix] + local
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const GERMAN_TERMS = 'http://dcat-ap.de/def'
/** Government and public sector. */
const THEME = `${AUTHORITY}/data-theme/GOVE`
export const LICENCE = `${GERMAN_TERMS}/licenses/dl-by-de/2.0`

const iri = (address: string): Value => ({ iri: address })
const said = (text: string): Value => ({ text, language: 'de' })

/** What is said of one thing. */
function about(subject: string, ...facts: [Prefixed, Value][]): Statement[] {
  return facts.map(([predicate, value]) => ({ subject, predicate: full(predicate), value }))
}

/** `reports` are the released ones, in their order. */
export function catalogueOf(owner: CatalogueOwner, reports: readonly ReportData[]): Statement[] {
  const { origin, districtName, contactEmail } = owner
  const { openData } = wordsIn('de')
  const base = `${origin}${CATALOGUE_PATH}`
  const [catalogue, publisher, contact] = [`${base}#catalog`, `${base}#publisher`, `${base}#contact`]
  return [
    ...about(
      catalogue,
      ['rdf:type', iri(full('dcat:Catalog'))],
      ['dct:title', said(openData.title(districtName))],
      ['dct:description', said(openData.description)],
      ['dct:publisher', iri(publisher)],
      ['dct:language', iri(`${AUTHORITY}/language/DEU`)],
      ['foaf:homepage', iri(`${origin}/`)],
      ...reports.flatMap(({ number }): [Prefixed, Value][] => [
        ['dcat:dataset', iri(`${base}#report-${number}`)],
        ['dcat:record', iri(`${base}#report-${number}-record`)],
      ]),
    ),
    ...about(publisher, ['rdf:type', iri(full('foaf:Agent'))], ['foaf:name', said(districtName)]),
    ...about(
      contact,
      ['rdf:type', iri(full('vcard:Organization'))],
      ['vcard:fn', said(`${districtName}, ${openData.office}`)],
      ['vcard:hasEmail', iri(`mailto:${contactEmail}`)],
    ),
    ...reports.flatMap((report) => datasetOf(report, owner)),
  ]
}

function datasetOf(report: ReportData, owner: CatalogueOwner): Statement[] {
  const { origin, districtName, districtKey, contributor } = owner
  const { openData, report: words } = wordsIn('de')
  const { number, cutOff, demo } = report
  const base = `${origin}${CATALOGUE_PATH}`
  const dataset = `${base}#report-${number}`
  const [folder, period] = [`${origin}/open-data/${number}`, `${dataset}-period`]
  const at = momentOf(releasedAt(report))
  const mark = demo ? ` (${words.demo.mark})` : ''
  return [
    ...about(
      dataset,
      ['rdf:type', iri(full('dcat:Dataset'))],
      ['dct:title', said(`${openData.dataset(districtName, cutOff)}${mark}`)],
      ['dct:description', said(demo ? `${openData.about} ${words.demo.explained}` : openData.about)],
      ['dct:identifier', { text: dataset }],
      ['dct:issued', at],
      ['dct:modified', at],
      ['dct:publisher', iri(`${base}#publisher`)],
      ['dct:temporal', iri(period)],
      ['dct:language', iri(`${AUTHORITY}/language/DEU`)],
      ['dcat:theme', iri(THEME)],
      ...openData.keywords.map((keyword): [Prefixed, Value] => ['dcat:keyword', said(keyword)]),
      ['dcat:contactPoint', iri(`${base}#contact`)],
      ['dcat:distribution', iri(`${dataset}-csv`)],
      ...(contributor === '' ? [] : [['dcatde:contributorID', iri(contributor)] satisfies [Prefixed, Value]]),
      ...placeOf(districtKey),
    ),
    ...about(
      period,
      ['rdf:type', iri(full('dct:PeriodOfTime'))],
      ['dcat:startDate', { text: firstDayOf(report), type: 'date' }],
      ['dcat:endDate', { text: cutOff, type: 'date' }],
    ),
    ...distributionOf(report, { dataset, folder, districtName }),
    ...about(
      `${dataset}-record`,
      ['rdf:type', iri(full('dcat:CatalogRecord'))],
      ['foaf:primaryTopic', iri(dataset)],
      ['dct:modified', at],
    ),
  ]
}

type Place = { dataset: string; folder: string; districtName: string }

function distributionOf(report: ReportData, { dataset, folder, districtName }: Place): Statement[] {
  const { openData } = wordsIn('de')
  const released = releasedAt(report)
  const file = iri(`${folder}/${OPEN_CSV_FILE}`)
  return about(
    `${dataset}-csv`,
    ['rdf:type', iri(full('dcat:Distribution'))],
    ['dct:title', said(openData.file)],
    ['dct:description', said(openData.described(`${folder}/datapackage.json`))],
    ['dcat:accessURL', file],
    ['dcat:downloadURL', file],
    ['dct:format', iri(`${AUTHORITY}/file-type/CSV`)],
    ['dcat:mediaType', iri('https://www.iana.org/assignments/media-types/text/csv')],
    ['dct:license', iri(LICENCE)],
    ['dcatde:licenseAttributionByText', said(openData.attribution(districtName, dayOf(released)))],
    ['dct:issued', momentOf(released)],
  )
}

/** Nothing while nobody has entered the key of the district. */
function placeOf(districtKey: string): [Prefixed, Value][] {
  if (districtKey === '') return []
  const terms = `${GERMAN_TERMS}/politicalGeocoding`
  return [
    ['dcatde:politicalGeocodingLevelURI', iri(`${terms}/Level/administrativeDistrict`)],
    ['dcatde:politicalGeocodingURI', iri(`${terms}/districtKey/${districtKey}`)],
  ]
}

const releasedAt = (report: ReportData) => new Date(report.releasedAt ?? `${report.cutOff}T00:00:00Z`)
const momentOf = (moment: Date): Value => ({ text: moment.toISOString(), type: 'dateTime' })

/** Of the oldest value that it tells. */
function firstDayOf({ participation, satisfaction, cutOff }: ReportData): string {
  const days = [
    ...participation.history.map(({ asOf }) => asOf),
    ...satisfaction.history.map(({ closedOn }) => closedOn),
  ]
  return [...days, cutOff].sort()[0] ?? cutOff
}

export function turtle(statements: readonly Statement[]): string {
  const prefixes = Object.entries(PREFIXES).map(([name, address]) => `@prefix ${name}: <${address}> .`)
  const subjects = [...new Set(statements.map(({ subject }) => subject))]
  const blocks = subjects.map((subject) => {
    const facts = statements
      .filter((one) => one.subject === subject)
      .map(({ predicate, value }) => `  ${short(predicate)} ${valueInTurtle(value)}`)
    return `${reference(subject)}\n${facts.join(' ;\n')} .`
  })
  return `${[prefixes.join('\n'), ...blocks].join('\n\n')}\n`
}

function short(address: string): string {
  for (const [name, start] of Object.entries(PREFIXES))
    if (address.startsWith(start) && /^[A-Za-z]\w*$/.test(address.slice(start.length)))
      return `${name}:${address.slice(start.length)}`
  return reference(address)
}

/** Signs that an address must not hold are written by their numbers. */
function reference(address: string): string {
  // eslint-disable-next-line no-control-regex
  return `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign))}>`
}

function valueInTurtle(value: Value): string {
  if ('iri' in value) return short(value.iri)
  // JSON escapes as Turtle does.
  const text = JSON.stringify(value.text)
  if (value.language) return `${text}@${value.language}`
  return value.type ? `${text}^^xsd:${value.type}` : text
}

/** In the expanded form, which needs no context that a reader would have to fetch. */
export function jsonLd(statements: readonly Statement[]): string {
  const things = new Map<string, Record<string, unknown>>()
  for (const { subject, predicate, value } of statements) {
    const thing = things.get(subject) ?? { '@id': subject }
    things.set(subject, thing)
    const isType = predicate === full('rdf:type') && 'iri' in value
    const key = isType ? '@type' : predicate
    const values = (thing[key] ?? []) as unknown[]
    thing[key] = [...values, isType ? value.iri : valueInJson(value)]
  }
  return `${JSON.stringify([...things.values()], null, 2)}\n`
}

function valueInJson(value: Value): object {
  if ('iri' in value) return { '@id': value.iri }
  return {
    '@value': value.text,
    ...(value.language && { '@language': value.language }),
    ...(value.type && { '@type': PREFIXES.xsd + value.type }),
  }
}
