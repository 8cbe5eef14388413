// What is different from an earlier report. A full count that differs has changed; a share has changed only when the
// interval of the difference leaves out 0, else it is unchanged as far as anybody can tell.

import { differenceOf, directionOf } from '#app/domain/comparison.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { IndicatorKey, PhaseKey, TargetMeasure, TargetState } from '#app/domain/indicator.ts'
import { newVersionBetween } from '#app/domain/passport-version.ts'
import type { ReadFigure, ReadingKey } from '#app/domain/reading.ts'
import type { ReportFigures, ReportTarget } from '#app/domain/report.ts'
import { figureInForce, isReadOtherwise, readingInForce, type Ruling } from '#app/domain/ruling.ts'
import type { Figure, Interval } from '#app/domain/satisfaction.ts'

/** Against which report, and what is different; an empty list says that nothing is. */
export type ReportChanges = {
  since: { number: number; cutOff: string }
  list: ReportChange[]
}

export type ReportChange =
  | { kind: 'participation'; before: Counted; now: Counted }
  | { kind: 'reading'; before: RuledReading; now: RuledReading }
  | {
      kind: 'satisfaction'
      verdict: SatisfactionVerdict
      before: ToldFigure
      now: ToldFigure
      interval: Interval | null
    }
  | { kind: 'target'; indicator: IndicatorKey; phase: PhaseKey; before: Aim; now: Aim }
  | { kind: 'phase'; phase: PhaseKey; before: Days; now: Days }
  | {
      kind: 'definition'
      key: string
      titleDe: string | null
      titleEn: string | null
      version: number
      validFrom: string
    }
  | { kind: 'municipality'; change: MunicipalityChange; name: string; into: string | null }

/** The overall question, or what another reading makes of the answers. */
export type ToldFigure = Figure | ReadFigure
export type RuledReading = Pick<Ruling<ReadingKey>, 'state' | 'value' | 'resolution'>
type Counted = { count: number; denominator: number }
type Aim = { measure: TargetMeasure; state: TargetState; value: number | null; resolution: string | null }
type Days = { fromDate: string | null; untilDate: string | null }

/**
 * 'broken': another question was asked. 'redefined': another definition counts. 'reread': another reading does.
 * 'unknown': one of the two cannot be told in full, or the reading gives no interval of a difference.
 */
export const SATISFACTION_VERDICTS = [
  'higher',
  'lower',
  'unchanged',
  'unknown',
  'broken',
  'redefined',
  'reread',
  'same-round',
  'first',
] as const
export type SatisfactionVerdict = (typeof SATISFACTION_VERDICTS)[number]

/** Began or stopped taking part; came into being; ceased to exist. */
export const MUNICIPALITY_CHANGES = ['joined', 'left', 'new', 'gone'] as const
export type MunicipalityChange = (typeof MUNICIPALITY_CHANGES)[number]

/** `successors` names by its key into which municipality one has merged that is not there any more. */
export function changesSince(
  before: ReportFigures,
  now: Omit<ReportFigures, 'changes'>,
  successors: Readonly<Record<string, string>> = {},
): ReportChange[] {
  return [
    ...participationChange(before, now),
    ...readingChange(before, now),
    ...satisfactionChange(before, now),
    ...targetChanges(before, now),
    ...phaseChanges(before, now),
    ...definitionChanges(before, now),
    ...municipalityChanges(before, now, successors),
  ]
}

type Figures = Omit<ReportFigures, 'changes'>

function participationChange(before: Figures, now: Figures): ReportChange[] {
  // Counted by another definition: what that one says is told with the definitions, and nothing is compared across it.
  if (newVersionBetween(now.passportHistory, 'I1', { after: before.cutOff, until: now.cutOff })) return []
  const [was, is] = [before, now].map(({ participation: { count, denominator } }) => ({ count, denominator }))
  return was && is && !isSame(was, is) ? [{ kind: 'participation', before: was, now: is }] : []
}

/** A reading that counts by now makes another figure of the same answers. */
function readingChange(before: Figures, now: Figures): ReportChange[] {
  const [was, is] = [ruledReading(before), ruledReading(now)]
  return isSame(was, is) ? [] : [{ kind: 'reading', before: was, now: is }]
}

