// What in a text may tell who wrote it, or about whom: looked for while somebody is still typing, on their own device.

export const TEXT_HINTS = ['mail-address', 'phone', 'address', 'person', 'role', 'place'] as const
export type TextHint = (typeof TEXT_HINTS)[number]

/** `found` is the piece of text that stands for it. */
export type FoundHint = { hint: TextHint; found: string }

const LETTER = String.raw`\p{L}`
const word = (pattern: string) => new RegExp(`(?<!${LETTER})(?:${pattern})(?!${LETTER})`, 'iu')

const OFFICES =
  '(?:ober)?bürgermeister(?:in)?|amtsleiter(?:in)?|abteilungsleiter(?:in)?|hauptamtsleiter(?:in)?|kämmer(?:er|in)|chef(?:in)?|vorgesetzte[nr]?|landrat|landrätin|mayor|boss|manager'

// Each repetition has an end, so that a text takes as many steps as it has signs, times a fixed number.
const PATTERNS: Record<Exclude<TextHint, 'place'>, RegExp> = {
  'mail-address': /[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,64}\.\p{L}{2,24}/u,
  phone: /(?<![\d.,])(?:\+\d{2}[\s/-]?|0)\d{2,5}[\s/-]?\d{2,9}(?:[\s-]?\d{2,9}){0,6}/u,
  address: /\p{Lu}[\p{L}-]{0,60}(?:straße|strasse|str\.|weg|platz|gasse|allee|ring|ufer)\s{0,9}\d{1,4}/u,
  // A title, then a name with a capital letter.
  person:
    /(?<!\p{L})(?:Herrn?|Frau|Kollegen?|Kollegin|Mr|Mrs|Ms)\.?\s{1,9}(?:Dr\.\s{1,9})?\p{Lu}\p{L}{1,60}/u,
  role: word(
    `ich\\s{1,9}als|(?:unser|mein)(?:e[nrms]?)?\\s{1,9}(?:${OFFICES})|als\\s{1,9}einzige[r]?|as\\s{1,9}(?:a|an|the)\\s{1,9}only|(?:our|my)\\s{1,9}(?:${OFFICES})`,
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
  // Most texts name no place: only for one that is there a pattern is made, which is what takes time.
  return places.flatMap(shortName).find((place) => {
    const name = place.toLocaleLowerCase('de')
    return asked.includes(name) && word(`${escaped(name)}(?:er|s|ern|erin)?`).test(asked)
  })
}

const SHORTEST_NAME = 4

function shortName(place: string): string[] {
  const name = place.replace(/,.*$/, '').replace(/^(?:Große Kreisstadt|Stadt|Gemeinde|Landkreis)\s+/, '')
  return name.length < SHORTEST_NAME ? [] : [name]
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
