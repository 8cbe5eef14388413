import { expect, test } from 'vitest'
import { mostMinimum } from '#app/domain/disclosure.ts'
import {
  countRefusal,
  extendRefusal,
  feedbackDays,
  giveUpRefusal,
  mayStillAnswer,
  mustBeGivenUp,
  needsStandIn,
  raiseRefusal,
  releaseRefusal,
  rescheduleRefusal,
  roundState,
  takesWorkshop,
  type Round,
} from '#app/domain/evaluation.ts'
import { reminderDue } from '#app/domain/round-reminder.ts'

const at = (day: string, time = '12:00') => new Date(`${day}T${time}:00+02:00`)
const DONE = at('2026-06-30')
const aRound = (more: Partial<Round> = {}): Round => ({
  kind: 'competence-centre',
  opensOn: '2026-06-01',
  closesOn: '2026-06-21',
  minimum: 5,
  openedAt: at('2026-06-01'),
  countedAt: null,
  releasedAt: null,
  givenUpAt: null,
  ...more,
})
const aWorkshopRound = (more: Partial<Round> = {}) => aRound({ kind: 'workshop', ...more })

test('workshop feedback may be given for two weeks from the day of the last meeting', () => {
  expect(feedbackDays(at('2026-03-20', '16:00'))).toEqual({ opensOn: '2026-03-20', closesOn: '2026-04-03' })
  expect(feedbackDays(new Date('2026-03-20T23:30:00Z')).opensOn).toBe('2026-03-21')
})

test.each([
  ['before its first day it is planned', aRound(), 0, at('2026-05-31'), 'planned'],
  ['nobody has opened it', aRound({ openedAt: null }), 0, at('2026-06-05'), 'planned'],
  [
    'its days are over and nobody was asked',
    aRound({ openedAt: null }),
    0,
    at('2026-06-22', '00:00'),
    'missed',
  ],
  ['on its first day it is open', aRound(), 0, at('2026-06-01', '00:00'), 'open'],
  ['it is open until the end of its last day', aRound(), 30, at('2026-06-21', '23:59'), 'open'],
  ['the day after it is closed', aRound(), 30, at('2026-06-22', '00:00'), 'closed'],
  ['workshop feedback under five waits for more', aWorkshopRound(), 4, at('2026-06-22'), 'waiting-for-more'],
  ['workshop feedback of five may be counted', aWorkshopRound(), 5, at('2026-06-22'), 'closed'],
  ['an urn that no workshop has fed waits', aWorkshopRound({ closesOn: null }), 0, DONE, 'waiting-for-more'],
  ['a later workshop opens a waiting urn again', aWorkshopRound({ closesOn: '2026-07-09' }), 3, DONE, 'open'],
  ['a closed round under five has too few', aRound(), 4, at('2026-06-22'), 'too-few'],
  ['a round that asks for eight is not content with seven', aRound({ minimum: 8 }), 7, DONE, 'too-few'],
  ['counted', aRound({ countedAt: DONE }), 0, DONE, 'counted'],
  ['released', aRound({ countedAt: DONE, releasedAt: DONE }), 0, DONE, 'released'],
  ['given up', aWorkshopRound({ givenUpAt: DONE }), 0, DONE, 'given-up'],
] as const)('%s', (_, round, ballots, now, state) => {
  expect(roundState(round, ballots, now)).toBe(state)
})

test('nobody looks into the urn before the end, at too few ballots, or twice', () => {
  expect(countRefusal(aRound(), 30, at('2026-05-01'))).toBe('not-open-yet')
  expect(countRefusal(aRound(), 30, at('2026-06-21'))).toBe('still-open')
  expect(countRefusal(aRound(), 4, DONE)).toBe('too-few')
  expect(countRefusal(aWorkshopRound(), 4, DONE)).toBe('too-few')
  expect(countRefusal(aRound({ countedAt: DONE }), 30, DONE)).toBe('already-counted')
  expect(countRefusal(aWorkshopRound({ givenUpAt: DONE }), 30, DONE)).toBe('given-up')
  expect(countRefusal(aRound(), 5, DONE)).toBeNull()
})

