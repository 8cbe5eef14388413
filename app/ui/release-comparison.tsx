// The figures of a round beside those of the one before.

import type { Compared } from '#app/domain/comparison.ts'
import type { RatedItem } from '#app/domain/questionnaire.ts'
import type { Interval } from '#app/domain/satisfaction.ts'
import { formatNumber, formatPercentRange } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { useShare } from '#app/ui/release-figures.tsx'
import { DataTable } from '#app/ui/table.tsx'

type ReleaseComparisonProps = {
  earlier: { id: string; title: string; closesOn: string }
  compared: readonly Compared[]
  ended: readonly RatedItem[]
}

export function ReleaseComparison({ earlier, compared, ended }: ReleaseComparisonProps) {
  const t = useMessages()
  const locale = useLocale()
  const share = useShare()
  const words = t.release.comparison
  const rangeOf = (interval: Interval | null) =>
    interval && formatPercentRange(interval.low, interval.high, locale).replace(/\s?%$/, '')
  const name = (item: RatedItem) => pick(locale, item.title.de, item.title.en)
  return (
    <Section title={words.title}>
      <p className="measure">
        {words.lead}{' '}
        <a href={`/evaluations/${earlier.id}/results`}>{words.earlier(earlier.title, earlier.closesOn)}</a>
      </p>
      {compared.every(({ before }) => before === null) ? (
        <p className="muted">{words.nothing}</p>
      ) : (
        <DataTable
          caption={words.title}
          rows={compared}
          rowKey={({ item }) => item.key}
          columns={[
            {
              key: 'item',
              header: words.question,
              rowHeader: true,
              cell: ({ item }) => name(item),
            },
            {
              key: 'before',
              header: words.before,
              numeric: true,
              cell: ({ before }) => (before ? share(before) : '–'),
            },
            { key: 'now', header: words.now, numeric: true, cell: ({ now }) => share(now) },
            {
              key: 'difference',
              header: words.difference,
              numeric: true,
              cell: ({ difference, before }) =>
                before === null
                  ? words.newLine
                  : difference
                    ? words.points(formatNumber(difference.by * 100, locale, 1), rangeOf(difference.interval))
                    : '–',
            },
          ]}
        />
      )}
      {compared.some(({ before }) => before === null) && <p className="measure">{words.breaks}</p>}
      {ended.length > 0 && <p className="measure">{words.ended(ended.map(name))}</p>}
      <p className="muted">{words.note}</p>
    </Section>
  )
}
