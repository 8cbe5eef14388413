import { formatNumber, formatTimeRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

export const signInSheet = {
  title: 'Unterschriftenliste',
  subject: (title: string) => `Unterschriftenliste zum Workshop „${title}“`,
  office: 'IT-Kompetenzstelle',
  when: 'Termin',
  where: 'Ort',
  trainers: 'Es leitet',
  units: 'Umfang',
  unitsOf: (count: number) =>
    count === 1 ? 'eine Unterrichtseinheit' : `${number(count)} Unterrichtseinheiten`,
  facts: 'Angaben zum Termin',
  range: (start: Date, end: Date) => formatTimeRange(start, end, 'de'),
  caption: 'Angemeldete',
  guests: 'Ohne Anmeldung gekommen (bitte leserlich)',
  columns: {
    code: 'Kürzel',
    name: 'Name',
    organisation: 'Kommune oder Dienststelle',
    signature: 'Unterschrift',
  },
  guestColumns: {
    name: 'Name',
    organisation: 'Kommune oder Dienststelle',
    email: 'E-Mail (freiwillig)',
    signature: 'Unterschrift',
  },
  help: 'Das Kürzel gehört zur Person. Damit wird die Liste später eingetippt: Kürzel allein heißt anwesend, „t3“ dahinter teilweise mit drei Einheiten, „e“ entschuldigt, „u“ nicht erschienen.',
  nobody: 'Zu diesem Termin ist niemand angemeldet.',
  page: (page: number, count: number) => `Seite ${number(page)} von ${number(count)}`,
  file: 'unterschriftenliste',
}
