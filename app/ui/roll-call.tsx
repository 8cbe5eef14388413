import { ATTENDANCE_STATUSES, type AttendanceStatus } from '#app/domain/attendance.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/locale.tsx'

export type RollCallPerson = {
  id: string
  name: string
  organisation: string
  status: AttendanceStatus | null
  units: number | null
}

type RollCallProps = {
  people: readonly RollCallPerson[]
  /** Teaching units of the meeting: whoever was there in part has fewer. */
  units: number
  /** "Gespeichert um 9:04 Uhr." */
  state: string
}

/**
 * The list of a meeting, made for a phone in one hand: a row of large buttons for each person, one button for
 * all who are there, and saving always in reach of the thumb. Sends `status-<id>` and `units-<id>`.
 */
export function RollCall({ people, units, state }: RollCallProps) {
  const { attendance } = useMessages()
  const open = people.filter((person) => person.status === null).length
  const all = open === people.length ? attendance.allPresent : attendance.restPresent(open)
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
            <Person person={person} units={units} />
          </li>
        ))}
      </ol>
      <div className="roll-call__bar">
        <p>
          {state} {open > 0 && attendance.open(open)}
        </p>
        <Button look="primary" name="intent" value="save">
          {attendance.save}
        </Button>
      </div>
    </form>
  )
}

function Person({ person, units }: { person: RollCallPerson; units: number }) {
  const { attendance } = useMessages()
  const statuses = ATTENDANCE_STATUSES.filter((status) => status !== 'partial' || units > 1)
  return (
    <fieldset className="roll-call__person">
      <legend>
        {person.name} <span className="muted">{person.organisation}</span>
      </legend>
      <div className="roll-call__choices">
        {statuses.map((status) => (
          <Choice key={status} person={person} status={status} label={attendance.status[status]} />
        ))}
      </div>
      {units > 1 && <Units person={person} units={units} />}
    </fieldset>
  )
}

type ChoiceProps = { person: RollCallPerson; status: AttendanceStatus; label: string }

function Choice({ person, status, label }: ChoiceProps) {
  const id = `${status}-${person.id}`
  return (
    <span className={`roll-call__choice roll-call__choice--${status}`}>
      <input
        type="radio"
        id={id}
        name={`status-${person.id}`}
        value={status}
        defaultChecked={person.status === status}
      />
      <label htmlFor={id}>
        <Icon name="check" />
        {label}
      </label>
    </span>
  )
}

/** Shown once "teilweise" is chosen; a browser that cannot tell shows it always. */
function Units({ person, units }: { person: RollCallPerson; units: number }) {
  const { attendance } = useMessages()
  const id = `units-${person.id}`
  const partial = Array.from({ length: units - 1 }, (_, place) => units - 1 - place)
  return (
    <div className="roll-call__units">
      <label htmlFor={id}>{attendance.units(person.name)}</label>
      <div className="kern-form-input__select-wrapper">
        <select
          id={id}
          name={id}
          defaultValue={person.status === 'partial' ? (person.units ?? undefined) : Math.ceil(units / 2)}
          className="kern-form-input__select"
        >
          {partial.map((count) => (
            <option key={count} value={count}>
              {attendance.unitsOf(count, units)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
