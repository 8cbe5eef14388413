import type { Letters } from '#app/domain/mail.ts'
import { letter, linkTo } from '#app/i18n/en/letter-parts.ts'

export const proofMail: Pick<Letters, 'proof-confirmed' | 'proof-returned'> = {
  'proof-confirmed': ({ name, title }, from) =>
    letter(from, name, `Proof confirmed: ${title}`, [
      `your proof “${title}” is confirmed. It now counts for learning paths and as a prerequisite of other courses.`,
      `All your proofs:\n${linkTo(from, '/learning')}`,
    ]),
  'proof-returned': ({ name, title, reason }, from) =>
    letter(
      from,
      name,
      `Proof returned: ${title}`,
      [
        `your proof “${title}” could not be confirmed as it is.`,
        reason,
        `Here you can hand it in anew or delete it:\n${linkTo(from, '/learning')}`,
      ],
      { grund: reason },
    ),
}
