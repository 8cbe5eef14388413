// What the import of boundaries says in the terminal.

import type { BoundaryFileRefusal, BoundaryProblemKind } from '#app/domain/boundary.ts'
import type { BoundaryPlan } from '#app/domain/boundary-import.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { BoundaryImportResult } from '#db/boundaries.ts'

const number = (value: number) => formatNumber(value, 'de')

/** So many tell what is wrong with a file; thousands would hide it. */
const MOST_LINES = 20

const FILE = {
  'not-json': 'Die Datei ist kein JSON, oder sie ist abgeschnitten. Gebraucht wird GeoJSON.',
  'no-collection': 'Die Datei ist keine „FeatureCollection“. Gebraucht wird GeoJSON nach RFC 7946.',
  'other-system':
    'Die Koordinaten sind nicht in WGS 84 (EPSG:4326). Rechnen Sie die Datei um, zum Beispiel mit ogr2ogr -t_srs EPSG:4326.',
  'no-boundary': 'In der Datei ist keine einzige Fläche.',
}

const PROBLEM: Record<BoundaryProblemKind, string> = {
  feature: 'Das ist kein „Feature“.',
  ags: 'Der Gemeindeschlüssel „ags“ fehlt oder hat nicht acht Ziffern als Text.',
  'ags-doubled': 'Diesen Gemeindeschlüssel gibt es schon weiter oben.',
  geometry: 'Gebraucht wird ein „Polygon“ oder „MultiPolygon“.',
  empty: 'Die Fläche hat keine Punkte.',
  'ring-short': 'Die Linie hat weniger als vier Punkte.',
  'ring-open': 'Die Linie ist nicht geschlossen: Der letzte Punkt muss der erste sein.',
  position: 'Der Punkt besteht nicht aus zwei Zahlen.',
  'outside-germany':
    'Der Punkt liegt nicht in Deutschland. Erst kommt die Länge, dann die Breite, in Grad (WGS 84).',
}

export function boundaryRefusal(refused: BoundaryFileRefusal): string[] {
  if (refused.refusal !== 'faulty-features') return [FILE[refused.refusal]]
  const shown = refused.problems
    .slice(0, MOST_LINES)
    .map(({ path, problem }) => `${path}: ${PROBLEM[problem]}`)
  const more = refused.problems.length - shown.length
  return more > 0 ? [...shown, `… und ${number(more)} weitere.`] : shown
}

export function noneKnown({ elsewhere, unknown }: BoundaryPlan): string {
  return `Keine der ${number(elsewhere + unknown.length)} Flächen gehört zu einer Kommune, die hier erfasst ist. Lesen Sie zuerst die Kommunen ein (import-municipalities).`
}

const OUTCOME = {
  imported: 'Übernommen',
  unchanged: 'Unverändert',
  checked: 'Nur geprüft, nichts geändert',
}

export function boundaryLines({ plan, outcome, stayed }: BoundaryImportResult & { ok: true }): string[] {
  const { kept, without, unknown, elsewhere } = plan
  return [
    `${OUTCOME[outcome]}: ${kept.length === 1 ? 'eine Grenze' : `${number(kept.length)} Grenzen`}.`,
    ...without.map(
      ({ ags, name }) =>
        `? ${ags} ${name}: hat in der Datei keine Grenze und steht als Kachel neben der Karte`,
    ),
    ...unknown.map(
      (ags) => `? ${ags}: steht in der Datei, aber hier gibt es keine Kommune mit diesem Schlüssel`,
    ),
    ...(elsewhere > 0 ? [leftOut(elsewhere)] : []),
    ...(stayed.length > 0
      ? [`Für frühere Karten bleiben Grenzen früherer Kommunen: ${stayed.join(', ')}.`]
      : []),
  ]
}

function leftOut(elsewhere: number): string {
  if (elsewhere === 1) return 'Eine Fläche eines anderen Kreises bleibt weg.'
  return `${number(elsewhere)} Flächen anderer Kreise bleiben weg.`
}
