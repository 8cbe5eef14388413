// The one password of all demo accounts. The file in DATA_DIR always holds the one with which they were made.

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Environment } from '#app/http/environment.server.ts'
import { readSecret, writeSecret } from '#app/http/kept-secret.server.ts'

const RANDOM_BYTES = 12

/** For the seed: the password set by the operator, else the kept one, else a new random one. Keeps it. */
export function chooseDemoPassword(environment: Environment): string {
  const path = fileOf(environment)
  const password =
    environment.demoPassword ?? readSecret(path) ?? randomBytes(RANDOM_BYTES).toString('base64url')
  writeSecret(path, password)
  return password
}

/** For the banner at start: the password that the demo accounts have, or undefined where no demo was loaded. */
export function keptDemoPassword(environment: Environment): string | undefined {
  return readSecret(fileOf(environment))
}

function fileOf(environment: Environment): string {
  return join(environment.dataDir, 'demo-password')
}
