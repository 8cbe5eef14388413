// A meeting that had begun and did not take place: whoever leads it fell ill. It counts for nobody.

type Span = { startsAt: Date; endsAt: Date }

export type MissedRefusal =
  'called-off' | 'not-begun' | 'meeting-gone' | 'time-taken' | 'whole-workshop' | 'evaluation-open'

/** Why a meeting cannot be marked as not having taken place; one that is still to come is called off or moved. */
export function notMissedBecause(
  workshop: { calledOffAt: Date | null },
  meeting: { startsAt: Date },
  now: Date,
): MissedRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  return meeting.startsAt > now ? 'not-begun' : null
}

/**
 * Why the only meeting, and with it the whole workshop, cannot be marked. While answers about it are possible
 * (`isAskedAbout`) it is not: taking back the invitations that nobody has used would tell who has answered.
 */
export function notWholeBecause({
  whole,
  isAskedAbout,
}: {
  whole: boolean
  isAskedAbout: boolean
}): MissedRefusal | null {
  if (isAskedAbout) return 'evaluation-open'
  return whole ? null : 'whole-workshop'
}

/** Why that cannot be taken back: since then the workshop may have another meeting at this time. */
export function notHeldBecause(
  workshop: { calledOffAt: Date | null; meetings: readonly Span[] },
  missed: Span,
): MissedRefusal | null {
  if (workshop.calledOffAt) return 'called-off'
  const isTaken = workshop.meetings.some(
    ({ startsAt, endsAt }) => startsAt < missed.endsAt && missed.startsAt < endsAt,
  )
  return isTaken ? 'time-taken' : null
}
