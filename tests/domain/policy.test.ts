import { expect, test } from 'vitest'
import { actions, can, GUEST, ROLES, type Action, type Actor, type Role } from '#app/domain/policy.ts'

const me = (role: Role): Actor => ({ id: 'me', name: 'Me', roles: [role], officerOf: ['mine'] })
const mine = { trainerIds: ['me'] }
const others = { trainerIds: ['somebody else'] }
const enrolmentOf = (personId: string, organisationId: string, trainerId: string) => ({
  personId,
  organisationId,
  trainerIds: [trainerId],
})
const ownEnrolment = enrolmentOf('me', 'other', 'else')
const colleagues = enrolmentOf('else', 'mine', 'else')
const inOwnWorkshop = enrolmentOf('else', 'other', 'me')
const strangers = enrolmentOf('else', 'other', 'else')
const everybody = `guest ${ROLES.join(' ')}`
const signedIn = ROLES.join(' ')

/** The table as one would pin it to the wall: a change of rights is a change of this text. */
const wall: Record<string, [Action, object | null, string]> = {
  'read public pages': ['public:read', null, everybody],
  'read the catalogue': ['catalogue:read', null, everybody],
  'see a workshop': ['workshop:read', null, everybody],
  'see and change own data': ['profile:edit', null, signedIn],
  'fetch a file that one has ordered': ['document:fetch', { personId: 'me' }, signedIn],
  'fetch a file that somebody else has ordered': ['document:fetch', { personId: 'else' }, ''],
  'ask for access': ['access:request', null, 'guest'],
  'report a barrier': ['barrier:report', null, everybody],

  'edit a course': ['course:edit', null, 'coordinator'],
  'write modules and quizzes': ['module:edit', null, 'coordinator'],
  'put learning paths together': ['learning-path:edit', null, 'coordinator'],
  'list offers of others': ['external-offer:edit', null, 'coordinator'],
  'edit materials of the own workshop': ['material:edit', mine, 'trainer coordinator'],
  "edit materials of a course or somebody else's workshop": ['material:edit', others, 'coordinator'],
  'learn by oneself': ['learning:start', null, signedIn],
  'see the own progress': ['learning:read', { personId: 'me' }, signedIn],
  "see somebody else's progress": ['learning:read', { personId: 'else' }, ''],
  'hand in a proof': ['proof:submit', null, signedIn],
  'delete the own proof': ['proof:remove', { personId: 'me' }, signedIn],
  "delete somebody else's proof": ['proof:remove', { personId: 'else' }, ''],
  'see which proofs wait': ['proof:list', null, 'trainingOfficer coordinator'],
  'see the own proof': ['proof:read', { personId: 'me', organisationId: 'other' }, signedIn],
  "see a colleague's proof": [
    'proof:read',
    { personId: 'else', organisationId: 'mine' },
    'trainingOfficer coordinator',
  ],
  "see a stranger's proof": ['proof:read', { personId: 'else', organisationId: 'other' }, 'coordinator'],
  'confirm the own proof': ['proof:decide', { personId: 'me', organisationId: 'mine' }, ''],
  "confirm a colleague's proof": [
    'proof:decide',
    { personId: 'else', organisationId: 'mine' },
    'trainingOfficer coordinator',
  ],
  "confirm a stranger's proof": [
    'proof:decide',
    { personId: 'else', organisationId: 'other' },
    'coordinator',
  ],
  'see how everything stands': ['overview:read', null, 'coordinator'],
  'see the own workshops, with what is released of them': ['teaching:read', null, 'trainer'],
  'plan a workshop': ['workshop:add', null, 'trainer coordinator'],
  'edit the own workshop': ['workshop:edit', mine, 'trainer coordinator'],
  "edit somebody else's workshop": ['workshop:edit', others, 'coordinator'],
  'write to the group of the own workshop': ['workshop:message', mine, 'trainer coordinator'],
  'write to another group': ['workshop:message', others, 'coordinator'],
  'see which mails go out about the own workshop': ['workshop:mails', mine, 'trainer coordinator'],
  'see which mails go out about another workshop': ['workshop:mails', others, 'coordinator'],
  'ask a question about a workshop (when in its group)': ['workshop:ask', null, signedIn],
  'answer questions about the own workshop': ['workshop:answer', mine, 'trainer coordinator'],
  'answer questions about another workshop': ['workshop:answer', others, 'coordinator'],
  'take the own question back': ['workshop:remove-question', { personId: 'me', ...others }, signedIn],
  'remove a question in the own workshop': [
    'workshop:remove-question',
    { personId: 'else', ...mine },
    'trainer coordinator',
  ],
  'remove a question elsewhere': ['workshop:remove-question', { personId: 'else', ...others }, 'coordinator'],
  'hand on what the own workshop came to': ['workshop:summary', mine, 'trainer coordinator'],
  'hand on what another workshop came to': ['workshop:summary', others, 'coordinator'],
  'call off the own workshop': ['workshop:call-off', mine, 'trainer coordinator'],
  'call off another workshop': ['workshop:call-off', others, 'coordinator'],
  'decide whether the own workshop takes place': ['workshop:decide', mine, 'trainer coordinator'],
  'decide whether another workshop takes place': ['workshop:decide', others, 'coordinator'],
  'see rooms, equipment and who has them': ['room:read', null, 'trainer coordinator'],
  'edit rooms and equipment': ['room:edit', null, 'coordinator'],

  enrol: ['enrolment:enrol', null, 'participant'],
  'enrol others': ['enrolment:enrol-others', null, 'trainingOfficer coordinator'],
  'enrol somebody of the own organisation': [
    'enrolment:enrol-member',
    { organisationId: 'mine' },
    'trainingOfficer coordinator',
  ],
  'enrol somebody of another organisation': [
    'enrolment:enrol-member',
    { organisationId: 'other' },
    'coordinator',
  ],
  'enrol somebody of the own organisation who has no account yet': [
    'enrolment:enrol-newcomer',
    { organisationId: 'mine' },
    'trainingOfficer',
  ],
  'enter somebody of another organisation': ['enrolment:enrol-newcomer', { organisationId: 'other' }, ''],
  'see the own dates': ['enrolment:mine', null, signedIn],
  'see the own enrolment': ['enrolment:read', ownEnrolment, signedIn],
  "see a colleague's enrolment": ['enrolment:read', colleagues, 'trainingOfficer coordinator'],
  'see an enrolment in the own workshop': ['enrolment:read', inOwnWorkshop, 'trainer coordinator'],
  "see a stranger's enrolment": ['enrolment:read', strangers, 'coordinator'],
  'answer the own offer': ['enrolment:answer', ownEnrolment, signedIn],
  "answer somebody else's offer": ['enrolment:answer', colleagues, ''],
  withdraw: ['enrolment:withdraw', ownEnrolment, signedIn],
  'take a colleague out': ['enrolment:withdraw', colleagues, 'trainingOfficer coordinator'],
  'take somebody out of the own workshop': ['enrolment:withdraw', inOwnWorkshop, 'coordinator'],
  'take a stranger out': ['enrolment:withdraw', strangers, 'coordinator'],

  'see who is enrolled in the own workshop': ['enrolment:list', mine, 'trainer coordinator'],
  'see who is enrolled elsewhere': ['enrolment:list', others, 'coordinator'],
  'see the own towns': ['organisation:oversee-own', null, 'trainingOfficer'],
  'see who goes, waits and is asked in the own town': [
    'organisation:oversee',
    { organisationId: 'mine' },
    'trainingOfficer coordinator',
  ],
  'see the same of another town': ['organisation:oversee', { organisationId: 'other' }, 'coordinator'],
  'see sums of what people of the own town attended, and hand them to its council': [
    'organisation:figures',
    { organisationId: 'mine' },
    'trainingOfficer coordinator',
  ],
  'see the same sums of another town': ['organisation:figures', { organisationId: 'other' }, 'coordinator'],
  'take along what belongs to the own town': [
    'organisation:export',
    { organisationId: 'mine', successorIds: [] },
    'trainingOfficer coordinator',
  ],
  'take along what belonged to a town that merged into the own': [
    'organisation:export',
    { organisationId: 'other', successorIds: ['third', 'mine'] },
    'trainingOfficer coordinator',
  ],
  'take along what belongs to another town': [
    'organisation:export',
    { organisationId: 'other', successorIds: ['third'] },
    'coordinator',
  ],
  'take attendance and certificates along': ['organisation:export-whole', null, 'coordinator'],
  'say who approves in the own town': [
    'approval:set',
    { organisationId: 'mine' },
    'trainingOfficer coordinator',
  ],
  'say who approves in another town': ['approval:set', { organisationId: 'other' }, 'coordinator'],
  'block days of the own town': [
    'blocked-period:edit',
    { organisationId: 'mine' },
    'trainingOfficer coordinator',
  ],
  'block days of another town': ['blocked-period:edit', { organisationId: 'other' }, 'coordinator'],
  'record attendance in the own workshop': ['attendance:record', mine, 'trainer coordinator'],
  'record attendance elsewhere': ['attendance:record', others, 'coordinator'],
  'check in oneself': ['attendance:check-in', null, signedIn],
  'say who a walk-in is': ['walk-in:settle', null, 'coordinator'],
  'object to the own record': ['objection:raise', { personId: 'me' }, signedIn],
  "object to somebody else's record": ['objection:raise', { personId: 'else' }, ''],
  'decide an objection in the own workshop': ['objection:decide', mine, 'trainer coordinator'],
  'decide an objection elsewhere': ['objection:decide', others, 'coordinator'],

  'check a certificate by its code': ['certificate:verify', null, everybody],
  'see the own certificates': ['certificate:mine', null, signedIn],
  'issue certificates for the own workshop': ['certificate:issue', mine, 'trainer coordinator'],
  'issue certificates elsewhere': ['certificate:issue', others, 'coordinator'],
  'read the own certificate': ['certificate:read', ownEnrolment, signedIn],
  "read a colleague's certificate": ['certificate:read', colleagues, 'coordinator'],
  'read a certificate of the own workshop': ['certificate:read', inOwnWorkshop, 'trainer coordinator'],
  "read a stranger's certificate": ['certificate:read', strangers, 'coordinator'],
  'revoke a certificate': ['certificate:revoke', null, 'coordinator'],
  'fetch dates for a calendar': ['calendar:read', null, everybody],
  'subscribe to the own dates': ['calendar:subscribe', null, signedIn],
  'say when one is busy': ['busy-time:edit', null, signedIn],

  'answer an evaluation (when invited)': ['evaluation:answer', null, signedIn],
  'hold half of the key of a round as its trustee': ['evaluation:trustee', { personId: 'me' }, signedIn],
  "use somebody else's half of a key": ['evaluation:trustee', { personId: 'else' }, ''],
  'stand in for the trustee of the coordination, with the sheet': [
    'evaluation:stand-in',
    { part: 'coordination' },
    'coordinator',
  ],
  'stand in for the trustee who watches, with the sheet': [
    'evaluation:stand-in',
    { part: 'oversight' },
    'dataProtection staffCouncil',
  ],
  'see the list of evaluations': [
    'evaluation:list',
    null,
    'trainer coordinator committee dataProtection staffCouncil',
  ],
  'write and publish questionnaires': ['questionnaire:edit', null, 'coordinator'],
  'open and count evaluations': ['evaluation:manage', null, 'coordinator'],
  'release workshop feedback': ['evaluation:release', { kind: 'workshop', ...mine }, 'coordinator'],
  'release feedback on workshops that all of the coordination have taught': [
    'evaluation:release',
    { kind: 'workshop', ...mine, needsStandIn: true },
    'coordinator staffCouncil',
  ],
  'see how feedback stands that only the staff council can release': [
    'evaluation:round',
    { kind: 'workshop', ...mine, releasedAt: null, needsStandIn: true },
    'coordinator staffCouncil',
  ],
  'release what people say about the competence centre': [
    'evaluation:release',
    { kind: 'competence-centre', trainerIds: [] },
    'committee staffCouncil',
  ],
  'print and enter paper forms about a workshop': [
    'evaluation:paper',
    { kind: 'workshop', ...mine },
    'coordinator',
  ],
  'print and enter paper forms about the competence centre': [
    'evaluation:paper',
    { kind: 'competence-centre', trainerIds: [] },
    'committee staffCouncil',
  ],
  'print and enter paper forms about what people need': [
    'evaluation:paper',
    { kind: 'needs', trainerIds: [] },
    'coordinator',
  ],
  'release what a workshop has brought': ['evaluation:release', { kind: 'transfer', ...mine }, 'coordinator'],
  'release what people need': ['evaluation:release', { kind: 'needs', trainerIds: [] }, 'coordinator'],
  'release what a chosen group says': [
    'evaluation:release',
    { kind: 'free', trainerIds: [] },
    'committee staffCouncil',
  ],
  'see what the own workshops have brought': [
    'evaluation:results',
    { kind: 'transfer', ...mine },
    'trainer coordinator',
  ],
  'see what people need': [
    'evaluation:results',
    { kind: 'needs', trainerIds: [] },
    'coordinator committee dataProtection staffCouncil',
  ],
  'read what came of evaluations': ['measure:read', null, signedIn],
  'enter what came of an evaluation': ['measure:edit', null, 'coordinator'],
  'read released remarks, where the committee was not named as a reader': [
    'evaluation:texts',
    { kind: 'competence-centre', trainerIds: [], remarkReaders: 'offices' },
    'coordinator dataProtection staffCouncil',
  ],
  'read released remarks, where the committee was named as a reader': [
    'evaluation:texts',
    { kind: 'free', trainerIds: [], remarkReaders: 'committee' },
    'coordinator committee dataProtection staffCouncil',
  ],
  'read released remarks that are promised to the report': [
    'evaluation:texts',
    { kind: 'competence-centre', trainerIds: [], remarkReaders: 'report' },
    'coordinator committee dataProtection staffCouncil',
  ],
  'choose who reads the remarks before an evaluation of the competence centre begins': [
    'evaluation:readers',
    { kind: 'competence-centre', trainerIds: [], openedAt: null },
    'coordinator committee staffCouncil',
  ],
  'let fewer read the remarks of an evaluation of the competence centre': [
    'evaluation:readers',
    { kind: 'competence-centre', trainerIds: [], openedAt: new Date('2026-11-26T09:00:00Z') },
    'committee staffCouncil',
  ],
  'read released remarks on the own workshops': [
    'evaluation:texts',
    { kind: 'workshop', ...mine, remarkReaders: 'offices' },
    'trainer coordinator',
  ],
  'see released feedback on the own workshops': [
    'evaluation:results',
    { kind: 'workshop', ...mine },
    'trainer coordinator',
  ],
  'see what they have released instead of a coordination that has taught': [
    'evaluation:results',
    { kind: 'workshop', ...others, needsStandIn: true },
    'coordinator staffCouncil',
  ],
  'read the remarks that they have released instead of a coordination that has taught': [
    'evaluation:texts',
    { kind: 'workshop', ...others, remarkReaders: 'offices', needsStandIn: true },
    'coordinator staffCouncil',
  ],
  'see released feedback on other workshops': [
    'evaluation:results',
    { kind: 'workshop', ...others },
    'coordinator',
  ],
  'see how an evaluation of the own workshops stands': [
    'evaluation:round',
    { kind: 'workshop', ...mine, releasedAt: null },
    'coordinator',
  ],
  'see an evaluation of the own workshops after its release': [
    'evaluation:round',
    { kind: 'workshop', ...mine, releasedAt: new Date('2026-11-26T09:00:00Z') },
    'trainer coordinator',
  ],
  'see how an evaluation of the competence centre stands': [
    'evaluation:round',
    { kind: 'competence-centre', trainerIds: [], releasedAt: null },
    'coordinator committee dataProtection staffCouncil',
  ],
  'see what people say about the competence centre': [
    'evaluation:results',
    { kind: 'competence-centre', trainerIds: [] },
    'coordinator committee dataProtection staffCouncil',
  ],

  'see the indicators': ['indicator:read', null, 'coordinator committee staffCouncil consultant'],
  'set the days of the phases': ['phase:edit', null, 'coordinator committee'],
  'propose a target': ['target:propose', null, 'coordinator committee'],
  'resolve a target': ['target:resolve', null, 'committee'],
  'propose how the strategy is read': ['ruling:propose', null, 'coordinator committee'],
  'resolve how the strategy is read': ['ruling:resolve', null, 'committee'],
  'put into other words what an indicator of the strategy means': [
    'passport:edit',
    { key: 'I1' },
    'committee',
  ],
  'put into other words what accompanies the indicators': [
    'passport:edit',
    { key: 'no-show' },
    'coordinator',
  ],
  'enter where a figure stood before': ['baseline:edit', null, 'coordinator'],
  'set up a stage': ['stage:edit', null, 'coordinator'],
  'decide on a stage': ['stage:decide', null, 'committee'],
  'prepare a report': ['snapshot:prepare', null, 'coordinator'],
  'release a report': ['snapshot:release', null, 'committee'],
  'download a report': ['report:download', null, 'coordinator committee staffCouncil consultant'],

  'see what open data would be': ['openData:read', { isPublic: false }, 'coordinator committee admin'],
  'read open data': ['openData:read', { isPublic: true }, everybody],

  'open the administration': ['administration:read', null, 'coordinator dataProtection admin'],
  'manage people': ['person:manage', null, 'coordinator admin'],
  'change or lock somebody without office': [
    'person:edit',
    { roles: ['participant', 'trainer', 'trainingOfficer'] },
    'coordinator admin',
  ],
  'change or lock somebody of the committee': [
    'person:edit',
    { roles: ['participant', 'committee'] },
    'admin',
  ],
  'change or lock an admin': ['person:edit', { roles: ['admin'] }, 'admin'],
  'change or lock a coordinator': ['person:edit', { roles: ['coordinator'] }, 'admin'],
  'give and end roles': ['role:assign', null, 'admin'],
  'edit organisations': ['organisation:edit', null, 'coordinator admin'],
  'write the texts of mails': ['mailText:edit', null, 'coordinator admin'],
  'change settings': ['setting:edit', null, 'admin'],
  'read the outbox': ['outbox:read', null, 'admin'],
  'read the record of writes': ['audit:read', null, 'dataProtection admin'],
}

/** The compiler knows which action needs what; a table of all of them does not. */
const may = can as (actor: Actor, action: Action, ...on: object[]) => boolean

test.each(Object.entries(wall))('%s', (_, [action, on, allowed]) => {
  const about = on ? [on] : []
  const granted = [
    ...(may(GUEST, action, ...about) ? ['guest'] : []),
    ...ROLES.filter((role) => may(me(role), action, ...about)),
  ]
  expect(granted.join(' ')).toBe(allowed)
})

test('every right stands on the wall', () => {
  const onTheWall = new Set(Object.values(wall).map(([action]) => action))
  expect(actions.filter((action) => !onTheWall.has(action))).toEqual([])
})

test('a guest who is named as trainer of nothing leads nothing', () => {
  expect(may({ ...GUEST, roles: ['trainer'] }, 'workshop:edit', { trainerIds: [] })).toBe(false)
})
