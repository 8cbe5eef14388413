import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { verdict } from '#app/cli/verify-snapshots.ts'
import { prepareSnapshot } from '#db/snapshots.ts'
import { db } from '#tests/database.ts'
import { aPerson, NOW, TODAY } from '#tests/factories.ts'

test('the command says that all reports are unchanged, and names the one that is not', async () => {
  expect(await verdict(db)).toEqual({
    sound: true,
    lines: ['Es gibt noch keinen Bericht; zu prüfen ist nichts.'],
  })

  const { id: by } = await aPerson({ roles: ['coordinator'] })
  for (const cutOff of ['2025-12-31', '2026-02-28'])
    await prepareSnapshot(db, { cutOff, today: TODAY, applicationVersion: '0', by }, NOW)
  expect(await verdict(db)).toEqual({
    sound: true,
    lines: ['Alle 2 Berichte sind unverändert und folgen lückenlos aufeinander.'],
  })

  await sql`alter table snapshot disable trigger user`.execute(db)
  await sql`update snapshot set payload = replace(payload, '"2025-12-31"', '"2025-12-30"') where number = 1`.execute(
    db,
  )
  expect(await verdict(db)).toEqual({
    sound: false,
    lines: ['Bericht Nr. 1: Der Inhalt wurde nachträglich verändert.'],
  })
})
