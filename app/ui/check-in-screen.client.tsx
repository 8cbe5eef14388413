// The screen in the room, live: every new code and every arrival comes by itself.

import { useEffect, useState } from 'react'
import {
  CheckInScreen,
  type CheckInWords,
  type ShownArrival,
  type ShownCode,
} from '#app/ui/check-in-screen.tsx'

export type LiveCheckInProps = {
  meetingId: string
  shown: ShownCode
  arrivals: ShownArrival[]
  enrolled: number
  words: CheckInWords
}

type Line = 'up' | 'lost' | 'refused'

export default function LiveCheckIn({ meetingId, words, enrolled, ...first }: LiveCheckInProps) {
  const [shown, setShown] = useState(first.shown)
  const [arrivals, setArrivals] = useState(first.arrivals)
  const [line, setLine] = useState<Line>('up')

  useEffect(() => {
    const events = new EventSource(`/meetings/${meetingId}/check-in/arrivals`)
    const read = <T,>(take: (value: T) => void) => {
      return ({ data }: MessageEvent<string>) => {
        setLine('up')
        take(JSON.parse(data) as T)
      }
    }
    events.addEventListener('code', read(setShown))
    events.addEventListener('arrivals', read(setArrivals))
    events.onerror = () => setLine(events.readyState === EventSource.CLOSED ? 'refused' : 'lost')
    return () => events.close()
  }, [meetingId])

  return (
    <>
      <CheckInScreen shown={shown} arrivals={arrivals} enrolled={enrolled} words={words} />
      <p role="status">{line === 'up' ? '' : line === 'lost' ? words.lost : words.tooMany}</p>
    </>
  )
}
