import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { line, text } from '#app/charts/scene.ts'
import { SceneSvg } from '#app/ui/scene.tsx'

const scene = {
  width: 200,
  height: 100,
  items: [
    line(0, 50, 200, 50, { stroke: 'target', strokeWidth: 1.2, dash: [4, 2.5] }),
    text(100, 40, 'Ziel < 60 %', 8, { anchor: 'middle', weight: 'bold' }),
  ],
} as const

const markup = renderToStaticMarkup(
  <SceneSvg scene={scene} title="Beteiligung" description="14 von 28 Kommunen nehmen teil." />,
)

test('a chart reads aloud as one picture with a title and a description', () => {
  const ids = [...markup.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)].map(([, id]) => id)
  expect(markup).toContain('role="img"')
  expect(markup).toContain(`<title id="${ids[0]}">Beteiligung</title>`)
  expect(markup).toContain(`<desc id="${ids[1]}">14 von 28 Kommunen nehmen teil.</desc>`)
})

test('a chart grows with its place, shows dashes and names, and needs no inline style', () => {
  expect(markup).toContain('viewBox="0 0 200 100"')
  expect(markup).toContain('stroke-dasharray="4 2.5"')
  expect(markup).toContain('Ziel &lt; 60 %')
  expect(markup).not.toMatch(/style=| width="200"/)
})
