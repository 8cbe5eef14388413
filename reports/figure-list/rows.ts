// All values of a report as one flat list, each rounded here and nowhere else: as screen and paper print it. Every file
// of figures is written from this list. Numerator and denominator are there for those who want more digits.

import { isOfFew } from '#app/domain/disclosure.ts'
import { printedPercent, type IndicatorKey, type Measured, type Target } from '#app/domain/indicator.ts'
import { measuredIn } from '#app/domain/indicator.ts'
import type { Baseline } from '#app/domain/baseline.ts'
import { valueName } from '#app/domain/report-changes.ts'
import type { ReportFigures, ReportRound, ReportTarget } from '#app/domain/report.ts'
import { figureInForce, isReadOtherwise } from '#app/domain/ruling.ts'
import { RATINGS, type Figure } from '#app/domain/satisfaction.ts'
import { accompanyingRows } from '#reports/figure-list/accompanying.ts'
import { counted, figureRow, limits, type FigureRow, type Quantity } from '#reports/figure-list/row.ts'
import { runningTarget } from '#reports/reading/values.ts'

export function figureRows(data: ReportFigures): FigureRow[] {
  const rows = [
    ...participationRows(data),
    ...satisfactionRows(data),
    ...data.targets.map((target) => targetRow(data, target)),
    ...accompanyingRows(data),
    ...data.baselines.map(baselineRow),
  ]
  const revised = new Set(data.revised)
  return rows.map((row) => ({ ...row, revised: revised.has(nameOf(row)) }))
}

/** What the value is called among those that an earlier report told in another way. */
function nameOf({ figure, quantity, part, until }: FigureRow): string {
  if (quantity === 'municipality' || quantity === 'municipality-specialists') return `municipality ${part}`
  if (quantity === 'target') return `target ${figure} ${part}`
  if (quantity === 'topic') return `topic ${part}`
  if (quantity === 'value' || quantity === 'part') return valueName(figure, part)
  // Reporting dates are those of indicator 1.
  if (quantity === 'history') return figure === 'I1' ? `history ${until}` : ''
  return `${figure} ${quantity}`
}

/** A share as it is printed beside a target: never rounded across it. */
function measured(value: Measured, target: Target | null): Partial<FigureRow> {
  if (value.kind === 'no-data') return { sign: '–' }
  if (value.kind === 'too-few') return { sign: '.' }
  const { numerator, denominator, interval } = value
  const percent = printedPercent(value, target)
  return {
    numerator,
    denominator,
    value: percent,
    ...limits(interval),
    ...(percent === null && { sign: 'x' }),
  }
}

/** Of few answers only "6 of 8" is said, and no share is worked out. */
function rated(figure: Figure, target: Target | null): Partial<FigureRow> {
  if (figure.kind !== 'words') return measured(measuredIn(figure), target)
  return { numerator: figure.satisfied, denominator: figure.responses, sign: '/' }
}

function participationRows(data: ReportFigures): FigureRow[] {
  const { cutOff, participation } = data
  const { definition, count, denominator, declared, itSpecialists, population, municipalities, history } =
    participation
  const target = runningTarget(data, 'I1')
  const of = (quantity: Quantity, day: string, more: Partial<FigureRow>) =>
    figureRow({ figure: 'I1', quantity, unit: 'percent', day, version: definition.version, ...more })
  const share = (part: number, whole: number) =>
    measured({ kind: 'measured', numerator: part, denominator: whole, interval: null }, target)
  return [
    of('value', cutOff, share(count, denominator)),
    of('population', population.asOf, counted(population.covered, population.total)),
    of('declared', cutOff, counted(declared, denominator)),
    of('specialists', cutOff, { unit: 'people', value: itSpecialists }),
    ...history.map((then) => of('history', then.asOf, share(then.count, then.denominator))),
    ...municipalities.flatMap(({ ags, name, takesPart, since, itSpecialists: people }) => {
      const place = { part: ags, partName: { de: name, en: name }, from: since ?? cutOff }
      const value = takesPart ? 1 : 0
      return [
        of('municipality', cutOff, { ...place, unit: 'municipalities', value }),
        of('municipality-specialists', cutOff, { ...place, from: cutOff, unit: 'people', value: people }),
      ]
    }),
  ]
}

