import { sql } from 'kysely'
import { addBlankLists, type BlankList } from '#app/cli/bench/roll-calls.ts'
import {
  addVoters,
  countAndRelease,
  daysOfRounds,
  openRoundWith,
  type CountFigures,
  type LoadedRound,
} from '#app/cli/bench/rounds.ts'
import { say } from '#app/cli/bench/say.ts'
import type { Scratch } from '#app/cli/bench/scratch.ts'
import type { Sizes } from '#app/cli/bench/sizes.ts'
import {
  addCourses,
  addParticipants,
  addWorkshops,
  idOf,
  TRAINER,
  type OpenWorkshop,
  type Participant,
} from '#app/cli/bench/training.ts'
import { seedDemo } from '#app/cli/demo.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import type { Stratum } from '#app/domain/evaluation.ts'
import { startSession } from '#app/http/session.server.ts'
import type { Db } from '#db/client.server.ts'
import { getSnapshot, prepareSnapshot, releaseSnapshot } from '#db/snapshots.ts'
import { dashboardOf } from '#reports/dashboard.ts'

/** What the measured requests ask for. */
export type Material = {
  courses: { id: string; title: string }[]
  workshops: OpenWorkshop[]
  people: Participant[]
  /** Meetings that have begun, each with a full list on which nobody is marked. */
  lists: BlankList[]
  /** Open, with many ballots in its urn. */
  round: LoadedRound
  /** Open, with nobody's ballot so far. */
  smallRounds: LoadedRound[]
  /** Released, with very many ballots. */
  results: LoadedRound
  count: CountFigures
  /** A released snapshot: its number, figures that the dashboard must show, and how long it took, in milliseconds. */
  report: { number: number; texts: string[]; took: number }
  /** Cookie headers of people who are signed in, by their ids. */
  cookies: Map<string, string>
  committee: string
  trainer: string
}

const SMALL_ROUNDS = 2
const COMMITTEE = 'ausschuss@lernkreis.example'

/** The demo district, and as much of everything on top of it as the sizes say. */
export async function loadMaterial(
  db: Db,
  { roundKey }: Scratch,
  sizes: Sizes,
  now: Date,
): Promise<Material> {
  say('Der Beispiel-Landkreis wird angelegt …')
  await seedDemo(db, { now, passwordHash: 'none', roundKey, applicationVersion: 'bench' })
  say('Leute, Kurse und Workshops werden geladen …')
  const people = await addParticipants(db, sizes)
  const courses = await addCourses(db, sizes)
  const workshops = await addWorkshops(db, sizes, courses, people, now)
  const lists = await addBlankLists(db, sizes, courses, people, now)
  say('Stimmzettel werden geladen und ausgezählt …')
  const evaluations = await loadRounds(db, roundKey, sizes, people, now)
  await sql`analyze`.execute(db)
  const report = await makeReport(db, now)
  const [committee, trainer] = [await idOf(db, COMMITTEE), await idOf(db, TRAINER)]
  const cookies = await signIn(db, [committee, trainer, ...people.map(({ id }) => id)], now)
  return { courses, workshops, people, lists, ...evaluations, report, cookies, committee, trainer }
}

async function loadRounds(
  db: Db,
  wrappingKey: Buffer,
  sizes: Sizes,
  people: readonly Participant[],
  now: Date,
) {
  const by = await idOf(db, 'koordination@lernkreis.example')
  const days = daysOfRounds(now)
  const voters = await addVoters(db, sizes.manyBallots)
  const invited = people.map(({ id }, nth) => ({
    personId: id,
    stratum: (nth % 2 ? 'it' : 'user') as Stratum,
  }))

  const many = { title: 'Befragung mit sehr vielen Antworten', ...days.over, by, wrappingKey }
  const results = await openRoundWith(db, many, [], voters)
  const releasedBy = await idOf(db, 'personalrat@lernkreis.example')
  const count = await countAndRelease(db, results.id, { releasedBy, wrappingKey }, now)

  const open = { title: 'Befragung mit vielen Antworten', ...days.open, by, wrappingKey }
  const round = await openRoundWith(db, open, invited, voters.slice(0, sizes.ballots))
  const smallRounds: LoadedRound[] = []
  for (let nth = 1; nth <= SMALL_ROUNDS; nth += 1) {
    const small = { title: `Befragung im kleinen Kreis ${nth}`, ...days.open, by, wrappingKey }
    smallRounds.push(await openRoundWith(db, small, invited.slice(0, sizes.smallRound), []))
  }
  return { round, smallRounds, results, count }
}

async function makeReport(db: Db, now: Date): Promise<Material['report']> {
  const by = await idOf(db, 'koordination@lernkreis.example')
  const today = dayOf(now)
  const preparation = { cutOff: addDays(today, -1), today, applicationVersion: 'bench', by }
  const began = performance.now()
  const prepared = await prepareSnapshot(db, preparation, now)
  const took = performance.now() - began
  if (!prepared.ok) throw new Error(`no snapshot: ${prepared.refusal}`)
  await releaseSnapshot(db, { number: prepared.number, by: await idOf(db, COMMITTEE) }, now)
  const data = (await getSnapshot(db, prepared.number))?.data
  if (!data) throw new Error('the snapshot does not hold')
  const { position, cards } = dashboardOf(data, 'de')
  const texts = [...position.paragraphs, ...cards.map(({ value }) => value)]
  return { number: prepared.number, texts, took }
}

/** Real sessions. Their cookies go by their plain name, because the product is asked over http. */
async function signIn(db: Db, people: readonly string[], now: Date): Promise<Map<string, string>> {
  const cookies = new Map<string, string>()
  for (const id of people) {
    const [cookie = ''] = (await startSession(db, 'http://localhost', id, now)).split(';')
    cookies.set(id, cookie)
  }
  return cookies
}
