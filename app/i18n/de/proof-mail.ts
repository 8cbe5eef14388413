import type { Letters } from '#app/domain/mail.ts'
import { letter, linkTo } from '#app/i18n/de/letter-parts.ts'

export const proofMail: Pick<Letters, 'proof-confirmed' | 'proof-returned'> = {
  'proof-confirmed': ({ name, title }, from) =>
    letter(from, name, `Nachweis bestätigt: ${title}`, [
      `Ihr Nachweis „${title}“ ist bestätigt. Er zählt jetzt für Lernpfade und als Voraussetzung anderer Kurse.`,
      `Alle Ihre Nachweise:\n${linkTo(from, '/learning')}`,
    ]),
  'proof-returned': ({ name, title, reason }, from) =>
    letter(
      from,
      name,
      `Nachweis zurückgegeben: ${title}`,
      [
        `Ihr Nachweis „${title}“ ließ sich so noch nicht bestätigen.`,
        reason,
        `Hier können Sie ihn neu einreichen oder löschen:\n${linkTo(from, '/learning')}`,
      ],
      { grund: reason },
    ),
}
