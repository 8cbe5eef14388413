// Pages as pictures, compared with those that somebody has looked at and approved (`UPDATE_PICTURES=1` renews them).

import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateSync, inflateSync } from 'node:zlib'

const run = promisify(execFile)
const FOLDER = 'tests/reports/pictures'
/** Coarse on purpose: a line of text is five dots high, and a page has some ten kilobytes. */
const DOTS_PER_INCH = '56'

export function pdftoppmIsMissing(): string | null {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' })
    return null
  } catch {
    return 'pdftoppm is not installed (Debian: apt-get install poppler-utils)'
  }
}

/** Greys from 0 (black) to 255, row by row. */
export type Picture = { width: number; height: number; greys: Uint8Array }

export async function picturesOf(pdf: Buffer): Promise<Picture[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lernkreis-pictures-'))
  try {
    await writeFile(join(folder, 'file.pdf'), pdf)
    await run('pdftoppm', ['-r', DOTS_PER_INCH, '-gray', join(folder, 'file.pdf'), join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort()
    return await Promise.all(names.map(async (name) => readPgm(await readFile(join(folder, name)))))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function readPgm(file: Buffer): Picture {
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1')) ?? []
  return { width: Number(width), height: Number(height), greys: new Uint8Array(file.subarray(head.length)) }
}

/** A dot differs where it is a third darker or lighter than all approved dots around it: edges may be smoothed otherwise. */
const TOLERANCE = 85

/** How many dots of one picture have nothing like them at their place, or beside it, in the other; both ways. */
export function differingDots(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return Infinity
  return strangeIn(one, other) + strangeIn(other, one)
}

function strangeIn({ width, height, greys }: Picture, other: Picture): number {
  let count = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (isStrange(greys[y * width + x] ?? 0, x, y, other)) count += 1
  return count
}

function isStrange(grey: number, x: number, y: number, { width, height, greys }: Picture): boolean {
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1)
      if (Math.abs((greys[row * width + column] ?? 0) - grey) <= TOLERANCE) return false
  return true
}

/** The approved pages of a document; with `UPDATE_PICTURES=1` those of now become them. */
export async function approved(name: string, pages: readonly Picture[]): Promise<Picture[]> {
  if (process.env.UPDATE_PICTURES && pages.length > 0) {
    await mkdir(FOLDER, { recursive: true })
    for (const old of await filesOf(name)) await rm(join(FOLDER, old))
    for (const [nth, page] of pages.entries())
      await writeFile(join(FOLDER, `${name}-${nth + 1}.png`), png(page))
  }
  return Promise.all((await filesOf(name)).map(async (file) => readPng(await readFile(join(FOLDER, file)))))
}

async function filesOf(name: string): Promise<string[]> {
  if (!existsSync(FOLDER)) return []
  const ours = (await readdir(FOLDER)).filter((file) => new RegExp(`^${name}-\\d+\\.png$`).test(file))
  const number = (file: string) => Number(/(\d+)\.png$/.exec(file)?.[1])
  return ours.sort((a, b) => number(a) - number(b))
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
/** Sixteen greys say as much as the comparison hears, in half the bytes. */
const STEP = 17

/** A picture of four bits for each dot, without filters. */
function png({ width, height, greys }: Picture): Buffer {
  const stride = Math.ceil(width / 2)
  const rows = Buffer.alloc(height * (stride + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const place = y * (stride + 1) + 1 + (x >> 1)
      const grey = Math.round((greys[y * width + x] ?? 0) / STEP)
      rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? grey << 4 : grey)
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 4
  const body = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([SIGNATURE, ...body])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

function crc32(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** Reads what `png` writes, and nothing else. */
function readPng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const start = file.indexOf('IDAT')
  const rows = inflateSync(file.subarray(start + 4, start + 4 + file.readUInt32BE(start - 4)))
  const stride = Math.ceil(width / 2)
  const greys = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const two = rows[y * (stride + 1) + 1 + (x >> 1)] ?? 0
      greys[y * width + x] = (x % 2 === 0 ? two >> 4 : two & 15) * STEP
    }
  return { width, height, greys }
}
