import { randomUUID } from 'node:crypto'
import { momentOf, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import type { StageAim } from '#app/domain/stage.ts'
import { decideStage, setStageTarget } from '#db/stage-decisions.ts'
import { joinStage } from '#db/stage-members.ts'
import { addStage, type StagePlan } from '#db/stages.ts'

const FIRST_BEGINS = '2025-04-01'
const FIRST_DECIDED = '2026-03-26'
const SECOND_PLANNED = '2026-05-04'
const SECOND_BEGINS = '2026-06-01'

/** Two stages as the strategy names them: one that goes on, one on which the committee still has to decide. */
export function stageHistory(world: DemoWorld): Happening[] {
  return [...firstStage(world), ...secondStage(world)].filter(({ at }) => at <= world.options.now)
}

function firstStage(world: DemoWorld): Happening[] {
  const { db, people } = world
  const id = randomUUID()
  const decision = {
    ...{ id: randomUUID(), stageId: id, verdict: 'go' as const, by: people.idOf('ausschuss') },
    ...{ resolution: 'Beschluss LA 2026/05', decidedOn: FIRST_DECIDED },
    reason: 'Die Fachverfahren laufen; die Schulungen sind gut besucht.',
  }
  const resolved = { resolution: 'Beschluss LA 2025/02', decidedOn: FIRST_BEGINS }
  const plan = {
    subject: 'GIS',
    description: 'Gemeinsames Geoinformationssystem: Bestandsdaten, Auskunft im Bürgerbüro, Schulung der IT.',
    ...{ topicKey: 'data', fromDate: FIRST_BEGINS, untilDate: '2026-12-31', decideBy: FIRST_DECIDED },
  }
  return [
    ...begins(world, id, plan, { day: '2025-03-25', municipalities: [0, 8] }),
    aims(world, id, { day: FIRST_BEGINS, aim: 'participating', value: 60, resolved }),
    aims(world, id, { day: FIRST_BEGINS, aim: 'trained', value: 50, resolved }),
    { at: momentOf(FIRST_DECIDED, '16:25'), happen: (now) => expectOk(decideStage(db, decision, now)) },
  ]
}

function secondStage(world: DemoWorld): Happening[] {
  const id = randomUUID()
  const plan = {
    subject: 'Bauleitplanung',
    description:
      'Pläne digital aufstellen, beteiligen und veröffentlichen; zunächst mit einfachen Änderungen.',
    ...{
      topicKey: 'collaboration',
      fromDate: SECOND_BEGINS,
      untilDate: '2027-05-31',
      decideBy: '2026-12-10',
    },
  }
  return [
    ...begins(world, id, plan, { day: SECOND_PLANNED, municipalities: [5, 11] }),
    aims(world, id, { day: '2026-06-11', aim: 'trained', value: 50, resolved: null }),
  ]
}

type Beginning = { day: string; municipalities: [from: number, until: number] }

function begins(
  { db, people, district }: DemoWorld,
  id: string,
  plan: StagePlan & { fromDate: string },
  { day, municipalities }: Beginning,
): Happening[] {
  const by = people.idOf('koordination')
  const organisations = district.municipalities
    .slice(...municipalities)
    .map((municipality) => ({ id: municipality.id, memberId: randomUUID() }))
  const joining = { stageId: id, organisations, fromDate: plan.fromDate }
  return [
    { at: momentOf(day, '10:30'), happen: (now) => expectOk(addStage(db, by, { ...plan, id }, now)) },
    { at: momentOf(day, '10:40'), happen: (now) => expectOk(joinStage(db, by, joining, now)) },
  ]
}

type Aim = {
  day: string
  aim: StageAim
  value: number
  resolved: { resolution: string; decidedOn: string } | null
}

/** In per cent of the municipalities of the stage; proposed where nobody has resolved it. */
function aims({ db, people }: DemoWorld, stageId: string, { day, aim, value, resolved }: Aim): Happening {
  const target = {
    ...{ id: randomUUID(), stageId, aim, value, measure: 'percent' as const, reason: null },
    ...(resolved ?? { resolution: null, decidedOn: null }),
    state: resolved ? ('resolved' as const) : ('proposed' as const),
    by: people.idOf(resolved ? 'ausschuss' : 'koordination'),
  }
  return { at: momentOf(day, '16:30'), happen: (now) => expectOk(setStageTarget(db, target, now)) }
}
