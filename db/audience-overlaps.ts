import { sql } from 'kysely'
import { overlapping, type AskedRound } from '#app/domain/audience-overlap.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { asksTheSame, continuesFigures } from '#app/domain/questionnaire-change.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import type { Db, Trx } from '#db/client.server.ts'
import { listRegistered, type Invitee } from '#db/invitations.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { listAttendees, listAudience } from '#db/round-audiences.ts'
import type { Row } from '#db/schema.ts'

/** A round of which somebody wants to know whether it may be asked beside the others. */
export type RoundToAsk = Pick<Row<'evaluationRound'>, 'id' | 'opensOn' | 'questionnaireHash'> & {
  audience: RoundAudience | null
  people: readonly Invitee[]
}

/** Who opens rounds takes turns here, so that of two that must not stand side by side one sees the other. */
export async function holdAudiences(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('round-audiences'))`.execute(trx)
}

/** Whom a round invites on this day; with `asOf` whom it would have invited then. */
export function listInvitees(
  db: Db,
  audience: RoundAudience | null,
  day: string,
  asOf?: Date,
): Promise<Invitee[]> {
  return audience ? listAudience(db, audience, day, asOf) : listRegistered(db, day, asOf)
}

/**
 * The titles of the rounds that ask something of the same of almost the same people; those that are only planned with
 * them while `planned` is set. Names are gone after a count: who was invited is then looked up in the register, as of
 * the day on which the round opened. Feedback on workshops is looked at, too, and never has to give way itself.
 */
export async function listOverlapping(
  db: Db,
  round: RoundToAsk,
  { planned }: { planned: boolean },
  now: Date,
): Promise<string[]> {
  const rows = await db
    .selectFrom('evaluationRound')
    .select(['id', 'title', 'opensOn', 'audience', 'courseId', 'questionnaireHash', 'openedAt', 'countedAt'])
    .where('id', '<>', round.id)
    .where('givenUpAt', 'is', null)
    .where((eb) =>
      eb.or([eb('openedAt', 'is not', null), ...(planned ? [eb('closesOn', '>=', dayOf(now))] : [])]),
    )
    .orderBy('opensOn')
    .execute()
  const asked: AskedRound[] = []
  for (const row of rows) {
    if (!(await haveQuestionsInCommon(db, round.questionnaireHash, row.questionnaireHash))) continue
    const audience = row.courseId ? 'attended' : ruleOf(row.audience)
    asked.push({ ...row, audience, people: await peopleOf(db, row, now) })
  }
  const found = new Set(overlapping({ ...round, audience: ruleOf(round.audience) }, asked))
  return rows.filter(({ id }) => found.has(id)).map(({ title }) => title)
}

const ruleOf = (audience: RoundAudience | null) => audience ?? ('registered' as const)

async function haveQuestionsInCommon(db: Db, hash: string, other: string): Promise<boolean> {
  if (hash === other) return true
  const [one, two] = [await versionByHash(db, hash), await versionByHash(db, other)]
  if (!one || !two) return false
  const [before, after] = [one.questionnaire, two.questionnaire]
  return asksTheSame(before, after) || (one.key === two.key && continuesFigures(before, after))
}

type OtherRound = Pick<Row<'evaluationRound'>, 'id' | 'audience' | 'courseId' | 'openedAt' | 'countedAt'>

async function peopleOf(
  db: Db,
  { id, audience, courseId, openedAt, countedAt }: OtherRound,
  now: Date,
): Promise<Invitee[]> {
  if (openedAt === null) return listInvitees(db, audience, dayOf(now))
  if (countedAt === null) {
    return db.selectFrom('invitation').select(['personId', 'stratum']).where('roundId', '=', id).execute()
  }
  if (courseId === null) return listInvitees(db, audience, dayOf(openedAt), openedAt)
  const fed = await db
    .selectFrom('evaluationWorkshop')
    .select('workshopId')
    .where('roundId', '=', id)
    .execute()
  const attendees = []
  for (const { workshopId } of fed) {
    attendees.push(...(await listAttendees(db, workshopId, dayOf(openedAt), openedAt)))
  }
  return [...new Map(attendees.map((one) => [one.personId, one])).values()]
}
