// Who may do what: the whole answer stands in this table. Admins and coordinators appear like every other role.

import { mayRateOffice } from '#app/domain/disclosure.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import { isPooled, RELEASING_ROLES, STAND_IN, type RoundKind, type StandIn } from '#app/domain/evaluation.ts'
import { accompanies } from '#app/domain/passport.ts'

export const ROLES = [
  'participant',
  'trainer',
  'trainingOfficer',
  'coordinator',
  'committee',
  'dataProtection',
  'informationSecurity',
  'staffCouncil',
  'consultant',
  'admin',
] as const

export type Role = (typeof ROLES)[number]

/** Who is asking. A guest has no id and no roles; a role counts only on the days for which it was given. */
export type Actor = {
  id: string | null
  name: string
  roles: readonly Role[]
  /** Organisations whose training officer the actor is. */
  officerOf: readonly string[]
}

export const GUEST: Actor = { id: null, name: '', roles: [], officerOf: [] }

type Workshop = { trainerIds: readonly string[] }
type Question = { personId: string; trainerIds: readonly string[] }
type Round = { kind: RoundKind; trainerIds: readonly string[] } & StandIn
type RoundWithTexts = Round & { remarkReaders: RemarkReaders }
type RoundToBegin = Round & { openedAt: Date | null }
type RoundWithRelease = Round & { releasedAt: Date | null }
type InOrganisation = { organisationId: string }
/** With those into which it has merged by now. */
type Exported = InOrganisation & { successorIds: readonly string[] }
type Proof = { personId: string; organisationId: string }
type Enrolment = { personId: string; organisationId: string; trainerIds: readonly string[] }
/** Somebody with all roles that they have or will have. */
type WithRoles = { roles: readonly Role[] }

/** Whoever may change an address can sign in as its owner: coordinators do so only for people without office. */
const WITHOUT_OFFICE: readonly Role[] = ['participant', 'trainer', 'trainingOfficer']

const is = (actor: Actor, ...roles: Role[]) => roles.some((role) => actor.roles.includes(role))
const signedIn = (actor: Actor) => actor.id !== null
const isSelf = (actor: Actor, of: { personId: string }) => actor.id !== null && actor.id === of.personId
const isOfficerOf = (actor: Actor, of: InOrganisation) =>
  is(actor, 'trainingOfficer') && actor.officerOf.includes(of.organisationId)
const leads = (actor: Actor, workshop: Workshop) =>
  is(actor, 'trainer') && actor.id !== null && workshop.trainerIds.includes(actor.id)
const standsIn = (actor: Actor, round: Round) => round.needsStandIn === true && is(actor, STAND_IN)

