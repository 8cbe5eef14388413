import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Values as qpdf writes them: "/Name", "u:text", "b:00ff" (bytes), "12 0 R" (a reference). */
export type Value = null | boolean | number | string | Value[] | Dictionary
export type Dictionary = { [key: string]: Value }

export type Pdf = {
  catalogue: Dictionary
  objects: { id: string; value: Value }[]
  pages: Dictionary[]
  /** What a reference points to; any other value as it is. */
  follow: (value: Value | undefined) => Value
  dictionary: (value: Value | undefined) => Dictionary
  list: (value: Value | undefined) => Value[]
  /** The decoded bytes of a stream. */
  bytes: (reference: Value | undefined) => Buffer
}

/** Why PDFs cannot be looked into on this machine, or null. */
export function qpdfIsMissing(): string | null {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' })
    return null
  } catch {
    return 'qpdf is not installed (Debian: apt-get install qpdf)'
  }
}

const run = promisify(execFile)
const READ = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', '--warning-exit-0']

export async function readPdf(file: Buffer): Promise<Pdf> {
  const folder = await mkdtemp(join(tmpdir(), 'lernkreis-pdf-'))
  try {
    const path = join(folder, 'file.pdf')
    await writeFile(path, file)
    const { stdout } = await run('qpdf', [...READ, path], { maxBuffer: 64 * 1024 * 1024 })
    const { qpdf } = JSON.parse(stdout) as { qpdf: [unknown, Record<string, Entry>] }
    return opened(qpdf[1])
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Entry = { value?: Value; stream?: { dict: Dictionary; data: string } }

function opened(entries: Record<string, Entry>): Pdf {
  const entry = (value: Value | undefined) =>
    typeof value === 'string' ? entries[`obj:${value}`] : undefined
  const follow = (value: Value | undefined): Value => {
    const found = entry(value)
    return found ? (found.stream?.dict ?? found.value ?? null) : (value ?? null)
  }
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = follow(value)
    return isDictionary(found) ? found : {}
  }
  const list = (value: Value | undefined): Value[] => {
    const found = follow(value)
    return Array.isArray(found) ? found : found === null ? [] : [found]
  }
  const catalogue = dictionary(dictionary(entries.trailer?.value ?? null)['/Root'])
  return {
    catalogue,
    objects: Object.keys(entries).map((key) => ({ id: key.slice(4), value: follow(key.slice(4)) })),
    pages: list(dictionary(catalogue['/Pages'])['/Kids']).map(dictionary),
    follow,
    dictionary,
    list,
    bytes: (reference) => Buffer.from(entry(reference)?.stream?.data ?? '', 'base64'),
  }
}

export function isDictionary(value: Value): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text of a PDF string, or '' for anything else. */
export function textIn(value: Value | undefined): string {
  return typeof value === 'string' && value.startsWith('u:') ? value.slice(2) : ''
}
