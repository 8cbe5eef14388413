// "Heute zu tun": what waits for somebody on their first page, collected from all that they have to do with.

import { hasNotBegun } from '#app/domain/evaluation.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { reportingDate } from '#app/domain/snapshot.ts'
import type { Todo } from '#app/domain/todo.ts'
import { trusteeStep } from '#app/domain/trustee.ts'
import { officeOf } from '#app/http/proof-office.ts'
import { countOpenRequests } from '#db/access-requests.ts'
import { listUndecided, listUnwrittenLists } from '#db/agenda.ts'
import type { Db } from '#db/client.server.ts'
import { listMine } from '#db/enrolment-lists.ts'
import { getRound, listRounds } from '#db/evaluations.ts'
import { listMyInvitations } from '#db/invitations.ts'
import { listOpenObjections } from '#db/objections.ts'
import { countOutbox } from '#db/outbox.ts'
import { countWaitingProofs } from '#db/proofs.ts'
import { listNotOpened } from '#db/round-openings.ts'
import { getRoundSchedule } from '#db/round-schedule.ts'
import { getSettings } from '#db/settings.ts'
import { listStandingReports } from '#db/standing-reports.ts'
import { countOpenRequestsOf } from '#db/towns.ts'
import { listMandates, listTrustees } from '#db/trustee-lists.ts'
import { listOpenQuestions } from '#db/workshop-questions.ts'
import { countOpenWalkIns } from '#db/walk-in-lists.ts'

/** What waits for somebody today, of all their roles; nothing is asked for the others. */
export async function todosFor(db: Db, actor: Actor, now: Date): Promise<Todo[]> {
  if (actor.id === null) return []
  const all = can(actor, 'course:edit')
  return [
    ...(await ownTodos(db, actor.id, now)),
    ...(all || actor.roles.includes('trainer') ? await listTodos(db, all ? null : actor.id, now) : []),
    ...(all || actor.roles.includes('trainer') ? await decisionTodos(db, all ? null : actor.id, now) : []),
    ...(actor.roles.includes('trainer') ? await questionTodos(db, actor.id) : []),
    ...(can(actor, 'walk-in:settle') ? await walkInTodos(db) : []),
    ...(await approvalTodos(db, actor)),
    ...(can(actor, 'proof:list') ? await proofTodos(db, actor) : []),
    ...(can(actor, 'person:manage') ? await deskTodos(db, actor) : []),
    ...(can(actor, 'evaluation:list') ? await roundTodos(db, actor, now) : []),
    ...(can(actor, 'phase:edit') ? await scheduleTodos(db) : []),
    ...(await trusteeTodos(db, actor.id, now)),
    ...(can(actor, 'report:download') ? await reportTodos(db, actor, now) : []),
  ]
}

async function ownTodos(db: Db, personId: string, now: Date): Promise<Todo[]> {
  const offers = (await listMine(db, personId)).filter(({ status }) => status === 'offered')
  const invitations = await listMyInvitations(db, personId, now)
  return [
    ...offers.map((offer): Todo => ({
      kind: 'offer',
      href: `/workshops/${offer.workshopId}`,
      title: titles(offer),
      until: offer.offerUntil ?? offer.startsAt,
    })),
    ...invitations.map((one): Todo => ({
      kind: 'answer',
      round: one.kind,
      href: `/evaluations/${one.roundId}/answer`,
      title: titles(one),
      closesOn: one.closesOn,
    })),
  ]
}

const titles = ({ titleDe, titleEn }: { titleDe: string; titleEn: string | null }) => ({
  de: titleDe,
  en: titleEn,
})

async function listTodos(db: Db, trainerId: string | null, now: Date): Promise<Todo[]> {
  const lists = await listUnwrittenLists(db, trainerId, now)
  const objections = await listOpenObjections(db, trainerId)
  const said = objections.map((one): Todo => ({
    kind: 'objection',
    href: `/objections/${one.id}`,
    title: titles(one),
    startsAt: one.startsAt,
  }))
  const open = lists.map((list): Todo => ({
    kind: 'roll-call',
    href: `/meetings/${list.meetingId}/attendance`,
    title: titles(list),
    startsAt: list.startsAt,
    missing: list.missing,
  }))
  return [...said, ...open]
}

async function walkInTodos(db: Db): Promise<Todo[]> {
  const count = await countOpenWalkIns(db)
  return count > 0 ? [{ kind: 'walk-ins', href: '/walk-ins', count }] : []
}

async function questionTodos(db: Db, trainerId: string): Promise<Todo[]> {
  const open = await listOpenQuestions(db, trainerId)
  return open.map(({ workshopId, count, ...title }) => ({
    kind: 'questions',
    href: `/workshops/${workshopId}/questions`,
    title: titles(title),
    count,
  }))
}

