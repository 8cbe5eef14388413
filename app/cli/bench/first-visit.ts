import { Agent } from 'node:http'
import { check, contentOf, send, type Ask } from '#app/cli/bench/request.ts'

export type Visit = { bytes: number; requests: number }

/**
 * What a browser that was never here fetches for a page: the page, styles, scripts, fonts and icon, compressed as they
 * come, without headers. Fonts are those for Latin letters, whether the page has a word in each weight or not. Of the
 * scripts that a script asks for only when it needs them, those count whose names begin like one of `later`.
 */
export async function firstVisit(origin: string, page: Ask, later: readonly string[]): Promise<Visit> {
  const agent = new Agent({ keepAlive: true })
  try {
    const reply = await send(origin, page, agent)
    check(page, reply)
    const visit = { bytes: reply.content.length, requests: 1 }
    const known = new Set<string>()
    const waiting = namedInPage(contentOf(reply).toString('utf8'))
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (known.has(path)) continue
      known.add(path)
      const part = await send(origin, { path }, agent)
      if (part.status !== 200) throw new Error(`GET ${path} → ${part.status}`)
      visit.bytes += part.content.length
      visit.requests += 1
      waiting.push(...namedIn(path, contentOf(part).toString('utf8'), later))
    }
    return visit
  } finally {
    agent.destroy()
  }
}

function namedInPage(html: string): string[] {
  const tags = html.match(/<(?:link|script|img)\b[^>]*>/g) ?? []
  const fetched = tags.filter(
    (tag) => !tag.startsWith('<link') || /rel="(stylesheet|modulepreload|icon)"/.test(tag),
  )
  const addresses = fetched.flatMap((tag) => /\b(?:href|src)="(\/[^"]+)"/.exec(tag)?.[1] ?? [])
  return [...addresses, ...all(html, /\b(?:from|import)\s*"(\/assets\/[^"]+)"/g)]
}

function namedIn(path: string, content: string, later: readonly string[]): string[] {
  if (path.endsWith('.css')) return fontsIn(content)
  if (!path.endsWith('.js')) return []
  const names = all(content, /\b(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)
  return [...names.map((name) => `/assets/${name}`), ...namedLater(content, later)]
}

/** Vite lists all that belongs to such scripts, their styles too, in one array, and each import by its numbers. */
function namedLater(script: string, later: readonly string[]): string[] {
  const parts = all(script, /"(assets\/[\w.-]+\.(?:js|css))"/g)
  const imports = [
    ...script.matchAll(/\bimport\("\.\/([\w.-]+)"\)(?:[^,]*,__vite__mapDeps\(\[([\d,]*)\]\))?/g),
  ]
  const wanted = imports.filter(([, name = '']) => later.some((beginning) => name.startsWith(beginning)))
  return wanted.flatMap(([, name = '', numbers = '']) => {
    const belonging = numbers.split(',').flatMap((number) => parts[Number(number)] ?? [])
    return [`/assets/${name}`, ...belonging.map((part) => `/${part}`)]
  })
}

function fontsIn(css: string): string[] {
  const faces = (css.match(/@font-face\s*\{[^}]*\}/g) ?? []).filter(hasLatinLetters)
  return faces.flatMap((face) => all(face, /url\(["']?(\/[^"')]+\.woff2)["']?\)/g).slice(0, 1))
}

function hasLatinLetters(face: string): boolean {
  const range = /unicode-range:([^;}]*)/i.exec(face)?.[1]
  return range === undefined || /U\+0+-0*FF\b/i.test(range.trim())
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])
}
