// What letters are made of.

import { oneLine, type Letter, type MailSender, type WorkshopFacts } from '#app/domain/mail.ts'
import { formatDateTime, formatDuration, formatTimeRange } from '#app/i18n/format.ts'

/** Greeting, what it is about, who writes. Paragraphs are separated by an empty line. */
export function letter(
  from: MailSender,
  name: string,
  subject: string,
  paragraphs: string[],
  blocks: Letter['blocks'] = {},
): Letter {
  return framed(from, name, { subject, body: paragraphs.join('\n\n'), blocks })
}

/** What a letter is about, between greeting and signature. */
export function framed(
  from: MailSender,
  name: string,
  { subject, body, blocks }: Omit<Letter, 'text'>,
): Letter {
  const text = [`Guten Tag ${oneLine(name)},`, body, 'Freundliche Grüße', signature(from)].join('\n\n')
  return { subject: oneLine(subject), text: `${text}\n`, body, blocks }
}

function signature({ district, contactEmail, demo }: MailSender): string {
  return [
    district ? `IT-Kompetenzstelle, ${district}` : 'Ihre IT-Kompetenzstelle',
    contactEmail ? `Fragen beantwortet: ${contactEmail}` : '',
    'Diese E-Mail hat Lernkreis verschickt.',
    demo ? 'Beispieldaten: Alle Personen und Zahlen sind erfunden.' : '',
  ]
    .filter(Boolean)
    .join('\n')
}

export function about({ titleDe, meetings, place, linkMinutes }: WorkshopFacts): string {
  const times = meetings.map(({ startsAt, endsAt }) =>
    formatTimeRange(new Date(startsAt), new Date(endsAt), 'de'),
  )
  return [titleDe, ...times, place ? `Ort: ${place}` : '', online(linkMinutes)].filter(Boolean).join('\n')
}

/** Mails of earlier versions know nothing of minutes, and have nothing to say. */
function online(linkMinutes: number | null | undefined): string {
  if (linkMinutes === null || linkMinutes === undefined) return ''
  const from = linkMinutes === 0 ? 'von Beginn an' : `${formatDuration(linkMinutes, 'de')} vor Beginn`
  return `Online: Den Link finden Sie ${from} auf der Seite des Workshops.`
}

export const until = (instant: string) => formatDateTime(new Date(instant), 'de')
export const linkTo = ({ origin }: MailSender, path: string) => `${origin}${path}`
export const toWorkshop = (from: MailSender, { workshopId }: WorkshopFacts) =>
  `Alles Weitere: ${linkTo(from, `/workshops/${workshopId}`)}`
/** With the secret one answers without signing in; mails of earlier versions have none. */
export const toOffer = (from: MailSender, enrolmentId: string, token: string | undefined) =>
  linkTo(from, token ? `/offers/${token}` : `/enrolments/${enrolmentId}`)
