import { oneLine, type Letters, type MergedPlace, type WorkshopFacts } from '#app/domain/mail.ts'
import { formatTimeRange } from '#app/i18n/format.ts'
import { about, letter, linkTo, toOffer, toWorkshop, until } from '#app/i18n/de/letter-parts.ts'
import { queue } from '#app/i18n/de/queue.ts'

const who = (by: string | null) => (by ? oneLine(by) : 'Die IT-Kompetenzstelle')
const all = (workshops: readonly WorkshopFacts[]) => workshops.map(about)
const titleIn = (workshops: readonly WorkshopFacts[]) => workshops[0]?.titleDe ?? ''
/** The one workshop, or the list in which all of them stand. */
const pathTo = (workshops: readonly WorkshopFacts[]) => {
  const [first] = workshops
  return first && workshops.length === 1 ? `/workshops/${first.workshopId}` : '/workshops?view=agenda&mine=on'
}

function yourPlace(place: MergedPlace): string {
  switch (place.kind) {
    case 'offered':
      return `Dort ist ein Platz für Sie vorgemerkt. Ob Sie ihn annehmen, entscheiden Sie; bis ${until(place.until)} bleibt er für Sie frei. Passt der Termin nicht, brauchen Sie nichts zu tun: Das wird nirgends als Fehlen vermerkt.`
    case 'waiting':
      return `Dort ist zurzeit kein Platz für Sie frei. Sie stehen auf Platz ${place.position} der Warteliste; sobald Sie an der Reihe sind, bieten wir Ihnen einen an. Passt der Termin nicht, verlassen Sie die Warteliste bitte auf der Seite des Workshops.`
    case 'enrolled-already':
      return 'Dort stehen Sie schon. Sie brauchen nichts zu tun.'
    case 'none':
      return 'Die Angemeldeten haben dort einen Platz angeboten bekommen.'
  }
}

export function alternativesIn(alternatives: readonly Times[] = []): string[] {
  return alternatives.length === 0 ? [] : [timesUnder('Derselbe Kurs findet auch statt:', alternatives)]
}

type Times = { startsAt: string; endsAt: string }

/** A sentence, and dates below it, one a line. */
export function timesUnder(sentence: string, all: readonly Times[]): string {
  const times = all.map(({ startsAt, endsAt }) => formatTimeRange(new Date(startsAt), new Date(endsAt), 'de'))
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
    const blocks = { ausfall: timesUnder('leider fallen diese Termine aus:', left) }
    const paragraphs = [
      blocks.ausfall,
      `Grund: ${reason}`,
      waited
        ? 'Sie standen auf der Warteliste. Nun rückt niemand mehr nach. Es geht um diesen Workshop:'
        : 'Was schon stattgefunden hat, bleibt und zählt, auch für Bescheinigung und Rückmeldung:',
      about(workshop),
      toWorkshop(from, workshop),
    ]
    return letter(from, name, `Weitere Termine abgesagt: ${workshop.titleDe}`, paragraphs, blocks)
  },
  'workshop-meeting-missed': ({ name, workshop, reason, left, counts }, from) => {
    const said = counts
      ? 'dieser Termin zählt doch, er war versehentlich als nicht stattgefunden eingetragen:'
      : 'dieser Termin hat nicht stattgefunden. Er zählt für niemanden, auch nicht als Fehlen:'
    const blocks = { ausfall: timesUnder(said, left) }
    const paragraphs = [
      blocks.ausfall,
      ...(counts ? [] : [`Grund: ${reason}`]),
      'Es geht um diesen Workshop:',
      about(workshop),
      toWorkshop(from, workshop),
    ]
    const subject = counts ? 'Termin zählt doch' : 'Termin hat nicht stattgefunden'
    return letter(from, name, `${subject}: ${workshop.titleDe}`, paragraphs, blocks)
  },
  'workshop-going': ({ name, workshop }, from) =>
    letter(from, name, `Findet statt: ${workshop.titleDe}`, [
      'dieser Workshop findet sicher statt:',
      about(workshop),
      toWorkshop(from, workshop),
    ]),
  'workshop-merged': ({ name, workshop, into, place, token }, from) =>
    letter(from, name, `Zusammengelegt: ${workshop.titleDe}`, [
      'für diesen Termin gab es zu wenige Anmeldungen, er entfällt:',
      about(workshop),
      'Wir laden Sie zu einem anderen Termin desselben Kurses ein:',
      about(into),
      yourPlace(place),
      ...(place.kind === 'offered' && place.seat ? [queue.seat.mine[place.seat]] : []),
      place.kind === 'offered'
        ? `Annehmen oder ablehnen:\n${toOffer(from, place.enrolmentId, token)}`
        : toWorkshop(from, into),
    ]),
  'workshop-given': ({ name, by, workshops }, from) =>
    letter(from, name, `Sie leiten: ${titleIn(workshops)}`, [
      workshops.length === 1
        ? `${who(by)} hat Sie für diesen Workshop eingeteilt:`
        : `${who(by)} hat Sie für diese ${workshops.length} Workshops eingeteilt:`,
      ...all(workshops),
      `Passt es nicht, sagen Sie bitte bald Bescheid. Alles Weitere:\n${linkTo(from, pathTo(workshops))}`,
    ]),
  'workshop-taken': ({ name, by, workshops }, from) =>
    letter(from, name, `Leitung abgegeben: ${titleIn(workshops)}`, [
      workshops.length === 1
        ? `${who(by)} hat diesen Workshop jemand anderem gegeben; Sie leiten ihn nicht mehr:`
        : `${who(by)} hat diese ${workshops.length} Workshops jemand anderem gegeben; Sie leiten sie nicht mehr:`,
      ...all(workshops),
      `Welche Sie weiterhin leiten, sehen Sie hier:\n${linkTo(from, '/workshops?view=agenda&mine=on')}`,
    ]),
  'led-changed': ({ name, by, workshops }, from) =>
    letter(from, name, `Geändert: ${titleIn(workshops)}`, [
      workshops.length === 1
        ? `${who(by)} hat einen Workshop geändert, den Sie leiten. So findet er jetzt statt:`
        : `${who(by)} hat ${workshops.length} Workshops geändert, die Sie leiten. So finden sie jetzt statt:`,
      ...all(workshops),
      `Passt es nicht, sagen Sie bitte bald Bescheid. Alles Weitere:\n${linkTo(from, pathTo(workshops))}`,
    ]),
  'series-changed': ({ name, workshops }, from) =>
    letter(from, name, `Geändert: ${titleIn(workshops)}`, [
      workshops.length === 1
        ? 'an Ihrem Workshop hat sich etwas geändert. So findet er jetzt statt:'
        : `an ${workshops.length} Ihrer Termine hat sich etwas geändert. So finden sie jetzt statt:`,
      ...all(workshops),
      `Passt es nicht mehr, melden Sie sich bitte hier ab:\n${linkTo(from, '/enrolments')}`,
    ]),
}
