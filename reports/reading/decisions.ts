// What is to be resolved, worded so that it can be voted on as it stands.

import type { ReportDecision } from '#app/domain/report.ts'
import type { Words } from '#reports/words.ts'

export function wordingOf(decision: ReportDecision, { report, target, indicator }: Words): string {
  switch (decision.key) {
    case 'note-report':
      return report.decisions.noteReport
    case 'end-pilot':
      return report.decisions.endPilot
    case 'set-rhythm':
      return report.decisions.setRhythm(decision.proposedMonths)
    case 'set-target': {
      const { indicator: key, phase, measure, proposed } = decision
      const aim = proposed === null ? target.blankAim(key, measure) : target.aim(key, measure, proposed)
      return report.decisions.setTarget(indicator.name[key], target.forPhase[phase], aim)
    }
  }
}

/** Whether somebody has proposed a value; null where there is none to propose. */
export function hintFor(decision: ReportDecision, { report }: Words): string | null {
  if (decision.key === 'set-target')
    return decision.proposed === null ? report.decisions.noProposal : report.decisions.proposal
  if (decision.key === 'set-rhythm')
    return decision.proposedMonths === null ? report.decisions.noProposal : report.decisions.proposal
  return null
}
