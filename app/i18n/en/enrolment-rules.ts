import { dayOf } from '#app/domain/calendar.ts'
import type { RequiredCourse } from '#app/domain/decision.ts'
import type * as words from '#app/i18n/de/enrolment-rules.ts'
import { course } from '#app/i18n/en/course.ts'
import { formatDateTime, formatList, formatShortDay } from '#app/i18n/format.ts'

type Words = typeof words

const day = (instant: Date) => formatShortDay(dayOf(instant), 'en')

const titles = (courses: readonly RequiredCourse[]) =>
  formatList(
    courses.map(({ titleDe, titleEn }) => `“${titleEn ?? titleDe}”`),
    'en',
  )

export const refusal: Words['refusal'] = {
  'called-off': () => 'This workshop has been called off.',
  'not-published': () => 'This course is not on offer at present.',
  started: ({ startsAt }) => `This workshop began on ${day(startsAt)}.`,
  'not-open-yet': ({ enrolFrom }) =>
    enrolFrom ? `Enrolment opens on ${formatDateTime(enrolFrom, 'en')}.` : 'Enrolment is not open yet.',
  'deadline-passed': ({ enrolUntil }) => `Enrolment closed on ${day(enrolUntil)}.`,
  'already-enrolled': () => 'You are enrolled already. You find your enrolment under “My dates”.',
  'no-organisation': () =>
    'Your account belongs to no municipality or office at present. The coordinators can add it; then you can enrol.',
  'is-trainer': () => 'You lead this workshop and need no place in it.',
  'not-audience': ({ audiences = [] }) =>
    `This course is for its audience only: ${formatList(
      audiences.map((key) => course.audience[key]),
      'en',
    )}. If you belong to it, the coordinators can add that to your account.`,
  'prerequisite-missing': ({ missing = [] }) =>
    missing.length === 1
      ? `The course ${titles(missing)} has to come first. It counts once you have attended as much of it as a certificate needs.`
      : `These courses have to come first: ${titles(missing)}. Each counts once you have attended as much of it as a certificate needs.`,
  'page-outdated': () => 'This page was out of date. Now it is not: please try again.',
}

export const withdrawRefusal: Words['withdrawRefusal'] = {
  'not-enrolled': () => 'This enrolment has ended already. There is nothing to withdraw.',
  'needs-reason': ({ withdrawUntil }) =>
    `Withdrawing was possible until ${day(withdrawUntil)}. Please give a reason now: whoever leads the workshop hears of it at once.`,
  started: ({ startsAt }) =>
    `The workshop began on ${day(startsAt)}. If you could not come, please tell its trainers.`,
  'called-off': () => 'The workshop has been called off. You need not withdraw.',
}

export const answerRefusal: Words['answerRefusal'] = {
  'not-offered': 'This offer has been answered already.',
  'offer-lapsed': 'The time for this offer is over. While enrolment is open you can enrol yourself.',
  'called-off': 'The workshop has been called off. You need not answer any more.',
}

export const refusalOf: Words['refusalOf'] = {
  'called-off': (name) => `${name}: the workshop has been called off.`,
  'not-published': (name) => `${name}: the course is not published.`,
  started: (name) => `${name}: the workshop has begun.`,
  'not-open-yet': (name) => `${name}: enrolment is not open yet.`,
  'deadline-passed': (name) => `${name}: enrolment is closed.`,
  'already-enrolled': (name) => `${name} has a place, an offer or a position on the waiting list already.`,
  'no-organisation': (name) => `${name} belongs to no organisation for which you can enrol people.`,
  'is-trainer': (name) => `${name} leads this workshop.`,
  'not-audience': (name) => `${name} does not belong to the audience for which alone this course is meant.`,
  'prerequisite-missing': (name) => `${name} has not attended a course that has to come first.`,
  'page-outdated': (name) => `${name}: please try again.`,
}

export const reason: Words['reason'] = {
  'seat-free': 'enrolled, because a place was free',
  full: 'put on the waiting list, because all places were taken',
  'others-wait': 'put on the waiting list, because others were waiting for a place already',
  quota: 'put on the waiting list, because the municipality or office had all places of its quota',
  'as-substitute': 'named as a substitute',
  'enrolled-by-other': 'offered a place, which is held until the answer',
  'approval-needed': 'enrolled; the place is held until the municipality or office agrees',
  approved: 'approved',
  'approved-by-deputy': 'approved, by the deputy',
  'approved-by-silence': 'taken as approved, because nobody answered in time',
  rejected: 'not approved',
  'rejected-by-deputy': 'not approved, by the deputy',
  'rejected-by-silence': 'not approved, because nobody answered in time',
  accepted: 'accepted the place that was offered',
  declined: 'did not accept the place that was offered',
  'not-answered': 'lost the offer, because no answer came in time',
  'own-wish': 'withdrew',
  'on-request': 'withdrawn at their own request',
  'by-organisation': 'withdrawn at the request of the municipality or office',
  'by-mistake': 'withdrawn, because the enrolment was a mistake',
  'account-closed': 'withdrawn, because the account was closed',
  rebooked: 'moved to another date',
  substituted: 'named a substitute and gave the place to them',
  'on-duty': 'gave notice of absence after the deadline: prevented by work',
  private: 'gave notice of absence after the deadline: prevented privately',
  other: 'gave notice of absence after the deadline: another reason',
  'after-withdrawal': 'moved up, because somebody withdrew',
  'after-decline': 'moved up, because a place that was held was not needed',
  'after-lapse': 'moved up, because the time for a place that was held was over',
  'after-rejection': 'moved up, because a place that was held was not approved',
  'after-more-seats': 'moved up, because there are more places',
  'after-quota': 'moved up, because the places of the quotas became free for all',
  'after-missed': 'moved up, because the first meeting did not take place and the workshop begins later',
  'room-instead': 'moved up from the online place into the room',
  'online-enough': 'left the waiting list for the room and kept the online place',
  'no-longer-hybrid':
    'kept the place, or the place in line: the workshop is no longer in the room and online at once',
  'fewer-seats':
    'not moved up: there are fewer places now. It goes on once fewer places are taken than there are',
  'passed-quota': 'not moved up: a place became free, but the municipality or office had all of its quota',
  'workshop-called-off': 'ended, because the workshop was called off',
  'moved-by-merge': 'invited here from another date that was merged into this one',
  'workshop-merged': 'ended, because the workshop was merged into another date',
  'walk-in': 'came without enrolling and was admitted at the door',
  'walk-in-unapproved':
    'came without enrolling and without approval of the municipality or office; the coordination recorded it',
}

export const withdrawReason: Words['withdrawReason'] = {
  'on-request': 'The person asked for it',
  'by-organisation': 'The municipality or office asked for it',
  'by-mistake': 'The enrolment was a mistake',
}

export const absenceReason: Words['absenceReason'] = {
  'on-duty': 'Prevented by work',
  private: 'Prevented privately',
  other: 'Another reason',
}
