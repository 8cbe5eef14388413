import type { ballot as deBallot } from '#app/i18n/de/ballot.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')

const VOLUNTARY =
  'You answer voluntarily and may skip any question. The system shows nobody whether you have answered.'
const SEALED =
  'Your answers are sealed and mixed at once, as in a postal vote: outside stands only that a vote was cast, inside lie the answers without name and time.'

const pooled = (minimum: number) =>
  `They are counted only after the last day, and only if there are at least ${number(minimum)} answers. If there are fewer, they stay sealed and are counted together with those of the next workshop of this course. If not enough come within a year, they are deleted unread.`
const alone = (minimum: number) =>
  `They are counted only after the last day, and only if there are at least ${number(minimum)} answers. If there are fewer, the evaluation may be extended; otherwise the answers are deleted unread.`
const APART =
  'After the count only sums remain, told apart by IT specialists and users only where the groups are large.'
const INDEPENDENT =
  'A member of the steering committee or of the staff council reads the remarks and releases the results, not the coordination.'

const notice: typeof deBallot.notice = {
  title: 'Before you answer',
  points: {
    workshop: (minimum) => [
      VOLUNTARY,
      SEALED,
      pooled(minimum),
      'After the count only sums remain. The coordination reads the remarks and releases the results; where it led the workshop itself, the staff council does. Then the coordination and the trainers of the course see them too.',
    ],
    transfer: (minimum) => [
      VOLUNTARY,
      SEALED,
      pooled(minimum),
      'After the count only sums remain. The coordination reads the remarks and releases the results; where it led the workshop itself, the staff council does. Then the coordination and the trainers of the course see them too. They are no part of the rating of the IT competence centre.',
    ],
    'competence-centre': (minimum) => [
      VOLUNTARY,
      SEALED,
      alone(minimum),
      `${APART} ${INDEPENDENT} Then the figures stand in the report to the steering committee.`,
    ],
    needs: (minimum) => [
      VOLUNTARY,
      SEALED,
      alone(minimum),
      `${APART} The coordination reads the remarks and releases the results; then steering committee, staff council and data protection see them too.`,
    ],
    free: (minimum) => [
      VOLUNTARY,
      SEALED,
      alone(minimum),
      `${APART} ${INDEPENDENT} Then coordination, steering committee, staff council and data protection see them.`,
    ],
  },
  readers: {
    committee:
      'The released remarks are read by the coordination, the staff council, data protection and the steering committee.',
    offices:
      'The released remarks are read by the coordination, the staff council and data protection. The steering committee gets the figures only; a member who reviews the remarks before the release reads them for that.',
    report:
      'The released remarks are read by the coordination, the staff council, data protection and the steering committee. They also stand in the report to the steering committee and in the file attached to it, without names and in random order; what stands there stays. External consultants read the report too, for a limited time, and it can be passed on. The remarks are never part of open data.',
  },
  texts: (minimum) =>
    `Remarks on a question are shown only if at least ${number(minimum)} people have written something; otherwise they are deleted. Please write no names, places or addresses.`,
  few: 'So far fewer than ten people are invited to this evaluation. Please write nothing in the remarks by which you could be recognised.',
  limits: 'What we cannot promise',
  keyHolder: {
    server:
      'Until the count, somebody who holds both the database and the key of the server could open ballots. With the count the key of the round is destroyed; then nobody can.',
    trustees:
      'The key of this evaluation is held by two trustees together: one from the coordination, one from staff council or data protection. Without both passphrases nobody opens a ballot. Whoever changes the program on the server could read along while you answer.',
  },
  limit: [
    'Whoever administers the database could see until the count that you have answered, but not what. Then the names are deleted too.',
    'If a form on paper is printed for you, whoever holds it can answer in your place. Whoever types it in sees the answers, but no name.',
    'A remark can tell by its wording who wrote it. It does not tell which answers you ticked.',
  ],
}

const page: typeof deBallot.page = {
  tab: 'Your answers',
  title: {
    workshop: (course) => `Feedback on “${course}”`,
    transfer: (course) => `Eight weeks after “${course}”`,
    'competence-centre': (title) => title,
    needs: (title) => title,
    free: (title) => title,
  },
  until: (closesOn) => `You can answer until ${day(closesOn)}. It takes about three minutes.`,
  notTaken: 'Your answers were not accepted. Nothing is stored.',
  toStart: 'To the start page',
}

const refusal: typeof deBallot.refusal = {
  'not-invited': {
    title: 'You are not invited to this evaluation',
    text: 'Everybody who was at a workshop is asked about it; all registered IT specialists and users are asked about the IT competence centre; otherwise a chosen group. If you belong to them, please contact the coordination.',
  },
  'already-answered': {
    title: 'You have answered already',
    text: 'Everybody who is invited answers once. Your answer lies sealed with the others and can no longer be changed, not even by you: nobody knows which one it is.',
  },
  closed: {
    title: 'This evaluation is over',
    text: 'Answers are no longer possible. We will invite you again to the next evaluation.',
  },
  'not-begun': {
    title: 'This evaluation has not begun yet',
    text: 'You will get an e-mail on the first day.',
  },
}

const thanks: typeof deBallot.thanks = {
  title: 'Thank you',
  text: 'Your answers lie sealed and mixed with the others. They are counted after the last day of the evaluation.',
  same: 'This page looks the same for everybody and is noted nowhere.',
}

export const ballot: typeof deBallot = { notice, page, refusal, thanks }
