import { randomUUID } from 'node:crypto'
import { dayOf } from '#app/domain/calendar.ts'
import { MIN_RESPONSES } from '#app/domain/disclosure.ts'
import { displayName } from '#app/domain/person.ts'
import { daysOfDue, isTimeToPlan, nextDue, type RoundSchedule } from '#app/domain/round-schedule.ts'
import { audit } from '#db/audit.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { post } from '#db/outbox.ts'
import { listPeopleWithRole } from '#db/roles.ts'
import { getRulings } from '#db/rulings.ts'
import { insertRound, type RoundMeans } from '#db/rounds.ts'
import type { Row } from '#db/schema.ts'

/** What is decided about when the competence centre is evaluated. */
export async function getRoundSchedule(db: Db): Promise<RoundSchedule> {
  const pilot = await db.selectFrom('phase').select('untilDate').where('key', '=', 'pilot').executeTakeFirst()
  const { rhythm } = await getRulings(db)
  const months = rhythm.state === 'resolved' ? rhythm.value : null
  return { pilotEndsOn: pilot?.untilDate ?? null, months }
}

/** The day before this one on which an evaluation was due that has not begun; null where none is overdue. */
export async function overdueSince(db: Db, day: string): Promise<string | null> {
  const begun = begunOn(await listCentreRounds(db)).filter((opensOn) => opensOn <= day)
  const dueOn = nextDue(await getRoundSchedule(db), begun)
  return dueOn !== null && dueOn < day ? dueOn : null
}

/** A round of the centre, as far as the schedule asks. */
type CentreRound = Pick<
  Row<'evaluationRound'>,
  'id' | 'title' | 'opensOn' | 'closesOn' | 'dueOn' | 'openedAt' | 'countedAt' | 'givenUpAt'
>

export type PlanMeans = { means: RoundMeans; titleFor: (opensOn: string) => string }

/**
 * Plans the round that the schedule makes due next, and tells the coordination; where it is planned already and the
 * schedule has changed since, moves it. Never touches a round that has begun or that somebody planned by hand, and
 * never plans a second one beside it. One that has missed its days waits for the coordination, but not for ever: when the
 * next one is due, it becomes that one.
 */
export function planDueRound(
  db: Db,
  { means, titleFor }: PlanMeans,
  now: Date,
): Promise<'planned' | 'moved' | null> {
  return db.transaction().execute(async (trx) => {
    // Two runs take turns here, and with whoever changes the days of the phases.
    await trx.selectFrom('phase').select('key').orderBy('key').forUpdate().execute()
    const rounds = await listCentreRounds(trx)
    const planned = rounds.find(({ dueOn, openedAt, givenUpAt }) => dueOn && !openedAt && !givenUpAt)
    const others = rounds.filter((round) => round !== planned)
    const isLate = planned !== undefined && isMissed(planned, dayOf(now))
    const begun = [...begunOn(others), ...(isLate ? [planned.opensOn] : [])]
    const dueOn = nextDue(await getRoundSchedule(trx), begun)
    if (dueOn === null || dueOn === planned?.dueOn) return null
    if (isLate && !isTimeToPlan(dueOn, dayOf(now))) return null

    const days = daysOfDue(dueOn, dayOf(now))
    if (planned) {
      const title = titleFor(days.opensOn)
      await trx
        .updateTable('evaluationRound')
        .set({ dueOn, ...days, title })
        .where('id', '=', planned.id)
        .execute()
      await tell(trx, { id: planned.id, title, ...days, moved: true }, now)
      return 'moved'
    }
    if (
      others.some((round) => isUnfinished(round) && !isMissed(round, dayOf(now))) ||
      !isTimeToPlan(dueOn, dayOf(now))
    )
      return null
    const round = { id: randomUUID(), title: titleFor(days.opensOn), ...days }
    const more = { courseId: null, minimum: MIN_RESPONSES, createdBy: null, dueOn }
    await insertRound(trx, { ...round, kind: 'competence-centre', ...more }, means, now)
    await tell(trx, { ...round, moved: false }, now)
    return 'planned'
  })
}

function listCentreRounds(trx: Db): Promise<CentreRound[]> {
  return trx
    .selectFrom('evaluationRound')
    .select(['id', 'title', 'opensOn', 'closesOn', 'dueOn', 'openedAt', 'countedAt', 'givenUpAt'])
    .where('kind', '=', 'competence-centre')
    .execute()
}

/** First days from which the schedule goes on: of rounds that took place, and of scheduled ones that somebody gave up. */
function begunOn(rounds: readonly CentreRound[]): string[] {
  return rounds
    .filter(({ openedAt, givenUpAt, dueOn }) => (givenUpAt ? dueOn !== null : openedAt !== null))
    .map(({ opensOn }) => opensOn)
}

const isUnfinished = ({ countedAt, givenUpAt }: CentreRound) => !countedAt && !givenUpAt

const isMissed = ({ openedAt, givenUpAt, closesOn }: CentreRound, today: string) =>
  !openedAt && !givenUpAt && closesOn !== null && closesOn < today

type Told = { id: string; title: string; opensOn: string; closesOn: string; moved: boolean }

async function tell(trx: Trx, { id, title, opensOn, closesOn, moved }: Told, now: Date): Promise<void> {
  for (const person of await listPeopleWithRole(trx, 'coordinator', dayOf(now))) {
    const to = { personId: person.id, address: person.email, locale: person.locale }
    const data = { name: displayName(person), roundId: id, title, opensOn, closesOn, moved }
    await post(trx, to, 'round-planned', `${id}:${opensOn}`, data, now)
  }
  const step = moved ? 'move' : 'add'
  await audit(trx, null, 'evaluation:manage', id, now, { step, opensOn, closesOn })
}
