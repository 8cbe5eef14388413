// Who takes part, as a picture of the district on one of the days that have been counted: as tiles or as a map.

import type { ShownMap } from '#app/charts/dashboard.ts'
import type { MapPlace } from '#app/charts/tile-map.ts'
import type { Shape } from '#app/domain/boundary.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Participation, ReportFigures } from '#app/domain/report.ts'
import { formatDay } from '#app/i18n/format.ts'
import { municipalityTable, participationFacts } from '#reports/reading/participation.ts'
import { participationMap } from '#reports/reading/participation-map.ts'
import { wordsIn } from '#reports/words.ts'

const MAP = { width: 400, textSize: 11 }

/** `revised` names what an earlier report had told of this day in another way. */
type CountedDay = {
  day: string
  report: number | null
  participation: Participation
  revised: readonly string[]
}

export type MapWish = {
  /** All days that can be chosen, oldest first, the chosen one among them. */
  days: readonly CountedDay[]
  day: string
  /** Boundaries by municipality key, where the map is wanted; null for tiles. */
  shapes: ReadonlyMap<string, Shape> | null
  /** What must stand under the map, where there are boundaries; null without any. */
  attributions: readonly string[] | null
}

export function shownMap(figures: ReportFigures, wish: MapWish, locale: Locale): ShownMap {
  const words = wordsIn(locale)
  const { days, shapes, attributions } = wish
  const chosen = days.find(({ day }) => day === wish.day)
  const { participation, revised } = chosen ?? figures
  const data = { ...figures, cutOff: wish.day, participation, revised: [...revised] }
  const reading = { data, words, locale }
  const look = shapes ? { shapes } : { elsewhere: placesOf(days) }
  const isLive = chosen !== undefined && chosen.report === null && chosen.day !== figures.cutOff
  return {
    kind: shapes ? 'map' : 'tiles',
    picture: participationMap(reading, MAP, look),
    table: municipalityTable(reading),
    // How many municipalities, and how many people: neither is told without the other.
    shares: participationFacts(reading).slice(0, 2),
    why: shapes ? words.participation.whyShapes : words.participation.whyTiles,
    origin: isLive ? words.participation.notFrozen : null,
    attributions: shapes && attributions ? [...attributions] : [],
    hasBoundaries: attributions !== null,
    day: wish.day,
    days: days.map(({ day, participation: { count, denominator } }) => {
      const label = formatDay(day, locale)
      return { day, label, said: words.participation.onDay(label, count, denominator) }
    }),
  }
}

/** The day of the figures alone, as tiles. */
export function onlyDay({ cutOff, number, participation, revised }: ReportFigures): MapWish {
  const days = [{ day: cutOff, report: number, participation, revised }]
  return { days, day: cutOff, shapes: null, attributions: null }
}

/** Everybody who is or was: so a tile stays in its place when a neighbour merges. Where the point moved, the latest holds. */
function placesOf(days: readonly CountedDay[]): MapPlace[] {
  const places = new Map<string, MapPlace>()
  for (const { participation } of days)
    for (const { ags, labelPoint } of participation.municipalities) places.set(ags, { id: ags, labelPoint })
  return [...places.values()]
}
