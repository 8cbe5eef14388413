// Who holds the key of a round: a section on the page of the round, and both trustees with how far they are.

import { hasNotBegun, isPooled, type RoundKind, type RoundState } from '#app/domain/evaluation.ts'
import { trusteeStep, type KeyHolder, type Trustee } from '#app/domain/trustee.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'

type KeyHolderOf = {
  id: string
  kind: RoundKind
  state: RoundState
  keyHolder: KeyHolder
  openedAt: Date | null
}
type RoundKeyProps = {
  round: KeyHolderOf
  manages: boolean
  /** Both trustees are ready, or there are none. */
  isReady: boolean
  /** ROUND_KEY of this installation opens nothing here. */
  hasAnotherKey: boolean
  /** The trustee's own page, for a trustee. */
  ownPage: string | null
}

const WITH_KEY: readonly RoundState[] = ['planned', 'missed', 'open', 'closed', 'waiting-for-more', 'too-few']

/** Until the count it says who can open the ballots, and what is missing for that. */
export function RoundKey({ round, manages, isReady, hasAnotherKey, ownPage }: RoundKeyProps) {
  const { holder } = useMessages().trustee
  if (!WITH_KEY.includes(round.state)) return null
  const isHeld = round.keyHolder === 'trustees'
  const offers = manages && !isPooled(round.kind) && hasNotBegun(round.state)
  return (
    <>
      {hasAnotherKey && <Notice kind="danger" title={holder.anotherKey} />}
      {isHeld && !isReady && hasNotBegun(round.state) && <Notice kind="warning" title={holder.notReady} />}
      {!isPooled(round.kind) && (
        <Section title={holder.title}>
          <p className="measure">{holder[round.keyHolder]}</p>
          {(ownPage ?? (isHeld || offers)) && (
            <ButtonRow>
              {ownPage && (
                <ButtonLink look="primary" href={ownPage}>
                  {holder.toPage}
                </ButtonLink>
              )}
              {(isHeld || offers) && (
                <ButtonLink href={`/evaluations/${round.id}/trustees`}>
                  {isHeld ? holder.see : holder.offer}
                </ButtonLink>
              )}
            </ButtonRow>
          )}
        </Section>
      )}
    </>
  )
}

/** `mayOpen`: the reader is this trustee, or may stand in for them. */
type TrusteeLine = Trustee & { personId: string; name: string; mayOpen: boolean }

export function TrusteeTable({ roundId, trustees }: { roundId: string; trustees: readonly TrusteeLine[] }) {
  const t = useMessages()
  const { overview, part, step } = t.trustee
  const stepOf = (one: TrusteeLine) =>
    trusteeStep(
      one,
      trustees.find((other) => other.part !== one.part),
    )
  return (
    <DataTable
      caption={overview.caption}
      rows={trustees}
      rowKey={(one) => one.part}
      columns={[
        {
          key: 'who',
          header: overview.who,
          rowHeader: true,
          cell: (one) =>
            one.mayOpen ? <a href={`/evaluations/${roundId}/trustees/${one.part}`}>{one.name}</a> : one.name,
        },
        { key: 'part', header: overview.part, cell: (one) => part[one.part] },
        {
          key: 'state',
          header: overview.state,
          cell: (one) =>
            one.hasLeft ? (
              <Badge kind="danger">{overview.disabled}</Badge>
            ) : one.handedAt ? (
              <Badge kind="success">{overview.handedOver(one.handedAt)}</Badge>
            ) : (
              <Badge kind={stepOf(one) === 'ready' ? 'success' : 'warning'}>{step[stepOf(one)]}</Badge>
            ),
        },
      ]}
    />
  )
}
