// The passports of all figures, and one of them with all its versions.

import type {
  ListedPassport,
  ShownCount,
  ShownDifference,
  ShownPassport,
  ShownVersion,
} from '#app/charts/passport.ts'
import type { Piece } from '#app/domain/word-difference.ts'
import { accompanies } from '#app/domain/passport.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day, Moment } from '#app/ui/time.tsx'

/** The two indicators first, and behind them what accompanies them. */
export function PassportTable({
  caption,
  passports,
}: {
  caption: string
  passports: readonly ListedPassport[]
}) {
  const t = useMessages()
  const words = t.passportVersion
  return (
    <DataTable
      caption={caption}
      rows={passports}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'title',
          header: words.figure,
          rowHeader: true,
          cell: ({ key, title }) => <a href={`/indicators/passports/${key}`}>{title}</a>,
        },
        { key: 'key', header: t.passport.key, cell: ({ key }) => <code>{key}</code> },
        {
          key: 'version',
          header: words.version,
          cell: ({ version, upcoming }) => (
            <>
              {version}
              {upcoming && <> ({words.upcoming(upcoming.version, upcoming.validFrom)})</>}
            </>
          ),
        },
        { key: 'validFrom', header: words.validFrom, cell: ({ validFrom }) => <Day value={validFrom} /> },
        { key: 'kind', header: words.kind, cell: ({ kind }) => kind },
        { key: 'direction', header: t.passport.directionLabel, cell: ({ direction }) => direction },
        { key: 'responsible', header: t.passport.responsible, cell: ({ responsible }) => responsible },
      ]}
    />
  )
}

/** All versions, the latest first, each with what it changed. */
export function PassportVersions({ versions, ...passport }: ShownPassport) {
  const words = useMessages().passportVersion
  return (
    <Section title={words.versions} id="versions">
      <div className="stack">
        {versions.map((version) => (
          <Version key={version.version} {...version} isOfStrategy={!accompanies(passport)} />
        ))}
      </div>
    </Section>
  )
}

const BADGE = { 'in-force': 'success', upcoming: 'info', replaced: 'plain' } as const

function Version({ isOfStrategy, ...shown }: ShownVersion & { isOfStrategy: boolean }) {
  const { version, validFrom, validUntil, state, reason, facts, counts } = shown
  const t = useMessages()
  const words = t.passportVersion
  return (
    <Section
      level={3}
      title={words.versionTitle(version)}
      action={<Badge kind={BADGE[state]}>{words.state[state]}</Badge>}
    >
      <div className="stack">
        <p>{validUntil ? words.between(validFrom, validUntil) : words.since(validFrom)}</p>
        {reason === null ? (
          <p>{words.first}</p>
        ) : (
          <Change {...shown} reason={reason} isOfStrategy={isOfStrategy} />
        )}
        <Counts counts={counts} />
        <Disclosure summary={words.whole(version)}>
          <DescriptionList facts={facts.map(([term, value]) => ({ term, value }))} />
        </Disclosure>
      </div>
    </Section>
  )
}

type ChangeProps = ShownVersion & { reason: string; isOfStrategy: boolean }

function Change({ version, reason, resolution, recordedAt, differences, isOfStrategy }: ChangeProps) {
  const words = useMessages().passportVersion
  return (
    <>
      <DescriptionList
        facts={[
          { term: words.reason, value: reason },
          { term: words.resolution, value: resolution ?? (isOfStrategy ? null : words.withoutResolution) },
          { term: words.recordedAt, value: recordedAt ? <Moment value={recordedAt} /> : words.shipped },
        ]}
      />
      {differences.length === 0 ? (
        <p>{words.onlyCount}</p>
      ) : (
        <Differences caption={words.differences(version)} differences={differences} />
      )}
    </>
  )
}

function Differences({ caption, differences }: { caption: string; differences: readonly ShownDifference[] }) {
  const words = useMessages().passportVersion
  return (
    <DataTable
      caption={caption}
      showCaption
      rows={differences}
      rowKey={({ part }) => part}
      columns={[
        { key: 'part', header: words.part, rowHeader: true, cell: ({ part }) => part },
        { key: 'before', header: words.before, cell: ({ before }) => <Pieces pieces={before} as="del" /> },
        { key: 'now', header: words.now, cell: ({ now }) => <Pieces pieces={now} as="ins" /> },
      ]}
    />
  )
}

function Pieces({ pieces, as: Mark }: { pieces: readonly Piece[]; as: 'del' | 'ins' }) {
  return (
    <span className="breaks">
      {pieces.map(({ text, isOnlyHere }, place) =>
        isOnlyHere ? <Mark key={place}>{text}</Mark> : <span key={place}>{text}</span>,
      )}
    </span>
  )
}

const COUNT_BADGE = {
  same: 'success',
  changed: 'warning',
  unrecorded: 'plain',
  gone: 'warning',
  released: 'plain',
} as const

/** Which released reports counted by the version, and whether the database still does. */
function Counts({ counts }: { counts: readonly ShownCount[] }) {
  const t = useMessages()
  const locale = useLocale()
  const words = t.passportVersion
  if (counts.length === 0) return <p>{words.noReports}</p>
  return (
    <div>
      <p>{words.reports}:</p>
      <ul>
        {counts.map(({ number, cutOff, state }) => (
          <li key={number}>
            <a href={`/reports/${number}`}>{t.snapshot.one(number)}</a> ({formatDay(cutOff, locale)}){' '}
            <Badge kind={COUNT_BADGE[state]}>{words.countState[state]}</Badge>
          </li>
        ))}
      </ul>
    </div>
  )
}
