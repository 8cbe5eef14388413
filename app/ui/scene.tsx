// A chart on the screen. Without a script, and the same picture as on paper; the figures stand in a table beside it.

import { useId } from 'react'
import { palette, type Colour, type Scene, type SceneItem } from '#app/charts/scene.ts'

type SceneSvgProps = {
  scene: Scene
  /** What the picture is, in a few words. */
  title: string
  /** What it shows, in a sentence or two, with the figures that matter. */
  description: string
  /** Parts to leave out, by their colour. */
  without?: readonly Colour[]
}

export function SceneSvg({ scene, title, description, without = [] }: SceneSvgProps) {
  const id = useId()
  const shown = scene.items.filter((item) => !without.some((colour) => isIn(colour, item)))
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
      {shown.map((item, index) => (
        <Drawn key={index} item={item} />
      ))}
    </svg>
  )
}

function isIn(colour: Colour, item: SceneItem): boolean {
  return item.fill === colour || (item.kind === 'path' && item.stroke === colour)
}

function Drawn({ item }: { item: SceneItem }) {
  if (item.kind === 'path') {
    return (
      <path
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
