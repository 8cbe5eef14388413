// What accompanies the indicators, counted by the function that its passport names. A figure returns the columns that
// it has, one line for itself or one for each of its parts; nothing here knows which figures there are.

import { sql } from 'kysely'
import {
  breaksOn,
  stretchBefore,
  stretchUntil,
  type CountedFigure,
  type CountedLine,
  type Stretch,
} from '#app/domain/accompanying-figure.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { accompanies, type CountedPassport } from '#app/domain/passport.ts'
import type { Db } from '#db/client.server.ts'

/** Counts all that the database counts, up to the cut-off day and for the same time a year earlier. */
export async function countAccompanying(
  db: Db,
  passports: readonly CountedPassport[],
  cutOff: string,
): Promise<CountedFigure[]> {
  const began = await firstDay(db)
  const figures: CountedFigure[] = []
  for (const passport of passports.filter(accompanies)) {
    const { sqlObject, months } = passport
    if (sqlObject === null) continue
    const stretch = stretchUntil(cutOff, months)
    const earlier = stretchBefore(stretch, months)
    const comparable = began !== null && earlier.fromDate >= began && breaksOn(passport, stretch) === null
    figures.push({
      passport,
      now: await linesOf(db, sqlObject, stretch),
      before: comparable ? await linesOf(db, sqlObject, earlier) : null,
    })
  }
  return figures
}

/** Since when anything is written down here: a time that began before that would be counted too low. */
async function firstDay(db: Db): Promise<string | null> {
  const { first } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.min<Date | null>('createdAt').as('first'))
    .executeTakeFirstOrThrow()
  return first && dayOf(first)
}

async function linesOf(db: Db, name: string, { fromDate, untilDate }: Stretch): Promise<CountedLine[]> {
  const { rows } = await sql<Partial<CountedLine>>`
    select * from ${sql.id(name)}(${fromDate}::date, ${untilDate}::date)`.execute(db)
  return rows.map(
    ({ part, partDe, partEn, numerator, denominator, durations, covered, whole, leftOut }): CountedLine => ({
      part: part ?? null,
      partDe: partDe ?? null,
      partEn: partEn ?? null,
      numerator: numerator ?? null,
      denominator: denominator ?? null,
      durations: durations ?? null,
      covered: covered ?? null,
      whole: whole ?? null,
      leftOut: leftOut ?? null,
    }),
  )
}
