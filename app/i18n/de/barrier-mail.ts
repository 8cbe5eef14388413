import type { Letters } from '#app/domain/mail.ts'
import { letter, linkTo } from '#app/i18n/de/letter-parts.ts'
import { formatDay } from '#app/i18n/format.ts'

/** A path of ours, without anything left out of it. */
const IS_PATH = /^\/[^\s…]*$/

export const barrierMail: Pick<Letters, 'barrier-reported'> = {
  'barrier-reported': ({ name, barrier, page, replyTo, answerBy }, from) => {
    const meldung = [
      `„${barrier}“`,
      `Seite: ${page ?? 'nicht genannt'}`,
      `Antwort an: ${replyTo ?? 'keine Adresse angegeben'}`,
    ].join('\n\n')
    const path = page && IS_PATH.test(page) ? page : '/accessibility'
    return letter(
      from,
      name,
      'Barriere gemeldet',
      [
        'jemand kommt in Lernkreis an einer Stelle nicht weiter und schreibt:',
        meldung,
        `Bitte klären Sie, was sich ändern lässt. Ist eine Adresse angegeben, antworten Sie bitte spätestens am ${formatDay(answerBy, 'de')}: Nach einem Monat ohne Antwort kann sich die Person an die Durchsetzungsstelle wenden.`,
        `Zur Seite:\n${linkTo(from, path)}`,
      ],
      { meldung },
    )
  },
}
