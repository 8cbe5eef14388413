import { expect, test } from 'vitest'
import { messages } from '#app/i18n/index.ts'
import { byName, declarationsOf, reachedFrom, type Declaration } from '#tests/architecture/functions.ts'
import { filesBelow, sourceOf } from '#tests/architecture/house.ts'

// Who changes something in the database says so in the audit table: it is how a district shows, years later,
// who did what. The exceptions are named here, each with its reason.
const SILENT: Record<string, string> = {
  'db/ballots.ts castBallot': 'a vote leaves no trace of who cast it when',
  'db/rounds.ts remind': 'who is reminded has not voted: no list may say so',
  'db/trustee-mail.ts remindTrustees': 'a reminder: the outbox row is the record',
  'db/outbox.ts post': 'part of a command, which leaves the line',
  'db/mail-digests.ts writeDigests': 'gathering of mails: the outbox row is the record',
  'db/mail-digests.ts releaseHeld': 'gathering of mails: the outbox row is the record',
  'db/mail-delivery.ts claimDue': 'delivery of mails: the outbox row is the record',
  'db/mail-delivery.ts markSent': 'delivery of mails: the outbox row is the record',
  'db/mail-delivery.ts markFailed': 'delivery of mails: the outbox row is the record',
  'db/mail-delivery.ts giveUpOutdated': 'delivery of mails: the outbox row is the record',
  'db/mail-delivery.ts dropHiddenMails': 'reminders of a vote are gone once they are sent',
  'db/mail-delivery.ts forgetMails': 'forgetting on time, by a job',
  'db/mail-delivery.ts blankExpiredLinks': 'forgetting on time, by a job',
  'db/access-requests.ts forgetRequests': 'forgetting on time, by a job',
  'db/busy-times.ts forgetBusyTimes': 'forgetting on time, by a job',
  'db/mail-links.ts forgetMailLinks': 'forgetting on time, by a job',
  'db/key-halves.ts forgetHandedShares': 'forgetting on time, by a job',
  'db/login-tokens.ts forgetLoginTokens': 'forgetting on time, by a job',
  'db/login-sessions.ts loginSessionAdapter':
    'login sessions: the sign-in itself is logged where it is decided',
  'db/login-sessions.ts removeSessionsOf': 'login sessions: part of a change of password or person',
  'db/login-sessions.ts forgetExpiredSessions': 'forgetting on time, by a job',
  'db/roll-calls.ts secretOf': 'a random number is made; nobody has done anything yet',
  'db/taps.ts forgetTaps': 'forgetting on time, by a job',
  'db/rate-limits.ts withinLimit': 'a counter of attempts',
  'db/rate-limits.ts takeBackHit': 'a counter of attempts',
  'db/rate-limits.ts forgetRateLimits': 'forgetting on time, by a job',
  'db/learning.ts startLearning': 'how far somebody has come is theirs alone: others read the record',
  'db/learning.ts finishPage': 'the same',
  'db/learning.ts answerQuiz': 'the same',
  'db/learning.ts completeLearning': 'the same',
  'db/learning.ts forgetLearning': 'the same',
  'db/job-runs.ts claimRun': 'a job takes its turn; what it does leaves its own line',
  'db/setup-tokens.ts newSetupToken': 'before anybody is there; using the link leaves a line',
}

const WRITES =
  /\.(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(|\b(insert into|delete from|update \w+ set)\b/
const AUDITS = /\baudit\(/

/** Takes an open transaction: a part of a command, which leaves the line for all its parts. */
const IS_PART = /^[^{]*\btrx: Trx\b/

/** Commands, seen from outside, that write without a line in the audit table. */
function silentCommands(declarations: Declaration[]): string[] {
  const named = byName(declarations)
  return declarations
    .filter((one) => one.exported && !IS_PART.test(one.body))
    .filter((one) => {
      const reached = reachedFrom(one, named)
      return reached.some(({ body }) => WRITES.test(body)) && !reached.some(({ body }) => AUDITS.test(body))
    })
    .map(({ file, name }) => `${file} ${name}`)
}

const declarations = filesBelow('db', /\.ts$/)
  .filter((file) => !/^db\/(migrations\/|migrate\.ts|audit\.ts)/.test(file))
  .flatMap((file) => declarationsOf(file, sourceOf(file)))

test('every command that changes something leaves a line in the audit table', () => {
  expect(declarations.length).toBeGreaterThan(100)
  expect(silentCommands(declarations).filter((command) => !(command in SILENT))).toEqual([])
})

test('the list of exceptions names no command that is gone or has begun to leave a line', () => {
  const silent = silentCommands(declarations)
  expect(Object.keys(SILENT).filter((command) => !silent.includes(command))).toEqual([])
})

test('a command that forgets its line is found, also when somebody else writes for it', () => {
  const planted = [
    ...declarationsOf(
      'db/a.ts',
      "export async function add(db: Db) {\n  await db.insertInto('a').execute()\n}\n",
    ),
    ...declarationsOf(
      'db/b.ts',
      'export function addTwice(db: Db) {\n  return twice(db)\n}\n\nfunction twice(db: Db) {\n  return add(db)\n}\n',
    ),
    ...declarationsOf(
      'db/c.ts',
      "export async function change(db: Db) {\n  await db.updateTable('a').execute()\n  await audit(db)\n}\n",
    ),
    ...declarationsOf(
      'db/d.ts',
      "export async function list(db: Db) {\n  return db.selectFrom('a').execute()\n}\n",
    ),
    ...declarationsOf(
      'db/e.ts',
      'export async function wipe(db: Db) {\n  await sql`delete from a`.execute(db)\n}\n',
    ),
  ]
  expect(silentCommands(planted)).toEqual(['db/a.ts add', 'db/b.ts addTwice', 'db/e.ts wipe'])
})

/** What stands in the braces of a line of the record, written there or one line above. */
const DETAILS = /\baudit\([^;]*?\bnow,\s*(\{[^;]*?\})\s*,?\s*\)|\bconst details = (\{[^;]*?\})\n/g

/** 'fromDate', 'guest' … of '{ fromDate, ...(isGuest && { guest: true }) }'. */
function keysIn(text: string): string[] {
  const keys: string[] = []
  for (let rest = text; rest.includes('{');) {
    const [inner] = /\{[^{}]*\}/.exec(rest) ?? []
    if (inner === undefined) break
    const parts = inner.slice(1, -1).split(',')
    keys.push(...parts.flatMap((part) => /^\s*(\w+)\s*(?=:|$)/.exec(part)?.[1] ?? []))
    rest = rest.replace(inner, '')
  }
  return keys
}

test('what a line of the record says has a word in both languages', () => {
  const sources = filesBelow('db', /\.ts$/).filter((file) => !/^db\/(migrations\/|audit\.ts)/.test(file))
  const details = sources.flatMap((file) =>
    [...sourceOf(file).matchAll(DETAILS)].map((hit) => hit[1] ?? hit[2] ?? ''),
  )
  const keys = new Set(details.flatMap(keysIn))
  expect(keys.size).toBeGreaterThan(50)
  for (const locale of ['de', 'en'] as const) {
    const { detail } = messages(locale).audit
    expect([...keys].filter((key) => !(key in detail)).sort(), locale).toEqual([])
  }
})
