// Source Sans 3, embedded into every document: it has the signs of the reports (▲ ▼ ◆ ○ ● ☐ □), and the built-in
// fonts of PDF must not be used in documents for archives.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve
const FAMILY = '@expo-google-fonts/source-sans-3'

let loaded: { regular: Buffer; bold: Buffer } | undefined

/** The two cuts in use, as TrueType files; read once per process. */
export function fonts(): { regular: Buffer; bold: Buffer } {
  loaded ??= {
    regular: readFileSync(resolve(`${FAMILY}/400Regular/SourceSans3_400Regular.ttf`)),
    bold: readFileSync(resolve(`${FAMILY}/700Bold/SourceSans3_700Bold.ttf`)),
  }
  return loaded
}
