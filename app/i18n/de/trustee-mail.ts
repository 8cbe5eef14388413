import type { Letters, MailData, MailSender } from '#app/domain/mail.ts'
import { TRUSTEES_HAVE_DAYS } from '#app/domain/trustee.ts'
import { letter, linkTo, until as moment } from '#app/i18n/de/letter-parts.ts'
import { formatDay } from '#app/i18n/format.ts'

const toHalf = (from: MailSender, { roundId, part }: MailData['trustee-named']) =>
  linkTo(from, `/evaluations/${roundId}/trustees/${part}`)

export const trusteeMail: Pick<Letters, 'trustee-named' | 'trustee-wanted' | 'trustee-count'> = {
  'trustee-named': (data, from) =>
    letter(from, data.name, `Sie sind Treuhandperson: ${data.title}`, [
      `für die Befragung „${data.title}“ sind Sie als eine von zwei Treuhandpersonen benannt. Nur Sie beide gemeinsam können die Stimmzettel öffnen, jede Person mit einem eigenen Kennwort.`,
      `Bitte setzen Sie Ihr Kennwort und drucken Sie Ihr Notfallblatt vor dem ersten Tag, dem ${formatDay(data.opensOn, 'de')}. Das dauert etwa zehn Minuten:\n${toHalf(from, data)}`,
      'Ist eine der beiden Seiten bis dahin nicht bereit, beginnt die Befragung nicht. Kennwort und Code gehören in keine E-Mail; niemand wird Sie danach fragen.',
    ]),
  'trustee-wanted': (data, from) =>
    letter(from, data.name, `Ihre Hälfte des Schlüssels fehlt noch: ${data.title}`, [
      `die Befragung „${data.title}“ soll am ${formatDay(data.opensOn, 'de')} beginnen und wartet auf Sie. Was noch zu tun ist, steht hier:\n${toHalf(from, data)}`,
      'Erst wenn beide Treuhandpersonen bereit sind, gehen die Einladungen hinaus.',
    ]),
  'trustee-count': (data, from) => {
    const { title, closesOn, handedUntil } = data
    const blocks = {
      regel: handedUntil
        ? `Die andere Hälfte des Schlüssels liegt bereit, bis ${moment(handedUntil)}. Mit Ihrem Kennwort wird ausgezählt.`
        : 'Ausgezählt wird, sobald Sie und die andere Treuhandperson Ihr Kennwort eingegeben haben.',
    }
    return letter(
      from,
      data.name,
      `Stimmzettel öffnen: ${title}`,
      [
        `die Befragung „${title}“ ist seit dem ${formatDay(closesOn, 'de')} beendet.`,
        blocks.regel,
        `Hier geben Sie es ein:\n${toHalf(from, data)}`,
        `Geschieht das nicht innerhalb von ${TRUSTEES_HAVE_DAYS} Tagen nach dem letzten Tag, werden die Antworten ungelesen gelöscht.`,
      ],
      blocks,
    )
  },
}
