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
  },
  title: 'Indicators',
  lead: 'The two success indicators of the strategy, with cut-off day, basis and target.',
  number: (key) => `Indicator ${key.slice(1)}`,
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
  recordedOn: 'Entered',
  stateColumn: 'State',
}