async function decisionTodos(db: Db, trainerId: string | null, now: Date): Promise<Todo[]> {
  const low = await listUndecided(db, trainerId, now)
  return low.map(({ workshopId, startsAt, taken, minimum, ...title }) => ({
    kind: 'decide',
    href: `/workshops/${workshopId}/decision`,
    title: titles(title),
    startsAt,
    taken,
    minimum,
  }))
}

/** Officers hear of all that waits in their towns, coordinators of what was not even answered after a reminder. */
async function approvalTodos(db: Db, actor: Actor): Promise<Todo[]> {
  const isOffice = can(actor, 'course:edit')
  if (!isOffice && !can(actor, 'organisation:oversee-own')) return []
  const open = await countOpenRequestsOf(db, isOffice ? null : actor.officerOf)
  return open
    .filter(({ organisationId, reminded }) => reminded > 0 || actor.officerOf.includes(organisationId))
    .map(({ organisationId, organisation, count, reminded }) => ({
      kind: 'approvals',
      href: `/organisations/${organisationId}`,
      ...{ organisation, count, reminded: reminded > 0 },
    }))
}

async function proofTodos(db: Db, actor: Actor): Promise<Todo[]> {
  const count = actor.id === null ? 0 : await countWaitingProofs(db, actor.id, officeOf(actor))
  return count > 0 ? [{ kind: 'proofs', href: '/proofs', count }] : []
}

async function deskTodos(db: Db, actor: Actor): Promise<Todo[]> {
  const requests = await countOpenRequests(db)
  const failed = can(actor, 'outbox:read') ? (await countOutbox(db)).failed : 0
  return [
    ...(requests > 0 ? [{ kind: 'requests', href: '/admin/requests', count: requests } as const] : []),
    ...(failed > 0 ? [{ kind: 'failed-mails', href: '/admin/outbox', count: failed } as const] : []),
  ]
}

async function roundTodos(db: Db, actor: Actor, now: Date): Promise<Todo[]> {
  const rounds = await listRounds(db, now)
  const stuck = await listNotOpened(db, now)
  return rounds.flatMap((round): Todo[] => {
    const href = `/evaluations/${round.id}`
    if (round.state === 'counted' && can(actor, 'evaluation:release', round))
      return [{ kind: 'release-round', href, title: titles(round) }]
    if (round.state === 'closed' && round.keyHolder === 'server' && can(actor, 'evaluation:manage'))
      return [{ kind: 'count-round', href, title: titles(round) }]
    const isStuck = stuck.includes(round.id) || round.state === 'missed'
    if (isStuck && can(actor, 'evaluation:manage'))
      return [{ kind: 'open-round', href, title: titles(round) }]
    return []
  })
}

/** What the committee has to decide, and the coordination has to bring before it. */
async function scheduleTodos(db: Db): Promise<Todo[]> {
  const { months } = await getRoundSchedule(db)
  return months === null ? [{ kind: 'set-schedule', href: '/indicators/rulings' }] : []
}

/** Halves of keys: to be set up before a round opens, and brought together once it is over. */
async function trusteeTodos(db: Db, personId: string, now: Date): Promise<Todo[]> {
  const todos: Todo[] = []
  for (const { roundId, part, titleDe } of await listMandates(db, personId)) {
    const round = await getRound(db, roundId, now)
    const trustees = await listTrustees(db, roundId, now)
    const mine = trustees.find((one) => one.part === part)
    const other = trustees.find((one) => one.part !== part)
    const step = mine && trusteeStep(mine, other)
    const kind =
      round && hasNotBegun(round.state) && step !== 'ready' && step !== 'wait-for-other'
        ? 'prepare-key'
        : round?.state === 'closed' && mine?.handedAt === null
          ? 'open-urn'
          : undefined
    const href = `/evaluations/${roundId}/trustees/${part}`
    if (kind) todos.push({ kind, href, title: { de: titleDe, en: null } })
  }
  return todos
}

async function reportTodos(db: Db, actor: Actor, now: Date): Promise<Todo[]> {
  const snapshots = await listStandingReports(db)
  const due = reportingDate(dayOf(now), (await getSettings(db)).reportMonths)
  const isMissing = due !== null && !snapshots.some(({ cutOff }) => cutOff >= due)
  return [
    ...(can(actor, 'snapshot:prepare') && isMissing
      ? [{ kind: 'prepare-report', href: '/reports', cutOff: due } as const]
      : []),
    ...(can(actor, 'snapshot:release')
      ? snapshots
          .filter(({ releasedAt }) => !releasedAt)
          .map(({ number }) => ({ kind: 'release-report', href: `/reports/${number}`, number }) as const)
      : []),
  ]
}