test('too few ballots are destroyed unread: a month after a round of the centre, a year after a workshop', () => {
  expect(mustBeGivenUp(aRound(), 4, at('2026-07-21'))).toBe(false)
  expect(mustBeGivenUp(aRound(), 4, at('2026-07-22'))).toBe(true)
  expect(mustBeGivenUp(aRound(), 5, at('2026-07-22'))).toBe(false)
  expect(mustBeGivenUp(aWorkshopRound(), 4, at('2027-06-21'))).toBe(false)
  expect(mustBeGivenUp(aWorkshopRound(), 4, at('2027-06-22'))).toBe(true)
  expect(mustBeGivenUp(aRound({ givenUpAt: DONE }), 0, at('2027-06-22'))).toBe(false)
})

test('an urn takes further workshops of its course while it is young, or too empty to be counted', () => {
  expect(takesWorkshop(aWorkshopRound({ closesOn: '2026-07-30' }), 9, at('2026-06-29'))).toBe(true)
  expect(takesWorkshop(aWorkshopRound({ closesOn: '2026-07-30' }), 9, at('2026-06-30'))).toBe(false)
  expect(takesWorkshop(aWorkshopRound(), 4, at('2026-12-24'))).toBe(true)
  expect(takesWorkshop(aWorkshopRound(), 5, at('2026-06-22'))).toBe(false)
})

test('a round of the centre gets a later last day only while it lacks answers', () => {
  expect(extendRefusal(aRound(), 4, '2026-07-10', DONE)).toBeNull()
  expect(extendRefusal(aRound(), 4, '2026-06-29', DONE)).toBe('not-later')
  expect(extendRefusal(aRound(), 5, '2026-07-10', DONE)).toBe('enough-answers')
  expect(extendRefusal(aRound({ openedAt: null }), 0, '2026-07-10', DONE)).toBe('not-running')
  expect(extendRefusal(aWorkshopRound(), 4, '2026-07-10', DONE)).toBe('extends-itself')
})

test('nobody puts off a count for ever by extending a round again and again', () => {
  const running = aRound({ closesOn: '2026-07-15' })
  expect(extendRefusal(running, 12, '2026-11-28', DONE)).toBeNull()
  expect(extendRefusal(running, 12, '2026-11-29', DONE)).toBe('too-long')
  expect(extendRefusal(aRound(), 4, '9999-12-31', DONE)).toBe('too-long')
})

test('nobody is reminded twice: each last day is in one span', () => {
  const urn = (remindedAt: Date | null) => ({ ...aWorkshopRound(), remindedAt })
  expect(reminderDue(urn(null), at('2026-06-01'))).toBeNull()
  expect(reminderDue(urn(null), at('2026-06-12'))).toEqual({ after: '2026-06-11', until: '2026-06-16' })
  expect(reminderDue(urn(at('2026-06-12')), at('2026-06-12', '18:00'))).toBeNull()
  expect(reminderDue(urn(at('2026-06-12')), at('2026-06-14'))).toEqual({
    after: '2026-06-16',
    until: '2026-06-18',
  })
  expect(reminderDue({ ...aRound(), remindedAt: at('2026-06-17') }, at('2026-06-20'))).toBeNull()
  expect(reminderDue({ ...urn(null), countedAt: DONE }, DONE)).toBeNull()
})

test('what enough people have said cannot be made to disappear', () => {
  expect(giveUpRefusal(aRound(), 4, DONE)).toBeNull()
  expect(giveUpRefusal(aRound({ openedAt: null }), 0, DONE)).toBeNull()
  expect(giveUpRefusal(aRound(), 5, DONE)).toBe('enough-answers')
  // While it runs the answer says nothing about the urn.
  for (const ballots of [0, 4, 5, 500]) {
    expect(giveUpRefusal(aRound(), ballots, at('2026-06-10'))).toBe('still-open')
    expect(giveUpRefusal(aWorkshopRound(), ballots, at('2026-06-10'))).toBe('still-open')
  }
  expect(giveUpRefusal(aRound({ countedAt: DONE }), 0, DONE)).toBe('already-counted')
  expect(giveUpRefusal(aRound({ givenUpAt: DONE }), 0, DONE)).toBe('given-up')
})

