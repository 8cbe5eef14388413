import type { calendar as deCalendar } from '#app/i18n/de/calendar.ts'

export const calendar: typeof deCalendar = {
  organizer: (district) => (district ? `IT competence centre, ${district}` : 'IT competence centre'),
  fileName: (nth) => `date-${nth}.ics`,
  where: (place, online) => (place === null ? 'online' : online ? `${place}, or online` : place),
  wished: (title) => `Not certain yet: ${title}`,
  standing: {
    place: 'Your place is confirmed.',
    leads: 'You lead this workshop.',
    wished: 'Your place is not confirmed yet: waiting list, offer or approval.',
    visitor: 'This entry is no enrolment.',
  },
  gone: 'This date no longer applies to you.',
  linkThere: 'The link to the video conference appears on the page of the workshop in time before it begins.',
  more: (url) => `More about it, and how to withdraw: ${url}`,
  download: 'Add to the calendar',

  feed: {
    name: 'Lernkreis: my dates',
    title: 'Calendar feed',
    lead: 'Your dates appear by themselves in Outlook, Thunderbird or on your phone.',
    shows:
      'The feed shows workshops in which you have a place or which you lead. Dates for which you wait or have an offer appear with the words “Not certain yet”. Changes arrive within a few hours.',
    secret:
      'The address is secret: whoever knows it sees your dates without signing in. Do not pass it on. If somebody else has it, renew it; the old one ends at once.',
    none: 'You have no feed yet.',
    since: (when) =>
      `You have had a feed since ${when}. The address itself cannot be shown again, not even by us.`,
    start: 'Make an address',
    renew: 'Renew the address',
    end: 'End the feed',
    ended: 'The feed has ended. The address is no longer valid.',
    ready: 'Your new address',
    readyText:
      'Please copy it now, it is shown only this once. In your calendar add it as “calendar from the internet” or “subscribe to calendar”.',
    address: 'Address',
    link: 'Set up a calendar feed',
    toProfile: 'Own dates in the calendar',
  },
}
