import type { Letters } from '#app/domain/mail.ts'
import { letter, linkTo } from '#app/i18n/en/letter-parts.ts'
import { formatDay } from '#app/i18n/format.ts'

/** A path of ours, without anything left out of it. */
const IS_PATH = /^\/[^\s…]*$/

export const barrierMail: Pick<Letters, 'barrier-reported'> = {
  'barrier-reported': ({ name, barrier, page, replyTo, answerBy }, from) => {
    const meldung = [
      `“${barrier}”`,
      `Page: ${page ?? 'not named'}`,
      `Answer to: ${replyTo ?? 'no address given'}`,
    ].join('\n\n')
    const path = page && IS_PATH.test(page) ? page : '/accessibility'
    return letter(
      from,
      name,
      'Barrier reported',
      [
        'Somebody cannot go on at some point of Lernkreis, and writes:',
        meldung,
        `Please find out what can be changed. Where an address is given, please answer by ${formatDay(answerBy, 'en')}: after a month without an answer the person may turn to the enforcement body.`,
        `To the page:\n${linkTo(from, path)}`,
      ],
      { meldung },
    )
  },
}