test('people answer until the last day of their own invitation', () => {
  const urn = aWorkshopRound({ closesOn: '2026-07-09' })
  expect(mayStillAnswer(urn, '2026-06-21', at('2026-06-21', '23:59'))).toBe(true)
  expect(mayStillAnswer(urn, '2026-06-21', at('2026-06-22'))).toBe(false)
  expect(mayStillAnswer(urn, '2026-07-09', at('2026-06-22'))).toBe(true)
  expect(mayStillAnswer(aRound(), '2026-06-21', at('2026-05-31'))).toBe(false)
  expect(mayStillAnswer(aRound({ countedAt: DONE }), '2026-07-21', DONE)).toBe(false)
})

const counted = { countedAt: DONE, releasedAt: null, trainerIds: ['tim'] }
const centre = { kind: 'competence-centre', ...counted } as const
const workshop = { kind: 'workshop', ...counted } as const
const person = (...roles: string[]) => ({ id: 'ada', roles })

test('the coordination releases workshop feedback, but not on a workshop of its own', () => {
  expect(releaseRefusal(workshop, person('coordinator'))).toBeNull()
  expect(releaseRefusal(workshop, person('committee', 'trainer', 'admin'))).toBe('not-your-part')
  expect(releaseRefusal(workshop, { id: 'tim', roles: ['coordinator', 'trainer'] })).toBe('rates-you')
})

test('where all of the coordination have taught, the staff council releases workshop feedback, and only then', () => {
  expect(needsStandIn(workshop, ['tim'])).toBe(true)
  expect(needsStandIn(workshop, ['tim', 'ada'])).toBe(false)
  expect(needsStandIn(centre, ['tim'])).toBe(false)
  const left = { ...workshop, needsStandIn: true }
  expect(releaseRefusal(left, person('staffCouncil'))).toBeNull()
  expect(releaseRefusal(workshop, person('staffCouncil'))).toBe('not-your-part')
  expect(releaseRefusal(left, { id: 'tim', roles: ['coordinator'] })).toBe('rates-you')
  expect(releaseRefusal(left, { id: 'tim', roles: ['staffCouncil', 'trainer'] })).toBe('rates-you')
})

test('where the office is rated a minimum is ten at most, planned or raised', () => {
  const raise = (kind: Round['kind'], minimum: number) =>
    raiseRefusal(aRound({ kind }), minimum, 200, at('2026-06-10'))
  for (const kind of ['competence-centre', 'free'] as const) {
    expect([raise(kind, 10), raise(kind, 11)]).toEqual([null, 'too-strict'])
    expect(mostMinimum(kind)).toBe(10)
  }
  expect([raise('needs', 11), raise('workshop', 50), raise('needs', 51)]).toEqual([null, null, 'too-strict'])
})

test('committee or staff council release what rates the competence centre, the coordination never does', () => {
  expect(releaseRefusal(centre, person('committee'))).toBeNull()
  expect(releaseRefusal(centre, person('staffCouncil'))).toBeNull()
  expect(releaseRefusal(centre, person('coordinator', 'admin'))).toBe('not-your-part')
  expect(releaseRefusal(centre, person('coordinator', 'committee'))).toBe('rates-you')
})

test('what is not counted, or already released, cannot be released', () => {
  expect(releaseRefusal({ ...centre, countedAt: null }, person('committee'))).toBe('not-counted')
  expect(releaseRefusal({ ...centre, releasedAt: DONE }, person('committee'))).toBe('already-released')
})

test('new days are for rounds that nobody was asked in, missed ones too; those can be given up as well', () => {
  const unopened = aRound({ openedAt: null })
  for (const now of [at('2026-05-01'), at('2026-06-05'), DONE]) {
    expect(rescheduleRefusal(unopened, now)).toBeNull()
    expect(giveUpRefusal(unopened, 0, now)).toBeNull()
  }
  expect(rescheduleRefusal(aRound(), DONE)).toBe('already-open')
  expect(rescheduleRefusal(aRound({ openedAt: null, givenUpAt: DONE }), DONE)).toBe('given-up')
  expect(countRefusal(unopened, 0, DONE)).toBe('not-open-yet')
})
