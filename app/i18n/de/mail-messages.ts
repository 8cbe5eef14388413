// Letters around a workshop, and those that gather or look ahead.

import { oneLine, type Letters, type MailData, type MailSender, type MonthLine } from '#app/domain/mail.ts'
import { course } from '#app/i18n/de/course.ts'
import { about, letter, linkTo, toWorkshop } from '#app/i18n/de/letter-parts.ts'
import { formatDateTime, formatMonthName, formatTimeRange } from '#app/i18n/format.ts'

/** A town has no more colleagues in workshops than a mail can say; the page has them all. */
const MOST_LINES = 60
const RULE = '——————————'

const daysLeft = (days: number) => (days === 1 ? 'morgen' : `in ${days} Tagen`)

/** The way to change how often one is written to, without signing in. */
const settings = (from: MailSender, token: string) =>
  `Seltener, öfter oder gar nicht? Das stellen Sie hier ein, ohne sich einzuloggen:\n${linkTo(from, `/mail-settings/${token}`)}`

function whoAsked({ asked, asker }: MailData['workshop-answer']): string {
  if (asked === 'own') return 'Sie haben gefragt'
  return asked === 'named' && asker ? `${oneLine(asker)} hat gefragt` : 'Jemand aus der Gruppe hat gefragt'
}

function monthLines(lines: readonly MonthLine[], otherwise: string): string {
  if (lines.length === 0) return otherwise
  const shown = lines.slice(0, MOST_LINES).map(({ person, organisation, titleDe, startsAt, endsAt }) => {
    const time = formatTimeRange(new Date(startsAt), new Date(endsAt), 'de')
    return `- ${oneLine(person)} (${oneLine(organisation)}): ${titleDe}, ${time}`
  })
  const more = lines.length - shown.length
  return [...shown, ...(more > 0 ? [`- und ${more} weitere`] : [])].join('\n')
}

const counted = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)

const monthContent = ({ going, waiting }: MailData['officer-month']) =>
  [
    `Wer geht wohin? ${going.length === 0 ? '' : `(${counted(going.length, 'ein Platz', 'Plätze')})`}`.trim(),
    monthLines(going, 'Zurzeit ist niemand zu einem Termin angemeldet, der noch kommt.'),
    `Wer wartet? ${waiting.length === 0 ? '' : `(${counted(waiting.length, 'eine Person', 'Plätze auf Wartelisten')})`}`.trim(),
    monthLines(waiting, 'Niemand wartet auf einen Platz.'),
  ].join('\n\n')

const suggestions = ({ dates }: MailData['date-suggestions'], from: MailSender) =>
  dates
    .map(({ workshopId, titleDe, startsAt, endsAt, free, audience, topic }) => {
      const why = [
        `Zielgruppe: ${course.audience[audience]}`,
        free === 1 ? 'ein Platz ist frei' : `${free} Plätze sind frei`,
        'Sie haben an diesem Termin nichts anderes',
        ...(topic ? [`aus dem Thema „${topic.titleDe}“, zu dem Sie schon einen Kurs besucht haben`] : []),
      ]
      const time = formatTimeRange(new Date(startsAt), new Date(endsAt), 'de')
      return `${titleDe}\n${time}\nWarum: ${why.join('; ')}.\n${linkTo(from, `/workshops/${workshopId}`)}`
    })
    .join('\n\n')

type Kinds =
  | 'workshop-reminder'
  | 'workshop-question'
  | 'workshop-answer'
  | 'officer-month'
  | 'date-suggestions'
  | 'digest'

export const mailMessages: Pick<Letters, Kinds> = {
  'workshop-reminder': ({ name, workshop, enrolmentId, daysLeft: days }, from) => {
    const blocks = { wann: daysLeft(days) }
    return letter(
      from,
      name,
      `Erinnerung: ${workshop.titleDe}`,
      [
        `${blocks.wann} ist es so weit:`,
        about(workshop),
        `Können Sie doch nicht kommen? Melden Sie sich bitte hier ab, dann kann jemand anderes den Platz bekommen. Auch nach der Abmeldefrist sagen Sie hier Bescheid:\n${linkTo(from, `/enrolments/${enrolmentId}`)}`,
      ],
      blocks,
    )
  },
  'workshop-question': ({ name, workshop, asker, question }, from) =>
    letter(from, name, `Frage zu: ${workshop.titleDe}`, [
      `${oneLine(asker)} fragt zu diesem Workshop:`,
      question,
      about(workshop),
      `Antworten können Sie hier, der Person allein oder allen:\n${linkTo(from, `/workshops/${workshop.workshopId}/questions`)}`,
    ]),
  'workshop-answer': (data, from) => {
    const blocks = { wer: whoAsked(data) }
    return letter(
      from,
      data.name,
      `Antwort zu: ${data.workshop.titleDe}`,
      [
        `${blocks.wer}:`,
        data.question,
        `${oneLine(data.author)} antwortet:`,
        data.answer,
        about(data.workshop),
        toWorkshop(from, data.workshop),
      ],
      blocks,
    )
  },
  'officer-month': (data, from) => {
    const blocks = { inhalt: monthContent(data), abbestellen: settings(from, data.token) }
    return letter(
      from,
      data.name,
      `Fortbildung im Überblick: ${formatMonthName(data.month, 'de')}`,
      [
        'so steht es um die Fortbildung in Ihrem Haus.',
        blocks.inhalt,
        `Alles zu Ihrem Haus, mit den Anmeldungen, sehen Sie hier:\n${linkTo(from, '/organisations')}`,
        blocks.abbestellen,
      ],
      blocks,
    )
  },
  'date-suggestions': (data, from) => {
    const blocks = { inhalt: suggestions(data, from), abbestellen: settings(from, data.token) }
    const subject =
      data.dates.length === 1 ? 'Ein Termin, der passt' : `${data.dates.length} Termine, die passen`
    return letter(
      from,
      data.name,
      subject,
      [
        'diese Termine könnten etwas für Sie sein. Anmelden können Sie sich mit einem Klick, müssen tun Sie nichts.',
        blocks.inhalt,
        `Alle Termine sehen Sie hier:\n${linkTo(from, '/workshops')}`,
        blocks.abbestellen,
      ],
      blocks,
    )
  },
  digest: ({ name, token, rhythm, letters }, from) =>
    letter(
      from,
      name,
      letters.length === 1 ? 'Lernkreis: eine Nachricht' : `Lernkreis: ${letters.length} Nachrichten`,
      [
        rhythm === 'daily'
          ? 'das hat sich seit der letzten Zusammenfassung ergeben.'
          : 'das hat sich in den letzten Tagen ergeben.',
        ...letters.map(
          ({ at, letter: { subject, body } }) =>
            `${RULE}\n${subject}\n(geschrieben ${formatDateTime(new Date(at), 'de')})\n\n${body}`,
        ),
        RULE,
        settings(from, token),
      ],
    ),
}
