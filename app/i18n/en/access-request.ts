import type { accessRequest as deAccessRequest } from '#app/i18n/de/access-request.ts'

export const accessRequest: typeof deAccessRequest = {
  title: 'Requests for access',
  lead: 'Whoever is accepted is added at once and gets an invitation.',
  empty: 'Nobody asks for access at the moment.',
  asked: 'Asked on',
  says: 'Adds',
  claims: 'States',
  noOrganisation: 'no organisation of the list',
  accept: 'Accept and invite',
  decline: 'Decline',
  declineText: 'The person gets a kind refusal by e-mail. The request is deleted after 90 days.',
  declineConfirm: 'Send the refusal',
  decidedTitle: 'Decided lately',
  decidedOn: 'Decided on',
  decision: { accepted: 'accepted', declined: 'declined' },
  decisionLabel: 'Decision',
  accepted: 'The person has been added, the invitation is on its way.',
  declined: 'The refusal is on its way.',
  refusal: {
    'already-decided': 'Somebody else has decided about this request meanwhile.',
    'email-taken':
      'Meanwhile there is an account for this address. Decline the request or leave it; the person can sign in with a link.',
  },
}