/** Indicator 2 by the reading that the committee has resolved; by the overall question until then. */
function readInForce(data: ReportFigures): Partial<FigureRow> {
  const target = runningTarget(data, 'I2')
  const read = figureInForce(data)
  if (!read || !isReadOtherwise(data)) return rated(data.satisfaction.figure, target)
  if (!read.isFew || read.measured.kind !== 'measured') return measured(read.measured, target)
  const { numerator, denominator } = read.measured
  return { numerator, denominator, sign: '/' }
}

function satisfactionRows(data: ReportFigures): FigureRow[] {
  const { definition, round, figure, topics, history } = data.satisfaction
  const target = runningTarget(data, 'I2')
  const of = (quantity: Quantity, day: string, more: Partial<FigureRow>) =>
    figureRow({ figure: 'I2', quantity, unit: 'percent', day, version: definition.version, ...more })
  if (!round) return [of('value', data.cutOff, { sign: '…' })]
  const day = round.closedOn
  const steps = figure.kind === 'full' ? RATINGS : []
  return [
    of('value', day, { partName: named(round), invited: round.invited, ...readInForce(data) }),
    ...turnout(figure, round).map((values) => of('turnout', day, values)),
    ...steps.map((rating) => {
      if (figure.kind !== 'full') return of('step', day, { part: String(rating), sign: '.' })
      return of('step', day, {
        part: String(rating),
        ...counted(figure.distribution[rating], figure.responses),
      })
    }),
    ...topics.map((topic) =>
      of('topic', day, { part: topic.key, partName: named(topic), ...rated(topic.figure, null) }),
    ),
    ...topics.flatMap((topic) =>
      topicSteps(topic.key, topic.figure).map((values) => of('step', day, values)),
    ),
    ...history.map((one) => {
      const values = { partName: named(one), invited: one.invited, ...rated(one.figure, target) }
      return of('history', one.closedOn, values)
    }),
  ]
}

function named({ titleDe, titleEn }: { titleDe: string; titleEn: string | null }): FigureRow['partName'] {
  return { de: titleDe, en: titleEn }
}

function turnout(figure: Figure, round: ReportRound): Partial<FigureRow>[] {
  if (figure.kind !== 'full' && figure.kind !== 'words') return []
  return [counted(figure.responses, round.invited)]
}

/** "organisation.5": the answers to a topic, step by step, where they may be told. */
function topicSteps(key: string, figure: Figure): Partial<FigureRow>[] {
  if (figure.kind !== 'full') return []
  const { distribution, responses } = figure
  return RATINGS.map((rating) => ({ part: `${key}.${rating}`, ...counted(distribution[rating], responses) }))
}

function targetRow(data: ReportFigures, target: ReportTarget): FigureRow {
  const { indicator, phase, measure, state, value, resolution, attainment, measuredOn } = target
  const isCount = measure === 'count'
  const came = measuredOn === null ? { sign: '…' as const } : cameOf(target)
  const inCount = isCount && target.measured.kind === 'measured' ? { value: target.measured.numerator } : {}
  return figureRow({
    figure: indicator,
    quantity: 'target',
    part: phase,
    day: measuredOn,
    unit: isCount ? 'municipalities' : 'percent',
    ...came,
    ...(measuredOn !== null && inCount),
    target: value,
    targetState: state,
    resolution,
    rating: attainment,
    version: versionOf(data, indicator),
  })
}

/** Answers are told by the rule of answers; municipalities are counted in full, however few there are. */
function cameOf(target: ReportTarget): Partial<FigureRow> {
  const { indicator, measured: came } = target
  if (indicator === 'I1' || came.kind !== 'measured' || !isOfFew(came.denominator))
    return measured(came, target)
  return { numerator: came.numerator, denominator: came.denominator, sign: '/' }
}

function versionOf({ participation, satisfaction }: ReportFigures, indicator: IndicatorKey): number {
  return (indicator === 'I1' ? participation : satisfaction).definition.version
}

/** Somebody else's value: as it was entered, with its source, and by no version of our definition. */
function baselineRow({ key, value, unit, asOf, source }: Baseline): FigureRow {
  const partName = { de: source, en: null }
  return figureRow({ figure: key, quantity: 'baseline', day: asOf, unit, value, partName })
}
