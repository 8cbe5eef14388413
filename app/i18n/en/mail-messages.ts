import { oneLine, type Letters, type MailData, type MailSender, type MonthLine } from '#app/domain/mail.ts'
import { course } from '#app/i18n/en/course.ts'
import { about, letter, linkTo, titleOf, toWorkshop } from '#app/i18n/en/letter-parts.ts'
import { formatDateTime, formatMonthName, formatTimeRange } from '#app/i18n/format.ts'

const MOST_LINES = 60
const RULE = '——————————'

const daysLeft = (days: number) => (days === 1 ? 'tomorrow' : `in ${days} days`)

const settings = (from: MailSender, token: string) =>
  `Less often, more often or not at all? You set that here, without signing in:\n${linkTo(from, `/mail-settings/${token}`)}`

function whoAsked({ asked, asker }: MailData['workshop-answer']): string {
  if (asked === 'own') return 'You asked'
  return asked === 'named' && asker ? `${oneLine(asker)} asked` : 'Somebody of the group asked'
}

function monthLines(lines: readonly MonthLine[], otherwise: string): string {
  if (lines.length === 0) return otherwise
  const shown = lines
    .slice(0, MOST_LINES)
    .map(({ person, organisation, titleDe, titleEn, startsAt, endsAt }) => {
      const time = formatTimeRange(new Date(startsAt), new Date(endsAt), 'en')
      return `- ${oneLine(person)} (${oneLine(organisation)}): ${titleEn ?? titleDe}, ${time}`
    })
  const more = lines.length - shown.length
  return [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')
}

const counted = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)

const monthContent = ({ going, waiting }: MailData['officer-month']) =>
  [
    `Who goes where? ${going.length === 0 ? '' : `(${counted(going.length, 'one place', 'places')})`}`.trim(),
    monthLines(going, 'Nobody is enrolled in anything to come at the moment.'),
    `Who waits? ${waiting.length === 0 ? '' : `(${counted(waiting.length, 'one person', 'places on waiting lists')})`}`.trim(),
    monthLines(waiting, 'Nobody waits for a place.'),
  ].join('\n\n')

const suggestions = ({ dates }: MailData['date-suggestions'], from: MailSender) =>
  dates
    .map(({ workshopId, titleDe, titleEn, startsAt, endsAt, free, audience, topic }) => {
      const why = [
        `audience: ${course.audience[audience]}`,
        free === 1 ? 'one place is free' : `${free} places are free`,
        'you have nothing else at that time',
        ...(topic ? [`about “${topic.titleEn ?? topic.titleDe}”, like a course you have attended`] : []),
      ]
      const time = formatTimeRange(new Date(startsAt), new Date(endsAt), 'en')
      return `${titleEn ?? titleDe}\n${time}\nWhy: ${why.join('; ')}.\n${linkTo(from, `/workshops/${workshopId}`)}`
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
      `Reminder: ${titleOf(workshop)}`,
      [
        `It is time ${blocks.wann}:`,
        about(workshop),
        `You cannot come after all? Please withdraw here, so that somebody else can have the place. After the deadline you can still let us know here:\n${linkTo(from, `/enrolments/${enrolmentId}`)}`,
      ],
      blocks,
    )
  },
  'workshop-question': ({ name, workshop, asker, question }, from) =>
    letter(from, name, `Question about: ${titleOf(workshop)}`, [
      `${oneLine(asker)} asks about this workshop:`,
      question,
      about(workshop),
      `You can answer here, to the person alone or to everybody:\n${linkTo(from, `/workshops/${workshop.workshopId}/questions`)}`,
    ]),
  'workshop-answer': (data, from) => {
    const blocks = { wer: whoAsked(data) }
    return letter(
      from,
      data.name,
      `Answer about: ${titleOf(data.workshop)}`,
      [
        `${blocks.wer}:`,
        data.question,
        `${oneLine(data.author)} answers:`,
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
      `Training at a glance: ${formatMonthName(data.month, 'en')}`,
      [
        'This is how training stands in your organisation.',
        blocks.inhalt,
        `All about your organisation, with its enrolments, is here:\n${linkTo(from, '/organisations')}`,
        blocks.abbestellen,
      ],
      blocks,
    )
  },
  'date-suggestions': (data, from) => {
    const blocks = { inhalt: suggestions(data, from), abbestellen: settings(from, data.token) }
    const subject = data.dates.length === 1 ? 'A date that fits' : `${data.dates.length} dates that fit`
    return letter(
      from,
      data.name,
      subject,
      [
        'These dates may be something for you. One click enrols you; there is nothing you have to do.',
        blocks.inhalt,
        `You find all dates here:\n${linkTo(from, '/workshops')}`,
        blocks.abbestellen,
      ],
      blocks,
    )
  },
  digest: ({ name, token, rhythm, letters }, from) =>
    letter(
      from,
      name,
      letters.length === 1 ? 'Lernkreis: one message' : `Lernkreis: ${letters.length} messages`,
      [
        rhythm === 'daily'
          ? 'This is what has come up since the last summary.'
          : 'This is what has come up in the last days.',
        ...letters.map(
          ({ at, letter: { subject, body } }) =>
            `${RULE}\n${subject}\n(written ${formatDateTime(new Date(at), 'en')})\n\n${body}`,
        ),
        RULE,
        settings(from, token),
      ],
    ),
}
