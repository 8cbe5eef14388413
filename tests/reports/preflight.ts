// The second opinion: PDFBox Preflight, as Debian ships it. It knows PDF/A-1b only, which has neither tags of level A
// nor attachments, so a document is drawn a second time just for it: same fonts, colours, metadata and bookmarks.

import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const JARS = [
  'preflight',
  'pdfbox2',
  'xmpbox',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
]
const CLASS_PATH = JARS.map((jar) => `/usr/share/java/${jar}.jar`)
const VALIDATOR = 'org.apache.pdfbox.preflight.Validator_A1b'
const INSTALL = 'apt-get install libpdfbox2-java libjaxb-api-java default-jre-headless'

/** Why there is no second opinion on this machine, or null. */
export function preflightIsMissing(): string | null {
  const absent = CLASS_PATH.find((jar) => !existsSync(jar))
  if (absent) return `PDFBox Preflight is not installed (${absent}; Debian: ${INSTALL})`
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' })
    return null
  } catch {
    return `Java is not installed (Debian: ${INSTALL})`
  }
}

/** What Preflight says about a file. */
export async function preflight(file: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lernkreis-preflight-'))
  try {
    const path = join(folder, 'file.pdf')
    await writeFile(path, file)
    // It ends with an error code where the file is not valid; what it says is the answer all the same.
    return await new Promise((resolve) => {
      execFile('java', ['-cp', CLASS_PATH.join(':'), VALIDATOR, path], (_error, out, problems) =>
        resolve(out + problems),
      )
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
