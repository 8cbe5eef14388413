import { oneLine, type Letters, type MergedPlace, type WorkshopFacts } from '#app/domain/mail.ts'
import { formatTimeRange } from '#app/i18n/format.ts'
import { about, letter, linkTo, titleOf, toOffer, toWorkshop, until } from '#app/i18n/en/letter-parts.ts'
import { queue } from '#app/i18n/en/queue.ts'

const who = (by: string | null) => (by ? oneLine(by) : 'The IT competence centre')
const all = (workshops: readonly WorkshopFacts[]) => workshops.map(about)
const titleIn = ([first]: readonly WorkshopFacts[]) => (first ? titleOf(first) : '')
const pathTo = (workshops: readonly WorkshopFacts[]) => {
  const [first] = workshops
  return first && workshops.length === 1 ? `/workshops/${first.workshopId}` : '/workshops?view=agenda&mine=on'
}

function yourPlace(place: MergedPlace): string {
  switch (place.kind) {
    case 'offered':
      return `A place is held for you there. Whether you take it is up to you; it stays free for you until ${until(place.until)}. If the date does not suit you, you need do nothing: it is recorded nowhere as an absence.`
    case 'waiting':
      return `There is no place free for you there at present. You are number ${place.position} on the waiting list; as soon as it is your turn, we offer you one. If the date does not suit you, please leave the list on the page of the workshop.`
    case 'enrolled-already':
      return 'You are on its list already. You need do nothing.'
    case 'none':
      return 'Everybody who was enrolled has been offered a place there.'
  }
}

export function alternativesIn(alternatives: readonly Times[] = []): string[] {
  return alternatives.length === 0 ? [] : [timesUnder('The same course also takes place:', alternatives)]
}

type Times = { startsAt: string; endsAt: string }

/** A sentence, and dates below it, one a line. */
export function timesUnder(sentence: string, all: readonly Times[]): string {
  const times = all.map(({ startsAt, endsAt }) => formatTimeRange(new Date(startsAt), new Date(endsAt), 'en'))
  return [sentence, ...times].join('\n')
}

export const planningMail: Pick<
  Letters,
  | 'workshop-rest-called-off'
  | 'workshop-meeting-missed'
  | 'workshop-going'
  | 'workshop-merged'
  | 'workshop-given'
  | 'workshop-taken'
  | 'led-changed'
  | 'series-changed'
> = {
  'workshop-rest-called-off': ({ name, workshop, reason, left, waited }, from) => {
    const blocks = { ausfall: timesUnder('Unfortunately these meetings do not take place:', left) }
    const paragraphs = [
      blocks.ausfall,
      `Reason: ${reason}`,
      waited
        ? 'You were on the waiting list. Nobody moves up any more. It is about this workshop:'
        : 'What has taken place already stays and counts, for certificate and feedback too:',
      about(workshop),
      toWorkshop(from, workshop),
    ]
    return letter(from, name, `Further meetings called off: ${titleOf(workshop)}`, paragraphs, blocks)
  },
  'workshop-meeting-missed': ({ name, workshop, reason, left, counts }, from) => {
    const said = counts
      ? 'This meeting counts after all; it was recorded by mistake as not having taken place:'
      : 'This meeting did not take place. It counts for nobody, and not as an absence:'
    const blocks = { ausfall: timesUnder(said, left) }
    const paragraphs = [
      blocks.ausfall,
      ...(counts ? [] : [`Reason: ${reason}`]),
      'It is about this workshop:',
      about(workshop),
      toWorkshop(from, workshop),
    ]
    const subject = counts ? 'A meeting counts after all' : 'A meeting did not take place'
    return letter(from, name, `${subject}: ${titleOf(workshop)}`, paragraphs, blocks)
  },
  'workshop-going': ({ name, workshop }, from) =>
    letter(from, name, `Takes place: ${titleOf(workshop)}`, [
      'This workshop is certain to take place:',
      about(workshop),
      toWorkshop(from, workshop),
    ]),
  'workshop-merged': ({ name, workshop, into, place, token }, from) =>
    letter(from, name, `Merged: ${titleOf(workshop)}`, [
      'Too few people enrolled for this date, and it does not take place:',
      about(workshop),
      'We invite you to another date of the same course:',
      about(into),
      yourPlace(place),
      ...(place.kind === 'offered' && place.seat ? [queue.seat.mine[place.seat]] : []),
      place.kind === 'offered'
        ? `Accept or decline:\n${toOffer(from, place.enrolmentId, token)}`
        : toWorkshop(from, into),
    ]),
  'workshop-given': ({ name, by, workshops }, from) =>
    letter(from, name, `You lead: ${titleIn(workshops)}`, [
      workshops.length === 1
        ? `${who(by)} has put you down for this workshop:`
        : `${who(by)} has put you down for these ${workshops.length} workshops:`,
      ...all(workshops),
      `If it does not suit you, please say so soon. More about it:\n${linkTo(from, pathTo(workshops))}`,
    ]),
  'workshop-taken': ({ name, by, workshops }, from) =>
    letter(from, name, `No longer led by you: ${titleIn(workshops)}`, [
      workshops.length === 1
        ? `${who(by)} has given this workshop to somebody else; you do not lead it any more:`
        : `${who(by)} has given these ${workshops.length} workshops to somebody else; you do not lead them any more:`,
      ...all(workshops),
      `Here you see which ones you still lead:\n${linkTo(from, '/workshops?view=agenda&mine=on')}`,
    ]),
  'led-changed': ({ name, by, workshops }, from) =>
    letter(from, name, `Changed: ${titleIn(workshops)}`, [
      workshops.length === 1
        ? `${who(by)} has changed a workshop that you lead. This is how it takes place now:`
        : `${who(by)} has changed ${workshops.length} workshops that you lead. This is how they take place now:`,
      ...all(workshops),
      `If it does not suit you, please say so soon. More about it:\n${linkTo(from, pathTo(workshops))}`,
    ]),
  'series-changed': ({ name, workshops }, from) =>
    letter(from, name, `Changed: ${titleIn(workshops)}`, [
      workshops.length === 1
        ? 'Something about your workshop has changed. This is how it takes place now:'
        : `Something about ${workshops.length} of your dates has changed. This is how they take place now:`,
      ...all(workshops),
      `If it does not suit you any more, please withdraw here:\n${linkTo(from, '/enrolments')}`,
    ]),
}
