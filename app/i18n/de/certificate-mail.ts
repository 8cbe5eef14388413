import type { Letters } from '#app/domain/mail.ts'
import { letter, linkTo } from '#app/i18n/de/letter-parts.ts'
import { certificate } from '#app/i18n/de/certificate.ts'

const why = (reason: string | null) =>
  certificate.reasonOf(reason === null ? 'corrected' : 'withdrawn', reason)

const tooLittle = (units: { unitsPlanned: number; unitsAttended: number }, overPercent: number) =>
  certificate.own.why('too-little', units, overPercent)

export const certificateMail: Pick<
  Letters,
  'certificate-issued' | 'certificate-revoked' | 'certificate-not-earned'
> = {
  'certificate-issued': ({ name, titleDe, certificateId, replaces }, from) =>
    letter(from, name, `Ihre Teilnahmebescheinigung: ${titleDe}`, [
      replaces
        ? `für „${titleDe}“ gibt es eine neue Teilnahmebescheinigung. Die frühere gilt nicht mehr.`
        : `danke, dass Sie dabei waren! Ihre Teilnahmebescheinigung für „${titleDe}“ ist da:`,
      linkTo(from, `/certificates/${certificateId}`),
      'Dort laden Sie sie als PDF herunter, so oft Sie möchten. Wem Sie sie zeigen, entscheiden Sie.',
    ]),
  'certificate-revoked': ({ name, titleDe, certificateId, reason }, from) =>
    letter(
      from,
      name,
      `Teilnahmebescheinigung widerrufen: ${titleDe}`,
      [
        `Ihre Teilnahmebescheinigung für „${titleDe}“ gilt nicht mehr.`,
        `Grund: ${why(reason)}`,
        `Wer ihren Prüfcode eingibt, liest das ebenfalls. Alles dazu:\n${linkTo(from, `/certificates/${certificateId}`)}`,
      ],
      { grund: why(reason) },
    ),
  'certificate-not-earned': ({ name, titleDe, overPercent, ...units }, from) =>
    letter(
      from,
      name,
      `Keine Teilnahmebescheinigung: ${titleDe}`,
      [
        `für „${titleDe}“ können wir Ihnen leider keine Teilnahmebescheinigung ausstellen.`,
        tooLittle(units, overPercent),
        `Den Kurs gibt es vielleicht noch einmal. Neue Termine finden Sie hier:\n${linkTo(from, '/workshops')}`,
      ],
      { grund: tooLittle(units, overPercent) },
    ),
}
