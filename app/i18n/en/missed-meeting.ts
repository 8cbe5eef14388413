import type { Messages } from '#app/i18n/index.ts'
import { formatNumber, formatTimeRange } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const mails = (count: number) =>
  count === 1 ? 'One person gets an e-mail.' : `${number(count)} people get an e-mail.`

export const missedMeeting: Messages['missedMeeting'] = {
  title: 'A meeting did not take place',
  which: 'Which meeting?',
  reason: 'Reason',
  reasonHint: 'It stands in the e-mail and on the page of the workshop. Please nothing about an illness.',
  consequence: (count) =>
    `The meeting then counts for nobody, even if attendance is recorded: not for certificates, not as an absence, in no figures. ${mails(count)} You can take it back.`,
  only: (count) =>
    `No meeting is left then: the whole workshop then counts as called off, and recorded attendance does not count. ${mails(count)} This cannot be taken back.`,
  confirm: 'Record that it did not take place',
  none: 'No meeting has begun yet. What is still to come you can move or call off.',
  another: 'Record another meeting',
  marked: 'Recorded as not having taken place',
  line: (startsAt, endsAt, reason) => `${formatTimeRange(startsAt, endsAt, 'en')}. Reason: ${reason}`,
  notice: (startsAt, endsAt, reason) =>
    `This meeting did not take place and does not count: ${formatTimeRange(startsAt, endsAt, 'en')}. Reason: ${reason}`,
  back: 'It did take place',
  backHint: 'If you take this back, the meeting counts again, with the attendance that was recorded last.',
  done: 'The meeting no longer counts.',
  doneBack: 'The meeting counts again. Please finish its list once more.',
  refusal: {
    'called-off': 'The workshop is called off. Its meetings do not count anyway.',
    'not-begun': 'This meeting is still to come. Move it, or call it off.',
    'whole-workshop':
      'It is the only meeting by now: this would call off the whole workshop, and cannot be taken back. Nothing is entered yet. If this is what you mean, please confirm it once more.',
    'evaluation-open':
      'Those who were there have already been asked for feedback on this workshop. That cannot be withdrawn without giving away who has answered; so the meeting stays until this survey is over. Until then, put the attendance right: whoever is recorded as absent is credited with nothing, and certificates are put right.',
    'time-taken':
      'The workshop has another meeting at that time by now. Delete or move that one first, when editing the workshop.',
    'meeting-gone': 'This meeting is no longer here. The page now shows how things stand.',
  },
}
