import { existsSync, readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import compression from 'compression'
import express from 'express'
import type { ServerBuild } from '@remix-run/node'
import { EXIT_CONFIGURATION, readEnvironment, type Environment } from '#app/http/environment.server.ts'
import { guard, guardedBy, limitBody } from '#app/http/guard.server.ts'
import { leavesTrace, log, logError, logRefusedDocument, plainPath } from '#app/http/log.server.ts'
import { remixHandler, sayFailed } from '#app/http/remix-handler.server.ts'
import { runDueJobs } from '#app/jobs/index.server.ts'
import { brokenVersions } from '#app/cli/check-stored-questionnaires.ts'
import { prepareDatabase, sayWhereItRuns } from '#app/cli/preparation.ts'
import type { Db } from '#db/client.server.ts'
import { listRoundsOfAnotherKey } from '#db/trustee-lists.ts'
import { openPress } from '#reports/press.ts'

const result = readEnvironment(process.env)
if (!result.ok) {
  for (const problem of result.problems) console.error(problem)
  process.exit(EXIT_CONFIGURATION)
}
const { environment } = result

// The one place that opens the database. It goes along with every request as context.db.
const prepared = await prepareDatabase(environment)
if (!prepared.ok) {
  console.error(prepared.problem)
  process.exit(prepared.exitCode)
}
const { db } = prepared

const press = openPress({ report: logRefusedDocument })

const app = express().disable('x-powered-by').set('trust proxy', environment.trustProxy)
let stopping = false
const goodbye = new AbortController()
app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'))
app.get('/readyz', (_request, response) => {
  void ready().then(({ ok, note }) =>
    response
      .status(ok ? 200 : 503)
      .type('text/plain')
      .send(note),
  )
})
app.use(compression())
await servePages()

const minute = setInterval(() => void tick(), 60_000)
/** Versions of questionnaires that SurveyJS, perhaps a newer one, does not understand. */
let unreadable: readonly string[] = []
const server = app.listen(environment.port, environment.host, () => {
  void sayWhereItRuns(environment, db)
  void checkQuestionnaires()
  void tick()
  press.warm()
})
server.on('error', (error: Error) => {
  console.error(`Der Dienst kann nicht auf Port ${environment.port} hören: ${error.message}`)
  process.exit(1)
})
setTimeouts(server)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

function tick(): Promise<void> {
  return runDueJobs(db, new Date(), environment).catch((error: unknown) => logError('jobs failed', error))
}

async function checkQuestionnaires(): Promise<void> {
  unreadable = await brokenVersions(db).catch((error: unknown) => {
    logError('questionnaires not checked', error)
    return []
  })
  for (const line of unreadable) console.error(line)
}

/**
 * A ROUND_KEY that opens nothing is said, and so is a questionnaire that cannot be read, but neither stops anybody: all
 * other rounds work.
 */
async function ready(): Promise<{ ok: boolean; note: string }> {
  if (stopping) return { ok: false, note: 'stopping' }
  return listRoundsOfAnotherKey(db, environment.roundKey).then(
    (foreign) => ({ ok: true, note: noteAbout(foreign.length, unreadable.length) }),
    () => ({ ok: false, note: 'no database' }),
  )
}

function noteAbout(foreignRounds: number, unreadableVersions: number): string {
  const buts = [
    ...(foreignRounds > 0 ? [`ROUND_KEY does not fit ${foreignRounds} evaluation rounds`] : []),
    ...(unreadableVersions > 0
      ? [`SurveyJS cannot read ${unreadableVersions} published questionnaires`]
      : []),
  ]
  return buts.length === 0 ? 'ok' : `ok, but ${buts.join(' and ')}`
}

async function servePages(): Promise<void> {
  const vite = environment.production
    ? undefined
    : await (await import('vite')).createServer({ server: { middlewareMode: true } })
  if (vite) app.use(vite.middlewares)
  else serveAssets()
  app.use(logRequests, guard(environment), limitBody)
  app.all(
    '*',
    remixHandler(await remixBuild(vite), process.env.NODE_ENV ?? 'production', originFor, contextFor),
  )
  app.use(sayWhatWentWrong)
}

type Vite = { ssrLoadModule: (id: string) => Promise<Record<string, unknown>> }

async function remixBuild(vite: Vite | undefined): Promise<ServerBuild | (() => Promise<ServerBuild>)> {
  if (vite)
    return async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild
  return (await import(new URL('./server/index.js', import.meta.url).href)) as ServerBuild
}

function serveAssets(): void {
  const folder = existsSync('build/client') ? 'build/client' : 'public'
  app.use(
    '/assets',
    express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  // Named once: else every page would first be looked for on the disk.
  const names = new Set(readdirSync(folder).map((name) => `/${name}`))
  const serve = express.static(folder, { maxAge: '1h', index: false })
  app.use((request, response, next) => (names.has(request.path) ? serve(request, response, next) : next()))
}

function originFor(request: express.Request): string {
  return environment.publicOrigin ?? `http://${request.headers.host ?? 'localhost'}`
}

function contextFor(response: express.Response) {
  const { nonce, requestId } = guardedBy(response)
  const clientAddress = response.req.ip ?? ''
  return { db, environment, nonce, requestId, clientAddress, stopping: goodbye.signal, press }
}

function logRequests(request: express.Request, response: express.Response, next: express.NextFunction): void {
  const start = performance.now()
  response.on('finish', () => {
    if (!leavesTrace(request.path)) return
    const { requestId } = guardedBy(response)
    const milliseconds = Math.round(performance.now() - start)
    log('request', {
      id: requestId,
      method: request.method,
      path: plainPath(request.path),
      status: response.statusCode,
      milliseconds,
    })
  })
  next()
}

/** Whatever escaped Remix: body too large, connection lost, a bug of ours. Four arguments make it Express's error handler. */
function sayWhatWentWrong(
  error: Error & { status?: number },
  _request: express.Request,
  response: express.Response,
  next: express.NextFunction,
): void {
  if (response.headersSent) return next(error)
  const { requestId } = guardedBy(response)
  if (error.status === 413) {
    response
      .status(413)
      .type('text/plain')
      .send('Das ist zu groß. Bitte kürzen Sie die Eingabe oder teilen Sie die Datei.')
    return
  }
  logError('request failed', error, { id: requestId })
  sayFailed(response, { requestId }, error.status)
}

/** Slow senders are cut off; a proxy's own keep-alive must end before ours. */
function setTimeouts(server: Server): void {
  server.headersTimeout = 15_000
  // Twenty megabytes over the line of a small town hall.
  server.requestTimeout = 180_000
  server.keepAliveTimeout = 65_000
  server.maxHeadersCount = 100
}

async function stop(): Promise<void> {
  stopping = true
  goodbye.abort()
  clearInterval(minute)
  setTimeout(() => process.exit(1), 25_000).unref()
  server.closeIdleConnections()
  await new Promise((done) => server.close(done))
  await press.close()
  await close(db)
  process.exit(0)
}

async function close(db: Db): Promise<void> {
  await db.destroy()
  if (prepared.ok) prepared.release()
}

export type { Environment }
