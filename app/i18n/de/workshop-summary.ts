import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

/** What a workshop came to, for its trainers and the office. */
export const workshopSummary = {
  link: 'Zusammenfassung (PDF)',
  title: 'Zusammenfassung',
  workshop: 'Workshop',
  subtitle: (asOf: string) => `Zusammenfassung des Workshops, Stand ${formatDay(asOf, 'de')}`,
  calledOff: 'Abgesagt',
  calledOffExplained: 'Dieser Workshop hat nicht stattgefunden.',
  facts: 'Angaben zum Workshop',
  where: 'Ort',
  online: 'online',
  alsoOnline: 'auch online',
  noPlace: 'steht noch nicht fest',
  trainers: 'Es leitet',
  nobody: 'noch niemand',
  meetings: 'Termine',
  figures: 'In Zahlen',
  figuresCaption: 'Plätze und Teilnahme',
  seats: 'Plätze',
  minimum: 'Mindestzahl',
  enrolled: 'Angemeldet mit Platz',
  waiting: 'Auf der Warteliste',
  attended: 'Teilgenommen',
  excused: 'Entschuldigt',
  noShow: 'Nicht erschienen',
  open: 'Noch nicht eingetragen',
  unitsPlanned: 'Geplante Unterrichtseinheiten',
  unitsAttended: 'Besuchte Unterrichtseinheiten aller zusammen',
  certificates: 'Gültige Bescheinigungen',
  notWritten: 'noch nicht eingetragen',
  dates: 'Die Termine im Einzelnen',
  datesCaption: 'Termine mit Umfang und Anwesenden',
  when: 'Termin',
  units: 'Einheiten',
  present: 'Anwesend',
  feedback: { workshop: 'Rückmeldungen', transfer: 'Was der Workshop gebracht hat' },
  pooled: (workshops: number) =>
    workshops > 1
      ? `Zusammengefasst sind ${number(workshops)} Workshops dieses Kurses, damit niemand erkennbar wird.`
      : '',
  noFeedback:
    'Es ist noch keine Rückmeldung freigegeben. Unter fünf Antworten wird nichts gezeigt; sie werden mit anderen Workshops desselben Kurses zusammengefasst.',
  method: 'Wie gezählt wird',
  methods: [
    'Teilgenommen hat, wer bei wenigstens einem Termin ganz oder zum Teil da war, auch ohne Anmeldung. Nicht erschienen ist, wer angemeldet war, an keinem Termin da war und nicht abgesagt hat.',
    'Besuchte Unterrichtseinheiten sind die Summe über alle Personen. Eine Unterrichtseinheit dauert 45 Minuten.',
    'Rückmeldungen sind die freigegebenen Zahlen und nichts Feineres. Namen enthält dieses Dokument nur von denen, die den Workshop leiten.',
  ],
  file: {
    csv: 'Die Zahlen dieser Zusammenfassung: UTF-8, Semikolon',
    json: 'Der vollständige Datenstand dieser Zusammenfassung',
    quantity: 'Größe',
    value: 'Wert',
    asOf: 'Stand',
  },
}
