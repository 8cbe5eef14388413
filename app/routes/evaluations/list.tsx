import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { RoundSchedule } from '#app/domain/round-schedule.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { pageOf } from '#app/http/query.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { RoundTable } from '#app/ui/round.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listRounds } from '#db/evaluations.ts'
import { getRoundSchedule } from '#db/round-schedule.ts'

const PAGE_SIZE = 20

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.round.list.title)

/** Those who see results see their rounds; trainers only the released ones of their courses. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'evaluation:list')
  const manages = can(actor, 'evaluation:manage')
  const all = await listRounds(context.db, new Date())
  const rounds = all.filter((round) => can(actor, 'evaluation:round', round))
  const isDone = ({ state }: { state: string }) => state === 'released' || state === 'given-up'
  const { rows, page, pages } = pageOf(new URL(request.url).searchParams, rounds.filter(isDone), PAGE_SIZE)
  const seesRunning =
    manages || can(actor, 'evaluation:results', { kind: 'competence-centre', trainerIds: [] })
  return {
    schedule: seesRunning ? await getRoundSchedule(context.db) : null,
    running: rounds.filter((round) => !isDone(round)),
    done: rows,
    page,
    pages,
    manages,
    seesRunning,
  }
}

export default function EvaluationsPage() {
  const { running, done, page, pages, manages, seesRunning, schedule } = useLoaderData<typeof loader>()
  const {
    round: { list },
    measure,
  } = useMessages()
  return (
    <>
      <PageHeader
        title={list.title}
        lead={seesRunning ? list.lead : list.leadTrainer}
        action={
          manages && (
            <ButtonLink look="primary" href="/evaluations/new">
              {list.add}
            </ButtonLink>
          )
        }
      />
      {manages && (
        <p>
          <a href="/questionnaires">{list.questionnaires}</a>
        </p>
      )}
      {seesRunning && (
        <Section title={list.running}>
          {running.length > 0 ? (
            <RoundTable caption={list.running} rounds={running} />
          ) : (
            <Empty>{list.noneRunning}</Empty>
          )}
        </Section>
      )}
      {schedule && <Schedule {...schedule} />}
      <Section title={list.done}>
        {done.length > 0 ? (
          <>
            <RoundTable caption={list.done} rounds={done} done />
            <Pagination page={page} pages={pages} />
          </>
        ) : (
          <Empty>{seesRunning ? list.noneDone : list.noneTrainer}</Empty>
        )}
      </Section>
      <p>
        <a href="/measures">{measure.all}</a>
      </p>
    </>
  )
}

/** When the competence centre is evaluated, and what of it is still open. */
function Schedule({ pilotEndsOn, months }: RoundSchedule) {
  const { schedule } = useMessages().round
  return (
    <Section title={schedule.title}>
      <div className="stack">
        <DescriptionList
          facts={[
            {
              term: schedule.first,
              value: pilotEndsOn ? schedule.atPilotEnd(pilotEndsOn) : schedule.pilotOpen,
            },
            { term: schedule.then, value: months ? schedule.every(months) : schedule.rhythmOpen },
          ]}
        />
        <p className="muted measure">{schedule.decides}</p>
      </div>
    </Section>
  )
}
