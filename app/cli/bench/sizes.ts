/** How much there is to find, and how long each page is asked for. */
export type Sizes = {
  people: number
  courses: number
  workshops: number
  enrolments: number
  /** On top of the others: so many workshops whose lists can be written, each with four. */
  rollCallWorkshops: number
  /** In the round that is still open. */
  ballots: number
  /** In the round whose results are shown. */
  manyBallots: number
  /** So many are invited to each round that is answered from beginning to end. */
  smallRound: number
  seconds: number
  warmUp: number
  reports: number
}

export const FULL: Sizes = {
  people: 600,
  courses: 60,
  workshops: 300,
  enrolments: 6_000,
  rollCallWorkshops: 100,
  ballots: 2_000,
  manyBallots: 20_000,
  smallRound: 200,
  seconds: 5,
  warmUp: 60,
  reports: 15,
}

/** Ten times the courses, workshops and enrolments of the demo district, for what a growing district asks most. */
export const TENFOLD: Sizes = {
  ...FULL,
  people: 1_200,
  courses: 240,
  workshops: 600,
  enrolments: 9_000,
  ballots: 200,
  manyBallots: 300,
}

/** A million answers in one evaluation, for what shows and exports them. */
export const MILLION: Sizes = { ...FULL, ballots: 200, manyBallots: 175_000 }

/** To see that the benchmark works; its figures say nothing. */
export const SMALL: Sizes = {
  people: 140,
  courses: 26,
  workshops: 80,
  enrolments: 900,
  rollCallWorkshops: 10,
  ballots: 120,
  manyBallots: 300,
  smallRound: 40,
  seconds: 0.5,
  warmUp: 3,
  reports: 2,
}
