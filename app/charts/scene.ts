// A chart is a scene: shapes and texts at fixed places. Screen and paper draw the same one.

/**
 * Colours by their part in a chart, in the tones of the design system. `ink`, `muted`, `accent` and `target` are
 * readable as text on `paper` and `pale` (at least 4.5:1); `paper` is readable as text on `accent` and `target`.
 */
export const palette = {
  ink: '#131525',
  muted: '#5b6185',
  grid: '#c0c3d5',
  paper: '#ffffff',
  pale: '#f3f4f7',
  accent: '#2044aa',
  accentSoft: '#a2b8e4',
  accentPale: '#d8e1f4',
  target: '#925400',
  targetSoft: '#ffca6e',
  neutral: '#dfe1ea',
} as const

export type Colour = keyof typeof palette

export type ScenePath = {
  kind: 'path'
  /** SVG path data; pdfkit reads the same language. */
  d: string
  fill?: Colour
  stroke?: Colour
  strokeWidth?: number
  /** Lengths of dash and gap. */
  dash?: readonly [number, number]
}

export type SceneText = {
  kind: 'text'
  /** Where the text starts, has its middle or ends, by `anchor`; `y` is its base line. */
  x: number
  y: number
  text: string
  size: number
  anchor: 'start' | 'middle' | 'end'
  weight: 'regular' | 'bold'
  fill: Colour
}

export type SceneItem = ScenePath | SceneText

/** Drawn in the order of the items; the origin is top left, one unit is one point on paper. */
export type Scene = { width: number; height: number; items: readonly SceneItem[] }

/** A picture with what is said of it. */
export type Picture = {
  scene: Scene
  /** What it shows, in sentences with the figures that matter. */
  alternative: string
  caption: string
}

export type Box = { x: number; y: number; width: number; height: number }

/** Two decimals are finer than any printer, and keep the text of a scene short and the same everywhere. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

type Paint = Omit<ScenePath, 'kind' | 'd'>

export function path(d: string, paint: Paint): ScenePath {
  return { kind: 'path', d, ...paint }
}

export function rectangle({ x, y, width, height }: Box, paint: Paint): ScenePath {
  const [right, bottom] = [rounded(x + width), rounded(y + height)]
  return path(`M${rounded(x)},${rounded(y)}H${right}V${bottom}H${rounded(x)}Z`, paint)
}

export function line(x1: number, y1: number, x2: number, y2: number, paint: Paint): ScenePath {
  return path(`M${rounded(x1)},${rounded(y1)}L${rounded(x2)},${rounded(y2)}`, paint)
}

export function circle(x: number, y: number, radius: number, paint: Paint): ScenePath {
  const [left, diameter] = [rounded(x - radius), rounded(radius * 2)]
  const half = `a${rounded(radius)},${rounded(radius)} 0 1,0`
  return path(`M${left},${rounded(y)}${half} ${diameter},0${half} ${-diameter},0Z`, paint)
}

type Writing = Partial<Pick<SceneText, 'anchor' | 'weight' | 'fill'>>

export function text(x: number, y: number, words: string, size: number, writing: Writing = {}): SceneText {
  const { anchor = 'start', weight = 'regular', fill = 'ink' } = writing
  return {
    kind: 'text',
    x: rounded(x),
    y: rounded(y),
    text: words,
    size: rounded(size),
    anchor,
    weight,
    fill,
  }
}

/** Diagonal strokes inside a box: what tells two fills apart on a black-and-white print. */
export function hatching(box: Box, gap: number, paint: Paint): ScenePath[] {
  const { x, y, width, height } = box
  const strokes: string[] = []
  for (let offset = gap; offset < width + height; offset += gap) {
    const [fromX, fromY] = offset <= height ? [x, y + offset] : [x + offset - height, y + height]
    const [toX, toY] = offset <= width ? [x + offset, y] : [x + width, y + offset - width]
    strokes.push(`M${rounded(fromX)},${rounded(fromY)}L${rounded(toX)},${rounded(toY)}`)
  }
  return strokes.length === 0 ? [] : [path(strokes.join(''), paint)]
}

/** What stands in place of a chart that has nothing to show. */
export function emptyScene(width: number, words: string, size: number): Scene {
  const height = size * 4
  const frame = { x: 0.5, y: 0.5, width: width - 1, height: height - 1 }
  return {
    width,
    height,
    items: [
      rectangle(frame, { fill: 'pale', stroke: 'grid', strokeWidth: 0.5 }),
      text(width / 2, height / 2 + size * 0.35, words, size, { anchor: 'middle', fill: 'muted' }),
    ],
  }
}
