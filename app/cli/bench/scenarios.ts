import { randomUUID } from 'node:crypto'
import type { Turns } from '#app/cli/bench/load-generator.ts'
import type { Material } from '#app/cli/bench/material.ts'
import type { Ask } from '#app/cli/bench/request.ts'
import { UNITS_PER_MEETING, type BlankList } from '#app/cli/bench/roll-calls.ts'
import { QUESTIONNAIRE, someAnswers, type LoadedRound } from '#app/cli/bench/rounds.ts'
import type { OpenWorkshop, Participant } from '#app/cli/bench/training.ts'
import { ANSWERS_FIELD } from '#app/domain/answers.ts'
import { messages } from '#app/i18n/index.ts'

/** In this order: whoever has voted does not get the questionnaire any more. */
export const SCENARIO_NAMES = [
  'catalogue',
  'course',
  'workshop',
  'enrol',
  'rollCall',
  'answerPage',
  'submit',
  'formAndSubmit',
  'results',
  'dashboard',
] as const
/** What is measured again in a district ten times as large. */
export const TENFOLD_NAMES: readonly ScenarioName[] = ['catalogue', 'enrol', 'rollCall']
/** What is measured again where a million answers were given. */
export const MILLION_NAMES: readonly ScenarioName[] = ['results', 'dashboard']
export type ScenarioName = (typeof SCENARIO_NAMES)[number]

export type Scenario = {
  /** Each turn can be taken once, as with a vote: so many there are. */
  turnsLeft: () => number
  next: Turns
}

const t = messages('de')

export function scenariosFor(material: Material): Record<ScenarioName, Scenario> {
  const { courses, workshops, people, lists, round, smallRounds } = material
  return {
    catalogue: forEver((nth) => [cataloguePage(material, nth)]),
    course: forEver((nth) => [coursePage(material, pickFrom(courses, nth), nth)]),
    workshop: forEver((nth) => [workshopPage(material, pickFrom(workshops, nth), nth)]),
    enrol: once(placesFor(workshops, people), ({ workshop, person }) => [
      enrolment(material, workshop, person),
    ]),
    rollCall: once(lists, (list) => [rollCall(material, list)]),
    answerPage: forEver((nth) => [answerPage(material, round, pickFrom(people, nth))]),
    submit: once(people, (person, nth) => [vote(material, round, person, nth)]),
    formAndSubmit: once(votersOf(smallRounds, people), (voter, nth) => [
      answerPage(material, voter.round, voter.person),
      vote(material, voter.round, voter.person, nth),
    ]),
    results: forEver(() => [resultsPage(material)]),
    dashboard: forEver(() => [dashboardPage(material)]),
  }
}

function forEver(turn: (nth: number) => Ask[]): Scenario {
  let nth = 0
  return { turnsLeft: () => Infinity, next: () => turn(nth++) }
}

function once<T>(all: readonly T[], turn: (one: T, nth: number) => Ask[]): Scenario {
  let nth = 0
  const next = () => {
    const one = all[nth]
    return one === undefined ? undefined : turn(one, nth++)
  }
  return { turnsLeft: () => all.length - nth, next }
}

function pickFrom<T>(all: readonly T[], nth: number): T {
  const one = all[nth % all.length]
  if (one === undefined) throw new Error('nothing to ask for')
  return one
}

function cookieOf({ cookies }: Material, personId: string): { cookie: string } {
  const cookie = cookies.get(personId)
  if (!cookie) throw new Error('somebody is not signed in')
  return { cookie }
}

export function cataloguePage(material: Material, nth: number): Ask {
  const { catalogue } = t.course
  const texts = [catalogue.lead, catalogue.found(material.courses.length)]
  return { path: '/courses', ...cookieOf(material, pickFrom(material.people, nth).id), expects: { texts } }
}

function coursePage(material: Material, { id, title }: { id: string; title: string }, nth: number): Ask {
  const person = pickFrom(material.people, nth)
  return { path: `/courses/${id}`, ...cookieOf(material, person.id), expects: { texts: [title] } }
}

function workshopPage(material: Material, { id, title, place }: OpenWorkshop, nth: number): Ask {
  const person = pickFrom(material.people, nth)
  return { path: `/workshops/${id}`, ...cookieOf(material, person.id), expects: { texts: [title, place] } }
}

type Place = { workshop: OpenWorkshop; person: Participant }

/** Neighbours in this list are different people and different workshops, as on a busy morning. */
function placesFor(workshops: readonly OpenWorkshop[], people: readonly Participant[]): Place[] {
  const STEP = 7
  const places = people.flatMap((_, round) =>
    workshops.map((workshop, nth) => ({ workshop, person: pickFrom(people, round + nth * STEP) })),
  )
  return places.filter(({ workshop, person }) => !workshop.enrolled.has(person.id))
}

function enrolment(material: Material, workshop: OpenWorkshop, { id, organisationId }: Participant): Ask {
  const path = `/workshops/${workshop.id}`
  const form = { id: randomUUID(), organisationId }
  return { path, ...cookieOf(material, id), form, expects: { redirect: path } }
}

/** Nearly all are there, as a rule; one came late, and one could not come. */
function rollCall(material: Material, { meetingId, enrolmentIds }: BlankList): Ask {
  const path = `/meetings/${meetingId}/attendance`
  const marks = enrolmentIds.map((id, nth): [string, string] => {
    return [`status-${id}`, nth === 0 ? 'partial' : nth === 1 ? 'excused' : 'present']
  })
  const units = enrolmentIds.map((id): [string, string] => [`units-${id}`, String(UNITS_PER_MEETING - 1)])
  const form = { intent: 'save', ...Object.fromEntries([...marks, ...units]) }
  return { path, ...cookieOf(material, material.trainer), form, expects: { redirect: `${path}?done=save` } }
}

type Voter = { round: LoadedRound; person: Participant }

function votersOf(rounds: readonly LoadedRound[], people: readonly Participant[]): Voter[] {
  return rounds.flatMap((round) => people.slice(0, round.invited).map((person) => ({ round, person })))
}

export function answerPage(material: Material, { id, title }: LoadedRound, person: Participant): Ask {
  const texts = [
    title,
    t.questionnaire.survey.submit,
    QUESTIONNAIRE.questionnaire.sections[0]?.title?.de ?? title,
  ]
  return { path: `/evaluations/${id}/answer`, ...cookieOf(material, person.id), expects: { texts } }
}

function vote(material: Material, { id }: LoadedRound, person: Participant, nth: number): Ask {
  const path = `/evaluations/${id}/answer`
  const form = { [ANSWERS_FIELD]: JSON.stringify(someAnswers(nth)) }
  return { path, ...cookieOf(material, person.id), form, expects: { redirect: `/evaluations/${id}/thanks` } }
}

function resultsPage(material: Material): Ask {
  const { id, title, ballots, invited } = material.results
  const texts = [title, t.release.lead(ballots, invited)]
  return { path: `/evaluations/${id}/results`, ...cookieOf(material, material.committee), expects: { texts } }
}

export function dashboardPage(material: Material): Ask {
  const { texts } = material.report
  return { path: '/indicators', ...cookieOf(material, material.committee), expects: { texts } }
}
