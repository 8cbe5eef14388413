import type { TypedProblem } from '#app/domain/sheet-code.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const problem = {
  unknown: (text: string) => `${text}: Dieses Kürzel gehört zu keiner Person dieses Termins.`,
  mistyped: (text: string) => `${text}: So sieht kein Kürzel aus, bitte auf dem Blatt nachsehen.`,
  'units-missing': (text: string) =>
    `${text}: Bei „t“ gehört die Zahl der Einheiten dazu, zum Beispiel t3; weniger als der ganze Termin.`,
  twice: (text: string) => `${text}: Dieses Kürzel steht schon da.`,
} satisfies Record<TypedProblem, (text: string) => string>

export const typeIn = {
  problem,
  title: 'Blatt eintippen',
  codes: 'Kürzel vom Blatt',
  hint: 'Mit Leerzeichen oder Zeilen getrennt. Ein Kürzel allein heißt anwesend; dahinter können p (anwesend), t3 (teilweise, 3 Einheiten), e (entschuldigt) oder u (nicht erschienen) stehen.',
  check: 'Namen zeigen',
  preview: 'Das würde gespeichert',
  problems: (count: number) =>
    count === 1
      ? 'Eine Angabe passt nicht. Gespeichert ist noch nichts.'
      : `${number(count)} Angaben passen nicht. Gespeichert ist noch nichts.`,
  nothing: 'Noch steht kein gültiges Kürzel da.',
  rest: (open: number) =>
    open === 0
      ? 'Das sind alle.'
      : open === 1
        ? 'Eine Person bleibt, wie sie ist.'
        : `${number(open)} Personen bleiben, wie sie sind.`,
  name: 'Name',
  code: 'Kürzel',
  organisation: 'Kommune oder Dienststelle',
  is: 'Anwesenheit',
  save: 'So speichern',
  back: 'Nicht speichern',
}
