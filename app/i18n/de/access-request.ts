export const accessRequest = {
  title: 'Bitten um Zugang',
  lead: 'Wer angenommen wird, ist gleich eingetragen und erhält eine Einladung.',
  empty: 'Im Augenblick bittet niemand um Zugang.',
  asked: 'Gefragt am',
  says: 'Schreibt dazu',
  claims: 'Gibt an',
  noOrganisation: 'keine Organisation aus der Liste',
  accept: 'Annehmen und einladen',
  decline: 'Ablehnen',
  declineText: 'Die Person erhält eine freundliche Absage per E-Mail. Die Bitte wird nach 90 Tagen gelöscht.',
  declineConfirm: 'Absage schicken',
  decidedTitle: 'Zuletzt entschieden',
  decidedOn: 'Entschieden am',
  decision: { accepted: 'angenommen', declined: 'abgelehnt' },
  decisionLabel: 'Entscheidung',
  accepted: 'Die Person ist eingetragen, die Einladung ist unterwegs.',
  declined: 'Die Absage ist unterwegs.',
  refusal: {
    'already-decided': 'Über diese Bitte hat inzwischen jemand anderes entschieden.',
    'email-taken':
      'Zu dieser Adresse gibt es inzwischen einen Zugang. Die Person kommt mit einem Link per E-Mail hinein; diese Bitte können Sie ablehnen.',
  },
}
