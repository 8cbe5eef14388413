import type { ReadersRefusal, RemarkReaders } from '#app/domain/remark-readers.ts'

/** Who reads the released remarks of a round: chosen by whoever plans it, promised before the first question. */
export const remarkReaders = {
  title: 'Wer die freigegebenen Anmerkungen liest',
  hint: 'Das steht vor der ersten Frage. Vom ersten Tag an lässt sich der Kreis nur noch verkleinern.',
  choice: {
    offices: 'Koordination, Personalrat und Datenschutz',
    committee: 'Auch der Lenkungsausschuss',
    report: 'Auch der Lenkungsausschuss, und alle, die seinen Bericht lesen',
  } satisfies Record<RemarkReaders, string>,
  meaning: {
    offices:
      'Der Lenkungsausschuss bekommt nur die Zahlen; wer vor der Freigabe prüft, liest die Anmerkungen dafür.',
    committee: 'Auf der Seite der Ergebnisse. In seinem Bericht stehen sie nicht.',
    report:
      'Der Bericht druckt bis zu zehn Anmerkungen zu jeder Frage; alle stehen in der Datei, die ihm beiliegt. Den Bericht liest auch eine externe Beratung, und er kann weitergegeben werden. Was in einem Bericht steht, bleibt darin.',
  } satisfies Record<RemarkReaders, string>,
  /** The same on the page of a round. */
  fact: 'Anmerkungen lesen',
  whoReads: {
    offices: 'Koordination, Personalrat und Datenschutz',
    committee: 'Koordination, Personalrat, Datenschutz und Lenkungsausschuss',
    report:
      'Koordination, Personalrat, Datenschutz und Lenkungsausschuss; außerdem, wer den Bericht an ihn liest',
  } satisfies Record<RemarkReaders, string>,
  change: 'Ändern, wer die Anmerkungen liest',
  fewer: 'Weniger Personen die Anmerkungen lesen lassen',
  fewerHint:
    'Das lässt sich nicht zurücknehmen. Was schon in einem Bericht steht, bleibt darin; künftige Berichte, auch eine Berichtigung, nehmen es nicht mehr auf.',
  save: 'Auswahl speichern',
  saved: (readers: string) => `Gespeichert. Die freigegebenen Anmerkungen lesen: ${readers}.`,
  inReport:
    'Was Sie zeigen, steht auch im Bericht an den Lenkungsausschuss. Den liest auch eine externe Beratung, und er kann weitergegeben werden.',
}

export const readersRefusal = {
  'readers-not-of-kind':
    'Das gibt es für diese Art von Befragung nicht. In den Bericht kommt nur die Bewertung der IT-Kompetenzstelle; Rückmeldungen zu Workshops lesen immer Koordination, Trainerinnen und Trainer.',
  'readers-of-nothing': 'Diese Befragung ist aufgegeben. Es gibt keine Anmerkungen.',
  'readers-only-fewer':
    'Den Befragten ist schon zugesagt, wer ihre Anmerkungen liest. Der Kreis lässt sich nur noch verkleinern. Bei der nächsten Befragung können Sie neu wählen.',
  'readers-rate-you':
    'Diese Befragung kann Ihre eigene Arbeit bewerten. Wer ihre Anmerkungen liest, ändert jetzt nur eine andere Person aus Lenkungsausschuss oder Personalrat.',
} satisfies Record<ReadersRefusal, string>
