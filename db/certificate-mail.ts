import { displayName } from '#app/domain/person.ts'
import type { CertificateLine } from '#db/certificates.ts'
import type { Trx } from '#db/client.server.ts'
import { listAddressees } from '#db/enrolment-mail.ts'
import { post } from '#db/outbox.ts'

type About = Pick<CertificateLine, 'personId' | 'workshopId' | 'titleDe' | 'titleEn'>

export type CertificateNews =
  | { kind: 'issued'; line: CertificateLine; certificateId: string }
  | { kind: 'not-earned'; line: CertificateLine; overPercent: number }
  | { kind: 'revoked'; line: About; certificateId: string; reason: string | null }

/** One mail each. Whoever is locked out gets none; the certificate is theirs all the same. */
export async function tellCertificates(trx: Trx, news: readonly CertificateNews[], now: Date): Promise<void> {
  const people = await listAddressees(
    trx,
    news.map(({ line }) => line.personId),
  )
  for (const one of news) {
    const person = people.get(one.line.personId)
    if (!person) continue
    const to = { personId: person.id, address: person.address, locale: person.locale }
    const { titleDe, titleEn, workshopId } = one.line
    const about = { name: displayName(person), titleDe, titleEn }
    if (one.kind === 'issued') {
      const data = { ...about, certificateId: one.certificateId, replaces: one.line.last !== undefined }
      await post(trx, to, 'certificate-issued', one.certificateId, data, now)
    } else if (one.kind === 'revoked') {
      const data = { ...about, certificateId: one.certificateId, reason: one.reason }
      await post(trx, to, 'certificate-revoked', one.certificateId, data, now)
    } else {
      const { unitsPlanned, unitsAttended } = one.line
      const data = { ...about, unitsPlanned, unitsAttended, overPercent: one.overPercent }
      await post(trx, to, 'certificate-not-earned', workshopId, data, now)
    }
  }
}
