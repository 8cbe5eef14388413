// The production build: pages by Remix and Vite, server and commands by esbuild, both into build/.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from '#app/cli/quiet-process.mjs'
import { inTurn } from '#app/cli/turn.mjs'

const STAMP = 'build/.sources'
const FOLDERS = ['app', 'db', 'surveys', 'reports', 'public']
const FILES = ['package.json', 'package-lock.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json']

export async function buildWhenStale() {
  if (isBuilt()) return
  await inTurn(async () => {
    if (isBuilt()) return
    console.log('Das Produkt wird gebaut …')
    rmSync(STAMP, { force: true }) // a build that breaks off is none
    const sources = hashOfSources()
    await buildPages()
    await buildServer()
    writeFileSync(STAMP, sources)
  })
}

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources()
}

/** Of the contents, not the times: a checkout of another branch and back needs no build. */
function hashOfSources() {
  const hash = createHash('sha256')
  for (const path of [...FILES, ...FOLDERS.flatMap(filesIn)])
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()
}

async function buildPages() {
  const env = { ...process.env, NODE_ENV: 'production' }
  await runQuietly(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], env)
}

async function buildServer() {
  const esbuild = await import('esbuild')
  const built = esbuild.build({
    entryPoints: {
      server: 'app/server.ts',
      cli: 'app/cli/index.ts',
      'document-worker': 'reports/worker.ts',
    },
    outdir: 'build',
    bundle: true,
    // What the sources import later is loaded later: SurveyJS, where a question has a condition.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  await built.catch(() => {
    throw Object.assign(new Error('Gescheitert: der Bau des Servers (siehe oben)'), { isExpected: true })
  })
  await esbuild.stop()
}
