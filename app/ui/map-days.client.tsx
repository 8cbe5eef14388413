// The slider of the map: each step is a day that has been counted. The picture of the day is cut out of the page that the
// server writes for it, the same that a browser without scripts would open.

import { useRef, useState } from 'react'

export type LiveMapDaysProps = {
  label: string
  /** Said where the picture of a day does not come. */
  failed: string
  /** In order of time; `said` is the day with its figure, `href` the page that shows it. */
  days: readonly { day: string; label: string; said: string; href: string }[]
  day: string
}

/** Pages of days that have been looked at, as long as the page is open. */
const fetched = new Map<string, Promise<string>>()

export default function LiveMapDays({ label, failed, days, day }: LiveMapDaysProps) {
  const [place, setPlace] = useState(
    Math.max(
      days.findIndex((one) => one.day === day),
      0,
    ),
  )
  const [isFailed, setFailed] = useState(false)
  const wanted = useRef(place)
  const slide = async (to: number) => {
    setPlace(to)
    wanted.current = to
    const href = days[to]?.href
    if (href === undefined) return
    try {
      const content = await pictureOf(href)
      // Somebody who slides on has another day in mind by the time that this one comes.
      if (wanted.current !== to) return
      show(content)
      window.history.replaceState(window.history.state, '', href)
      setFailed(false)
    } catch {
      fetched.delete(href)
      if (wanted.current === to) setFailed(true)
    }
  }
  return (
    <div className="participation-map__slider">
      <label htmlFor="map-days">{label}</label>
      <input
        id="map-days"
        type="range"
        min={0}
        max={days.length - 1}
        step={1}
        value={place}
        aria-valuetext={days[place]?.said}
        onChange={(event) => void slide(Number(event.target.value))}
      />
      <div className="participation-map__ends" aria-hidden="true">
        <span>{days[0]?.label}</span>
        <span>{days.at(-1)?.label}</span>
      </div>
      <output htmlFor="map-days">{days[place]?.said}</output>
      <p role="alert">{isFailed && failed}</p>
    </div>
  )
}

function pictureOf(href: string): Promise<string> {
  const known = fetched.get(href)
  if (known) return known
  const coming = contentAt(href)
  fetched.set(href, coming)
  return coming
}

async function contentAt(href: string): Promise<string> {
  const answer = await fetch(href)
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const content = page.querySelector('[data-map-shown]')?.innerHTML
  if (content === undefined) throw new Error('no map')
  return content
}

function show(content: string): void {
  const place = document.querySelector('[data-map-shown]')
  if (!place) return
  const wasOpen = place.querySelector('details')?.open ?? false
  place.innerHTML = content
  const table = place.querySelector('details')
  if (table) table.open = wasOpen
}
