import type { indicator as de } from '#app/i18n/de/indicator.ts'

export const indicator: typeof de = {
  name: { I1: 'Participating municipalities', I2: 'Satisfaction with the competence centre' },
  phase: { pilot: 'Pilot phase', firstYear: 'First year after the pilot', continuation: 'Continuation' },
  attainment: {
    'target-open': 'target open',
    'no-data': 'no data',
    'too-few': 'too few answers',
    'not-due': 'not yet due',
    'on-course': 'on course',
    reached: 'reached',
    missed: 'missed',
  },
  state: { open: 'open', proposed: 'proposed', resolved: 'resolved' },
  phaseRefusal: {
    'ends-before-start': 'The phase ends before it begins. Please check both days.',
    'phases-overlap': 'The phases overlap. End the earlier phase first.',
    'resolution-needed':
      'The first year begins with the resolution that the pilot has succeeded. Please name the resolution.',
    'changed-meanwhile':
      'Somebody else has changed this phase meanwhile. Below are the new days; please enter your change again.',
  },
  targetRefusal: {
    'already-resolved':
      'The steering committee has already resolved a target for this phase. Only a new resolution changes it.',
    'value-too-big': 'A share cannot be larger than 100%.',
    'nothing-to-take-back': 'This target is open already; somebody else has taken the entry back meanwhile.',
  },
  title: 'Indicators',
  lead: 'The two success indicators of the strategy, with cut-off day, basis and target.',
  targets: 'Phases and targets',
  targetsLead:
    'The strategy still calls its targets “XX”. The steering committee resolves them, phase by phase, with a reference.',
  phases: 'Phases',
  targetTable: 'Targets by phase',
  history: 'Earlier proposals and resolutions',
  noHistory: 'No target has been proposed or resolved so far.',
  from: 'Begins',
  until: 'Ends',
  dayOpen: 'open',
  resolution: 'Resolution',
  resolutionHint: 'For example “SC 2026/07 of 3 December 2026, item 4”.',
  firstYearHint: 'Begins with the resolution that the pilot has succeeded.',
  changePhase: (phaseName) => `${phaseName}: change days`,
  savePhase: 'Save days',
  phaseSaved: 'The days of the phase are saved.',
  value: 'Target',
  valueCount: 'municipalities',
  valuePercent: '%',
  atLeastCount: (count) => (count === 1 ? 'at least one municipality' : `at least ${count} municipalities`),
  atLeastPercent: (percent, key) =>
    key === 'I1'
      ? `at least ${percent} of the municipalities`
      : `at least ${percent} satisfied or very satisfied`,
  targetOpen: 'no target yet (“XX” in the strategy)',
  propose: 'Propose',
  proposeTitle: 'Propose a target',
  proposeLead: 'A proposal is not in force. It stands in the next report, ready to vote.',
  resolve: 'Enter resolution',
  resolveTitle: "Enter the committee's resolution",
  resolveLead: 'From now on this value is the measure. What held before stays readable below.',
  which: 'Indicator and phase',
  decidedOn: 'Resolved on',
  proposed: 'The proposal is saved.',
  resolved: 'The resolution is entered.',
  takeBackTitle: 'Take back a wrong entry',
  takeBackLead:
    'The target is open again afterwards. The wrong entry stays below with your reason; enter a new resolution after that.',
  takenBackDone: 'The entry is taken back. The target is open again.',
  recordedOn: 'Entered',
  stateColumn: 'State',
  preliminary: 'preliminary, not released',
  notReleased: 'prepared, not yet released',
  stand: {
    released: (number, cutOff, releasedOn) =>
      `Report no. ${number} for the cut-off day ${cutOff}, released on ${releasedOn}.`,
    prepared: (number, cutOff) =>
      `Report no. ${number} for the cut-off day ${cutOff}, not yet released. The figures are fixed.`,
    today: (day) => `As of today, ${day}.`,
  },
  todayTitle: 'Preliminary figures, not released',
  todayText:
    'They are counted anew each time and may change until the next report. Please do not pass them on; what holds is the last released report.',
  withheldTitle: (number) => `Report no. ${number} is not shown`,
  withheld: {
    changed:
      'Its figures were changed afterwards and no longer match their fingerprint. Please inform your technicians.',
    'fewer-readers':
      'It has not been released and holds remarks that fewer people are to read since it was prepared. The coordination prepares it anew; then they are not in it any more.',
  },
  toReport: (number) => `To report no. ${number}`,
  waitingForRelease: (number) => `Report no. ${number} is waiting for its release.`,
  proofOf: (number) => `Proof of report no. ${number}`,
  choice: (number, cutOff, isReleased) =>
    `Report no. ${number}, ${cutOff}${isReleased ? '' : ' (not released)'}`,
  choiceToday: 'Figures of today (preliminary)',
  none: {
    prepare:
      'There is no released report yet. Fix the figures as soon as a cut-off day is over; a member of the steering committee then releases them.',
    release:
      'There is no released report yet. The coordinators prepare it; then a member of the steering committee can release it.',
    read: 'There is no released report yet. It appears here as soon as the steering committee has released it.',
  },
  toPrepare: 'Prepare a report',
  toToday: 'See the figures of today (preliminary)',
  enterDecision: 'Propose, or enter a resolution',
  map: {
    look: 'View of the municipalities',
    tiles: 'Tiles',
    areas: 'Map',
    day: 'Reporting date',
    showDay: 'Show',
    dayFailed:
      'The picture of this day has not arrived. Please check the connection and choose the day once more.',
  },
  chart: {
    targets: 'Targets',
    intervals: 'Confidence intervals',
    counted: 'counts for the indicator',
    notCounted: 'does not count for the indicator',
  },
}
