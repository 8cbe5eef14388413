// From any text to JSON that is worth looking at. Never throws, and takes no longer than the text is long.

import type { DefinitionFinding } from '#app/domain/questionnaire.ts'

/** Where in the definition, as in `pages.0.elements.1.choices`, and what is wrong there. */
export type Finding = { path: string; finding: DefinitionFinding }
export type ReadJson = { ok: true; json: unknown } | { ok: false; findings: Finding[] }

export const MAX_CHARACTERS = 262_144
export const MAX_FINDINGS = 50
/** A questionnaire needs nine. */
const MAX_DEPTH = 20
const MAX_PART_SHOWN = 64

/** What no database and no other program keeps as it is: half a character, and the end-of-text sign. */
const UNSTORABLE = /[\p{Surrogate}\0]/u

export function readJson(text: string): ReadJson {
  if (text.length > MAX_CHARACTERS) return refused('too-big')
  const plain = text.replace(/^\uFEFF/, '')
  let json: unknown
  try {
    json = JSON.parse(plain)
  } catch {
    return refused('not-json')
  }
  const findings = keysTwice(plain)
  return findings.length === 0 ? { ok: true, json } : { ok: false, findings: findings.slice(0, MAX_FINDINGS) }
}

function refused(finding: DefinitionFinding): ReadJson {
  return { ok: false, findings: [{ path: '', finding }] }
}

type Level = { keys: Set<string> | null; part: string; index: number }

/** Of two equal keys `JSON.parse` silently takes the last. The text is known to be JSON. */
function keysTwice(text: string): Finding[] {
  const findings: Finding[] = []
  const levels: Level[] = []
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g
  let isKey = false
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match
    const level = levels.at(-1)
    if (found === '{' || found === '[') {
      levels.push({ keys: found === '{' ? new Set() : null, part: '0', index: 0 })
      if (levels.length > MAX_DEPTH) return [{ path: '', finding: 'too-deep' }]
      isKey = found === '{'
    } else if (found === '}' || found === ']') {
      levels.pop()
      isKey = false
    } else if (found === ',') {
      isKey = level?.keys !== null
      if (level && !level.keys) level.part = String(++level.index)
    } else if (isKey && level?.keys) {
      isKey = false
      const key = String(JSON.parse(found))
      level.part = key
      if (level.keys.has(key))
        findings.push({ path: pathOf(levels.map(({ part }) => part)), finding: 'key-twice' })
      level.keys.add(key)
    }
  }
  return findings
}

/** Parts joined by dots; long and broken keys are shortened and mended, for people have to read it. */
export function pathOf(parts: readonly PropertyKey[]): string {
  return parts
    .map((part) => {
      const text = String(part)
      const shown = text.length > MAX_PART_SHOWN ? `${text.slice(0, MAX_PART_SHOWN)}…` : text
      return shown.replace(/\p{Surrogate}/gu, '\uFFFD')
    })
    .join('.')
}

/** What is wrong with JSON whatever it means: too much, too deep, half characters, a key that is none. */
export function checkJson(json: unknown): Finding[] {
  const findings: Finding[] = []
  const waiting: { value: unknown; parts: string[] }[] = [{ value: json, parts: [] }]
  let characters = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, parts } = next
    characters += typeof value === 'string' ? value.length : 1
    if (characters > MAX_CHARACTERS) return [{ path: '', finding: 'too-big' }]
    if (parts.length > MAX_DEPTH) return [{ path: '', finding: 'too-deep' }]
    if (typeof value === 'string' && UNSTORABLE.test(value)) {
      findings.push({ path: pathOf(parts), finding: 'unstorable' })
    }
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      characters += key.length
      if (key === '__proto__') findings.push({ path: pathOf([...parts, key]), finding: 'not-allowed' })
      waiting.push({ value: inner, parts: [...parts, key] })
    }
  }
  return findings.slice(0, MAX_FINDINGS)
}
