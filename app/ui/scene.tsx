// A chart on the screen. Without a script, and the same picture as on paper; the figures stand in a table beside it.

import { useId } from 'react'
import { palette, type Colour, type Scene, type SceneItem } from '#app/charts/scene.ts'

type SceneSvgProps = {
  scene: Scene
  /** What the picture is, in a few words. */
  title: string
  /** What it shows, in a sentence or two, with the figures that matter. */
  description: string
  /** Parts of the picture that a script may want to find, by their colours: they are marked with `data-part`. */
  parts?: readonly ScenePart[]
}

export type ScenePart = { name: string; colours: readonly Colour[] }

export function SceneSvg({ scene, title, description, parts = [] }: SceneSvgProps) {
  const id = useId()
  return (
    <svg
      className="scene"
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {scene.items.map((item, index) => (
        <Drawn key={index} item={item} part={partOf(item, parts)} />
      ))}
    </svg>
  )
}

function partOf(item: SceneItem, parts: readonly ScenePart[]): string | undefined {
  const colours = item.kind === 'path' ? [item.fill, item.stroke] : [item.fill]
  return parts.find((part) => part.colours.some((colour) => colours.includes(colour)))?.name
}

function Drawn({ item, part }: { item: SceneItem; part: string | undefined }) {
  if (item.kind === 'path') {
    return (
      <path
        data-part={part}
        d={item.d}
        fill={item.fill ? palette[item.fill] : 'none'}
        stroke={item.stroke && palette[item.stroke]}
        strokeWidth={item.stroke && item.strokeWidth}
        strokeDasharray={item.dash?.join(' ')}
      />
    )
  }
  return (
    <text
      data-part={part}
      x={item.x}
      y={item.y}
      fontSize={item.size}
      fontWeight={item.weight === 'bold' ? 600 : undefined}
      textAnchor={item.anchor === 'start' ? undefined : item.anchor}
      fill={palette[item.fill]}
    >
      {item.text}
    </text>
  )
}
