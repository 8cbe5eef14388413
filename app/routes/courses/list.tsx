import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import {
  AUDIENCES,
  COURSE_FORMATS,
  COURSE_LEVELS,
  nextOffer,
  type Audience,
  type CourseState,
} from '#app/domain/course.ts'
import { can } from '#app/domain/policy.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { choiceFrom, isTicked, pageOf, wordsFrom } from '#app/http/query.ts'
import { Allowed, useActor } from '#app/ui/actor.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CourseCard } from '#app/ui/course-card.tsx'
import { CourseFilters } from '#app/ui/course-filters.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExternalOfferCard } from '#app/ui/external-offer-card.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listCourses, type CourseCard as Course, type CourseFilter } from '#db/courses.ts'
import type { Db } from '#db/client.server.ts'
import { listExternalOffers } from '#db/external-offers.ts'
import { listAudiences } from '#db/memberships.ts'
import { listOpenings, type Opening } from '#db/openings.ts'
import { listTopics } from '#db/topics.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.course.catalogue.title)

const PAGE_SIZE = 60
const STATES = ['published', 'draft', 'retired'] as const satisfies readonly CourseState[]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'catalogue:read')
  const { db } = context
  const now = new Date()
  const query = new URL(request.url).searchParams
  const mayEdit = can(actor, 'course:edit')
  const audiences = actor.id === null ? [] : await listAudiences(db, actor.id, dayOf(now))

  const filter = filterFrom(query, mayEdit)
  const forMe = isTicked(query, 'forMe') && audiences.length > 0
  const isOwnWanted = query.get('provider') !== 'others'
  const courses = isOwnWanted
    ? await listCourses(db, { ...filter, ...(forMe && { forAudiences: audiences }) })
    : []
  const openings = await listOpenings(db, now)
  const cards = courses.map((course) => ({ course, offer: nextOffer(openings.get(course.id) ?? [], now) }))
  const { rows, ...paging } = pageOf(query, filter.search ? cards : offersFirst(cards), PAGE_SIZE)
  return {
    cards: rows.map(cardOf),
    offers:
      paging.page === paging.pages
        ? await offersOfOthers(db, query, filter, forMe ? audiences : undefined, now)
        : [],
    ...paging,
    total: cards.length,
    isNarrowed: [...query].some(([name, value]) => name !== 'page' && value !== ''),
    filters: {
      topics: await listTopics(db),
      states: mayEdit ? STATES : [],
      hasAudience: audiences.length > 0,
      moreInUse: ['level', 'format', 'audience', 'state', 'provider'].some((name) => query.get(name)),
    },
  }
}

/** The link cards beside our own, after the last of them; a state is a matter of our own courses. */
async function offersOfOthers(
  db: Db,
  query: URLSearchParams,
  { search, topic, level, format, audience }: CourseFilter,
  forAudiences: readonly Audience[] | undefined,
  now: Date,
) {
  if (query.get('provider') === 'own' || query.get('state')) return []
  const filter = { search, topic, level, format, audience, forAudiences }
  return listExternalOffers(db, filter, dayOf(now))
}

function filterFrom(query: URLSearchParams, mayEdit: boolean): CourseFilter {
  const state = choiceFrom(query, 'state', STATES)
  const all: CourseState[] = mayEdit ? ['published', 'draft'] : ['published']
  return {
    search: wordsFrom(query, 'search'),
    topic: wordsFrom(query, 'topic'),
    level: choiceFrom(query, 'level', COURSE_LEVELS),
    format: choiceFrom(query, 'format', COURSE_FORMATS),
    audience: choiceFrom(query, 'audience', AUDIENCES),
    states: mayEdit && state ? [state] : all,
  }
}

/** What a card shows and no more: all of it is copied on its way to the page. */
function cardOf({ course, offer }: { course: Course; offer: Opening | undefined }) {
  const { id, titleDe, titleEn, summaryDe, summaryEn, topicDe, topicEn, level, format, units, state } = course
  return {
    course: { id, titleDe, titleEn, summaryDe, summaryEn, topicDe, topicEn, level, format, units, state },
    offer: offer && nextDateOf(offer),
  }
}

function nextDateOf({ id, startsAt, endsAt, meetingCount, ...line }: Opening) {
  const { capacity, onlineCapacity, quota, taken, waiting } = line
  return { id, startsAt, endsAt, meetingCount, capacity, onlineCapacity, quota, taken, waiting }
}

/** What one can enrol in now stands before what has no date; each part keeps its order. */
function offersFirst<T extends { offer: { startsAt: Date } | undefined }>(cards: T[]): T[] {
  const start = ({ offer }: T) => offer?.startsAt.getTime() ?? Infinity
  return [...cards].sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)))
}

export default function CourseListPage() {
  const { cards, offers, total, page, pages, isNarrowed, filters } = useLoaderData<typeof loader>()
  const t = useMessages()
  const action = (
    <ButtonLink href="/courses/similar" look="primary" icon="add">
      {t.course.edit.add}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={t.course.catalogue.title}
        lead={t.course.catalogue.lead}
        action={
          <ButtonRow>
            <Allowed to="course:edit">{action}</Allowed>
            <ButtonLink href="/learning-paths">{t.learningPath.title}</ButtonLink>
          </ButtonRow>
        }
      />
      <CourseFilters {...filters} />
      {cards.length === 0 && offers.length === 0 && <Nothing isNarrowed={isNarrowed} />}
      {cards.length > 0 && (
        <>
          <p className="muted">{t.course.catalogue.found(total)}</p>
          <ul className="card-grid">
            {cards.map(({ course, offer }) => (
              <CourseCard key={course.id} course={course} offer={offer} />
            ))}
          </ul>
        </>
      )}
      <OffersOfOthers />
      <Pagination page={page} pages={pages} />
    </>
  )
}

function OffersOfOthers() {
  const { offers } = useLoaderData<typeof loader>()
  const { externalOffer } = useMessages()
  const mayEdit = can(useActor(), 'external-offer:edit')
  if (offers.length === 0 && !mayEdit) return null
  return (
    <Section
      title={externalOffer.title}
      action={
        mayEdit && (
          <ButtonLink look="quiet" href="/external-offers">
            {externalOffer.manage}
          </ButtonLink>
        )
      }
    >
      <p className="muted">{externalOffer.lead}</p>
      <ul className="card-grid">
        {offers.map((offer) => (
          <ExternalOfferCard key={offer.id} offer={offer} />
        ))}
      </ul>
    </Section>
  )
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useMessages()
  if (!isNarrowed) return <Empty>{t.course.catalogue.empty}</Empty>
  return (
    <Empty action={<ButtonLink href="/courses">{t.course.catalogue.showAll}</ButtonLink>}>
      {t.course.catalogue.none}
    </Empty>
  )
}
