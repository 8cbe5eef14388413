// Workshops: a dated run of a course. What a date implies is computed, never stored.

export type WorkshopState = 'open' | 'full' | 'closed' | 'running' | 'over' | 'called-off'

type Meeting = { startsAt: Date; endsAt: Date }

/** What a workshop is right now, in one word. */
export function workshopState(
  workshop: { capacity: number; enrolUntil: Date; calledOffAt: Date | null },
  meetings: readonly Meeting[],
  taken: number,
  now: Date,
): WorkshopState {
  if (workshop.calledOffAt) return 'called-off'
  const { startsAt, endsAt } = span(meetings)
  if (now >= endsAt) return 'over'
  if (now >= startsAt) return 'running'
  if (now > workshop.enrolUntil) return 'closed'
  return taken >= workshop.capacity ? 'full' : 'open'
}

/** From the start of the first meeting to the end of the last; a workshop without meetings does not exist. */
export function span(meetings: readonly Meeting[]): Meeting {
  const starts = meetings.map((meeting) => meeting.startsAt.getTime())
  const ends = meetings.map((meeting) => meeting.endsAt.getTime())
  return { startsAt: new Date(Math.min(...starts)), endsAt: new Date(Math.max(...ends)) }
}

export type WorkshopProblem =
  | 'no-meeting'
  | 'no-trainer'
  | 'ends-before-start'
  | 'meetings-overlap'
  | 'deadline-after-start'
  | 'minimum-over-capacity'
  | 'nowhere'

type Plan = {
  meetings: readonly Meeting[]
  trainerIds: readonly string[]
  capacity: number
  minimum: number
  enrolUntil: Date
  withdrawUntil: Date
  place: string | null
  onlineUrl: string | null
}

/** Everything that speaks against a plan; each problem has its sentence and belongs to a field. */
export function problemsOf(plan: Plan): WorkshopProblem[] {
  const problems: WorkshopProblem[] = []
  if (plan.trainerIds.length === 0) problems.push('no-trainer')
  if (plan.minimum > plan.capacity) problems.push('minimum-over-capacity')
  if (!plan.place && !plan.onlineUrl) problems.push('nowhere')
  if (plan.meetings.length === 0) return [...problems, 'no-meeting']
  if (plan.meetings.some((meeting) => meeting.endsAt <= meeting.startsAt)) problems.push('ends-before-start')
  if (overlap(plan.meetings)) problems.push('meetings-overlap')
  const { startsAt } = span(plan.meetings)
  if (plan.enrolUntil > startsAt || plan.withdrawUntil > startsAt) problems.push('deadline-after-start')
  return problems
}

function overlap(meetings: readonly Meeting[]): boolean {
  const inOrder = [...meetings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  return inOrder.some((meeting, index) => {
    const next = inOrder[index + 1]
    return next !== undefined && next.startsAt < meeting.endsAt
  })
}
