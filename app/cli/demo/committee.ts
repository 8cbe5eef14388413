import { randomUUID } from 'node:crypto'
import { centreRound } from '#app/cli/demo/evaluations.ts'
import { needsOfOurOwn } from '#app/cli/demo/needs.ts'
import { momentOf, workday, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { roundWithTrustees } from '#app/cli/demo/trustees.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import { addDays, addMonths, dayOf } from '#app/domain/calendar.ts'
import { REPORT_SECTIONS } from '#app/domain/report-draft.ts'
import { lastQuarterEnd } from '#app/domain/snapshot.ts'
import { changePhase } from '#db/phases.ts'
import { saveReportDraft } from '#db/report-drafts.ts'
import { recordRuling } from '#db/rulings.ts'
import { prepareSnapshot, releaseSnapshot } from '#db/snapshots.ts'
import { proposeTarget, resolveTarget } from '#db/targets.ts'

const PILOT_UNTIL = '2026-03-31'
const FIRST_YEAR = { fromDate: '2026-04-01', untilDate: '2027-03-31' }

/** What the committee decided, asked and was told: phases, targets, three evaluations, three reports. */
export function committeeHistory(world: DemoWorld): Happening[] {
  const cutOffs = reportingDates(world.district.pilotStart, dayOf(world.options.now))
  return [
    ...decisions(world),
    ...cutOffs.flatMap((cutOff, nth) => [
      ...evaluationBefore(world, cutOff, nth),
      ...report(world, cutOff, nth),
    ]),
    ...rulings(world),
    ...evaluationToRelease(world),
    ...needsInProgress(world),
    ...needsOfOurOwn(world),
    ...roundWithTrustees(world),
  ].filter(({ at }) => at <= world.options.now)
}

const FIRST_REPORT_AFTER_DAYS = 90

/** The last three half-yearly reporting dates that the committee can have had a report for, since the pilot began. */
function reportingDates(pilotStart: string, today: string): string[] {
  const first = addDays(pilotStart, FIRST_REPORT_AFTER_DAYS)
  const last = lastQuarterEnd(addDays(today, -REPORT_AFTER_DAYS))
  return [-12, -6, 0].map((months) => endOfMonth(addMonths(last, months))).filter((day) => day >= first)
}

const endOfMonth = (day: string) => addDays(`${addMonths(day, 1).slice(0, 7)}-01`, -1)

const PILOT_RESOLVED = '2025-03-20'
const PILOT_ENDED = '2026-03-26'
const EVALUATION_MONTHS = 6

/** The phases, the targets that the committee resolved for them, and one proposal that it still has to vote on. */
function decisions({ db, district, people }: DemoWorld): Happening[] {
  const [office, committee] = [people.idOf('koordination'), people.idOf('ausschuss')]
  const pilot = {
    key: 'pilot' as const,
    fromDate: district.pilotStart,
    untilDate: PILOT_UNTIL,
    resolution: null,
  }
  const firstYear = { key: 'firstYear' as const, ...FIRST_YEAR, resolution: 'Beschluss LA 2026/02' }
  const resolve = (
    day: string,
    target: Omit<Parameters<typeof resolveTarget>[1], 'id' | 'by' | 'decidedOn'>,
  ) => ({
    at: momentOf(day, '16:10'),
    happen: (now: Date) =>
      expectOk(resolveTarget(db, { ...target, id: randomUUID(), decidedOn: day, by: committee }, now)),
  })
  const set = (
    day: string,
    phase: Omit<Parameters<typeof changePhase>[1], 'by' | 'version'>,
    by: string,
  ) => ({
    at: momentOf(day, '16:00'),
    happen: (now: Date) => expectOk(changePhase(db, { ...phase, version: 1, by }, now)),
  })
  const proposal = { indicator: 'I2' as const, phaseKey: 'firstYear' as const, value: 70, by: office }
  return [
    set(district.pilotStart, pilot, office),
    resolve(PILOT_RESOLVED, {
      indicator: 'I1',
      phaseKey: 'pilot',
      value: 12,
      resolution: 'Beschluss LA 2025/01',
    }),
    resolve(PILOT_RESOLVED, {
      indicator: 'I2',
      phaseKey: 'pilot',
      value: 60,
      resolution: 'Beschluss LA 2025/01',
    }),
    set(PILOT_ENDED, firstYear, committee),
    resolve(PILOT_ENDED, {
      indicator: 'I1',
      phaseKey: 'firstYear',
      value: 75,
      resolution: 'Beschluss LA 2026/03',
    }),
    {
      at: momentOf('2026-06-11', '10:00'),
      happen: (now) => expectOk(proposeTarget(db, { ...proposal, id: randomUUID() }, now)),
    },
  ]
}

/** How often satisfaction is measured; and a reading of the strategy's sentence that the office has proposed. */
function rulings({ db, people }: DemoWorld): Happening[] {
  const nothing = { resolution: null, decidedOn: null, reason: null }
  const rhythm = {
    ...{ id: randomUUID(), subject: 'rhythm' as const, by: people.idOf('ausschuss') },
    ...{ state: 'resolved' as const, value: String(EVALUATION_MONTHS), reason: null },
    ...{ resolution: 'Beschluss LA 2026/04', decidedOn: PILOT_ENDED },
  }
  const reading = {
    ...{ id: randomUUID(), subject: 'reading' as const, by: people.idOf('koordination') },
    ...{ ...nothing, state: 'proposed' as const, value: 'overall' },
  }
  return [
    { at: momentOf(PILOT_ENDED, '16:20'), happen: (now) => expectOk(recordRuling(db, rhythm, now)) },
    { at: momentOf('2026-06-11', '10:10'), happen: (now) => expectOk(recordRuling(db, reading, now)) },
  ]
}

const MOODS = [0.56, 0.63, 0.7]
const TITLES = [
  'Erste Befragung in der Pilotphase',
  'Befragung zum Ende der Pilotphase',
  'Befragung im ersten Jahr danach',
]
/** What came of each of them: the older, the further. */
const MEASURES = [
  [
    { title: 'Sprechstunde auch am Nachmittag', owner: 'Koordination', state: 'done', reason: null },
    {
      title: 'Eigener Schulungsraum in jeder Gemeinde',
      owner: 'Lenkungsausschuss',
      state: 'dropped',
      reason: 'Dafür reichen die Mittel nicht; dafür gibt es mehr Termine online.',
    },
  ],
  [{ title: 'Unterlagen vor dem Workshop bereitstellen', owner: 'Trainerteam', state: 'done', reason: null }],
  [
    { title: 'Gemeinsames Wiki mit Anleitungen', owner: 'Koordination', state: 'in-progress', reason: null },
    { title: 'Mehr Termine am Nachmittag', owner: 'Trainerteam', state: 'open', reason: null },
  ],
] as const
/** For the latest the coordination had it said that remarks stand in the report, too. */
const READERS = ['offices', 'committee', 'report'] as const
const OPEN_DAYS = 20
const CLOSES_BEFORE_DAYS = 9

function evaluationBefore(world: DemoWorld, cutOff: string, nth: number): Happening[] {
  const closesOn = addDays(cutOff, -CLOSES_BEFORE_DAYS)
  const releasedBy = nth % 2 === 0 ? 'personalrat' : 'ausschuss2'
  const round = {
    title: TITLES[nth] ?? 'Befragung',
    opensOn: addDays(closesOn, -OPEN_DAYS),
    closesOn,
    mood: MOODS[nth] ?? 0.6,
    releasedBy,
    measures: MEASURES[nth] ?? [],
    remarkReaders: READERS[nth] ?? 'offices',
  }
  return centreRound(world, round)
}

const LATELY_DAYS = 2

/**
 * Just over and counted: somebody who is not rated by it still has to read the texts and release it. It asks something
 * else than the evaluations of the centre, which are so near that figures of the few who joined since would come out.
 */
function evaluationToRelease(world: DemoWorld): Happening[] {
  const closesOn = addDays(dayOf(world.options.now), -LATELY_DAYS)
  const opensOn = addDays(closesOn, -OPEN_DAYS)
  return centreRound(world, {
    asks: 'free',
    title: 'Kurze Zwischenbefragung',
    opensOn,
    closesOn,
    mood: 0.72,
    releasedBy: null,
  })
}

const NEEDS_SINCE_DAYS = 5

/** Begun lately, and open to whoever looks around: what training people need. */
function needsInProgress(world: DemoWorld): Happening[] {
  const opensOn = addDays(dayOf(world.options.now), -NEEDS_SINCE_DAYS)
  return centreRound(world, {
    asks: 'needs',
    title: 'Fortbildungsbedarf für das nächste Jahr',
    opensOn,
    closesOn: addDays(opensOn, OPEN_DAYS),
    mood: 0.6,
    releasedBy: null,
  })
}

/** The third report has something that the coordination wants to say, invented like all figures here. */
const WRITTEN = 2
const VIEW = {
  sections: REPORT_SECTIONS,
  comments: {
    I1: 'Wer noch fehlt, nennt vor allem fehlende Zeit der IT-Fachkräfte. Wir sprechen diese Kommunen vor dem nächsten Stichtag einzeln an.',
    I2: 'Aus der Befragung haben wir zwei Maßnahmen übernommen: ein gemeinsames Wiki und mehr Termine am Nachmittag.',
  },
  ownView: [
    '## Woran wir arbeiten',
    'Im nächsten Halbjahr geht es um drei Dinge:',
    '- Unterlagen stehen eine Woche vor jedem Workshop bereit.\n- Kleine Kommunen bekommen feste Ansprechpersonen.\n- Jeder Kurs hat mindestens einen Termin am Nachmittag.',
  ].join('\n\n'),
}

const PREPARED_AFTER_DAYS = 8
const REPORT_AFTER_DAYS = 15

function report({ db, people, options }: DemoWorld, cutOff: string, nth: number): Happening[] {
  const prepared = workday(addDays(cutOff, PREPARED_AFTER_DAYS))
  const released = workday(addDays(cutOff, REPORT_AFTER_DAYS - 2))
  let number: number | undefined
  const prepare = async (now: Date) => {
    const by = people.idOf('koordination')
    if (nth === WRITTEN) await expectOk(saveReportDraft(db, { ...VIEW, cutOff, version: 0, by }, now))
    const result = await prepareSnapshot(
      db,
      { cutOff, today: dayOf(now), applicationVersion: options.applicationVersion, by },
      now,
    )
    if (!result.ok) throw new Error(`the demo district was refused: ${result.refusal}`)
    number = result.number
  }
  const hand = async (now: Date) => {
    if (number) await expectOk(releaseSnapshot(db, { number, by: people.idOf('ausschuss') }, now))
  }
  return [
    { at: momentOf(prepared, '09:00'), happen: prepare },
    { at: momentOf(released, '17:00'), happen: hand },
  ]
}
