// The stages of the procedure in words, as a table, for screen and paper alike.

import type { Table } from '#app/charts/table.ts'
import { ATTAINMENT_SIGNS, type TargetMeasure } from '#app/domain/indicator.ts'
import type { Locale } from '#app/domain/locale.ts'
import { STAGE_AIMS, type RatedStageTarget, type ReportStage, type StageMember } from '#app/domain/stage.ts'
import { formatList, formatNumber, formatSetPercent } from '#app/i18n/format.ts'
import { sentences, type Reading } from '#reports/reading/values.ts'

/** "12" or "60 %". */
export function stageLeast(measure: TargetMeasure, value: number, locale: Locale): string {
  return measure === 'percent' ? formatSetPercent(value, locale) : formatNumber(value, locale)
}

export function stageTopic({ topicDe, topicEn }: ReportStage, locale: Locale): string | null {
  return (locale === 'en' && topicEn) || topicDe
}

/** "fortgeführt (Go), LA 2026/04 vom 3. Juni 2026", or when it is due. */
export function stageVerdict({ decision, decideBy }: ReportStage, { stage }: Reading['words']): string {
  const { verdict, resolution, decidedOn } = decision
  if (verdict === 'open') return decideBy === null ? stage.verdict.open : stage.dueBy(decideBy)
  if (resolution === null || decidedOn === null) return stage.verdict[verdict]
  return stage.decidedBy(stage.verdict[verdict], resolution, decidedOn)
}

export function stageSpan({ fromDate, untilDate }: ReportStage, { data, words }: Reading): string {
  const isComing = fromDate !== null && fromDate > data.cutOff
  return isComing && untilDate === null
    ? words.stage.beginsOn(fromDate)
    : words.stage.span(fromDate, untilDate)
}

/** How many of its municipalities take part and were trained, in sentences. */
export function stageSentence(stage: ReportStage, { words, locale }: Reading): string {
  const { municipalities, participating, trained } = stage
  const topic = stageTopic(stage, locale)
  return sentences(
    words.stage.participates(participating, municipalities),
    topic && words.stage.trained(trained, municipalities, topic),
  )
}

/** Those in it on the cut-off day, in alphabetical order, with what became of one that has merged; null without any. */
export function stageNames({ members }: ReportStage, { data, words, locale }: Reading): string | null {
  const current = members.filter(({ untilDate }) => untilDate === null || untilDate >= data.cutOff)
  if (current.length === 0) return null
  return words.stage.names(
    formatList(
      current.map((member) => nameOf(member, words)),
      locale,
    ),
  )
}

function nameOf({ name, nowPartOf }: StageMember, { stage }: Reading['words']): string {
  return nowPartOf === null ? name : `${name} (${stage.nowPartOf(nowPartOf)})`
}

export function stageTable(reading: Reading): Table {
  const { data, words } = reading
  const { columns, caption } = words.stage
  return {
    caption,
    columns: [
      { title: columns.subject, width: 0.16 },
      { title: columns.days, width: 0.19 },
      { title: columns.municipalities, width: 0.13, numeric: true },
      { title: columns.targets, width: 0.28 },
      { title: columns.decision, width: 0.24 },
    ],
    rows: data.stages.map((stage) => [
      stage.subject,
      stageSpan(stage, reading),
      formatNumber(stage.municipalities, reading.locale),
      stageTargets(stage, reading).join('; ') || words.report.none,
      stageVerdict(stage, words),
    ]),
  }
}

/** What is counted of a stage, with the target where there is one, a line each. */
export function stageTargets(stage: ReportStage, reading: Reading): string[] {
  return STAGE_AIMS.flatMap((aim) => aimLine(stage, aim, reading) ?? [])
}

function aimLine(stage: ReportStage, aim: (typeof STAGE_AIMS)[number], reading: Reading): string | null {
  const { words } = reading
  const target = stage.targets.find((one) => one.aim === aim)
  const isCounted = stage.municipalities > 0 && (aim === 'participating' || stage.topicDe !== null)
  if (!isCounted) return null
  const counted = words.stage.counted(stage[aim], stage.municipalities)
  if (!target || target.value === null) return words.stage.figure(words.stage.shortAim[aim], counted)
  const least = `≥ ${stageLeast(target.measure, target.value, reading.locale)}`
  return words.stage.target(words.stage.shortAim[aim], least, counted, ratingOfStage(target, words))
}

/** "▲ erreicht", or that the target is only proposed. */
export function ratingOfStage(
  { state, attainment }: RatedStageTarget,
  { indicator }: Reading['words'],
): string {
  if (state !== 'resolved') return indicator.state[state]
  return `${ATTAINMENT_SIGNS[attainment]} ${indicator.attainment[attainment]}`
}
