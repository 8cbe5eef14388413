// What the import of municipalities says in the terminal.

import type {
  ImportPlan,
  ImportRefusal,
  ImportWish,
  MunicipalityFact,
} from '#app/domain/municipality-import.ts'
import type { LineProblem, RegisterLineProblem, RegisterRefusal } from '#app/domain/municipality-register.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')
const number = (value: number) => formatNumber(value, 'de')

/** So many lines tell what is wrong with a file; thousands would hide it. */
const MOST_LINES = 20

const FILE: Record<'empty' | 'packed' | 'other-file', string> = {
  empty: 'Die Datei ist leer.',
  packed:
    'Die Datei ist gepackt (ZIP oder Excel). Packen Sie das ZIP aus und nehmen Sie daraus GV100AD_TTMMJJJJ.txt.',
  'other-file':
    'Das ist kein Gemeindeverzeichnis GV100AD: Die meisten Zeilen haben einen anderen Aufbau. Gebraucht wird die Textdatei GV100AD_TTMMJJJJ.txt mit 220 Zeichen je Zeile, nicht GV100NAD und nicht die Excel-Ausgabe.',
}

const LINE: Record<RegisterLineProblem, (found: string) => string> = {
  length: (found) => `Die Zeile hat ${found} statt 220 Zeichen; sie ist abgeschnitten oder verändert.`,
  'record-type': (found) => `Die Satzart ist „${found}“; es gibt nur 10, 20, 30, 40, 50 und 60.`,
  day: (found) => `Der Gebietsstand „${found}“ ist kein Tag.`,
  'other-day': (found) => `Der Gebietsstand ist der ${day(found)}, in den anderen Zeilen ein anderer Tag.`,
  key: (found) => `Der Gemeindeschlüssel „${found}“ hat nicht acht Ziffern.`,
  name: () => 'Der Name fehlt.',
  'name-signs': (found) =>
    `Im Namen „${printable(found)}“ sind Zeichen, die in keinem Ortsnamen stehen. Gelesen werden UTF-8 und ISO-8859-1, nicht CP850.`,
  kind: (found) => `Das Textkennzeichen „${found}“ gibt es bei Gemeinden nicht.`,
  area: (found) => `Die Fläche „${found}“ ist keine Zahl.`,
  population: (found) => `Die Bevölkerung „${found}“ ist keine Zahl.`,
  postcode: (found) => `Die Postleitzahl „${found}“ hat nicht fünf Ziffern.`,
  doubled: (found) => `Dieser Gemeindeschlüssel steht schon in Zeile ${number(Number(found))}.`,
}

/** A terminal must not be steered by what stands in a file. */
function printable(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, '�')
}

export function registerRefusal(refused: RegisterRefusal): string[] {
  if (refused.refusal !== 'faulty-lines') return [FILE[refused.refusal]]
  const shown = refused.problems.slice(0, MOST_LINES).map(lineSentence)
  const more = refused.problems.length - shown.length
  return more > 0 ? [...shown, `… und ${number(more)} weitere Zeilen.`] : shown
}

function lineSentence({ line, problem, found }: LineProblem): string {
  return `Zeile ${number(line)}: ${LINE[problem](printable(found))}`
}

export function importRefusal(
  refusal: ImportRefusal,
  { register, districtKey, populationDate }: ImportWish,
): string {
  const sentences: Record<ImportRefusal, string> = {
    'district-unknown': `Zum Kreis ${districtKey} steht in der Datei keine Gemeinde. Stimmt der Schlüssel? Gemeint sind die ersten fünf Ziffern der Gemeindeschlüssel.`,
    'population-after-register': `Die Bevölkerung kann nicht vom ${day(populationDate)} sein: Die Datei hat den Gebietsstand ${day(register.day)}.`,
    'older-than-known': `Hier stehen schon jüngere Bevölkerungszahlen als vom ${day(populationDate)}. Ältere werden nicht darübergeschrieben.`,
    'valid-from-missing': `Vom Kreis ${districtKey} ist noch keine Kommune da. Nennen Sie mit --valid-from den Tag, ab dem sie zählen sollen, spätestens den Beginn des Piloten: Vorher hätte der Kreis in allen Berichten keine.`,
    'valid-from-after-register': `--valid-from liegt nach dem Gebietsstand der Datei, dem ${day(register.day)}.`,
  }
  return sentences[refusal]
}

const FACT: Record<MunicipalityFact, string> = {
  name: 'Name',
  municipalityKind: 'Art',
  population: 'Bevölkerung',
  populationDate: 'Stand der Bevölkerung',
  source: 'Quelle',
}

/** What was done, or would be. */
export function planLines(
  plan: ImportPlan,
  { register, districtKey }: ImportWish,
  isCheck: boolean,
): string[] {
  const { added, updated, unchanged, missing, ended, areasWithout } = plan
  return [
    `Gemeindeverzeichnis vom ${day(register.day)}, Kreis ${districtKey}${isCheck ? ' (nur geprüft, nichts geändert)' : ''}:`,
    ...added.map(({ ags, name, validFrom }) => `+ ${ags} ${name}: neu, zählt ab dem ${day(validFrom)}`),
    ...updated.map(
      ({ before, after, changed }) => `~ ${before.ags} ${after.name}: ${changesIn(before, after, changed)}`,
    ),
    ...missing.map(
      ({ ags, name }) => `? ${ags} ${name}: steht nicht mehr im Verzeichnis und bleibt hier, wie es ist`,
    ),
    ...ended.map(
      ({ ags, name, validUntil }) =>
        `? ${ags} ${name}: steht im Verzeichnis, besteht hier aber nur bis ${day(validUntil ?? '')}`,
    ),
    `${number(added.length)} neu, ${number(updated.length)} geändert, ${number(unchanged)} unverändert.`,
    ...(areasWithout > 0 ? [`${number(areasWithout)} gemeindefreie Gebiete zählen nicht mit.`] : []),
    ...(missing.length > 0 ? [WHEN_MISSING] : []),
    ...(ended.length > 0 ? [WHEN_ENDED] : []),
  ]
}

const WHEN_MISSING =
  'Wer nicht mehr im Verzeichnis steht, ist meist in einer anderen Kommune aufgegangen. Tragen Sie das mit Datum ein: Organisationen, die Kommune öffnen, Bearbeiten, „Bestand bis“ und „Aufgegangen in“. Erst dann zählt sie nicht mehr.'
const WHEN_ENDED =
  'Prüfen Sie das Ende, das hier eingetragen ist: Organisationen (mit früheren), die Kommune öffnen, Bearbeiten.'

type Facts = Record<MunicipalityFact, string | number | null>

function changesIn(before: Facts, after: Facts, changed: readonly MunicipalityFact[]): string {
  // The source repeats both days, and would make each line three times as long.
  const told = changed.filter((fact) => fact !== 'source' || changed.length === 1)
  return told
    .map((fact) =>
      fact === 'source' ? FACT.source : `${FACT[fact]} ${written(before[fact])} → ${written(after[fact])}`,
    )
    .join(', ')
}

function written(value: string | number | null): string {
  if (value === null) return '(leer)'
  if (typeof value === 'number') return number(value)
  return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value
}
