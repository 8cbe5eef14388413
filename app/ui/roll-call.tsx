import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { counted } from '#app/i18n/fill.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { RollCallRow, type RollCallPerson } from '#app/ui/roll-call-row.tsx'

type RollCallProps = {
  people: readonly RollCallPerson[]
  /** Teaching units of the meeting: whoever was there in part has fewer. */
  units: number
  /** "Gespeichert um 9:04 Uhr." */
  state: string
  /** What must be said beside the marks: why a finished list is corrected. */
  children?: ReactNode
  /** Other words on the button, for a correction. */
  save?: string | undefined
}

/**
 * The list of a meeting, made for a phone in one hand: a row of large buttons for each person, one button for
 * all who are there, and saving always in reach of the thumb. Sends `status-<id>` and `units-<id>`.
 */
export function RollCall({ people, units, state, children, save }: RollCallProps) {
  const { rollCall } = useMessages()
  const open = people.filter((person) => person.status === null).length
  const all = open === people.length ? rollCall.allPresent : counted(rollCall.restPresent, open)
  return (
    <form method="post" className="roll-call">
      {open > 0 && (
        <Button
          look={open === people.length ? 'primary' : 'secondary'}
          name="intent"
          value="all"
          icon="check"
        >
          {all}
        </Button>
      )}
      <ol className="roll-call__people">
        {people.map((person) => (
          <li key={person.id}>
            <RollCallRow person={person} units={units} words={rollCall} />
          </li>
        ))}
      </ol>
      {children}
      <div className="roll-call__bar">
        <p>
          {state} {open > 0 && counted(rollCall.open, open)}
        </p>
        <Button look="primary" name="intent" value="save">
          {save ?? rollCall.save}
        </Button>
      </div>
    </form>
  )
}
