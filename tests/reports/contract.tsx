// One report as every output shows it, and what does not agree with its JSON. Nothing of the list of figures is used
// here: what has to stand where is worked out from the JSON a second time, in plain loops and whole numbers.

import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Quantity } from '#app/domain/accompanying-figure.ts'
import { readReport, type ReportData, type ReportFigures, type ReportTarget } from '#app/domain/report.ts'
import type { Figure, Interval } from '#app/domain/satisfaction.ts'
import { Accompanying } from '#app/ui/accompanying.tsx'
import { Decisions, Participation, Position, Satisfaction, Targets } from '#app/ui/dashboard.tsx'
import { dashboardOf } from '#reports/dashboard.ts'
import { figureCsv, figureOds, figureXlsx } from '#reports/figure-list/files.ts'
import { openCsv } from '#reports/figure-list/open-data.ts'
import { renderSteeringCommitteeReport } from '#reports/steering-committee.ts'
import { wordsIn } from '#reports/words.ts'
import { readCsv, readOds, readXlsx, type Table } from '#tests/reports/files-of-figures.ts'
import { html } from '#tests/ui/render.tsx'

export type Outputs = {
  json: string
  csv: Table
  openCsv: Table
  xlsx: Table
  ods: Table
  html: string
  /** Undefined where it is left out. */
  pdf: string | undefined
}

/** Why no text of a PDF can be read on this machine, or null. */
export function pdftotextIsMissing(): string | null {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return null
  } catch {
    return 'pdftotext is not installed (Debian: apt-get install poppler-utils)'
  }
}

export async function outputsOf(report: ReportData): Promise<Outputs> {
  return {
    json: report.payload,
    csv: readCsv(figureCsv(report, 'de'), ';'),
    openCsv: readCsv(openCsv(report), ','),
    xlsx: await readXlsx(figureXlsx(report, 'de')),
    ods: readOds(figureOds(report, 'de')),
    html: dense(withoutTags(dashboardOf(report, 'de'))),
    pdf: dense(await textOfPdf(await renderSteeringCommitteeReport(report, 'de'))),
  }
}

const screen = (page: ReturnType<typeof dashboardOf>) =>
  html(
    <>
      <Position position={page.position} cards={page.cards} number={page.number} />
      <Decisions decisions={page.decisions} number={page.number} />
      <Targets targets={page.targets} />
      <Participation participation={page.participation} headings={page.headings} number={page.number} />
      <Satisfaction satisfaction={page.satisfaction} headings={page.headings} number={page.number} />
      <Accompanying accompanying={page.accompanying} />
    </>,
  )

const run = promisify(execFile)

