import { addMonths } from '#app/domain/calendar.ts'
import { formatMonthName } from '#app/i18n/format.ts'
import { useAddress, withQuery } from '#app/ui/address.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

/** Links to the month before and after, by `?month=`; filters stay. `month` is the first day of the one shown. */
export function MonthSteps({ month }: { month: string }) {
  const t = useMessages()
  const locale = useLocale()
  const address = useAddress()
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)]
  const href = (day: string) => withQuery(address, { month: day.slice(0, 7) })
  return (
    <nav className="month-steps" aria-label={t.workshop.list.months}>
      <a href={href(before)} rel="prev">
        <Icon name="previous" />
        {formatMonthName(before, locale)}
      </a>
      <strong>{formatMonthName(month, locale)}</strong>
      <a href={href(after)} rel="next">
        {formatMonthName(after, locale)}
        <Icon name="next" />
      </a>
    </nav>
  )
}