function ruledReading({ rulings }: Figures): RuledReading {
  const { state, value, resolution } = rulings.reading
  return { state, value, resolution }
}

/** Indicator 2 as a report tells it. */
function toldFigure(figures: Figures): ToldFigure {
  const { figure } = figures.satisfaction
  return isReadOtherwise(figures) ? (figureInForce(figures) ?? figure) : figure
}

function satisfactionChange(then: Figures, figures: Figures): ReportChange[] {
  const { satisfaction: before } = then
  const { satisfaction: now, passportHistory } = figures
  if (!now.round) return []
  const told = { before: toldFigure(then), now: toldFigure(figures) }
  const said = (verdict: SatisfactionVerdict, interval: Interval | null = null): ReportChange[] => [
    { kind: 'satisfaction', verdict, ...told, interval },
  ]
  const { round } = before
  if (!round) return said('first')
  const isSameRound = round.closedOn === now.round.closedOn && round.titleDe === now.round.titleDe
  if (isSameRound && isSame(before.figure, now.figure)) return said('same-round')
  if (readingInForce(then.rulings) !== readingInForce(figures.rulings)) return said('reread')
  // Lowest topics, and ratings of which one person gave several, have no interval of their difference.
  const isOtherwise = isReadOtherwise(figures)
  const breaks = !isOtherwise && now.history.some((one) => one.closedOn > round.closedOn && one.breaks)
  if (breaks) return said('broken')
  const between = { after: round.closedOn, until: now.round.closedOn }
  if (newVersionBetween(passportHistory, 'I2', between)) return said('redefined')
  const difference = isOtherwise ? null : differenceOf(before.figure, now.figure)
  return difference ? said(directionOf(difference), difference.interval) : said('unknown')
}

function targetChanges(before: Figures, now: Figures): ReportChange[] {
  return now.targets.flatMap((target): ReportChange[] => {
    const { indicator, phase } = target
    const then = before.targets.find((one) => one.indicator === indicator && one.phase === phase)
    const aims = {
      before: aimOf(then ?? { ...target, state: 'open', value: null, resolution: null }),
      now: aimOf(target),
    }
    return isSame(aims.before, aims.now) ? [] : [{ kind: 'target', indicator, phase, ...aims }]
  })
}

function aimOf({ measure, state, value, resolution }: ReportTarget): Aim {
  return { measure, state, value, resolution }
}

function phaseChanges(before: Figures, now: Figures): ReportChange[] {
  return now.phases.flatMap(({ key, fromDate, untilDate }): ReportChange[] => {
    const then = before.phases.find((phase) => phase.key === key)
    const was = { fromDate: then?.fromDate ?? null, untilDate: then?.untilDate ?? null }
    const is = { fromDate, untilDate }
    return isSame(was, is) ? [] : [{ kind: 'phase', phase: key, before: was, now: is }]
  })
}

/** Figures that have only come to be told are no changed definitions. */
function definitionChanges(before: Figures, now: Figures): ReportChange[] {
  const own = (['participation', 'satisfaction'] as const).flatMap((part): ReportChange[] => {
    const { version, validFrom } = now[part].definition
    const key = part === 'participation' ? 'I1' : 'I2'
    if (version === before[part].definition.version) return []
    return [{ kind: 'definition', key, titleDe: null, titleEn: null, version, validFrom }]
  })
  const known = new Set<string>(['I1', 'I2'])
  const accompanying = now.passports.flatMap(
    ({ key, titleDe, titleEn, version, validFrom }): ReportChange[] => {
      const then = before.passports.find((passport) => passport.key === key)
      if (known.has(key) || !then || then.version === version) return []
      return [{ kind: 'definition', key, titleDe, titleEn, version, validFrom }]
    },
  )
  return [...own, ...accompanying]
}

function municipalityChanges(
  before: Figures,
  now: Figures,
  successors: Readonly<Record<string, string>>,
): ReportChange[] {
  const then = new Map(before.participation.municipalities.map((one) => [one.ags, one]))
  const said = (change: MunicipalityChange, name: string, into: string | null = null): ReportChange => {
    return { kind: 'municipality', change, name, into }
  }
  const here = now.participation.municipalities.flatMap(({ ags, name, takesPart }): ReportChange[] => {
    const was = then.get(ags)
    const joins =
      was?.takesPart === takesPart ? [] : takesPart ? [said('joined', name)] : was ? [said('left', name)] : []
    return was ? joins : [said('new', name), ...joins]
  })
  const still = new Set(now.participation.municipalities.map(({ ags }) => ags))
  const gone = before.participation.municipalities.filter(({ ags }) => !still.has(ags))
  return [...here, ...gone.map(({ ags, name }) => said('gone', name, successors[ags] ?? null))]
}

