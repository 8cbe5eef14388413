// What is to be resolved, worded so that it can be voted on as it stands.

import { READINGS } from '#app/domain/reading.ts'
import type { ReportDecision } from '#app/domain/report.ts'
import { stageLeast } from '#reports/reading/stages.ts'
import type { Reading } from '#reports/reading/values.ts'

type Speaking = Pick<Reading, 'words' | 'locale'>

export function wordingOf(decision: ReportDecision, { words, locale }: Speaking): string {
  const { report, target, indicator, ruling } = words
  const { decisions } = report
  switch (decision.key) {
    case 'note-report':
      return decisions.noteReport
    case 'end-pilot':
      return decisions.endPilot
    case 'hold-evaluation':
      return decisions.holdEvaluation(decision.dueOn)
    case 'set-rhythm':
      return decisions.setRhythm(decision.proposedMonths)
    case 'choose-reading': {
      if (decision.proposed !== null) return decisions.chooseReading(ruling.name[decision.proposed])
      return decisions.blankReading(READINGS.map((key) => `☐ „${ruling.name[key]}“`).join(' '))
    }
    case 'decide-stage':
      return decisions.decideStage(decision.subject, decision.decideBy)
    case 'set-stage-target': {
      const { subject, aim, measure, proposed } = decision
      const least = proposed === null ? '______' : stageLeast(measure, proposed, locale)
      const isOne = measure === 'count' && proposed === 1
      return decisions.setStageTarget(subject, decisions.stageAim[aim](least, isOne))
    }
    case 'set-target': {
      const { indicator: key, phase, measure, proposed } = decision
      const aim = proposed === null ? target.blankAim(key, measure) : target.aim(key, measure, proposed)
      return decisions.setTarget(indicator.name[key], target.forPhase[phase], aim)
    }
  }
}

/** Whether somebody has proposed a value; null where there is none to propose. */
export function hintFor(decision: ReportDecision, { words: { report } }: Speaking): string | null {
  const { proposal, noProposal, inWriting, noEndsStage } = report.decisions
  switch (decision.key) {
    case 'set-target':
    case 'set-stage-target':
      return decision.proposed === null ? noProposal : proposal
    case 'set-rhythm':
      return decision.proposedMonths === null ? noProposal : proposal
    case 'choose-reading':
      return decision.proposed === null ? inWriting : proposal
    case 'decide-stage':
      return noEndsStage
    case 'note-report':
    case 'end-pilot':
    case 'hold-evaluation':
      return null
  }
}
