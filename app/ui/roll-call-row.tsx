// One person on the list of a meeting: on the page that the server writes, and on the one that works without network.

import type { ReactNode } from 'react'
import { ATTENDANCE_STATUSES, type AttendanceStatus } from '#app/domain/attendance.ts'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Icon } from '#app/ui/icon.tsx'

export type RollCallWords = Messages['rollCall']
export type RollCallMark = { status: AttendanceStatus; units: number | null }

export type RollCallPerson = {
  id: string
  name: string
  organisation: string
  status: AttendanceStatus | null
  units: number | null
}

type RowProps = {
  person: RollCallPerson
  /** Teaching units of the meeting: whoever was there in part has fewer. */
  units: number
  words: RollCallWords
  /** Where a script takes every tap; without it the fields belong to a form, and are called `status-<id>`. */
  onMark?: ((mark: RollCallMark) => void) | undefined
  children?: ReactNode
}

/** A row of large buttons, made for a phone in one hand. */
export function RollCallRow({ person, units, words, onMark, children }: RowProps) {
  const statuses = ATTENDANCE_STATUSES.filter((status) => status !== 'partial' || units > 1)
  const half = Math.ceil(units / 2)
  return (
    <fieldset className="roll-call__person">
      <legend>
        {person.name} <span className="muted">{person.organisation}</span>
      </legend>
      <div className="roll-call__choices">
        {statuses.map((status) => (
          <Choice
            key={status}
            person={person}
            status={status}
            label={words.status[status]}
            onChoose={onMark && (() => onMark({ status, units: status === 'partial' ? half : null }))}
          />
        ))}
      </div>
      {units > 1 && (
        <Units
          person={person}
          units={units}
          words={words}
          onChoose={onMark && ((count) => onMark({ status: 'partial', units: count }))}
        />
      )}
      {children}
    </fieldset>
  )
}

type ChoiceProps = {
  person: RollCallPerson
  status: AttendanceStatus
  label: string
  onChoose: (() => void) | undefined
}

function Choice({ person, status, label, onChoose }: ChoiceProps) {
  const id = `${status}-${person.id}`
  const isChosen = person.status === status
  return (
    <span className={`roll-call__choice roll-call__choice--${status}`}>
      <input
        type="radio"
        id={id}
        name={`status-${person.id}`}
        value={status}
        {...(onChoose ? { checked: isChosen, onChange: onChoose } : { defaultChecked: isChosen })}
      />
      <label htmlFor={id}>
        <Icon name="check" />
        {label}
      </label>
    </span>
  )
}

type UnitsProps = Pick<RowProps, 'person' | 'units' | 'words'> & {
  onChoose: ((count: number) => void) | undefined
}

/** Shown once "teilweise" is chosen; a browser that cannot tell shows it always. */
function Units({ person, units, words, onChoose }: UnitsProps) {
  const id = `units-${person.id}`
  const partial = Array.from({ length: units - 1 }, (_, place) => units - 1 - place)
  const chosen = person.status === 'partial' ? (person.units ?? undefined) : Math.ceil(units / 2)
  return (
    <div className="roll-call__units">
      <label htmlFor={id}>{fill(words.units, { name: person.name })}</label>
      <div className="kern-form-input__select-wrapper">
        <select
          id={id}
          name={id}
          className="kern-form-input__select"
          {...(onChoose
            ? {
                value: chosen,
                onChange: (event: { target: { value: string } }) => onChoose(Number(event.target.value)),
              }
            : { defaultValue: chosen })}
        >
          {partial.map((count) => (
            <option key={count} value={count}>
              {fill(words.unitsOf, { count, all: units })}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
