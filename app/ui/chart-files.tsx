// A chart to take along: as a picture for a text or a slide, and the table behind it.

import { useMessages } from '#app/ui/locale.tsx'

type ChartFilesProps = {
  /** Address without its ending. */
  href: string
  /** What the chart shows, for those who hear the links without it. */
  caption: string
}

export function ChartFiles({ href, caption }: ChartFilesProps) {
  const { chart } = useMessages().snapshot
  return (
    <p className="muted note">
      {chart.download}{' '}
      {(['png', 'svg', 'csv'] as const).map((ending, place) => (
        <span key={ending}>
          {place > 0 && ' · '}
          <a href={`${href}.${ending}`} aria-label={`${chart[ending]}: ${caption}`}>
            {chart[ending]}
          </a>
        </span>
      ))}
    </p>
  )
}
