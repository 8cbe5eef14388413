import { resolve } from 'node:path'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { ROLES } from '#app/domain/policy.ts'
import { listOutbox } from '#db/outbox.ts'
import { remind } from '#db/rounds.ts'
import { filesBelow, sourceOf } from '#tests/architecture/house.ts'
import { db } from '#tests/database.ts'
import { aPerson, aRequest, args, aWorkshop, cookieOf } from '#tests/factories.ts'
import { anUrn, vote } from '#tests/urn.ts'

// Every page and every file of the product is asked for by every role before and after somebody votes. What differs
// would tell that somebody has voted, or who.

// Pages tell the day and the time: at midnight they differ although nobody has voted. So it is noon all the while.
beforeAll(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date().setHours(12, 0, 0, 0) }))
afterAll(() => vi.useRealTimers())

type Loader = (given: LoaderFunctionArgs) => Promise<unknown>
type Route = { path: string; loader: Loader }

/** Streams of events end with their browser only; they are about rooms and lists. */
const STREAMS = /event-stream|events\.ts/

async function listRoutes(): Promise<Route[]> {
  const table = new Map(
    [...sourceOf('app/routes.ts').matchAll(/route\('([^']+)',\s*'(routes\/[^']+)'/g)].map(
      ([, path, file]) => [`app/${file}`, path ?? ''],
    ),
  )
  const routes: Route[] = []
  for (const file of filesBelow('app/routes')) {
    if (STREAMS.test(sourceOf(file)) || STREAMS.test(file)) continue
    const { loader } = (await import(resolve(file))) as { loader?: Loader }
    if (loader) routes.push({ path: `/${table.get(file) ?? ''}`, loader })
  }
  return routes
}

/** What somebody gets, without what is new at each look: ids of forms, codes, instants. */
function plain(answer: unknown): string {
  return JSON.stringify(answer)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, ':id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, ':instant')
}

async function look(route: Route, cookie: string, params: Record<string, string>): Promise<string> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'none')
  try {
    const answer = await route.loader(
      args(aRequest(path, undefined, cookie ? { Cookie: cookie } : {}), params),
    )
    if (!(answer instanceof Response)) return plain(answer)
    const isText = /text|json|csv|xml|calendar/.test(answer.headers.get('Content-Type') ?? '')
    return `${answer.status} ${isText ? plain(await answer.text()) : ''}`
  } catch (error) {
    return error instanceof Response ? String(error.status) : `error: ${String(error)}`
  }
}

/** A round that runs today, fed by a workshop, with one person who will vote. */
async function aRunningRound() {
  const today = dayOf(new Date())
  const trainer = await aPerson({ roles: ['trainer'] })
  const urn = await anUrn({ opensOn: addDays(today, -9), closesOn: addDays(today, 3) })
  const workshop = await aWorkshop({ courseId: urn.round.courseId ?? '', trainerIds: [trainer.id] })
  const fed = { roundId: urn.round.id, workshopId: workshop.id, closesOn: addDays(today, 3) }
  await db.insertInto('evaluationWorkshop').values(fed).execute()
  return { urn, workshop, trainer }
}

test(
  'no page and no file looks different to anybody else after somebody has voted',
  { timeout: 240_000 },
  async () => {
    const { urn, workshop, trainer } = await aRunningRound()
    const [ada = '', colleague = ''] = urn.people
    const others = await Promise.all(ROLES.map((role) => aPerson({ roles: [role] })))
    const lookers = [trainer.id, colleague, ...others.map(({ id }) => id)]
    const cookies = ['', ...(await Promise.all(lookers.map((id) => cookieOf({ id }))))]
    const params = {
      ...{
        roundId: urn.round.id,
        workshopId: workshop.id,
        personId: ada,
        courseId: urn.round.courseId ?? '',
      },
    }
    const routes = await listRoutes()
    expect(routes.length).toBeGreaterThan(60)
    const seeAll = async () => {
      const seen = new Map<string, string>()
      for (const [who, cookie] of cookies.entries()) {
        for (const route of routes) seen.set(`${who} ${route.path}`, await look(route, cookie, params))
      }
      return seen
    }
    const different = (one: Map<string, string>, two: Map<string, string>) =>
      [...one].filter(([key, text]) => two.get(key) !== text).map(([key]) => key.slice(key.indexOf('/')))

    // The control: what differs by itself. Looking at mails or people is recorded, for the record alone.
    const first = await seeAll()
    const before = await seeAll()
    const byItself = new Set(different(first, before))

    const adas = await cookieOf({ id: ada })
    const answerPage = routes.find(({ path }) => path.endsWith('/answer'))
    if (!answerPage) throw new Error('no page to answer')
    const hers = await look(answerPage, adas, params)
    expect(await vote(urn, ada, { overall: 5 }, new Date())).toEqual({ ok: true })
    // She herself sees it: so this way of looking finds what differs.
    expect(await look(answerPage, adas, params)).not.toBe(hers)

    const after = await seeAll()
    expect(different(before, after).filter((path) => !byItself.has(path))).toEqual([])
    expect([...byItself].filter((path) => path.startsWith('/evaluations'))).toEqual([])
    expect(byItself.size).toBeLessThan(8)
  },
)

test('reminders go to those who have not voted, and stand in no list of mails', async () => {
  const { urn } = await aRunningRound()
  const [ada = ''] = urn.people
  await vote(urn, ada, {}, new Date())
  await remind(db, urn.round.id, new Date())
  const hidden = await db
    .selectFrom('outbox')
    .select('personId')
    .where('kind', '=', 'evaluation-reminder')
    .where('personId', 'in', urn.people)
    .execute()
  expect(hidden.map(({ personId }) => personId).sort()).toEqual(urn.people.slice(1).sort())
  const { mails } = await listOutbox(db, {}, { page: 1, size: 1_000 })
  expect(mails.filter(({ personId }) => urn.people.includes(personId ?? ''))).toEqual([])
  // Nor are they gathered into what somebody reads once a day or a week.
  const held = db
    .selectFrom('outbox')
    .select('id')
    .where('hidden', '=', true)
    .where('digestAt', 'is not', null)
  expect(await held.execute()).toEqual([])
})
