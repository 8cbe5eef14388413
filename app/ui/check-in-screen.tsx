// The screen in the room: a code to scan or to type, and how many have come. Drawn by the server, and by the browser
// when something changes.

import { fill } from '#app/i18n/fill.ts'

export type ShownCode = { code: string; size: number; path: string }
export type ShownArrival = { id: string; name: string; time: string }
export type CheckInWords = Record<
  'scan' | 'picture' | 'type' | 'changes' | 'arrivals' | 'arrived' | 'at' | 'nobody' | 'lost' | 'tooMany',
  string
>

type CheckInScreenProps = {
  shown: ShownCode
  arrivals: readonly ShownArrival[]
  enrolled: number
  words: CheckInWords
}

/** Names are one click away: the whole room sees this screen. */
export function CheckInScreen({ shown, arrivals, enrolled, words }: CheckInScreenProps) {
  const { code, size, path } = shown
  return (
    <div className="check-in">
      <div className="check-in__code">
        <p className="check-in__call">{words.scan}</p>
        <svg
          className="check-in__picture"
          viewBox={`0 0 ${size} ${size}`}
          role="img"
          aria-label={words.picture}
        >
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <p>{words.type}</p>
        <p className="check-in__typed">{code}</p>
        <p className="muted">{words.changes}</p>
      </div>
      <div>
        <p className="check-in__count" role="status">
          {arrivals.length === 0
            ? words.nobody
            : fill(words.arrived, { count: arrivals.length, all: enrolled })}
        </p>
        {arrivals.length > 0 && (
          <details className="check-in__names">
            <summary>{words.arrivals}</summary>
            <ul>
              {arrivals.map(({ id, name, time }) => (
                <li key={id}>{fill(words.at, { name, time })}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  )
}
