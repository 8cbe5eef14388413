import { randomUUID } from 'node:crypto'
import { centreRound } from '#app/cli/demo/evaluations.ts'
import { momentOf, workday, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { roundWithTrustees } from '#app/cli/demo/trustees.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import { addDays, addMonths, dayOf } from '#app/domain/calendar.ts'
import { lastQuarterEnd } from '#app/domain/snapshot.ts'
import { changePhase } from '#db/phases.ts'
import { changeSettings } from '#db/settings.ts'
import { prepareSnapshot, releaseSnapshot } from '#db/snapshots.ts'
import { proposeTarget, resolveTarget } from '#db/targets.ts'

const PILOT_UNTIL = '2026-03-31'
const FIRST_YEAR = { fromDate: '2026-04-01', untilDate: '2027-03-31' }

/** What the committee decided, asked and was told: phases, targets, three evaluations, three reports. */
export function committeeHistory(world: DemoWorld): Happening[] {
  const cutOffs = reportingDates(world.district.pilotStart, dayOf(world.options.now))
  return [
    ...decisions(world),
    ...cutOffs.flatMap((cutOff, nth) => [...evaluationBefore(world, cutOff, nth), ...report(world, cutOff)]),
    ...evaluationToRelease(world),
    ...needsInProgress(world),
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
    {
      at: momentOf(PILOT_ENDED, '16:20'),
      happen: (now) => changeSettings(db, committee, { evaluationMonths: EVALUATION_MONTHS }, now),
    },
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
  }
  return centreRound(world, round)
}

const LATELY_DAYS = 2

/** Just over and counted: somebody who is not rated by it still has to read the texts and release it. */
function evaluationToRelease(world: DemoWorld): Happening[] {
  const closesOn = addDays(dayOf(world.options.now), -LATELY_DAYS)
  const opensOn = addDays(closesOn, -OPEN_DAYS)
  return centreRound(world, {
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
    needs: true,
    title: 'Fortbildungsbedarf für das nächste Jahr',
    opensOn,
    closesOn: addDays(opensOn, OPEN_DAYS),
    mood: 0.6,
    releasedBy: null,
  })
}

const PREPARED_AFTER_DAYS = 8
const REPORT_AFTER_DAYS = 15

function report({ db, people, options }: DemoWorld, cutOff: string): Happening[] {
  const prepared = workday(addDays(cutOff, PREPARED_AFTER_DAYS))
  const released = workday(addDays(cutOff, REPORT_AFTER_DAYS - 2))
  let number: number | undefined
  const prepare = async (now: Date) => {
    const by = people.idOf('koordination')
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
