import { formatDateTime, formatDay, formatShortDay, formatTimeRange } from '#app/i18n/format.ts'
import { useLocale } from '#app/ui/locale.tsx'

/** A calendar day, given as 'YYYY-MM-DD': "3. Dezember 2026", or with `short` "Do., 3. Dez. 2026". */
export function Day({ value, short = false }: { value: string; short?: boolean | undefined }) {
  const locale = useLocale()
  return <time dateTime={value}>{short ? formatShortDay(value, locale) : formatDay(value, locale)}</time>
}

/** An instant, in Berlin: "3. Dezember 2026, 9:00 Uhr". */
export function Moment({ value }: { value: Date }) {
  return <time dateTime={value.toISOString()}>{formatDateTime(value, useLocale())}</time>
}

/** From one instant to another, in Berlin: "Do., 3. Dez. 2026, 9:00–12:00 Uhr". */
export function TimeRange({ start, end }: { start: Date; end: Date }) {
  return <time dateTime={start.toISOString()}>{formatTimeRange(start, end, useLocale())}</time>
}
