// The one script of the pages that have any. It looks for the places that <Live> has left, and fetches for each what
// it needs. The page around them stays as the server wrote it.

import { createElement, StrictMode, type ComponentType } from 'react'
import type { ErrandName, LivePart, LiveParts } from '#app/ui/live-parts.ts'

type Arrival<Part extends LivePart> = Promise<{ default: ComponentType<LiveParts[Part]> }>

const parts: { [Part in LivePart]: () => Arrival<Part> } = {
  'trend-chart': () => import('#app/ui/trend-chart.client.tsx'),
  'distribution-chart': () => import('#app/ui/distribution-chart.client.tsx'),
  'map-days': () => import('#app/ui/map-days.client.tsx'),
  survey: () => import('#app/ui/survey.client.tsx'),
  'survey-preview': () => import('#app/ui/survey-preview.client.tsx'),
  'check-in-screen': () => import('#app/ui/check-in-screen.client.tsx'),
  'roll-call': () => import('#app/ui/roll-call.client.tsx'),
}

const errands: Record<ErrandName, () => Promise<{ default: () => Promise<void> }>> = {
  'forget-lists': () => import('#app/ui/kept-lists.client.ts'),
  'forget-sent-draft': () => import('#app/ui/sent-draft.client.ts'),
}

function isPart(name: string | undefined): name is LivePart {
  return name !== undefined && name in parts
}

function isErrand(name: string | undefined): name is ErrandName {
  return name !== undefined && name in errands
}

async function run(name: ErrandName): Promise<void> {
  const { default: errand } = await errands[name]()
  await errand()
}

async function fill(place: HTMLElement, name: LivePart): Promise<void> {
  const plain = place.querySelector('noscript')?.textContent ?? ''
  if (place.dataset.waiting) place.append(waiting(place.dataset.waiting))
  try {
    const [{ createRoot }, { default: Part }] = await Promise.all([import('react-dom/client'), parts[name]()])
    const given = JSON.parse(place.dataset.given ?? '{}') as object
    createRoot(place).render(
      createElement(StrictMode, null, createElement(Part as ComponentType<object>, given)),
    )
  } catch {
    // It has not arrived: what is meant for browsers without scripts takes its place.
    place.innerHTML = plain
  }
}

function waiting(words: string): HTMLElement {
  const line = document.createElement('p')
  line.role = 'status'
  line.textContent = words
  return line
}

for (const place of document.querySelectorAll<HTMLElement>('[data-live]')) {
  if (isPart(place.dataset.live)) void fill(place, place.dataset.live)
}

for (const place of document.querySelectorAll<HTMLElement>('[data-errand]')) {
  const name = place.dataset.errand
  // One that fails is tried again the next time.
  if (isErrand(name)) void run(name).catch(() => undefined)
}

// In development a change of any file shows at once: of a part or a page, and of what a loader reads.
for (const change of ['vite:beforeUpdate', 'remix:hmr']) {
  import.meta.hot?.on(change, () => window.location.reload())
}
