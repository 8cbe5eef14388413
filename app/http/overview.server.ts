// What the coordination keeps in hand: what comes, what runs short, what is overdue. The list of today says what to do
// first; this says how everything stands, block by block.

import { addDays, dayOf, startOfDay } from '#app/domain/calendar.ts'
import { isPooled } from '#app/domain/evaluation.ts'
import { INDICATOR_KEYS, type Phase } from '#app/domain/indicator.ts'
import type { OverdueItem } from '#app/domain/overview.ts'
import { reportingDate } from '#app/domain/snapshot.ts'
import { listLow, listUnwrittenLists } from '#db/agenda.ts'
import type { Db } from '#db/client.server.ts'
import { listRounds, type RoundView } from '#db/evaluations.ts'
import { listPhases } from '#db/phases.ts'
import { listNotOpened } from '#db/round-openings.ts'
import { getRoundSchedule } from '#db/round-schedule.ts'
import { getSettings } from '#db/settings.ts'
import { listStandingReports } from '#db/standing-reports.ts'
import { listTargets, type Target } from '#db/targets.ts'
import { listWorkshops, type WorkshopLine } from '#db/workshops.ts'

/** How far ahead workshops and evaluations stand here, in days. */
const AHEAD_DAYS = 28

export async function overviewFacts(db: Db, now: Date) {
  const today = dayOf(now)
  const lines = await listWorkshops(db, { from: now, drafts: true })
  const coming = lines.filter(({ calledOffAt }) => calledOffAt === null).map(lineOf)
  const until = startOfDay(addDays(today, AHEAD_DAYS + 1))
  const stuck = await listNotOpened(db, now)
  const rounds = await listRounds(db, now)
  return {
    next: coming.filter(({ startsAt }) => startsAt < until),
    low: await listLow(db, null, now),
    lists: await listUnwrittenLists(db, null, now),
    waiting: coming.filter(({ waiting }) => waiting > 0),
    rounds: rounds.filter((round) => stuck.includes(round.id) || isDue(round, addDays(today, AHEAD_DAYS))),
    overdue: await overdueItems(db, today),
  }
}

function lineOf(line: WorkshopLine) {
  const { id, titleDe, titleEn, startsAt, endsAt, meetingCount } = line
  const { capacity, onlineCapacity, taken, waiting } = line
  return { id, titleDe, titleEn, startsAt, endsAt, meetingCount, capacity, onlineCapacity, taken, waiting }
}

/** Feedback on workshops opens and collects by itself: it stands here once somebody has to do something. */
function isDue({ kind, state, opensOn }: RoundView, until: string): boolean {
  if (['missed', 'closed', 'counted', 'too-few'].includes(state)) return true
  if (isPooled(kind)) return false
  return state === 'open' || (state === 'planned' && opensOn <= until)
}

async function overdueItems(db: Db, today: string): Promise<OverdueItem[]> {
  const phases = await listPhases(db)
  const targets = await listTargets(db)
  const { months } = await getRoundSchedule(db)
  const snapshots = await listStandingReports(db)
  const due = reportingDate(today, (await getSettings(db)).reportMonths)
  return [
    ...pilotItems(phases, today),
    ...phases.flatMap((phase) => targetItems(phase, targets, today)),
    ...(months === null ? [{ kind: 'set-rhythm', href: '/indicators/rulings' } as const] : []),
    ...(due === null || snapshots.some(({ cutOff }) => cutOff >= due)
      ? []
      : [{ kind: 'prepare-report', href: '/reports', cutOff: due } as const]),
    ...snapshots
      .filter(({ releasedAt }) => !releasedAt)
      .map(({ number }) => ({ kind: 'release-report', href: `/reports/${number}`, number }) as const),
  ]
}

/** The pilot is over, and nobody has said when the first year begins. */
function pilotItems(phases: readonly Phase[], today: string): OverdueItem[] {
  const [pilot, firstYear] = ['pilot', 'firstYear'].map((key) => phases.find((phase) => phase.key === key))
  if (!pilot?.untilDate || pilot.untilDate >= today || firstYear?.fromDate !== null) return []
  return [{ kind: 'end-pilot', href: '/indicators/targets', since: pilot.untilDate }]
}

/** Targets of a phase that has begun without the committee having resolved them. */
function targetItems({ key, fromDate }: Phase, targets: readonly Target[], today: string): OverdueItem[] {
  if (fromDate === null || fromDate > today) return []
  return INDICATOR_KEYS.flatMap((indicator): OverdueItem[] => {
    const target = targets.find((one) => one.indicator === indicator && one.phaseKey === key)
    if (target?.state === 'resolved') return []
    const proposed = target?.state === 'proposed'
    return [{ kind: 'target', href: '/indicators/targets', indicator, phase: key, proposed, since: fromDate }]
  })
}