const policy = {
  'public:read': () => true,
  'catalogue:read': () => true,
  'workshop:read': () => true,
  'profile:edit': signedIn,
  // Whoever ordered a file fetches it, and nobody else.
  'document:fetch': (actor: Actor, of: { personId: string }) => isSelf(actor, of),
  'access:request': (actor: Actor) => !signedIn(actor),
  'barrier:report': () => true,

  'course:edit': (actor: Actor) => is(actor, 'coordinator'),
  // Whoever writes what a course consists of sees it before it is published.
  'module:edit': (actor: Actor) => is(actor, 'coordinator'),
  'learning-path:edit': (actor: Actor) => is(actor, 'coordinator'),
  'external-offer:edit': (actor: Actor) => is(actor, 'coordinator'),
  'material:edit': (actor: Actor, of: Workshop) => is(actor, 'coordinator') || leads(actor, of),
  'learning:start': signedIn,
  // How far somebody has come is seen by nobody else, whatever their role.
  'learning:read': (actor: Actor, of: { personId: string }) => isSelf(actor, of),
  'proof:submit': signedIn,
  'proof:remove': (actor: Actor, of: { personId: string }) => isSelf(actor, of),
  'proof:list': (actor: Actor) => is(actor, 'coordinator', 'trainingOfficer'),
  'proof:read': (actor: Actor, of: Proof) =>
    isSelf(actor, of) || is(actor, 'coordinator') || isOfficerOf(actor, of),
  // Nobody confirms their own.
  'proof:decide': (actor: Actor, of: Proof) =>
    !isSelf(actor, of) && (is(actor, 'coordinator') || isOfficerOf(actor, of)),
  // How everything stands, and what is overdue.
  'overview:read': (actor: Actor) => is(actor, 'coordinator'),
  // The own workshops, with what is released of them.
  'teaching:read': (actor: Actor) => is(actor, 'trainer'),
  'workshop:add': (actor: Actor) => is(actor, 'coordinator', 'trainer'),
  'workshop:edit': (actor: Actor, workshop: Workshop) => is(actor, 'coordinator') || leads(actor, workshop),
  'workshop:message': (actor: Actor, workshop: Workshop) =>
    is(actor, 'coordinator') || leads(actor, workshop),
  'workshop:mails': (actor: Actor, workshop: Workshop) => is(actor, 'coordinator') || leads(actor, workshop),
  // Whether somebody belongs to the group is a fact of the workshop, and answered there.
  'workshop:ask': signedIn,
  'workshop:answer': (actor: Actor, workshop: Workshop) => is(actor, 'coordinator') || leads(actor, workshop),
  'workshop:remove-question': (actor: Actor, question: Question) =>
    isSelf(actor, question) || is(actor, 'coordinator') || leads(actor, question),
  // Without a name of anybody who came; released feedback in it follows the rules of its results.
  'workshop:summary': (actor: Actor, workshop: Workshop) =>
    is(actor, 'coordinator') || leads(actor, workshop),
  'workshop:call-off': (actor: Actor, workshop: Workshop) =>
    is(actor, 'coordinator') || leads(actor, workshop),
  // Confirm, merge or call off: merging moves people into a workshop that somebody else may lead.
  'workshop:decide': (actor: Actor, workshop: Workshop) => is(actor, 'coordinator') || leads(actor, workshop),
  'room:read': (actor: Actor) => is(actor, 'coordinator', 'trainer'),
  'room:edit': (actor: Actor) => is(actor, 'coordinator'),

  'enrolment:enrol': (actor: Actor) => is(actor, 'participant'),
  'enrolment:enrol-others': (actor: Actor) => is(actor, 'coordinator', 'trainingOfficer'),
  'enrolment:enrol-member': (actor: Actor, of: InOrganisation) =>
    is(actor, 'coordinator') || isOfficerOf(actor, of),
  // The people of one's own organisation, who get an offer and may say no.
  'enrolment:enrol-newcomer': isOfficerOf,
  'enrolment:mine': signedIn,
  'enrolment:read': (actor: Actor, enrolment: Enrolment) =>
    isSelf(actor, enrolment) ||
    is(actor, 'coordinator') ||
    isOfficerOf(actor, enrolment) ||
    leads(actor, enrolment),
  // Nobody is enrolled against their will: only the person themselves says yes or no to an offer.
  'enrolment:answer': (actor: Actor, enrolment: Enrolment) => isSelf(actor, enrolment),
  'enrolment:withdraw': (actor: Actor, enrolment: Enrolment) =>
    isSelf(actor, enrolment) || is(actor, 'coordinator') || isOfficerOf(actor, enrolment),
  'enrolment:list': (actor: Actor, workshop: Workshop) => is(actor, 'coordinator') || leads(actor, workshop),
  // The town as its training officer sees it: who goes, who waits, who still has to answer. Not who was there.
  'organisation:oversee': (actor: Actor, of: InOrganisation) =>
    is(actor, 'coordinator') || isOfficerOf(actor, of),
  // What its people attended, as sums of enough of them; what the office may read elsewhere, it may read here.
  'organisation:figures': (actor: Actor, of: InOrganisation) =>
    is(actor, 'coordinator') || isOfficerOf(actor, of),
  // The right to leave: the town itself and, where it has merged, its successor. Admins operate and see neither
  // enrolments nor attendance elsewhere: a file of all of them would be a back door.
  'organisation:export': (actor: Actor, of: Exported) =>
    is(actor, 'coordinator') ||
    [of.organisationId, ...of.successorIds].some((organisationId) => isOfficerOf(actor, { organisationId })),
  // With attendance, certificates and addresses, which are no secret to them anyway.
  'organisation:export-whole': (actor: Actor) => is(actor, 'coordinator'),
  'organisation:oversee-own': (actor: Actor) => is(actor, 'trainingOfficer'),
  'approval:set': (actor: Actor, of: InOrganisation) => is(actor, 'coordinator') || isOfficerOf(actor, of),
  'blocked-period:edit': (actor: Actor, of: InOrganisation) =>
    is(actor, 'coordinator') || isOfficerOf(actor, of),
  'attendance:record': (actor: Actor, workshop: Workshop) =>
    is(actor, 'coordinator') || leads(actor, workshop),
  'attendance:check-in': signedIn,
  'walk-in:settle': (actor: Actor) => is(actor, 'coordinator'),
  'objection:raise': (actor: Actor, enrolment: { personId: string }) => isSelf(actor, enrolment),
  'objection:decide': (actor: Actor, workshop: Workshop) =>
    is(actor, 'coordinator') || leads(actor, workshop),

  'certificate:verify': () => true,
  'certificate:mine': signedIn,
  'certificate:issue': (actor: Actor, workshop: Workshop) =>
    is(actor, 'coordinator') || leads(actor, workshop),
  // No training officer, nor anybody else of the employer: who attended how much is handed over by the person alone.
  'certificate:read': (actor: Actor, certificate: { personId: string } & Workshop) =>
    isSelf(actor, certificate) || is(actor, 'coordinator') || leads(actor, certificate),
  'certificate:revoke': (actor: Actor) => is(actor, 'coordinator'),
  'calendar:read': () => true,
  'calendar:subscribe': signedIn,
  // Everybody their own, and nobody anybody else's: there is no way to ask for those of a person.
  'busy-time:edit': signedIn,

  // Half of a key belongs to the trustee who was named. The offices of a part stand in with its recovery sheet alone.
  'evaluation:trustee': (actor: Actor, of: { personId: string }) => isSelf(actor, of),
  'evaluation:stand-in': (actor: Actor, of: { part: 'coordination' | 'oversight' }) =>
    of.part === 'coordination' ? is(actor, 'coordinator') : is(actor, 'staffCouncil', 'dataProtection'),
  'evaluation:answer': signedIn,
  'evaluation:list': (actor: Actor) =>
    is(actor, 'coordinator', 'committee', 'staffCouncil', 'dataProtection', 'trainer'),
  // What is asked is written by those who conduct evaluations.
  'questionnaire:edit': (actor: Actor) => is(actor, 'coordinator'),
  'evaluation:manage': (actor: Actor) => is(actor, 'coordinator'),
  // Nobody releases what rates their own work: whoever may, stands with the rules of a round.
  'evaluation:release': (actor: Actor, round: Round) =>
    is(actor, ...RELEASING_ROLES[round.kind]) || standsIn(actor, round),
  // Whoever prints and types forms is the office; where it may be rated itself, those who release, and not the office.
  'evaluation:paper': (actor: Actor, round: Round) =>
    is(actor, ...RELEASING_ROLES[round.kind]) || (!mayRateOffice(round.kind) && is(actor, 'coordinator')),
  // Whoever has released in the place of the office reads what stands there in their name.
  'evaluation:results': (actor: Actor, round: Round) =>
    isPooled(round.kind)
      ? is(actor, 'coordinator') || standsIn(actor, round) || leads(actor, round)
      : is(actor, 'coordinator', 'committee', 'staffCouncil', 'dataProtection'),
  // Before the release trainers are told nothing of a round, not even whether it has enough answers.
  'evaluation:round': (actor: Actor, round: RoundWithRelease) =>
    isPooled(round.kind)
      ? is(actor, 'coordinator') ||
        standsIn(actor, round) ||
        (round.releasedAt !== null && leads(actor, round))
      : is(actor, 'coordinator', 'committee', 'staffCouncil', 'dataProtection'),
  // Who was invited to a round is deleted with its count: so everybody who signs in reads what came of it.
  'measure:read': signedIn,
  'measure:edit': (actor: Actor) => is(actor, 'coordinator'),
  // The committee only where those who answered were told so before the first question.
  'evaluation:texts': (actor: Actor, round: RoundWithTexts) =>
    isPooled(round.kind)
      ? is(actor, 'coordinator') || standsIn(actor, round) || leads(actor, round)
      : is(actor, 'coordinator', 'staffCouncil', 'dataProtection') ||
        (round.remarkReaders !== 'offices' && is(actor, 'committee')),
  // Until a round begins, those who plan it too; then only those who release it, who may let fewer read.
  'evaluation:readers': (actor: Actor, round: RoundToBegin) =>
    is(actor, ...RELEASING_ROLES[round.kind]) || (round.openedAt === null && is(actor, 'coordinator')),

  'indicator:read': (actor: Actor) => is(actor, 'committee', 'coordinator', 'staffCouncil', 'consultant'),
  'phase:edit': (actor: Actor) => is(actor, 'committee', 'coordinator'),
  'target:propose': (actor: Actor) => is(actor, 'committee', 'coordinator'),
  'target:resolve': (actor: Actor) => is(actor, 'committee'),
  // Which reading of the strategy counts and how often it is measured: proposed by the office, resolved by the committee.
  'ruling:propose': (actor: Actor) => is(actor, 'committee', 'coordinator'),
  'ruling:resolve': (actor: Actor) => is(actor, 'committee'),
  // What an indicator of the strategy means is resolved by the committee; the office words what accompanies it.
  'passport:edit': (actor: Actor, passport: { key: string }) =>
    accompanies(passport) ? is(actor, 'coordinator') : is(actor, 'committee'),
  // Where a figure stood before the work began: entered by the office with its source, read by the committee.
  'baseline:edit': (actor: Actor) => is(actor, 'coordinator'),
  'stage:edit': (actor: Actor) => is(actor, 'coordinator'),
  'stage:decide': (actor: Actor) => is(actor, 'committee'),
  'snapshot:prepare': (actor: Actor) => is(actor, 'coordinator'),
  'snapshot:release': (actor: Actor) => is(actor, 'committee'),
  'report:download': (actor: Actor) => is(actor, 'committee', 'coordinator', 'staffCouncil', 'consultant'),

  // Whoever decides whether released figures become open data sees beforehand what that would be.
  'openData:read': (actor: Actor, of: { isPublic: boolean }) =>
    of.isPublic || is(actor, 'committee', 'coordinator', 'admin'),

  'administration:read': (actor: Actor) => is(actor, 'coordinator', 'dataProtection', 'admin'),
  'person:manage': (actor: Actor) => is(actor, 'coordinator', 'admin'),
  'person:edit': (actor: Actor, person: WithRoles) =>
    is(actor, 'admin') ||
    (is(actor, 'coordinator') && person.roles.every((role) => WITHOUT_OFFICE.includes(role))),
  'role:assign': (actor: Actor) => is(actor, 'admin'),
  'organisation:edit': (actor: Actor) => is(actor, 'coordinator', 'admin'),
  'mailText:edit': (actor: Actor) => is(actor, 'coordinator', 'admin'),
  'setting:edit': (actor: Actor) => is(actor, 'admin'),
  'outbox:read': (actor: Actor) => is(actor, 'admin'),
  'audit:read': (actor: Actor) => is(actor, 'admin', 'dataProtection'),
}

export type Action = keyof typeof policy
/** What an action is done to, if anything. */
export type On<A extends Action> =
  Parameters<(typeof policy)[A]> extends [Actor, infer Resource] ? [Resource] : []

/** Whether the actor may do this; an action about something does not compile without it. */
export function can<A extends Action>(actor: Actor, action: A, ...on: On<A>): boolean {
  return (policy[action] as (actor: Actor, ...on: On<A>) => boolean)(actor, ...on)
}

export const actions = Object.keys(policy) as Action[]
