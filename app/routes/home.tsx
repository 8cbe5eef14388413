import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { isMeantFor, type Audience } from '#app/domain/course.ts'
import type { Locale } from '#app/domain/locale.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { openDecisions } from '#app/domain/report-decisions.ts'
import { workshopState } from '#app/domain/workshop.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { todosFor } from '#app/http/todos.server.ts'
import { pick } from '#app/i18n/index.ts'
import { Allowed, useActor } from '#app/ui/actor.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Decisions } from '#app/ui/dashboard.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { TodoList } from '#app/ui/todo-list.tsx'
import { FreeSeats } from '#app/ui/workshop.tsx'
import type { Db } from '#db/client.server.ts'
import { listMine } from '#db/enrolment-lists.ts'
import { listAudiences } from '#db/memberships.ts'
import { getDecisionFacts } from '#db/report-facts.ts'
import { listSnapshots } from '#db/snapshots.ts'
import { listWorkshops } from '#db/workshops.ts'
import { shownDecisions } from '#reports/dashboard.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.home.title)

const DATES_SHOWN = 3

/** "What is there for me today": each role gets what concerns it, and nothing is asked for the others. */
export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'public:read')
  const now = new Date()
  return {
    dates: await nextDates(db, actor, now),
    mine: await myDates(db, actor, now),
    todos: await todosFor(db, actor, now),
    report: can(actor, 'report:download')
      ? ((await listSnapshots(db)).find(({ releasedAt }) => releasedAt) ?? null)
      : null,
    decisions: can(actor, 'target:propose')
      ? await decisionsToday(db, await localeOf(context, request), now)
      : null,
  }
}

/** As of now: what the latest report asked for may have been resolved since. */
async function decisionsToday(db: Db, locale: Locale, now: Date) {
  const open = openDecisions(await getDecisionFacts(db, dayOf(now)))
  return open.length > 0 ? shownDecisions(open, locale) : null
}

/** Open workshops that the person is not enrolled in; for those who have an audience, of courses meant for it. */
async function nextDates(db: Db, actor: Actor, now: Date) {
  if (actor.id !== null && !can(actor, 'enrolment:enrol')) return null
  const audiences: Audience[] = actor.id === null ? [] : await listAudiences(db, actor.id, dayOf(now))
  const taken = new Set(
    actor.id === null ? [] : (await listMine(db, actor.id)).map(({ workshopId }) => workshopId),
  )
  const open = (await listWorkshops(db, { from: now })).filter(
    (line) => !taken.has(line.id) && workshopState(line, [line], line.taken, now) === 'open',
  )
  const fitting = audiences.length === 0 ? open : open.filter((line) => isMeantFor(line, audiences))
  return fitting.slice(0, DATES_SHOWN)
}

async function myDates(db: Db, actor: Actor, now: Date) {
  if (actor.id === null || !can(actor, 'enrolment:enrol')) return null
  const mine = await listMine(db, actor.id)
  const coming = mine.filter(
    ({ status, endsAt }) => endsAt > now && ['confirmed', 'requested', 'waiting', 'offered'].includes(status),
  )
  // Whatever stands in here reaches the browser: not the way into a video conference.
  return coming.map(({ id, workshopId, titleDe, titleEn, status, startsAt, endsAt, meetings }) => ({
    ...{ id, workshopId, titleDe, titleEn, status, startsAt, endsAt },
    meetings: meetings.map((meeting) => ({ startsAt: meeting.startsAt, endsAt: meeting.endsAt })),
  }))
}

export default function HomePage() {
  const { todos, report, decisions } = useLoaderData<typeof loader>()
  const actor = useActor()
  const t = useMessages()
  if (actor.id === null) return <GuestHome />
  return (
    <>
      <PageHeader title={t.home.welcome(actor.name)} />
      <Section title={t.home.todo} action={<Views />}>
        {todos.length > 0 ? <TodoList todos={todos} /> : <Empty>{t.home.nothingToDo}</Empty>}
      </Section>
      {report && (
        <Section title={t.home.report}>
          <p>{t.home.reportFacts(report.number, report.cutOff)}</p>
          <ButtonRow>
            <ButtonLink look="primary" href="/indicators">
              {t.home.seeIndicators}
            </ButtonLink>
            <ButtonLink href={`/reports/${report.number}/steering-committee.pdf`}>
              {t.home.reportPdf}
            </ButtonLink>
          </ButtonRow>
        </Section>
      )}
      {decisions && <Decisions decisions={decisions} number={null} />}
      <MyDates />
      <NextDates />
    </>
  )
}

/** The pages that say how everything stands, for those who have one. */
function Views() {
  const t = useMessages()
  return (
    <>
      <Allowed to="overview:read">
        <ButtonLink look="quiet" href="/overview">
          {t.overview.open}
        </ButtonLink>
      </Allowed>
      <Allowed to="teaching:read">
        <ButtonLink look="quiet" href="/teaching">
          {t.teaching.open}
        </ButtonLink>
      </Allowed>
    </>
  )
}

function GuestHome() {
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t.home.guestTitle}
        lead={t.home.guestLead}
        action={
          <ButtonRow>
            <ButtonLink look="primary" href="/courses">
              {t.home.seeCourses}
            </ButtonLink>
            <ButtonLink href="/access">{t.home.requestAccess}</ButtonLink>
          </ButtonRow>
        }
      />
      <NextDates />
      <Section title={t.home.howTitle}>
        <ol>
          {t.home.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
    </>
  )
}

function MyDates() {
  const { mine } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  if (!mine) return null
  return (
    <Section
      title={t.home.mine}
      action={
        <ButtonLink look="quiet" href="/enrolments">
          {t.home.allMine}
        </ButtonLink>
      }
    >
      {mine.length === 0 && <Empty>{t.home.noMine}</Empty>}
      <CardList>
        {mine.slice(0, DATES_SHOWN).map((date) => (
          <Card
            key={date.id}
            title={pick(locale, date.titleDe, date.titleEn)}
            href={`/workshops/${date.workshopId}`}
            preline={<DateLine meetings={date.meetings} date={date} />}
          >
            <p>{t.enrolment.status[date.status]}</p>
          </Card>
        ))}
      </CardList>
    </Section>
  )
}

type Dated = { startsAt: Date; endsAt: Date }

/** The next meeting says more than a span of weeks. */
function DateLine({ meetings, date }: { meetings: Dated[]; date: Dated }) {
  const [next = date] = meetings
  return <TimeRange start={next.startsAt} end={next.endsAt} />
}

function NextDates() {
  const { dates } = useLoaderData<typeof loader>()
  const actor = useActor()
  const t = useMessages()
  const locale = useLocale()
  if (!dates) return null
  return (
    <Section
      title={actor.id === null ? t.home.nextDates : t.home.fitting}
      action={
        <ButtonLink look="quiet" href="/workshops">
          {t.home.allDates}
        </ButtonLink>
      }
    >
      {dates.length === 0 && <Empty>{t.home.noFitting}</Empty>}
      <CardList>
        {dates.map((date) => (
          <Card
            key={date.id}
            title={pick(locale, date.titleDe, date.titleEn)}
            href={`/workshops/${date.id}`}
            preline={<TimeRange start={date.startsAt} end={date.endsAt} />}
          >
            <p>
              <FreeSeats {...date} />
            </p>
          </Card>
        ))}
      </CardList>
    </Section>
  )
}
