// What stands below the list of a meeting: who came without enrolling, finishing it, and the other ways to fill it.

import { Button, ButtonLink, ButtonRow, HiddenFields } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type WalkInsProps = {
  guests: readonly { id: string; name: string; organisation: string | null; isSettled: boolean }[]
  seated: number
  capacity: number
}

/** They take seats like everybody else; how many that makes is said, and nobody is sent away. */
export function WalkIns({ guests, seated, capacity }: WalkInsProps) {
  const { guests: words } = useMessages().attendance
  if (guests.length === 0) return null
  const taken = seated + guests.length
  const isAnyOpen = guests.some(({ isSettled }) => !isSettled)
  return (
    <Section title={words.title}>
      <ul>
        {guests.map(({ id, name, organisation }) => (
          <li key={id}>
            {name} {organisation && <span className="muted">{organisation}</span>}
          </li>
        ))}
      </ul>
      <p>
        {words.seats(taken, capacity)} {taken > capacity && words.over(taken - capacity)}{' '}
        {isAnyOpen && words.waiting}
      </p>
    </Section>
  )
}

/** One button; what it means stands beside it. */
export function CompleteList({ isReady }: { isReady: boolean }) {
  const { complete } = useMessages().attendance
  return (
    <form method="post" className="stack roll-call__complete">
      <HiddenFields values={{ intent: 'complete' }} />
      <ButtonRow>
        <Button look={isReady ? 'primary' : 'secondary'}>{complete.button}</Button>
      </ButtonRow>
      <p className="muted">{complete.explained}</p>
    </form>
  )
}

/** The tap list is the screen; QR, paper and the overview are one link away. */
export function RollCallWays(props: { meetingId: string; workshopId: string; isOpen: boolean }) {
  const { attendance } = useMessages()
  const path = `/meetings/${props.meetingId}`
  return (
    <Section title={attendance.ways}>
      <ButtonRow>
        <ButtonLink href={`${path}/check-in`}>{attendance.checkIn}</ButtonLink>
        {props.isOpen && <ButtonLink href={`${path}/walk-in`}>{attendance.walkIn}</ButtonLink>}
        <ButtonLink href={`${path}/sign-in-sheet.pdf`} icon="download">
          {attendance.sheet}
        </ButtonLink>
        {props.isOpen && <ButtonLink href={`${path}/sheet`}>{attendance.typeIn}</ButtonLink>}
        <ButtonLink href={`/workshops/${props.workshopId}/attendance`}>{attendance.toGrid}</ButtonLink>
      </ButtonRow>
    </Section>
  )
}
