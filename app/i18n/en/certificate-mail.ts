import type { Letters } from '#app/domain/mail.ts'
import { letter, linkTo } from '#app/i18n/en/letter-parts.ts'
import { certificate } from '#app/i18n/en/certificate.ts'

type Titles = { titleDe: string; titleEn: string | null }
const titleOf = ({ titleDe, titleEn }: Titles) => titleEn ?? titleDe

const why = (reason: string | null) =>
  certificate.reasonOf(reason === null ? 'corrected' : 'withdrawn', reason)

const tooLittle = (units: { unitsPlanned: number; unitsAttended: number }, overPercent: number) =>
  certificate.own.why('too-little', units, overPercent)

export const certificateMail: Pick<
  Letters,
  'certificate-issued' | 'certificate-revoked' | 'certificate-not-earned'
> = {
  'certificate-issued': ({ name, certificateId, replaces, ...titles }, from) =>
    letter(from, name, `Your certificate of attendance: ${titleOf(titles)}`, [
      replaces
        ? `there is a new certificate of attendance for “${titleOf(titles)}”. The earlier one is no longer valid.`
        : `thank you for coming! Your certificate of attendance for “${titleOf(titles)}” is ready:`,
      linkTo(from, `/certificates/${certificateId}`),
      'You can download it there as PDF, as often as you like. To whom you show it is yours to decide.',
    ]),
  'certificate-revoked': ({ name, certificateId, reason, ...titles }, from) =>
    letter(
      from,
      name,
      `Certificate of attendance revoked: ${titleOf(titles)}`,
      [
        `your certificate of attendance for “${titleOf(titles)}” is no longer valid.`,
        `Reason: ${why(reason)}`,
        `Whoever enters its code reads so too. More about it:\n${linkTo(from, `/certificates/${certificateId}`)}`,
      ],
      { grund: why(reason) },
    ),
  'certificate-not-earned': ({ name, overPercent, titleDe, titleEn, ...units }, from) =>
    letter(
      from,
      name,
      `No certificate of attendance: ${titleOf({ titleDe, titleEn })}`,
      [
        `we are sorry that we cannot issue a certificate of attendance for “${titleOf({ titleDe, titleEn })}”.`,
        tooLittle(units, overPercent),
        `Perhaps the course takes place again. You find new dates here:\n${linkTo(from, '/workshops')}`,
      ],
      { grund: tooLittle(units, overPercent) },
    ),
}