async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lernkreis-contract-'))
  try {
    const path = join(folder, 'report.pdf')
    await writeFile(path, pdf)
    const { stdout } = await run('pdftotext', ['-raw', path, '-'], { maxBuffer: 64 * 1024 * 1024 })
    return stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Where a line breaks is no matter of figures. */
const dense = (text: string) => text.replace(/[\s\u00a0\u00ad\u200b]+/g, '')

/** What does not agree, in words; empty where all outputs hold the same figures. */
export function disagreements(outputs: Outputs): string[] {
  const figures = readReport(outputs.json)
  if (!figures) return ['JSON is no report']
  const all = expectedLines(figures)
  const open = all.filter((line) => !line.includes('|municipality-specialists|'))
  return [
    ...different('CSV', all, linesIn(outputs.csv)),
    ...different('XLSX', all, linesIn(outputs.xlsx)),
    ...different('ODS', all, linesIn(outputs.ods)),
    ...different('open CSV', open, openLinesIn(outputs.openCsv)),
    ...phrases(figures).flatMap((phrase) => [
      ...(outputs.html.includes(dense(phrase)) ? [] : [`HTML lacks ${phrase}`]),
      ...(outputs.pdf === undefined || outputs.pdf.includes(dense(phrase)) ? [] : [`PDF lacks ${phrase}`]),
    ]),
  ]
}

function different(name: string, expected: string[], found: string[]): string[] {
  const left = [...found]
  const missing = expected.filter((line) => {
    const place = left.indexOf(line)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
  return [...missing.map((line) => `${name} lacks ${line}`), ...left.map((line) => `${name} has ${line}`)]
}

type Values = Partial<
  Record<'numerator' | 'denominator' | 'value' | 'low' | 'high' | 'invited' | 'target', number | null>
>

const COLUMNS = ['numerator', 'denominator', 'value', 'low', 'high', 'invited', 'target'] as const

function line(
  figure: string,
  quantity: string,
  until: string | null,
  values: Values,
  isRevised = false,
): string {
  const numbers = COLUMNS.map((column) => values[column] ?? '')
  return [figure, quantity, until ?? '', ...numbers, isRevised ? 'r' : ''].join('|')
}

/** Per cent with so many decimals, half upwards, in whole numbers. */
function percent(part: number, whole: number, decimals = 1): number {
  const step = 10 ** decimals
  return Math.floor((200 * step * part + whole) / (2 * whole)) / step
}

/** Never up to 100 nor to a target that was not reached. */
function beside(part: number, whole: number, target: number | null): number {
  const value = percent(part, whole)
  const crosses = [100, target].some(
    (limit) => limit !== null && value >= limit && part * 100 < limit * whole,
  )
  return crosses ? Math.floor((1000 * part) / whole) / 10 : value
}

function rangeOf(interval: Interval | null): Values {
  return interval === null
    ? {}
    : { low: Math.round(interval.low * 1000) / 10, high: Math.round(interval.high * 1000) / 10 }
}

function ratedValues(figure: Figure, target: number | null): Values {
  if (figure.kind === 'no-data' || figure.kind === 'too-few') return {}
  const counts = { numerator: figure.satisfied, denominator: figure.responses }
  if (figure.kind === 'words') return counts
  return { ...counts, value: beside(figure.satisfied, figure.responses, target), ...rangeOf(figure.interval) }
}

/** Ratings by a reading of the strategy's sentence; of few no share is worked out. */
type Read = { satisfied: number; responses: number; isFew: boolean; interval: Interval | null }

/** What the topics make of indicator 2, where the committee has resolved that they count; else null. */
function readOtherwise({ rulings, satisfaction }: ReportFigures): Read | null {
  const { state, value } = rulings.reading
  if (state !== 'resolved' || value === null || value === 'overall') return null
  const read: Read = { satisfied: 0, responses: 0, isFew: true, interval: null }
  for (const { figure } of satisfaction.topics) {
    if (figure.kind === 'no-data' || figure.kind === 'too-few') continue
    const isFew = figure.kind === 'words'
    if (value === 'all-ratings') {
      read.satisfied += figure.satisfied
      read.responses += figure.responses
      read.isFew &&= isFew
    } else if (
      read.responses === 0 ||
      figure.satisfied * read.responses < read.satisfied * figure.responses
    ) {
      Object.assign(read, { satisfied: figure.satisfied, responses: figure.responses, isFew })
    }
  }
  const told = satisfaction.readings.find(({ reading }) => reading === value)?.measured
  return { ...read, interval: told?.kind === 'measured' ? told.interval : null }
}

function readValues({ satisfied, responses, isFew, interval }: Read, target: number | null): Values {
  if (responses === 0) return {}
  const counts = { numerator: satisfied, denominator: responses }
  return isFew ? counts : { ...counts, value: beside(satisfied, responses, target), ...rangeOf(interval) }
}

/** The target of the phase that runs on the cut-off day: the last that has begun and is not over. */
function runningAim({ phases, targets, cutOff }: ReportFigures, indicator: 'I1' | 'I2'): number | null {
  let running: string | null = null
  for (const { key, fromDate, untilDate } of phases)
    if (fromDate !== null && fromDate <= cutOff && (untilDate === null || cutOff <= untilDate)) running = key
  const target = targets.find((one) => one.indicator === indicator && one.phase === running)
  return target?.measure === 'percent' ? target.value : null
}

function expectedLines(figures: ReportFigures): string[] {
  return [
    ...participationLines(figures),
    ...satisfactionLines(figures),
    ...figures.targets.map((target) => {
      const { indicator, phase, measuredOn } = target
      const isRevised = figures.revised.includes(`target ${indicator} ${phase}`)
      return line(indicator, 'target', measuredOn, targetValues(target), isRevised)
    }),
    ...accompanyingLines(figures),
    ...figures.baselines.map(({ key, asOf, value }) => line(key, 'baseline', asOf, { value })),
  ]
}

function participationLines(figures: ReportFigures): string[] {
  const { participation, cutOff, revised } = figures
  const { count, denominator, declared, population, municipalities, history } = participation
  const aim = runningAim(figures, 'I1')
  const share = (part: number, whole: number): Values => ({
    numerator: part,
    denominator: whole,
    ...(whole > 0 && { value: beside(part, whole, aim) }),
  })
  const plain = (part: number, whole: number): Values => ({
    numerator: part,
    denominator: whole,
    ...(whole > 0 && { value: percent(part, whole) }),
  })
  const lines = [
    line('I1', 'value', cutOff, share(count, denominator), revised.includes('I1')),
    line(
      'I1',
      'population',
      population.asOf,
      plain(population.covered, population.total),
      revised.includes('I1 population'),
    ),
    line('I1', 'declared', cutOff, plain(declared, denominator), revised.includes('I1 declared')),
    line('I1', 'specialists', cutOff, { value: participation.itSpecialists }),
  ]
  for (const one of history) {
    const isRevised = revised.includes(`history ${one.asOf}`)
    lines.push(line('I1', 'history', one.asOf, share(one.count, one.denominator), isRevised))
  }
  for (const { ags, takesPart, itSpecialists } of municipalities) {
    const isRevised = revised.includes(`municipality ${ags}`)
    lines.push(line('I1', 'municipality', cutOff, { value: takesPart ? 1 : 0 }, isRevised))
    lines.push(line('I1', 'municipality-specialists', cutOff, { value: itSpecialists }, isRevised))
  }
  return lines
}

function satisfactionLines(figures: ReportFigures): string[] {
  const { round, figure, topics, history } = figures.satisfaction
  const { revised } = figures
  if (!round) return [line('I2', 'value', figures.cutOff, {}, revised.includes('I2'))]
  const { closedOn, invited } = round
  const aim = runningAim(figures, 'I2')
  const read = readOtherwise(figures)
  const value = { invited, ...(read ? readValues(read, aim) : ratedValues(figure, aim)) }
  const lines = [line('I2', 'value', closedOn, value, revised.includes('I2'))]
  if (figure.kind === 'full' || figure.kind === 'words') {
    const { responses } = figure
    const turnout = { numerator: responses, denominator: invited, value: percent(responses, invited) }
    lines.push(line('I2', 'turnout', closedOn, turnout))
  }
  for (const rated of [figure, ...topics.map((topic) => topic.figure)])
    if (rated.kind === 'full')
      for (const numerator of Object.values(rated.distribution)) {
        const denominator = rated.responses
        const value = percent(numerator, denominator)
        lines.push(line('I2', 'step', closedOn, { numerator, denominator, value }))
      }
  for (const topic of topics) {
    const isRevised = revised.includes(`topic ${topic.key}`)
    lines.push(line('I2', 'topic', closedOn, ratedValues(topic.figure, null), isRevised))
  }
  for (const one of history)
    lines.push(line('I2', 'history', one.closedOn, { invited: one.invited, ...ratedValues(one.figure, aim) }))
  return lines
}

function targetValues({ indicator, measure, value, measured, measuredOn }: ReportTarget): Values {
  if (measuredOn === null || measured.kind !== 'measured') return { target: value }
  const { numerator, denominator, interval } = measured
  if (indicator === 'I2' && denominator < 10) return { numerator, denominator, target: value }
  const counts = { numerator, denominator, target: value, ...rangeOf(interval) }
  if (measure === 'count') return { ...counts, value: numerator }
  return denominator === 0 ? counts : { ...counts, value: beside(numerator, denominator, value) }
}

type Counted = Extract<Quantity, { kind: 'measured' }>

function accompanyingLines({ accompanying, passports, revised }: ReportFigures): string[] {
  return accompanying.flatMap(({ key, untilDate, parts }) => {
    const passport = passports.find((one) => one.key === key)
    if (!passport) return [`no passport of ${key}`]
    const isShare = passport.kind === 'share'
    const step = 10 ** passport.decimals
    const rounded = (value: number) => Math.round((isShare ? value * 100 : value) * step) / step
    const valueOf = ({ value, numerator, denominator }: Counted) =>
      isShare ? percent(numerator ?? 0, denominator ?? 0, passport.decimals) : rounded(value)
    const values = (now: Quantity): Values => {
      if (now.kind !== 'measured') return {}
      const { numerator, denominator, interval } = now
      if (isShare && (denominator ?? 0) < 10) return { numerator, denominator }
      const between = interval && { low: rounded(interval.low), high: rounded(interval.high) }
      return { numerator, denominator, value: valueOf(now), ...between }
    }
    return parts.flatMap(({ key: part, now, before, coverage }) => {
      const lines = [
        part === null
          ? line(key, 'value', untilDate, values(now), revised.includes(key))
          : line(key, 'part', untilDate, values(now), revised.includes(`${key} ${part}`)),
        line(key, 'year-before', null, values(before)),
      ]
      if (coverage) {
        const { covered: numerator, of: denominator } = coverage
        const value = denominator < 10 ? null : percent(numerator, denominator)
        lines.push(line(key, 'coverage', untilDate, { numerator, denominator, value }))
      }
      return lines
    })
  })
}

/** The year before has days that only a calendar can tell. */
const dayOf = (quantity: string, until: string) => (quantity === 'year-before' ? '' : until)

/** The rows of a table that people read. */
function linesIn([head = [], ...rows]: Table): string[] {
  const { columns, quantity } = wordsIn('de').figureList
  const keys = new Map(Object.entries(quantity).map(([key, word]) => [word, key]))
  const cell = (row: string[], name: keyof typeof columns) => row[head.indexOf(columns[name])] ?? ''
  return rows.map((row) => {
    const what = keys.get(cell(row, 'quantity')) ?? '?'
    const numbers = COLUMNS.map((column) => cell(row, column).replace(',', '.'))
    const day = dayOf(what, isoDay(cell(row, 'until')))
    return [cell(row, 'figure'), what, day, ...numbers, cell(row, 'revised')].join('|')
  })
}

const isoDay = (day: string) => (day.includes('.') ? day.split('.').reverse().join('-') : day)

const OPEN_COLUMNS = [
  'numerator',
  'denominator',
  'value',
  'interval_low',
  'interval_high',
  'invited',
  'target',
]

function openLinesIn([head = [], ...rows]: Table): string[] {
  const cell = (row: string[], name: string) => row[head.indexOf(name)] ?? ''
  return rows.map((row) => {
    const what = cell(row, 'quantity')
    const numbers = OPEN_COLUMNS.map((name) => cell(row, name))
    const mark = cell(row, 'revised') === 'true' ? 'r' : ''
    return [cell(row, 'figure'), what, dayOf(what, cell(row, 'until')), ...numbers, mark].join('|')
  })
}

const thousands = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.')
const outOf = (part: number, whole: number) => `${thousands(part)} von ${thousands(whole)}`
const printed = (value: number) => `${value.toFixed(1).replace('.', ',')} %`

/** What screen and paper say, as people read it. */
function phrases(figures: ReportFigures): string[] {
  const { participation, satisfaction, targets } = figures
  const { count, denominator, municipalities, history, population } = participation
  const aim = runningAim(figures, 'I2')
  const { figure, round } = satisfaction
  const markOf = (name: string) => (figures.revised.includes(name) ? ' r' : '')
  return [
    ...(denominator > 0 ? [outOf(count, denominator), howMany(count, denominator)] : []),
    ...readPhrase(figures, aim),
    ...(figure.kind === 'full' ? [satisfiedPhrase(figure.satisfied, figure.responses, aim)] : []),
    ...(population.total > 0 ? [outOf(population.covered, population.total)] : []),
    ...municipalities.map(({ name, ags }) =>
      /[\u0590-\u05ff]|\p{Emoji_Presentation}/u.test(name) ? ags : name,
    ),
    ...history.flatMap((one) => [
      `${thousands(one.count)}${markOf(`history ${one.asOf}`)} ${thousands(one.denominator)}`,
      ...(one.denominator > 0
        ? [printed(beside(one.count, one.denominator, runningAim(figures, 'I1')))]
        : []),
    ]),
    ...(round && 'responses' in figure ? [outOf(figure.responses, round.invited)] : []),
    ...(figure.kind === 'full'
      ? Object.values(figure.distribution).map((one) => `${one} (${printed(percent(one, figure.responses))})`)
      : []),
    ...satisfaction.topics.flatMap((topic) => topicPhrase(topic.figure)),
    ...satisfaction.history.flatMap((one) => historyPhrase(one, aim)),
    ...targets.flatMap((target) =>
      targetPhrases(target, markOf(`target ${target.indicator} ${target.phase}`)),
    ),
    ...accompanyingPhrases(figures),
    ...baselinePhrases(figures),
  ]
}

/** Rows of shares: name, value and what it is of. Of few they are told as "6 von 8", and never in per cent. */
function accompanyingPhrases({ accompanying, passports, revised }: ReportFigures): string[] {
  return accompanying.flatMap(({ key, parts }) => {
    const passport = passports.find((one) => one.key === key)
    if (passport?.kind !== 'share') return []
    return parts.map((part) => {
      const name = parts.length > 1 ? `${passport.titleDe} · ${part.titleDe}` : passport.titleDe
      const [value, basis] = shareTold(part.now, passport.decimals)
      const mark = revised.includes(part.key === null ? key : `${key} ${part.key}`) ? 'r' : ''
      return `${name} ${value} ${mark} ${basis}`
    })
  })
}

/** "Ausgangswert 4 Kommunen am 1. März 2025": in per cent with as many decimals as somebody has entered. */
function baselinePhrases({ baselines }: ReportFigures): string[] {
  return baselines.flatMap(({ key, value, unit, asOf }) => {
    const set = String(value).replace('.', ',')
    const [grouped = '', decimals] = set.split(',')
    const number = [thousands(Number(grouped)), decimals].filter(Boolean).join(',')
    const said = unit === 'percent' ? `${number} %` : number
    const [year, month, date] = asOf.split('-').map(Number)
    const on = `${date}. ${MONTHS[(month ?? 1) - 1]} ${year}`
    const name = unit === 'municipalities' ? (value === 1 ? ' Kommune' : ' Kommunen') : ''
    return key === 'I1' || key === 'I2' ? [`Ausgangswert ${said}${name} am ${on}`] : [said]
  })
}

const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
]

function shareTold(now: Quantity, decimals: number): [value: string, basis: string] {
  if (now.kind !== 'measured') return [now.kind === 'no-data' ? 'keine Daten' : 'zu wenige Angaben', '–']
  const [part, whole] = [now.numerator ?? 0, now.denominator ?? 0]
  if (whole < 10) return [outOf(part, whole), '–']
  return [`${percent(part, whole, decimals).toFixed(decimals).replace('.', ',')} %`, outOf(part, whole)]
}

function howMany(count: number, all: number): string {
  if (all === 1) return `nimmt die einzige kreisangehörige Kommune ${count === 1 ? '' : 'noch nicht '}teil`
  if (count === 0) return `noch keine der ${thousands(all)} kreisangehörigen`
  if (count === all) return `nehmen alle ${thousands(all)} kreisangehörigen`
  return `${count === 1 ? 'nimmt eine' : `nehmen ${thousands(count)}`} der ${thousands(all)} kreisangehörigen`
}

function satisfiedPhrase(satisfied: number, responses: number, aim: number | null): string {
  if (satisfied === 0) return 'ist niemand zufrieden'
  if (satisfied === responses) return 'sind alle Antwortenden'
  return `sind ${printed(beside(satisfied, responses, aim))} der Antwortenden`
}

/** "48,7 % (74 von 152 Bewertungen)" in the sentence that names the reading; of few "6 von 8 Bewertungen". */
function readPhrase(figures: ReportFigures, aim: number | null): string[] {
  const read = readOtherwise(figures)
  if (!read || read.responses === 0) return []
  const { satisfied, responses, isFew } = read
  const counted = `${outOf(satisfied, responses)} Bewertungen`
  return [isFew ? counted : `${printed(beside(satisfied, responses, aim))} (${counted})`]
}

function topicPhrase(figure: Figure): string[] {
  if (figure.kind === 'words') return [outOf(figure.satisfied, figure.responses)]
  if (figure.kind !== 'full') return []
  const worstFirst = ([1, 2, 3, 4, 5] as const).map((step) => String(figure.distribution[step]))
  return [[...worstFirst, printed(beside(figure.satisfied, figure.responses, null))].join(' ')]
}

function historyPhrase(
  { invited, figure }: { invited: number; figure: Figure },
  aim: number | null,
): string[] {
  if (figure.kind !== 'full') return [thousands(invited)]
  const { satisfied, responses, interval } = figure
  const { low, high } = rangeOf(interval)
  const start = `${invited} ${responses} ${printed(beside(satisfied, responses, aim))}`
  if (typeof low !== 'number' || typeof high !== 'number') return [start]
  return [`${start} ${low.toFixed(1).replace('.', ',')} bis ${printed(high)}`]
}

function targetPhrases(
  { indicator, measure, value, measured, measuredOn }: ReportTarget,
  mark: string,
): string[] {
  const aim = value === null ? [] : [`≥ ${value}${measure === 'percent' ? ' %' : ''}`]
  if (measuredOn === null || measured.kind !== 'measured') return aim
  const counted = outOf(measured.numerator, measured.denominator)
  if (measure === 'count' || measured.denominator === 0) return [...aim, `${counted}${mark}`]
  if (indicator === 'I2' && measured.denominator < 10) return [...aim, `${counted}${mark} (`]
  return [...aim, `${printed(beside(measured.numerator, measured.denominator, value))}, ${counted}${mark}`]
}

function withoutTags(page: ReturnType<typeof dashboardOf>): string {
  return screen(page)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
