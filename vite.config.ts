import { availableParallelism } from 'node:os'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vitest/config'
import remixOptions from './remix.config.js'

const project = (name: string, include: string[], more = {}) => ({
  extends: true as const,
  test: { name, include, setupFiles: ['tests/same-cases.ts'], ...more },
})

/** Pure functions: no file can leave anything behind for the next, so they share what they import. */
const unit = (name: string) =>
  project(name, ['tests/{architecture,domain,i18n,surveys,charts,ui}/**/*.test.{ts,tsx}'], {
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    setupFiles: ['tests/same-cases.ts', 'tests/few-cases.ts'],
  })

/** Attackers, fuzzers and models of the rules: as many cases as seconds allow. */
const properties = (name: string) =>
  project(name, ['tests/properties/**/*.test.ts'], {
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  })

/** Whole documents, written and taken apart again by foreign programs: seconds, not milliseconds. */
const documents = (name: string) =>
  project(name, ['tests/reports/**/*.test.{ts,tsx}'], { testTimeout: 120_000, hookTimeout: 120_000 })

const database = (name: string) =>
  project(name, ['tests/{db,routes,http,jobs,cli}/**/*.test.{ts,tsx}'], {
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  })

const journeys = (name: string) =>
  project(name, ['tests/journeys/**/*.test.ts'], {
    globalSetup: ['tests/journeys/product.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 180_000,
  })

// The same files a second time on PostgreSQL, where one is given.
const onPostgres = process.env.TEST_DATABASE_URL
  ? [database('database-postgres'), journeys('journeys-postgres')]
  : []

/** Of the server only: `npm run dev` would else try to make them fit for browsers. */
const NOT_FOR_BROWSERS = [
  '@electric-sql/pglite',
  '@node-rs/argon2',
  '@resvg/resvg-js',
  'express',
  'kysely',
  'lucia',
  'nodemailer',
  'pdfkit',
  'pg',
]

export default defineConfig({
  plugins: process.env.VITEST ? [] : [remix(remixOptions)],
  build: { assetsInlineLimit: 0 },
  optimizeDeps: { exclude: NOT_FOR_BROWSERS },
  // KERN's own Sass is not ours to mend: its deprecation notes would hide our warnings.
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    // By itself Vitest leaves one core free, of two cores half the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: {
      shuffle: { tests: Boolean(process.env.CI), files: false },
      ...(process.env.TEST_ORDER && { seed: Number(process.env.TEST_ORDER) }),
    },
    // Whatever a test waits for, a busy machine may take long for it; by itself Vitest gives up after one second.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      unit('unit'),
      properties('properties'),
      documents('documents'),
      database('database'),
      journeys('journeys'),
      ...onPostgres,
    ],
  },
})
