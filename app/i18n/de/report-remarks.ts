import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

/** What people wrote, in the report to those who were named as its readers. */
export const reportRemarks = {
  title: 'Was die Befragten geschrieben haben',
  lead: (round: string) =>
    `Aus „${round}“. Den Befragten war gesagt, dass ihre Anmerkungen in diesem Bericht stehen können. Ein Mitglied des ` +
    'Lenkungsausschusses oder des Personalrats hat sie vor der Freigabe gelesen und gekürzt oder weggelassen, was jemanden ' +
    'erkennbar macht. Ihre Reihenfolge hat der Zufall bei der Freigabe bestimmt: Sie sagt nichts über Personen, Zeit oder ' +
    'Bewertungen. Bitte versuchen Sie nicht zu erraten, von wem eine Anmerkung ist.',
  printed: (printed: number, all: number) =>
    `Gedruckt sind die ersten ${number(printed)} von ${number(all)} Anmerkungen in dieser Reihenfolge. Alle stehen in der beigefügten Datei indikatoren.json.`,
  boxes:
    'Ein □ steht für ein Zeichen, das die Druckschrift nicht hat. In der beigefügten Datei indikatoren.json steht es.',
  notHere: {
    offices:
      'Was in dieser Befragung geschrieben wurde, steht nicht im Bericht: Das lesen nur Koordination, Personalrat und Datenschutz.',
    committee:
      'Was in dieser Befragung geschrieben wurde, steht nicht im Bericht: Das lesen nur Koordination, Personalrat, Datenschutz und Lenkungsausschuss auf der Seite der Ergebnisse.',
  } satisfies Record<Exclude<RemarkReaders, 'report'>, string>,
}
