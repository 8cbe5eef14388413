import { z } from 'zod'
import { RHYTHMS, type MailPreference } from '#app/domain/mail-preference.ts'
import { checkbox, oneOf } from '#app/http/form.ts'

export const MailPreferenceForm = z.object({
  rhythm: oneOf(RHYTHMS),
  suggestions: checkbox(),
  monthly: checkbox(),
})

/** What somebody was not asked stays as it is: a box that was not there was not unticked. */
export function preferenceOf(
  given: MailPreference,
  before: MailPreference,
  reader: { isParticipant: boolean; isOfficer: boolean },
): MailPreference {
  return {
    rhythm: given.rhythm,
    suggestions: reader.isParticipant ? given.suggestions : before.suggestions,
    monthly: reader.isOfficer ? given.monthly : before.monthly,
  }
}
