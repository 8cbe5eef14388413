import { readFile, stat } from 'node:fs/promises'

/** A file that is not there, or too large to be what is expected. */
export const EXIT_UNREADABLE = 2

export type InputFile = { ok: true; bytes: Uint8Array } | { ok: false; problem: string }

/** What an operator hands to a command; of more than `most` megabytes not a byte is read. */
export async function readInputFile(path: string, most: number): Promise<InputFile> {
  try {
    const { size } = await stat(path)
    if (size > most * 1024 * 1024)
      return { ok: false, problem: `${path} ist größer als ${most} MB und wurde nicht gelesen.` }
    return { ok: true, bytes: await readFile(path) }
  } catch {
    return { ok: false, problem: `${path} lässt sich nicht lesen. Stimmt der Pfad?` }
  }
}
