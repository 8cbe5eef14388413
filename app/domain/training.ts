// What training took place in a stretch of days, by topic. Seats are counted, never people: somebody who came to three
// workshops is three.

export type TrainingFact = {
  topicKey: string
  titleDe: string
  titleEn: string | null
  /** Courses of which at least one meeting took place. */
  courses: number
  /** Workshops with at least one meeting that took place. */
  workshops: number
  /** Teaching units that were taught. */
  units: number
  /** Seats that were attended for at least one meeting. */
  attended: number
}

export type Training = {
  fromDate: string
  untilDate: string
  /** In the order of the topics; those without a workshop are left out. */
  topics: (Omit<TrainingFact, 'attended'> & {
    /** Null where so few attended that it might be known who. */
    attended: number | null
  })[]
}

const LEAST_ATTENDED = 5

export function trainingOf(
  days: Pick<Training, 'fromDate' | 'untilDate'>,
  facts: readonly TrainingFact[],
): Training {
  const held = facts.filter(({ workshops }) => workshops > 0)
  // A single hidden number is what is left of a sum that is told elsewhere: then the next smallest is hidden, too.
  const few = held.filter(({ attended }) => attended < LEAST_ATTENDED)
  const others = held.filter(({ attended }) => attended >= LEAST_ATTENDED)
  const smallest = Math.min(...others.map(({ attended }) => attended))
  const hidden = new Set(few.map(({ topicKey }) => topicKey))
  if (few.length === 1) for (const one of others) if (one.attended === smallest) hidden.add(one.topicKey)
  return {
    ...days,
    topics: held.map((one) => ({ ...one, attended: hidden.has(one.topicKey) ? null : one.attended })),
  }
}
