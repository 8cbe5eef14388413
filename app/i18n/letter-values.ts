// What a text that a district writes itself may place: the facts of a mail, as the reader reads them.

import type { Locale } from '#app/domain/locale.ts'
import { oneLine, type Letter, type MailSender, type WorkshopFacts } from '#app/domain/mail.ts'
import type { Values } from '#app/domain/mail-text.ts'
import { formatDateTime, formatDay, formatMonthName } from '#app/i18n/format.ts'
import { messages, pick } from '#app/i18n/index.ts'

type Write = (value: string | number, locale: Locale) => string

const asIs: Write = (value) => String(value)
const onOneLine: Write = (value) => oneLine(String(value))
const moment: Write = (value, locale) => formatDateTime(new Date(value), locale)
const day: Write = (value, locale) => formatDay(String(value), locale)

/** By the names of facts: what the placeholder is called, and how the fact is written. */
const FIELDS: Record<string, [placeholder: string, write: Write]> = {
  name: ['name', onOneLine],
  position: ['platz', asIs],
  reason: ['grund', asIs],
  until: ['frist', moment],
  startsAt: ['beginn', moment],
  validUntil: ['frist', moment],
  opensOn: ['anfang', day],
  closesOn: ['tag', day],
  answerBy: ['tag', day],
  enrolledBy: ['von', onOneLine],
  author: ['von', onOneLine],
  asker: ['person', onOneLine],
  applicant: ['person', onOneLine],
  participant: ['person', onOneLine],
  approver: ['zuständig', onOneLine],
  organisation: ['organisation', onOneLine],
  subject: ['betreff', asIs],
  body: ['nachricht', asIs],
  question: ['frage', asIs],
  answer: ['antwort', asIs],
  title: ['titel', asIs],
  number: ['nummer', asIs],
  cutOff: ['stichtag', day],
  month: ['monat', (value, locale) => formatMonthName(String(value), locale)],
}

/** The values of a mail by their placeholders. The link is taken from the letter that we would have written. */
export function valuesOf(data: object, builtIn: Letter, from: MailSender, locale: Locale): Values {
  const facts: [string, unknown][] = Object.entries(data)
  const values: Values = {}
  for (const [field, fact] of facts) {
    const known = FIELDS[field]
    if (known && (typeof fact === 'string' || typeof fact === 'number'))
      values[known[0]] ??= known[1](fact, locale)
  }
  const own = Object.values(builtIn.blocks).reduce((rest, block) => rest.split(block).join(''), builtIn.body)
  const link = own.split(/\s/).find((word) => word.startsWith(`${from.origin}/`))
  return {
    ...values,
    ...titleIn(data, locale),
    ...('workshop' in data && isWorkshop(data.workshop) ? workshopValues(data.workshop, locale) : {}),
    ...(link && { link }),
    ...builtIn.blocks,
  }
}

/** Of a mail that is about a course and no date of it. */
function titleIn(data: object, locale: Locale): Values {
  if (!('titleDe' in data) || typeof data.titleDe !== 'string') return {}
  const english = 'titleEn' in data && typeof data.titleEn === 'string' ? data.titleEn : null
  return { kurs: pick(locale, data.titleDe, english) }
}

function isWorkshop(fact: unknown): fact is WorkshopFacts {
  return typeof fact === 'object' && fact !== null && 'workshopId' in fact
}

function workshopValues(workshop: WorkshopFacts, locale: Locale): Values {
  const [title = '', ...lines] = messages(locale).letterParts.about(workshop).split('\n')
  const times = lines.slice(0, workshop.meetings.length)
  return { kurs: title, termin: times.join('\n'), ort: lines.slice(workshop.meetings.length).join('\n') }
}
