// Answering an offered place with the link from the mail, without an account.

import { unanswerableBecause, type AnswerRefusal } from '#app/domain/enrolment.ts'
import type { Db } from '#db/client.server.ts'
import { getMailLink, useMailLink, type MailLink } from '#db/mail-links.ts'
import { acceptOffer, declineOffer } from '#db/offers.ts'
import type { Row } from '#db/schema.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

/** What somebody is offered, and why it may not be to be had any more. */
export type OfferedPlace = {
  workshop: Workshop
  enrolment: Row<'enrolment'>
  givenName: string
  familyName: string
  organisation: string
  enrolledBy: { id: string; givenName: string; familyName: string }
  refusal: AnswerRefusal | null
}

export async function getOfferedPlace(db: Db, link: MailLink, now: Date): Promise<OfferedPlace | undefined> {
  const workshop = await getWorkshop(db, link.workshopId)
  const row = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('person as officer', 'officer.id', 'enrolment.enrolledBy')
    .innerJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .selectAll('enrolment')
    .select(['person.givenName', 'person.familyName', 'organisation.name as organisation'])
    .select(['officer.givenName as officerGivenName', 'officer.familyName as officerFamilyName'])
    .where('enrolment.id', '=', link.enrolmentId)
    .executeTakeFirst()
  if (!workshop || !row) return undefined
  const { givenName, familyName, organisation, officerGivenName, officerFamilyName, ...enrolment } = row
  return {
    ...{ workshop, enrolment, givenName, familyName, organisation },
    enrolledBy: {
      id: enrolment.enrolledBy,
      givenName: officerGivenName,
      familyName: officerFamilyName,
    },
    refusal: unanswerableBecause(enrolment, workshop, now),
  }
}

export type LinkAnswerResult = { ok: true } | { ok: false; refusal: AnswerRefusal | 'link-gone' }

/**
 * Accepts or declines for the person to whom the mail went. The offer itself can be answered once only; the link
 * notes that it was used, and nothing hangs on that.
 */
export async function answerByLink(
  db: Db,
  token: string,
  answer: 'accept' | 'decline',
  now: Date,
): Promise<LinkAnswerResult> {
  const link = await getMailLink(db, token, ['offer'])
  if (!link) return { ok: false, refusal: 'link-gone' }
  const command = answer === 'accept' ? acceptOffer : declineOffer
  const result = await command(db, { enrolmentId: link.enrolmentId, by: link.personId, byLink: true }, now)
  if (result.ok) await db.transaction().execute((trx) => useMailLink(trx, token, now))
  return result
}
