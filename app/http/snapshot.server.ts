import type { AppLoadContext } from '@remix-run/node'
import { isDay } from '#app/domain/calendar.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { SignedInActor } from '#app/http/actor.server.ts'
import { found, notFound, wholeFrom } from '#app/http/responses.ts'
import { messages } from '#app/i18n/index.ts'
import { firstDayWithPassports } from '#db/indicators.ts'
import { getSnapshot, type Snapshot } from '#db/snapshots.ts'

export type IntactSnapshot = Extract<Snapshot, { withheld: null }>

/**
 * The report that an address names, for its files. What is withheld is thrown as 409, with the sentence as plain text because files have no page.
 */
export async function intactSnapshot(
  { db }: AppLoadContext,
  number: string | undefined,
  locale: Locale,
): Promise<IntactSnapshot> {
  const snapshot = found(await getSnapshot(db, wholeFrom(number)))
  if (snapshot.withheld === null) return snapshot
  const sentence = messages(locale).snapshot.notHandedOut[snapshot.withheld](snapshot.number)
  throw new Response(sentence, { status: 409, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

/** The day of a draft that an address names; not found where nothing can be counted. */
export async function draftDay({ db }: AppLoadContext, text: string | undefined): Promise<string> {
  if (text === undefined || !isDay(text) || text < (await firstDayWithPassports(db))) throw notFound()
  return text
}

/** The language of a file: as its address says (`?lang=en`), else that of the person. */
export function fileLocale(request: Request, actor: SignedInActor): Locale {
  const asked = new URL(request.url).searchParams.get('lang')
  return asked === 'de' || asked === 'en' ? asked : actor.locale
}

/** "lernkreis-bericht-3-2026-09-30.pdf" */
export function fileName(
  kind: 'bericht' | 'kennzahlen' | 'steckbriefe',
  { number, cutOff }: IntactSnapshot,
  ending: string,
): string {
  return `lernkreis-${kind}-${number}-${cutOff}.${ending}`
}
