// The worker of the press with documents that go wrong, each in its own way. Runs as a process (see press.test.ts).

import { writeFileSync } from 'node:fs'
import { DOCUMENTS } from '#reports/documents.ts'
import { closeDocument, openDocument } from '#reports/document.ts'
import { drawOnDemand } from '#reports/drawing.ts'
import { newPage } from '#reports/page.ts'
import { paragraph } from '#reports/blocks.ts'

const aPaper = () =>
  openDocument({
    ...{ title: 'Versuch', subject: 'Versuch', author: 'Landkreis', locale: 'de', demo: null },
    createdAt: new Date('2026-06-30T00:00:00Z'),
  })
const footer = { left: 'Versuch', page: () => '' }
const CLOSES_WITHIN = 200

async function unattached(): Promise<Buffer> {
  const paper = aPaper()
  paper.pdf.struct('P')
  return closeDocument(paper, footer, CLOSES_WITHIN)
}

function endless(): Promise<Buffer> {
  for (;;) Math.random()
}

async function broken(words: string): Promise<Buffer> {
  throw new TypeError(`cannot draw ${words}`)
}

async function greedy(): Promise<Buffer> {
  const hoard: string[][] = []
  for (;;) hoard.push(Array.from({ length: 10_000 }, (_, nth) => `${hoard.length} ${nth}`))
}

async function manyPages(count: number, megabytesEach: number): Promise<Buffer> {
  const paper = aPaper()
  const held: Buffer[] = []
  for (let nth = 1; nth <= count; nth += 1) {
    held.push(Buffer.alloc(megabytesEach * 1024 * 1024, 1))
    paragraph(paper, `Seite ${nth}, davor ${held.length}`)
    if (nth < count) newPage(paper.pdf)
  }
  return closeDocument(paper, footer)
}

async function slowPages(count: number): Promise<Buffer> {
  const paper = aPaper()
  for (let nth = 1; nth < count; nth += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    newPage(paper.pdf)
  }
  return closeDocument(paper, footer)
}

async function gone(): Promise<Buffer> {
  process.exit(7)
}

/** As a document would that wanted to write: here the disk is always full. */
async function writing(): Promise<Buffer> {
  writeFileSync('/dev/full', 'x')
  return Buffer.from('written')
}

async function environment(): Promise<Buffer> {
  return Buffer.from(
    Object.entries(process.env)
      .map((pair) => pair.join('='))
      .join('\n'),
  )
}

async function ownProcess(): Promise<Buffer> {
  return Buffer.from(String(process.pid))
}

drawOnDemand({
  ...DOCUMENTS,
  ...{ unattached, endless, broken, greedy, manyPages, slowPages, gone, writing, environment, ownProcess },
})
