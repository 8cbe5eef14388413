// Links in mails with which people do one thing without an account. The secret stands in the mail alone.

/** An offer is answered by whom it was made to; a request by the approver, or the deputy. */
export const MAIL_LINK_PURPOSES = ['offer', 'approver', 'deputy'] as const
export type MailLinkPurpose = (typeof MAIL_LINK_PURPOSES)[number]

/** So long after its end a link can still say what has become of the matter. */
export const MAIL_LINK_KEPT_DAYS = 30
