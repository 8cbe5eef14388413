// A round of an evaluation as everybody sees it who has to do with it: state, facts, what happens next.

import { hasNotBegun, isPooled, type RoundKind, type RoundState } from '#app/domain/evaluation.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { KeyHolder } from '#app/domain/trustee.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice, type NoticeKind } from '#app/ui/notice.tsx'
import { DataTable } from '#app/ui/table.tsx'

export type RoundFactsOf = {
  id: string
  kind: RoundKind
  titleDe: string
  titleEn: string | null
  state: RoundState
  keyHolder: KeyHolder
  opensOn: string
  closesOn: string | null
  invited: number
  /** Known after the count only. */
  turnout: { invited: number; used: number } | null
  minimum: number
  remarkReaders: RemarkReaders
  needsStandIn: boolean
  workshops: number
  givenUpReason: string | null
}

const LOOKS: Record<RoundState, NoticeKind | 'plain'> = {
  planned: 'plain',
  missed: 'warning',
  open: 'info',
  closed: 'info',
  'waiting-for-more': 'plain',
  'too-few': 'warning',
  counted: 'warning',
  released: 'success',
  'given-up': 'plain',
}

export function RoundBadge({ state }: { state: RoundState }) {
  const t = useMessages()
  return <Badge kind={LOOKS[state]}>{t.evaluation.state[state]}</Badge>
}

export function useRoundTitle(): (round: { titleDe: string; titleEn: string | null }) => string {
  const locale = useLocale()
  return (round) => pick(locale, round.titleDe, round.titleEn)
}

function usePeriod(): (round: RoundFactsOf) => string {
  const { facts } = useMessages().round
  return ({ opensOn, closesOn }) => (closesOn ? facts.fromTo(opensOn, closesOn) : facts.from(opensOn))
}

/** What the sentences about a round need to know. */
export function daysOf({ opensOn, closesOn }: { opensOn: string; closesOn: string | null }) {
  return { opensOn, until: closesOn ?? opensOn }
}

type RoundTableProps = {
  caption: string
  rounds: readonly RoundFactsOf[]
  /** Over and done with: how many answered counts more than what comes next. */
  done?: boolean
}

/** Rounds in a table; each title leads to where there is something to do or to see. */
export function RoundTable({ caption, rounds, done = false }: RoundTableProps) {
  const t = useMessages()
  const title = useRoundTitle()
  const { list, facts, next } = t.round
  return (
    <DataTable
      caption={caption}
      rows={rounds}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: list.round,
          rowHeader: true,
          cell: (round) => <a href={`/evaluations/${round.id}`}>{title(round)}</a>,
        },
        { key: 'kind', header: list.kind, cell: ({ kind }) => t.evaluation.kind[kind] },
        {
          key: 'period',
          header: list.period,
          cell: ({ opensOn, closesOn }) => facts.shortPeriod(opensOn, closesOn),
        },
        { key: 'state', header: list.state, cell: ({ state }) => <RoundBadge state={state} /> },
        done
          ? {
              key: 'turnout',
              header: facts.turnout,
              cell: ({ turnout }) => (turnout ? facts.turnoutOf(turnout.used, turnout.invited) : '–'),
            }
          : {
              key: 'next',
              header: list.next,
              cell: (round) =>
                round.state === 'closed' && round.keyHolder === 'trustees'
                  ? t.trustee.holder.closedNext
                  : next[round.state](daysOf(round)),
            },
      ]}
    />
  )
}

/** Before the count it says whom it asked, and not how many have answered. */
export function RoundFacts({ round }: { round: RoundFactsOf }) {
  const t = useMessages()
  const period = usePeriod()
  const { facts, remarkReaders } = t.round
  const { kind, turnout, invited, state } = round
  return (
    <DescriptionList
      facts={[
        { term: facts.kind, value: t.evaluation.kind[kind] },
        { term: facts.period, value: period(round) },
        {
          term: facts.invited,
          value: state === 'given-up' ? undefined : invited === 0 ? facts.nobodyYet : facts.people(invited),
        },
        {
          term: facts.workshops,
          value: isPooled(kind) ? facts.workshopCount(round.workshops) : undefined,
        },
        {
          term: facts.turnout,
          value:
            state === 'given-up' || hasNotBegun(state)
              ? undefined
              : turnout
                ? facts.turnoutOf(turnout.used, turnout.invited)
                : facts.turnoutLater,
        },
        { term: facts.minimum, value: facts.minimumOf(round.minimum) },
        {
          term: remarkReaders.fact,
          // Feedback on workshops names its readers otherwise.
          value:
            isPooled(kind) || state === 'given-up' ? undefined : remarkReaders.whoReads[round.remarkReaders],
        },
        {
          term: facts.releasedBy,
          value:
            state === 'given-up' ? undefined : round.needsStandIn ? facts.standIn : facts.releasing[kind],
        },
        {
          term: facts.reason,
          value:
            state === 'given-up'
              ? (round.givenUpReason ??
                (round.keyHolder === 'trustees' ? t.trustee.holder.reasonUnopened : facts.reasonUncounted))
              : undefined,
        },
      ]}
    />
  )
}

type RoundDoneProps = Pick<RoundFactsOf, 'opensOn' | 'closesOn' | 'minimum' | 'remarkReaders'> & {
  done: string | null
}

/** Says what was just done; `done` comes from the address. */
export function RoundDone({ done, opensOn, closesOn, minimum, remarkReaders }: RoundDoneProps) {
  const { add, actions, review, release, reschedule, remarkReaders: readers } = useMessages().round
  const sentences: Record<string, string> = {
    added: add.added,
    count: actions.counted,
    move: reschedule.saved(opensOn),
    extend: closesOn ? actions.extended(closesOn) : '',
    'raise-minimum': actions.raised(minimum),
    readers: readers.saved(readers.whoReads[remarkReaders]),
    'give-up': actions.givenUp,
    review: review.saved,
    release: release.done,
  }
  const sentence = done && sentences[done]
  return sentence ? <Notice kind="success" title={sentence} answer /> : null
}