const isSame = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)

/** What only says where a report stands in the row: two counts of one day may differ in it. */
const LINK = ['format', 'number', 'previousSha256', 'applicationVersion', 'correction', 'changes', 'revised']

/** Whether a count of the same day says the same as an earlier one, in all that the earlier payload told. */
export function saysTheSame(payload: string, now: object): boolean {
  const again = JSON.parse(canonicalJson(now)) as Told
  return Object.entries(JSON.parse(payload) as Told).every(
    ([key, told]) => LINK.includes(key) || repeats(told, again[key]),
  )
}

type Told = Record<string, unknown>

/** What has come to be told since is no difference. */
function repeats(told: unknown, again: unknown): boolean {
  if (typeof told !== 'object' || told === null) return told === again
  if (typeof again !== 'object' || again === null) return false
  if (Array.isArray(told) && told.length !== (again as unknown[]).length) return false
  return Object.entries(told).every(([key, one]) => repeats(one, (again as Told)[key]))
}

/** Names of values that an earlier report told in another way; they carry an "r" wherever they stand in a table. */
export function revisedValues(before: Figures, now: Figures): string[] {
  const [was, is] = [before.participation, now.participation]
  const municipalities = is.municipalities.filter((one) => {
    const then = was.municipalities.find(({ ags }) => ags === one.ags)
    return (
      !then ||
      then.since !== one.since ||
      then.takesPart !== one.takesPart ||
      then.itSpecialists !== one.itSpecialists
    )
  })
  const targets = now.targets.filter((one) => {
    const then = before.targets.find(
      ({ indicator, phase }) => indicator === one.indicator && phase === one.phase,
    )
    return then !== undefined && !isSame(then.measured, one.measured)
  })
  return [
    ...(was.count !== is.count || was.denominator !== is.denominator ? ['I1'] : []),
    ...(isSame(was.population, is.population) ? [] : ['I1 population']),
    ...(was.itSpecialists === is.itSpecialists ? [] : ['I1 specialists']),
    ...(was.declared === is.declared && was.denominator === is.denominator ? [] : ['I1 declared']),
    ...(isSame(toldFigure(before), toldFigure(now)) ? [] : ['I2']),
    ...municipalities.map(({ ags }) => `municipality ${ags}`),
    ...targets.map(({ indicator, phase }) => `target ${indicator} ${phase}`),
    ...revisedTopics(before, now),
    ...revisedParts(before, now),
  ]
}

function revisedTopics({ satisfaction: was }: Figures, { satisfaction: is }: Figures): string[] {
  return is.topics.flatMap(({ key, figure }) => {
    const then = was.topics.find((topic) => topic.key === key)
    return then && !isSame(then.figure, figure) ? [`topic ${key}`] : []
  })
}

/** Of what accompanies the indicators; what has only come to be told is not told in another way. */
function revisedParts({ accompanying: was }: Figures, { accompanying: is }: Figures): string[] {
  return is.flatMap(({ key, parts }) => {
    const then = was.find((figure) => figure.key === key)?.parts ?? []
    return parts.flatMap((part) => {
      const told = then.find((one) => one.key === part.key)
      return told && !isSame(told.now, part.now) ? [valueName(key, part.key)] : []
    })
  })
}

/** What a value of an accompanying figure is called among those that were told in another way. */
export function valueName(figure: string, part: string | null): string {
  return part === null ? figure : `${figure} ${part}`
}

/** Reporting dates of which an earlier report told another number than is known today. */
export function revisedDates(published: readonly ReportFigures[], { participation }: Figures): string[] {
  return participation.history.flatMap(({ asOf, count, denominator }) => {
    const told = published.findLast(({ cutOff }) => cutOff === asOf)?.participation
    return told && (told.count !== count || told.denominator !== denominator) ? [`history ${asOf}`] : []
  })
}
