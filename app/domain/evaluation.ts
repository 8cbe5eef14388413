// Evaluation rounds: when people may answer, when the ballots may be counted, who may release what they say.

import { addDays, dayOf } from '#app/domain/calendar.ts'
import { minimumFor, mostMinimum } from '#app/domain/disclosure.ts'
import { TRUSTEES_HAVE_DAYS, type KeyHolder } from '#app/domain/trustee.ts'

export const ROUND_KINDS = ['workshop', 'transfer', 'competence-centre', 'needs', 'free'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** Kinds that the attendance of workshops feeds: they collect in the urn of a course, and wait there for more. */
export const POOLED_KINDS = ['workshop', 'transfer'] as const satisfies readonly RoundKind[]
export type PooledKind = (typeof POOLED_KINDS)[number]

export function isPooled(kind: RoundKind): kind is PooledKind {
  return POOLED_KINDS.some((pooled) => pooled === kind)
}

/** Kinds for which whoever plans the round chooses who is asked. */
export const CHOSEN_KINDS = ['needs', 'free'] as const satisfies readonly RoundKind[]
export type ChosenKind = (typeof CHOSEN_KINDS)[number]

export function isChosen(kind: RoundKind): kind is ChosenKind {
  return CHOSEN_KINDS.some((chosen) => chosen === kind)
}

/** The two groups of people whose judgement the success indicator asks for. */
export const STRATA = ['it', 'user'] as const
export type Stratum = (typeof STRATA)[number]

/** `all` where the groups are too small to be told apart, even in a table. */
export type TallyStratum = Stratum | 'all'

/** How long people may say what they thought of a workshop, in calendar days after its last meeting. */
export const FEEDBACK_DAYS = 14

/** After how many days people are asked what a workshop has brought them: at once, and when it should have. */
export const ASKED_AFTER_DAYS = { workshop: 0, transfer: 56 } as const satisfies Record<PooledKind, number>

/**
 * Workshop feedback begins on the day of the last meeting, once that is over; the questions about transfer come eight
 * weeks later. The workshops of one course share an urn: too few answers wait there, sealed, for those of the next.
 */
export function feedbackDays(
  lastMeetingEndsAt: Date,
  kind: PooledKind = 'workshop',
): { opensOn: string; closesOn: string } {
  const opensOn = addDays(dayOf(lastMeetingEndsAt), ASKED_AFTER_DAYS[kind])
  return { opensOn, closesOn: addDays(opensOn, FEEDBACK_DAYS) }
}

/** Days are included. `closesOn` is the last day of the last workshop so far; null before there is one. */
export type Round = {
  kind: RoundKind
  opensOn: string
  closesOn: string | null
  minimum: number
  openedAt: Date | null
  countedAt: Date | null
  releasedAt: Date | null
  givenUpAt: Date | null
  /** The server, where nothing is said. */
  keyHolder?: KeyHolder | undefined
}

export const ROUND_STATES = [
  'planned',
  'missed',
  'open',
  'closed',
  'waiting-for-more',
  'too-few',
  'counted',
  'released',
  'given-up',
] as const
export type RoundState = (typeof ROUND_STATES)[number]

/**
 * What a round is right now, in one word; `ballots` is how many lie in its urn. With too few ballots what is pooled by
 * course waits for more, and any other closed round can only be extended or given up. A planned round whose last day is
 * over, because nothing ran or something stood in the way, is missed: it asks nobody until it gets new days.
 */
export function roundState(round: Round, ballots: number, now: Date): RoundState {
  if (round.givenUpAt) return 'given-up'
  if (round.releasedAt) return 'released'
  if (round.countedAt) return 'counted'
  if (!round.openedAt && round.closesOn !== null && round.closesOn < dayOf(now)) return 'missed'
  if (!round.openedAt || dayOf(now) < round.opensOn) return 'planned'
  if (round.closesOn !== null && dayOf(now) <= round.closesOn) return 'open'
  if (hasEnough(round, ballots)) return 'closed'
  return isPooled(round.kind) ? 'waiting-for-more' : 'too-few'
}

/** Nobody has been asked yet: everything about the round may still be changed. */
export function hasNotBegun(state: RoundState): boolean {
  return state === 'planned' || state === 'missed'
}

function hasEnough(round: { minimum: number }, ballots: number): boolean {
  return ballots >= minimumFor(round.minimum)
}

/** Whether somebody who was invited until this day may still answer. */
export function mayStillAnswer(round: Round, invitedUntil: string, now: Date): boolean {
  if (round.givenUpAt || round.countedAt || !round.openedAt) return false
  const today = dayOf(now)
  return round.opensOn <= today && today <= invitedUntil
}

export type CastRefusal = 'not-invited' | 'already-answered' | 'closed'

export type CountRefusal = 'not-open-yet' | 'still-open' | 'too-few' | 'already-counted' | 'given-up'

/** Why the ballots may not be counted, or null when they may: nobody looks before the end, or at too few. */
export function countRefusal(round: Round, ballots: number, now: Date): CountRefusal | null {
  switch (roundState(round, ballots, now)) {
    case 'closed':
      return null
    case 'planned':
    case 'missed':
      return 'not-open-yet'
    case 'open':
      return 'still-open'
    case 'waiting-for-more':
    case 'too-few':
      return 'too-few'
    case 'given-up':
      return 'given-up'
    case 'counted':
    case 'released':
      return 'already-counted'
  }
}

/** How long too few ballots lie sealed before they are destroyed unread, in days after the last day of a round. */
export const KEPT_SEALED_DAYS = {
  workshop: 365,
  transfer: 365,
  'competence-centre': 30,
  needs: 30,
  free: 30,
} as const satisfies Record<RoundKind, number>

/** How long enough ballots wait that the server cannot open, in days: names must not lie beside a lost key for ever. */
const UNREADABLE_KEPT_DAYS = 365

/**
 * Whether the ballots must be destroyed unread: too few came, and nobody brought further ones in time; or the trustees
 * have not opened them, for one of them has lost passphrase and sheet; or the server cannot, for ROUND_KEY is lost.
 */
export function mustBeGivenUp(round: Round, ballots: number, now: Date): boolean {
  const state = roundState(round, ballots, now)
  if (state === 'closed') return wasLeftUnopened(round, now)
  if (state !== 'too-few' && state !== 'waiting-for-more') return false
  return dayOf(now) > addDays(round.closesOn ?? round.opensOn, KEPT_SEALED_DAYS[round.kind])
}

function wasLeftUnopened({ keyHolder, closesOn, opensOn }: Round, now: Date): boolean {
  const days = keyHolder === 'trustees' ? TRUSTEES_HAVE_DAYS : UNREADABLE_KEPT_DAYS
  return dayOf(now) > addDays(closesOn ?? opensOn, days)
}

/** A course that runs every week would never let its urn come to an end: later workshops start a new one. */
export const URN_TAKES_WORKSHOPS_DAYS = 28

/** Whether the people of one more workshop of the course may put their ballots into this urn. */
export function takesWorkshop(round: Round, ballots: number, now: Date): boolean {
  const state = roundState(round, ballots, now)
  if (state === 'waiting-for-more') return true
  return state === 'open' && dayOf(now) <= addDays(round.opensOn, URN_TAKES_WORKSHOPS_DAYS)
}

/** How long a round may run with all its extensions, in days: whoever is rated could else put off its count for ever. */
const LONGEST_DAYS = 180

export type ExtendRefusal = 'extends-itself' | 'not-running' | 'enough-answers' | 'not-later' | 'too-long'

/** Why a round cannot get a later last day, or null when it can. With enough answers there is no reason for it. */
export function extendRefusal(
  round: Round,
  ballots: number,
  closesOn: string,
  now: Date,
): ExtendRefusal | null {
  if (isPooled(round.kind)) return 'extends-itself'
  const state = roundState(round, ballots, now)
  if (state === 'closed') return 'enough-answers'
  if (state !== 'open' && state !== 'too-few') return 'not-running'
  if (closesOn <= (round.closesOn ?? '') || closesOn < dayOf(now)) return 'not-later'
  return closesOn > addDays(round.opensOn, LONGEST_DAYS) ? 'too-long' : null
}

export type RaiseRefusal = 'not-running' | 'not-stricter' | 'too-strict'

/**
 * Why the minimum of a round cannot be raised, or null when it can. It is fixed when the round opens and only ever gets
 * stricter; more than half of those invited is refused, because that would make an opinion disappear, and so is more
 * than ten where the office itself is rated. Once a round is over it stays as it was: trying would tell how many have
 * answered.
 */
export function raiseRefusal(round: Round, minimum: number, invited: number, now: Date): RaiseRefusal | null {
  const today = dayOf(now)
  const isRunning = round.closesOn !== null && today <= round.closesOn
  if (round.givenUpAt || round.countedAt || !round.openedAt || !isRunning) return 'not-running'
  if (minimum <= minimumFor(round.minimum)) return 'not-stricter'
  return minimum * 2 > invited || minimum > mostMinimum(round.kind) ? 'too-strict' : null
}

export type RescheduleRefusal = 'already-open' | 'given-up'

/** Why a round cannot get other days altogether, or null while nobody has been asked. */
export function rescheduleRefusal(round: Round, now: Date): RescheduleRefusal | null {
  const state = roundState(round, 0, now)
  if (state === 'given-up') return 'given-up'
  return round.openedAt === null ? null : 'already-open'
}

export type GiveUpRefusal = 'still-open' | 'enough-answers' | 'already-counted' | 'given-up'

/**
 * Why a round cannot be given up, or null when it can. What enough people have said is counted: nobody may make an
 * opinion disappear that they only suspect. While a round runs the answer is always the same, or trying would tell
 * whether enough have answered; afterwards its state says so anyway.
 */
export function giveUpRefusal(round: Round, ballots: number, now: Date): GiveUpRefusal | null {
  const state = roundState(round, ballots, now)
  if (state === 'given-up') return 'given-up'
  if (state === 'counted' || state === 'released') return 'already-counted'
  if (state === 'open') return 'still-open'
  if (hasNotBegun(state) || mustBeGivenUp(round, ballots, now)) return null
  return hasEnough(round, ballots) ? 'enough-answers' : null
}

/**
 * Roles that may ever release a round of a kind. A free round may be about anything, the work of the coordination too:
 * so it is released as one about the competence centre is. What people need rates nobody. Where everybody of the
 * coordination has taught what the feedback is about, the staff council stands in: else nobody could release it.
 */
export const RELEASING_ROLES = {
  workshop: ['coordinator'],
  transfer: ['coordinator'],
  'competence-centre': ['committee', 'staffCouncil'],
  needs: ['coordinator'],
  free: ['committee', 'staffCouncil'],
} as const satisfies Record<RoundKind, readonly string[]>

/** Who releases feedback on workshops that all of the coordination have taught. */
export const STAND_IN = 'staffCouncil'
export type StandIn = { needsStandIn?: boolean | undefined }

/** Whether nobody of the coordination may release a round, because each of them is rated by it. */
export function needsStandIn(
  round: { kind: RoundKind; trainerIds: readonly string[] },
  coordinatorIds: readonly string[],
): boolean {
  return isPooled(round.kind) && coordinatorIds.every((id) => round.trainerIds.includes(id))
}

export type ReleaseRefusal = 'not-counted' | 'already-released' | 'not-your-part' | 'rates-you'

/**
 * Why this person may not release the figures, or null when they may. Nobody releases a figure that rates their own
 * work: not the trainer the feedback on a workshop, and not the coordinator the round about the competence centre or a
 * free one, whatever other roles they have.
 */
export function releaseRefusal(
  round: Pick<Round, 'kind' | 'countedAt' | 'releasedAt'> & { trainerIds: readonly string[] } & StandIn,
  person: { id: string | null; roles: readonly string[] },
): ReleaseRefusal | null {
  const releasing: readonly string[] = [
    ...RELEASING_ROLES[round.kind],
    ...(round.needsStandIn ? [STAND_IN] : []),
  ]
  if (!person.roles.some((role) => releasing.includes(role))) return 'not-your-part'
  if (isRated(round, person)) return 'rates-you'
  if (round.releasedAt) return 'already-released'
  return round.countedAt ? null : 'not-counted'
}

function isRated(
  round: { kind: RoundKind; trainerIds: readonly string[] },
  person: { id: string | null; roles: readonly string[] },
): boolean {
  if (isPooled(round.kind)) return person.id !== null && round.trainerIds.includes(person.id)
  return round.kind !== 'needs' && person.roles.includes('coordinator')
}
