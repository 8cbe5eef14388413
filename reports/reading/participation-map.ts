// Who takes part in indicator 1, as a picture: tiles of equal size, or the district as it lies.

import { areaMap } from '#app/charts/area-map.ts'
import type { Picture } from '#app/charts/scene.ts'
import { tileMap, type MapPlace } from '#app/charts/tile-map.ts'
import type { Shape } from '#app/domain/boundary.ts'
import { formatList } from '#app/i18n/format.ts'
import type { Reading, Room } from '#reports/reading/values.ts'

type Look =
  | { shapes: ReadonlyMap<string, Shape> }
  /** Municipalities of other days, whose tiles stay free. */
  | { elsewhere?: readonly MapPlace[] }

/** The height follows from the places. */
export function participationMap(
  { data, words, locale }: Reading,
  { width, textSize }: Omit<Room, 'height'>,
  look: Look = {},
): Picture {
  const { municipalities } = data.participation
  const { participation } = words
  const named = (takesPart: boolean) => {
    const names = municipalities.filter((one) => one.takesPart === takesPart).map(({ name }) => name)
    return names.length > 0 ? formatList(names, locale) : participation.nobody
  }
  const tiles = municipalities.map(({ ags, name, takesPart, labelPoint }) => {
    return { id: ags, name, labelPoint, filled: takesPart }
  })
  const legend = { filled: participation.takesPart, hollow: participation.notYet }
  const drawing = { tiles, legend, empty: participation.empty, width, textSize }
  if ('shapes' in look)
    return {
      scene: areaMap({ ...drawing, shapes: look.shapes }),
      alternative: participation.areaMapAlternative(named(true), named(false)),
      caption: participation.areaMapCaption,
    }
  return {
    scene: tileMap({ ...drawing, elsewhere: look.elsewhere }),
    alternative: participation.mapAlternative(named(true), named(false)),
    caption: participation.mapCaption,
  }
}
