// Links in mails with which people do one thing without an account. The secret stands in the mail alone.

/** An offer is answered by whom it was made to; a request by the approver, or the deputy. */
export const MAIL_LINK_PURPOSES = ['offer', 'approver', 'deputy'] as const
export type MailLinkPurpose = (typeof MAIL_LINK_PURPOSES)[number]

/** Both lead to the same request; who decides is told by which of them it was. */
export const APPROVER_LINKS = ['approver', 'deputy'] as const satisfies readonly MailLinkPurpose[]

/** So long after its end a link can still say what has become of the matter. */
export const MAIL_LINK_KEPT_DAYS = 30
