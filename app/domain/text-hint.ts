// What in a text may tell who wrote it, or about whom: looked for while somebody is still typing, on their own device.

export const TEXT_HINTS = ['mail-address', 'phone', 'address', 'person', 'role', 'place'] as const
export type TextHint = (typeof TEXT_HINTS)[number]

/** `found` is the piece of text that stands for it. */
export type FoundHint = { hint: TextHint; found: string }

const LETTER = String.raw`\p{L}`
const word = (pattern: string) => new RegExp(`(?<!${LETTER})(?:${pattern})(?!${LETTER})`, 'iu')

const OFFICES =
  '(?:ober)?bürgermeister(?:in)?|amtsleiter(?:in)?|abteilungsleiter(?:in)?|hauptamtsleiter(?:in)?|kämmer(?:er|in)|chef(?:in)?|vorgesetzte[nr]?|landrat|landrätin|mayor|boss|manager'

const PATTERNS: Record<Exclude<TextHint, 'place'>, RegExp> = {
  'mail-address': /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/u,
  phone: /(?<![\d.,])(?:\+\d{2}[\s/-]?|0)\d{2,5}[\s/-]?\d{2,}(?:[\s-]?\d{2,})*/u,
  address: /\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|platz|gasse|allee|ring|ufer)\s*\d+/u,
  // A title, then a name with a capital letter.
  person: /(?<!\p{L})(?:Herrn?|Frau|Kollegen?|Kollegin|Mr|Mrs|Ms)\.?\s+(?:Dr\.\s+)?\p{Lu}\p{L}+/u,
  role: word(
    `ich\\s+als|(?:unser|mein)(?:e[nrms]?)?\\s+(?:${OFFICES})|als\\s+einzige[r]?|as\\s+(?:a|an|the)\\s+only|(?:our|my)\\s+(?:${OFFICES})`,
  ),
}

/** Everything that should be looked at once more, each kind once. `places` are names of municipalities. */
export function textHints(text: string, places: readonly string[]): FoundHint[] {
  return TEXT_HINTS.flatMap((hint) => {
    const found = hint === 'place' ? placeIn(text, places) : PATTERNS[hint].exec(text)?.[0]
    return found ? [{ hint, found: found.trim() }] : []
  })
}

/** The name as people write it: "Radebeul" for "Große Kreisstadt Radebeul, Stadt", also within "Radebeuler". */
function placeIn(text: string, places: readonly string[]): string | undefined {
  const asked = text.toLocaleLowerCase('de')
  return places
    .flatMap(shortName)
    .find((name) => word(`${escaped(name.toLocaleLowerCase('de'))}(?:er|s|ern|erin)?`).test(asked))
}

const SHORTEST_NAME = 4

function shortName(place: string): string[] {
  const name = place.replace(/,.*$/, '').replace(/^(?:Große Kreisstadt|Stadt|Gemeinde|Landkreis)\s+/, '')
  return name.length < SHORTEST_NAME ? [] : [name]
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
