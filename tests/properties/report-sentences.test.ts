import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PhaseKey } from '#app/domain/indicator.ts'
import { LOCALES, type Locale } from '#app/domain/locale.ts'
import { changesSince } from '#app/domain/report-changes.ts'
import type { ReportData, ReportTarget } from '#app/domain/report.ts'
import { changesRead } from '#reports/reading/changes.ts'
import { hintFor, wordingOf } from '#reports/reading/decisions.ts'
import { otherwiseRead, readingSentence } from '#reports/reading/readings.ts'
import { stageNames, stageSentence, stageSpan, stageTargets } from '#reports/reading/stages.ts'
import { participationSentence, satisfactionSentence, summary } from '#reports/reading/summary.ts'
import { trainingSentence } from '#reports/reading/training.ts'
import { wordsIn } from '#reports/words.ts'
import { aRandomReport } from '#tests/reports/random-report.ts'

const READINGS = 3_000

/** All that is said in whole sentences of a report. */
function sentencesOf(data: ReportData, locale: Locale): string[] {
  const reading = { data, locale, words: wordsIn(locale) }
  return [
    ...summary(reading, ''),
    ...data.decisions.map((decision) => wordingOf(decision, reading)),
    ...data.stages.map((stage) => stageSentence(stage, reading)),
    readingSentence(reading) ?? '',
    trainingSentence(reading) ?? '',
  ].filter((text) => text !== '')
}

/** What stands beside them, in parts of sentences. */
function phrasesOf(data: ReportData, locale: Locale): string[] {
  const reading = { data, locale, words: wordsIn(locale) }
  return [
    ...otherwiseRead(reading),
    ...data.decisions.flatMap((decision) => hintFor(decision, reading) ?? []),
    ...data.stages.flatMap((stage) => [
      stageSpan(stage, reading),
      stageNames(stage, reading) ?? '',
      ...stageTargets(stage, reading),
    ]),
    JSON.stringify(changesRead(reading) ?? ''),
  ]
}

const NOT_WORDS = /NaN|undefined|null\b|Infinity|\[object|\$\{/
const DOUBLED = / {2}|[ \u00a0],|\.\.(?!\.)|,,/
/** One is said in another way than many, and nought in a way of its own. */
const NOT_GRAMMAR: Record<Locale, RegExp> = {
  de: /(?<![\d.,])(0 Kommunen nehmen|1 (kreisangehörigen |beteiligten )?Kommunen|1 registrierte IT-Fachkräfte|1 Antworten\b|1 Bewertungen|1 Punkte|1 Monate\b|1 Menschen|1 Eingeladenen|1 Workshops|1 Kursen|1 Unterrichtseinheiten)/,
  en: /(?<![\d.,])(1 (participating )?municipalities|1 specialists|1 IT specialists|1 answers|1 ratings|1 items|1 months|1 people|1 workshops|1 courses|1 units|1 teaching units)/,
}

test.each(LOCALES)(
  'whatever the figures are, the sentences (%s) are whole and their grammar is right',
  (locale) => {
    fc.assert(
      fc.property(aRandomReport, (data) => {
        for (const sentence of sentencesOf(data, locale)) {
          expect(sentence).toMatch(/[.?!]$/)
          expect(sentence).not.toMatch(NOT_GRAMMAR[locale])
        }
        for (const text of [...sentencesOf(data, locale), ...phrasesOf(data, locale)]) {
          const ours = text.replaceAll(/„[^“]*“|“[^”]*”/g, 'title')
          expect(ours).not.toMatch(NOT_WORDS)
          expect(ours).not.toMatch(DOUBLED)
        }
      }),
      { numRuns: READINGS },
    )
  },
)

/** The phase that runs on the cut-off day: the last that has begun and is not over. */
function runningPhaseKey({ phases, cutOff }: ReportData): PhaseKey | null {
  let running: PhaseKey | null = null
  for (const { key, fromDate, untilDate } of phases)
    if (fromDate !== null && fromDate <= cutOff && (untilDate === null || cutOff <= untilDate)) running = key
  return running
}

/** The same report, its running target for the satisfaction inside its interval or not, as if chance had it so. */
function decidedByChance(data: ReportData, withinInterval: boolean): ReportData {
  const running = runningPhaseKey(data)
  const isMeant = ({ indicator, phase }: ReportTarget) => indicator === 'I2' && phase === running
  return { ...data, targets: data.targets.map((one) => (isMeant(one) ? { ...one, withinInterval } : one)) }
}

test.each(LOCALES)(
  'whatever two reports say, what has changed between them (%s) is told in whole sentences',
  (locale) => {
    fc.assert(
      fc.property(aRandomReport, aRandomReport, ({ number, cutOff, ...before }, now) => {
        const list = changesSince({ ...before, number, cutOff }, now)
        const data = { ...now, changes: { since: { number, cutOff }, list } }
        for (const point of changesRead({ data, locale, words: wordsIn(locale) })?.points ?? []) {
          expect(point).toMatch(/[.?!]$/)
          const ours = point.replaceAll(/„[^“]*“|“[^”]*”/g, 'title')
          expect(ours).not.toMatch(NOT_WORDS)
        }
      }),
      { numRuns: READINGS / 10 },
    )
  },
)

test.each(LOCALES)(
  'what chance alone could have decided is said (%s) where the running target lies inside the interval, and nowhere else',
  (locale) => {
    const words = wordsIn(locale)
    const saysSo = (data: ReportData) =>
      summary({ data, locale, words }, '').join(' ').includes(words.target.uncertain)
    fc.assert(
      fc.property(aRandomReport, (data) => {
        expect(saysSo(decidedByChance(data, true))).toBe(runningPhaseKey(data) !== null)
        expect(saysSo(decidedByChance(data, false))).toBe(false)

        const said = summary({ data, locale, words }, '').join(' ')
        const running = data.targets.filter(({ phase }) => phase === runningPhaseKey(data))
        expect(saysSo(data)).toBe(running.some(({ withinInterval }) => withinInterval))
        expect(said).toContain(participationSentence({ data, locale, words }))
        expect(said).toContain(satisfactionSentence({ data, locale, words }))
      }),
      { numRuns: READINGS / 10 },
    )
  },
)
