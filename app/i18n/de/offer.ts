import { formatDateTime } from '#app/i18n/format.ts'

/** Why there is nothing to answer any more, and what is to be done now. */
const ended = {
  'link-gone': {
    title: 'Dieser Link gilt nicht mehr',
    text: 'Ob noch ein Platz frei ist, sehen Sie bei den Terminen. Fragen beantwortet, wer Sie angemeldet hat.',
  },
  lapsed: {
    title: 'Die Frist für dieses Angebot ist vorbei',
    text: 'Der Platz ging an andere. Das wird nirgends als Fehlen vermerkt. Solange die Anmeldung offen ist, können Sie sich selbst anmelden.',
  },
  'called-off': {
    title: 'Der Workshop ist abgesagt',
    text: 'Sie brauchen nicht mehr zu antworten.',
  },
  over: {
    title: 'Dieses Angebot besteht nicht mehr',
    text: 'Die Anmeldung ist beendet. Ob noch ein Platz frei ist, sehen Sie bei den Terminen.',
  },
}

const answered = {
  accepted: {
    title: 'Sie sind angemeldet.',
    text: 'Die Bestätigung kommt per E-Mail. Können Sie doch nicht kommen, melden Sie sich bitte wieder ab.',
  },
  requested: {
    title: 'Sie haben zugesagt.',
    text: 'Jetzt muss noch Ihre Kommune oder Dienststelle zustimmen. Ihr Platz wird so lange freigehalten, das Ergebnis kommt per E-Mail.',
  },
  declined: {
    title: 'Sie haben den Platz nicht angenommen.',
    text: 'Er geht an andere. Das wird nirgends als Fehlen vermerkt, für Sie ist nichts weiter zu tun.',
  },
}

/** The page behind the link in the mail, for people who need no account to answer. */
export const offer = {
  title: 'Ein Platz für Sie',
  by: (officer: string) => `${officer} hat Ihnen einen Platz in diesem Workshop vorgemerkt.`,
  movedUp: 'In diesem Workshop ist ein Platz für Sie frei geworden.',
  person: 'Für',
  until: (instant: Date) =>
    `Bitte antworten Sie bis ${formatDateTime(instant, 'de')}. So lange bleibt der Platz frei.`,
  answered,
  ended,
  accountTitle: 'Ihre Termine selbst verwalten',
  account:
    'Mit Ihrer E-Mail-Adresse können Sie sich jederzeit einen Link zum Einloggen schicken lassen oder ein Passwort einrichten. Dann sehen Sie Ihre Termine, melden sich ab oder selbst an.',
  toLogin: 'Zum Einloggen',
  toWorkshop: 'Zum Workshop',
  toDates: 'Termine ansehen',
}
