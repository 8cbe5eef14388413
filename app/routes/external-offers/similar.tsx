import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { wordsFrom } from '#app/http/query.ts'
import { pick } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { ExternalOfferCard } from '#app/ui/external-offer-card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listCourses } from '#db/courses.ts'
import { listSimilarOffers } from '#db/external-offers.ts'
import { listTopics } from '#db/topics.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.externalOffer.similar.title)

const MOST_OWN = 6

/** The first step to a new course: what others, and we ourselves, offer already. */
export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'course:edit')
  const query = new URL(request.url).searchParams
  const [title, topic] = [wordsFrom(query, 'title'), wordsFrom(query, 'topic')]
  const topics = await listTopics(db)
  if (!title) return { title: '', topic: topic ?? '', topics, found: null, isEmpty: query.has('title') }
  const anyWord = title.split(/\s+/).join(' or ')
  const own = await listCourses(db, { search: anyWord, states: ['published', 'draft'] })
  return {
    title,
    topic: topic ?? '',
    topics,
    found: {
      offers: await listSimilarOffers(db, { title, topic }, dayOf(new Date())),
      own: own.slice(0, MOST_OWN).map(({ id, titleDe, titleEn }) => ({ id, titleDe, titleEn })),
    },
    isEmpty: false,
  }
}

export default function SimilarPage() {
  const { title, topic, topics, found, isEmpty } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { similar } = t.externalOffer
  const options = topics.map((one) => ({ value: one.key, label: pick(locale, one.titleDe, one.titleEn) }))
  return (
    <>
      <PageHeader
        title={similar.title}
        lead={similar.lead}
        breadcrumbs={[{ href: '/courses', label: t.course.catalogue.title }]}
      />
      <Form method="get" values={{ title, topic }} errors={isEmpty ? { title: 'required' } : {}}>
        <TextField name="title" label={similar.name} hint={similar.nameHint} required maxLength={200} />
        <SelectField name="topic" label={t.course.catalogue.topic} options={options} />
        <p>
          <Button look={found ? 'secondary' : 'primary'}>{similar.search}</Button>
        </p>
      </Form>
      {found && <Found />}
    </>
  )
}

function Found() {
  const { title, topic, found } = useLoaderData<typeof loader>()
  const { similar } = useMessages().externalOffer
  const locale = useLocale()
  if (!found) return null
  const query = new URLSearchParams({ title, ...(topic && { topic }) })
  const nothing = found.offers.length === 0 && found.own.length === 0
  return (
    <>
      <Section title={similar.found}>
        {found.offers.length === 0 ? (
          <p>{similar.none}</p>
        ) : (
          <ul className="card-grid">
            {found.offers.map((offer) => (
              <ExternalOfferCard key={offer.id} offer={offer} />
            ))}
          </ul>
        )}
      </Section>
      {found.own.length > 0 && (
        <Section title={similar.ownCourses}>
          <ul className="plain-list">
            {found.own.map(({ id, titleDe, titleEn }) => (
              <li key={id}>
                <a href={`/courses/${id}`}>{pick(locale, titleDe, titleEn)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ButtonRow>
        <ButtonLink look="primary" href={`/courses/new?${query.toString()}`}>
          {nothing ? similar.start : similar.goOn}
        </ButtonLink>
        <ButtonLink href="/external-offers/new">{similar.list}</ButtonLink>
      </ButtonRow>
    </>
  )
}
