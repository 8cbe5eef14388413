import { randomUUID } from 'node:crypto'
import { daysBefore, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import { REPEATED_AFTER_DAYS } from '#app/domain/audience-overlap.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import { addRound } from '#db/rounds.ts'
import { nameTrustees } from '#db/trustees.ts'
import { currentVersion } from '#surveys/index.ts'

/** Long enough after the evaluations before: whoever has registered since could be worked out. */
const BEGINS_IN_DAYS = REPEATED_AFTER_DAYS + 6
const LASTS_DAYS = 21

/**
 * A planned evaluation whose key two people shall hold. Both still have everything to do: visitors can go through it
 * as coordination and as staff council.
 */
export function roundWithTrustees({ db, options, people }: DemoWorld): Happening[] {
  const id = randomUUID()
  const by = people.idOf('koordination')
  const opensOn = addDays(dayOf(options.now), BEGINS_IN_DAYS)
  const plan = {
    id,
    kind: 'competence-centre' as const,
    title: 'Befragung mit zwei Treuhandpersonen',
    opensOn,
    closesOn: addDays(opensOn, LASTS_DAYS),
    minimum: 5,
    by,
  }
  const means = { questionnaire: currentVersion('competence-centre'), wrappingKey: options.roundKey }
  const trustees = { roundId: id, people: { coordination: by, oversight: people.idOf('personalrat') }, by }
  return [
    { at: daysBefore(options.now, 1), happen: (now) => expectOk(addRound(db, plan, means, now)) },
    { at: daysBefore(options.now, 1), happen: (now) => expectOk(nameTrustees(db, trustees, now)) },
  ]
}
