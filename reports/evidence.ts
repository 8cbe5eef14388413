// What the page behind a number shows: everything from the same figures as the number itself.

import type { ShownEvidence } from '#app/charts/evidence.ts'
import type { Table } from '#app/charts/table.ts'
import {
  evidenceKeys,
  recountParticipation,
  recountSatisfaction,
  type Recount,
} from '#app/domain/evidence.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { CountedPassport } from '#app/domain/passport.ts'
import type { ReportFigures } from '#app/domain/report.ts'
import { isReadOtherwise } from '#app/domain/ruling.ts'
import {
  accompanyingNotes,
  accompanyingRows,
  accompanyingTable,
  printedQuantity,
} from '#reports/reading/accompanying.ts'
import { baselineFacts } from '#reports/reading/baselines.ts'
import { cards } from '#reports/reading/cards.ts'
import { countedTowns } from '#reports/reading/evidence.ts'
import { passportOf, passportTold } from '#reports/reading/passport.ts'
import { readingSentence } from '#reports/reading/readings.ts'
import { overallChart, overallTable, satisfactionHistory } from '#reports/reading/satisfaction.ts'
import { topicsTable } from '#reports/reading/topics.ts'
import { titleIn, type Reading } from '#reports/reading/values.ts'
import { wordsIn, type Words } from '#reports/words.ts'

/** By what indicator 1 is counted, where a report from before there were passports does not say it. */
const PARTICIPATION_SQL = 'municipalities_on'

/** Undefined where the report has no such figure. */
export function evidenceOf(figures: ReportFigures, key: string, locale: Locale): ShownEvidence | undefined {
  if (!evidenceKeys(figures).includes(key)) return undefined
  const reading = { data: figures, locale, words: wordsIn(locale) }
  if (key === 'I1') return participationEvidence(reading)
  if (key === 'I2') return satisfactionEvidence(reading)
  return accompanyingEvidence(reading, key)
}

function participationEvidence(reading: Reading): ShownEvidence {
  const { data, words } = reading
  const { definition, itSpecialists } = data.participation
  const passport = passportOf(data, 'I1')
  return {
    key: 'I1',
    ...headOf(reading, 0),
    passport: passportTold(reading, 'I1', definition),
    tables: [countedTowns(reading)],
    recount: recounted(recountParticipation(data), words),
    notes: [words.evidence.specialistsOverlap(itSpecialists), words.evidence.noNames],
    counting: {
      sqlObject: passport?.sqlObject ?? PARTICIPATION_SQL,
      sqlSha256: passport?.sqlSha256 ?? null,
    },
    restsOnReleases: false,
  }
}

function satisfactionEvidence(reading: Reading): ShownEvidence {
  const { data, words } = reading
  const { definition, history } = data.satisfaction
  const recount = recountSatisfaction(data)
  return {
    key: 'I2',
    ...headOf(reading, 1),
    passport: passportTold(reading, 'I2', definition),
    tables: [...countedRatings(reading), ...(history.length > 0 ? [satisfactionHistory(reading)] : [])],
    recount: recount && recounted(recount, words),
    notes: [
      ...readingNotes(reading),
      ...(recount ? [] : [words.evidence.notApart]),
      words.evidence.onlyReleased,
    ],
    counting: null,
    restsOnReleases: true,
  }
}

/** What the reading in force counts: answers to the overall question, or to the topics. */
function countedRatings(reading: Reading): Table[] {
  if (isReadOtherwise(reading.data))
    return reading.data.satisfaction.topics.length > 0 ? [topicsTable(reading)] : []
  const chart = overallChart(reading, { width: 0, textSize: 1 })
  return chart ? [overallTable(chart, reading)] : []
}

/** By another reading than that of the overall question: what counts, and that the earlier rounds are not told by it. */
function readingNotes(reading: Reading): string[] {
  const { data, words } = reading
  const sentence = isReadOtherwise(data) ? readingSentence(reading) : null
  return sentence === null ? [] : [sentence, `${words.ruling.trendIsOverall}.`]
}

/** What was counted is told in sums and coverage; the rows behind it are people. */
function accompanyingEvidence(reading: Reading, key: string): ShownEvidence | undefined {
  const { data, words } = reading
  const alone = {
    ...reading,
    data: { ...data, accompanying: data.accompanying.filter((one) => one.key === key) },
  }
  const [row, another] = accompanyingRows(alone)
  if (!row) return undefined
  const { passport, part } = row
  const value = another ? words.evidence.severalValues : printedQuantity(part.now, passport, reading)
  return {
    key,
    name: titleIn(reading.locale, passport),
    value,
    lead: words.evidence.lead(value, data.cutOff),
    lines: [...accompanyingNotes(alone).map(({ text }) => text), ...baselineSaid(reading, key)],
    passport: passportTold(reading, key, null),
    tables: [accompanyingTable(alone)],
    recount: null,
    notes: [passport.sqlObject === null ? words.evidence.onlyReleased : words.evidence.onlySums],
    counting: countingOf(passport),
    restsOnReleases: passport.sqlObject === null,
  }
}

function baselineSaid(reading: Reading, key: string): string[] {
  return baselineFacts(reading, key).map(([term, said]) => `${term}: ${said}.`)
}

function countingOf({ sqlObject, sqlSha256 }: CountedPassport): ShownEvidence['counting'] {
  return sqlObject === null ? null : { sqlObject, sqlSha256 }
}

/** The very words of the card. */
function headOf(reading: Reading, place: 0 | 1): Pick<ShownEvidence, 'name' | 'value' | 'lead' | 'lines'> {
  const card = cards(reading)[place]
  if (!card) throw new Error('There are two indicators')
  const { key, title, value } = card
  const lines = [...card.lines, ...baselineSaid(reading, key)]
  return { name: title, value, lead: reading.words.evidence.lead(value, reading.data.cutOff), lines }
}

function recounted(
  { numerator, denominator, isSame }: Recount,
  { evidence }: Words,
): ShownEvidence['recount'] {
  const sentence = isSame ? evidence.recountSame : evidence.recountDiffers
  return { sentence: sentence(numerator, denominator), isSame }
}
