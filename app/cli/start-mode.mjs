import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installWhenStale } from '#app/cli/installation.mjs'
import { buildWhenStale } from '#app/cli/product-build.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Gets everything ready that is not yet, then becomes what was asked for: no second process, no orphan. */
export async function start([mode, ...rest]) {
  process.chdir(root)
  await installWhenStale()
  if (mode === '--dev') return develop()
  if (mode === '--test') return runTests(rest)

  await buildWhenStale()
  if (mode === '--build-only') return undefined
  if (mode === '--cli') return become('build/cli.js', rest, 'production')
  if (mode === '--bench') return become('build/cli.js', ['bench', ...rest], 'production')
  if (mode === undefined) return become('build/server.js', [], 'production')
  throw Object.assign(new Error(`${mode} ist unbekannt; die Befehle stehen in README.md.`), {
    isExpected: true,
  })
}

/** Vite serves the sources and reloads pages; what stands before Remix (server, guard, jobs) needs a restart. */
async function develop() {
  const { register } = await import('tsx/esm/api')
  register()
  return become('app/server.ts', [], 'development')
}

/** The journeys drive the built product; a run of other projects alone needs no build. */
async function runTests(args) {
  const needsProduct =
    !args.some((arg) => arg.startsWith('--project')) || args.some((arg) => arg.includes('journeys'))
  if (needsProduct) await buildWhenStale()
  // The settings of this machine's own installation (.env) are none of the tests' business.
  process.env.NODE_ENV = 'test'
  process.argv = [process.execPath, 'vitest', 'run', ...args]
  await import(pathToFileURL('node_modules/vitest/vitest.mjs').href)
}

/**
 * npm hands a SIGTERM to its shell only, and the shell dies without a word to us: then our parent changes.
 * Stopping in good order is up to the program, as with any other SIGTERM.
 */
function endWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** Runs a program in this very process, so that Ctrl-C, signals and the exit code are its own. */
async function become(program, args, nodeEnv) {
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.NODE_ENV = nodeEnv
  if (process.env.npm_lifecycle_event) endWithParent()
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
}
