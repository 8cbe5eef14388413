import type { Letters, MailData, MailSender } from '#app/domain/mail.ts'
import { TRUSTEES_HAVE_DAYS } from '#app/domain/trustee.ts'
import { letter, linkTo, until as moment } from '#app/i18n/en/letter-parts.ts'
import { formatDay } from '#app/i18n/format.ts'

const toHalf = (from: MailSender, { roundId, part }: MailData['trustee-named']) =>
  linkTo(from, `/evaluations/${roundId}/trustees/${part}`)

export const trusteeMail: Pick<Letters, 'trustee-named' | 'trustee-wanted' | 'trustee-count'> = {
  'trustee-named': (data, from) =>
    letter(from, data.name, `You are a trustee: ${data.title}`, [
      `You are named as one of two trustees of the evaluation “${data.title}”. Only the two of you together can open the ballots, each with a passphrase of your own.`,
      `Please set your passphrase and print your recovery sheet before the first day, ${formatDay(data.opensOn, 'en')}. It takes about ten minutes:\n${toHalf(from, data)}`,
      'Where one of the two is not ready by then, the evaluation does not begin. Passphrase and code belong in no e-mail; nobody will ask you for them.',
    ]),
  'trustee-wanted': (data, from) =>
    letter(from, data.name, `Your half of the key is still missing: ${data.title}`, [
      `The evaluation “${data.title}” is to begin on ${formatDay(data.opensOn, 'en')} and waits for you. What is left to do stands here:\n${toHalf(from, data)}`,
      'The invitations leave only when both trustees are ready.',
    ]),
  'trustee-count': (data, from) => {
    const { title, closesOn, handedUntil } = data
    const blocks = {
      regel: handedUntil
        ? `The other half of the key lies there until ${moment(handedUntil)}. With your passphrase the ballots are counted.`
        : 'They are counted as soon as you and the other trustee have entered your passphrases.',
    }
    return letter(
      from,
      data.name,
      `Open the ballots: ${title}`,
      [
        `The evaluation “${title}” ended on ${formatDay(closesOn, 'en')}.`,
        blocks.regel,
        `This is where you enter yours:\n${toHalf(from, data)}`,
        `Where that does not happen within ${TRUSTEES_HAVE_DAYS} days of the last day, the answers are deleted unread.`,
      ],
      blocks,
    )
  },
}
