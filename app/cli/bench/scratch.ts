import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { DatabaseKind } from '#app/cli/bench/figures.ts'

/** A database and a folder that live as long as the benchmark. */
export type Scratch = {
  kind: DatabaseKind
  url: string
  dataDir: string
  /** 32 bytes. */
  roundKey: Buffer
  drop: () => Promise<void>
}

/** Beside the given PostgreSQL database, whose own rows stay untouched; without one, embedded in a folder. */
export async function makeScratch(given: string | undefined): Promise<Scratch> {
  const roundKey = randomBytes(32)
  const database = given?.startsWith('postgres') ? await makeDatabase(given) : undefined
  const dataDir = mkdtempSync(join(tmpdir(), 'lernkreis-bench-'))
  const kind = database ? 'postgres' : 'embedded'
  const url = database?.url ?? `pglite:${join(dataDir, 'database')}`
  const drop = async () => {
    rmSync(dataDir, { recursive: true, force: true })
    await database?.drop()
  }
  return { kind, url, dataDir, roundKey, drop }
}

async function makeDatabase(given: string) {
  const name = `lernkreis_bench_${randomBytes(4).toString('hex')}`
  const address = new URL(given)
  address.pathname = `/${name}`
  await onServer(given, `create database "${name}"`)
  return { url: address.href, drop: () => onServer(given, `drop database if exists "${name}" with (force)`) }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
