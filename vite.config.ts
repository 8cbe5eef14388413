import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vitest/config'
import remixOptions from './remix.config.js'

const test = (name: string, include: string[], more = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
})

export default defineConfig({
  plugins: process.env.VITEST ? [] : [remix(remixOptions)],
  build: { assetsInlineLimit: 0 },
  // KERN's own Sass is not ours to mend: its deprecation notes would hide our warnings.
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      test('unit', ['tests/{architecture,domain,i18n,surveys,charts,reports,ui}/**/*.test.{ts,tsx}']),
      test('database', ['tests/{db,routes,http,jobs,cli}/**/*.test.{ts,tsx}'], {
        globalSetup: ['tests/global-setup.ts'],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      test('journeys', ['tests/journeys/**/*.test.ts'], {
        globalSetup: ['tests/journeys/product.ts'],
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 180_000,
      }),
    ],
  },
})
