import type { ColleagueWarning, EnrolmentWarnings } from '#app/domain/decision.ts'
import type { Locale } from '#app/domain/locale.ts'
import { pick, type Messages } from '#app/i18n/index.ts'

type Said = Omit<ColleagueWarning, 'name'> & Pick<EnrolmentWarnings, 'busy'>

/**
 * What stands against a date, in the sentences that every flow has for it. `name` is whom it is about, where somebody
 * else reads it.
 */
export function warningSentences(
  { queue: { warning }, blockedPeriod, busyTime }: Pick<Messages, 'queue' | 'blockedPeriod' | 'busyTime'>,
  locale: Locale,
  { clash, thinDay, blocked, busy }: Said,
  name?: string,
): { clash?: string; busy?: string; blocked?: string; thin?: string } {
  return {
    ...(clash && { clash: clashSentence(warning, locale, clash, name) }),
    ...(busy && { busy: busyTime.warning(busy.startsAt, busy.endsAt) }),
    ...(blocked && { blocked: blockedPeriod.warning(blocked, blocked.fromDate, blocked.untilDate) }),
    ...(thinDay && { thin: warning.thin(thinDay.organisation, thinDay.day, thinDay.remaining) }),
  }
}

function clashSentence(
  words: Messages['queue']['warning'],
  locale: Locale,
  { titleDe, titleEn, startsAt }: NonNullable<Said['clash']>,
  name: string | undefined,
): string {
  if (titleDe === null) return words.busy(name ?? '')
  const title = pick(locale, titleDe, titleEn)
  return name === undefined ? words.clash(title, startsAt) : words.clashOf(name, title, startsAt)
}
