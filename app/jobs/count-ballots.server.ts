import { dayOf } from '#app/domain/calendar.ts'
import type { Environment } from '#app/http/environment.server.ts'
import { log } from '#app/http/log.server.ts'
import { oneByOne } from '#app/jobs/one-by-one.ts'
import type { Db } from '#db/client.server.ts'
import { clearTracks, listUrns, type Urn } from '#db/evaluations.ts'
import { versionByHash } from '#db/questionnaire-versions.ts'
import { giveUpRound } from '#db/rounds.ts'
import { countRound } from '#db/tallies.ts'
import { listRoundsOfAnotherKey } from '#db/trustee-lists.ts'

/** Counts what is over and has enough ballots, and destroys what has waited for more in vain. */
export async function countBallots(db: Db, now: Date, environment: Environment): Promise<void> {
  const urns = await listUrns(db, now)
  // What trustees hold is counted by them, on their page.
  const due = urns.filter(
    ({ state, mustBeGivenUp, keyHolder }) => mustBeGivenUp || (state === 'closed' && keyHolder === 'server'),
  )
  const urnOf = new Map(due.map((urn) => [urn.id, urn]))
  await oneByOne('count of a round', [...urnOf.keys()], async (id) => {
    const urn = urnOf.get(id)
    if (!urn) return
    // Also after a year in which nothing ran: what can still be counted is not destroyed.
    const mayCount = urn.state === 'closed' && urn.keyHolder === 'server'
    if (mayCount && (await count(db, urn, environment, now))) return
    if (urn.mustBeGivenUp) await giveUpRound(db, { roundId: id, by: null, reason: null }, now)
  })
  // Before the last day comes, and not only on it: there is still time to find the right key.
  for (const id of await listRoundsOfAnotherKey(db, environment.roundKey)) {
    sayOnce(id, 'wrong-wrapping-key', now)
  }
  if (environment.embedded && due.length > 0) await clearTracks(db)
}

/** Whether it was counted. */
async function count(
  db: Db,
  { id, questionnaireHash }: Urn,
  { roundKey }: Environment,
  now: Date,
): Promise<boolean> {
  const version = await versionByHash(db, questionnaireHash)
  if (!version) {
    sayOnce(id, 'unknown-questionnaire', now)
    return false
  }
  const means = { wrappingKey: roundKey, questionnaire: version.questionnaire }
  const result = await countRound(db, { roundId: id, by: null }, means, now)
  if (result.ok) lastSaid.delete(id)
  else sayOnce(id, result.refusal, now)
  return result.ok
}

const lastSaid = new Map<string, { refusal: string; day: string }>()

/** It is tried again every few minutes; the log hears of it once a day, and at once when the reason changes. */
function sayOnce(round: string, refusal: string, now: Date): void {
  const day = dayOf(now)
  const last = lastSaid.get(round)
  if (last?.refusal === refusal && last.day === day) return
  lastSaid.set(round, { refusal, day })
  log('round not counted', { round, refusal })
}
