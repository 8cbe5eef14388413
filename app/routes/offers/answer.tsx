import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import { displayName } from '#app/domain/person.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { listNextDates } from '#app/http/decision.server.ts'
import { oneOf, parseForm } from '#app/http/form.ts'
import { forgiveKnock, mayKnock } from '#app/http/limits.server.ts'
import { found, tooManyRequests } from '#app/http/responses.ts'
import { ButtonLink, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { EnrolWarnings } from '#app/ui/enrol-form.tsx'
import { LinkedFacts, LinkEnded } from '#app/ui/link-page.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getApprovalRule } from '#db/approval-rules.ts'
import type { Db } from '#db/client.server.ts'
import { listPlaceWarnings } from '#db/enrolment-facts.ts'
import { getMailLink } from '#db/mail-links.ts'
import { answerByLink, getOfferedPlace, type OfferedPlace } from '#db/offer-links.ts'
import type { Workshop } from '#db/workshops.ts'

const AnswerForm = z.object({ intent: oneOf(['accept', 'decline']) })
type Ending = 'link-gone' | 'lapsed' | 'called-off' | 'over'

const NOTHING = { offer: null, answered: null, ended: null, workshopId: null }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.offer.title)

/** Opening the link answers nothing: mail scanners open every link. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const link = await getMailLink(context.db, params.token ?? '', ['offer'])
  if (!link) {
    if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
    return data({ ...NOTHING, ended: 'link-gone' as const }, 410)
  }
  const place = found(await getOfferedPlace(context.db, link, now))
  const { workshopId } = link
  if (!place.refusal) return data({ ...NOTHING, workshopId, offer: await viewOf(context.db, place, now) })
  const answered = ANSWERED[link.status] ?? null
  if (answered && place.refusal !== 'called-off') return data({ ...NOTHING, workshopId, answered })
  return data({ ...NOTHING, workshopId, ended: endedAs(place) }, 410)
}

const ANSWERED: Partial<Record<EnrolmentStatus, 'accepted' | 'requested' | 'declined'>> = {
  confirmed: 'accepted',
  requested: 'requested',
  declined: 'declined',
}

function endedAs({ refusal }: OfferedPlace): Ending {
  if (refusal === 'called-off') return 'called-off'
  return refusal === 'offer-lapsed' ? 'lapsed' : 'over'
}

async function viewOf(db: Db, { workshop, enrolment, enrolledBy, ...place }: OfferedPlace, now: Date) {
  const asked = { id: enrolment.personId, organisationId: enrolment.organisationId }
  // Whoever has the mail reads this: only what stands in our own workshops.
  const warnings = (await listPlaceWarnings(db, workshop, [asked])).get(asked.id)
  const rule = await getApprovalRule(db, enrolment.organisationId)
  return {
    name: displayName(place),
    organisation: place.organisation,
    by: enrolledBy.id === enrolment.personId ? null : displayName(enrolledBy),
    until: enrolment.offerUntil ?? workshop.startsAt,
    approver: rule?.kind === 'approve' ? (rule.approver?.name ?? rule.organisation) : null,
    workshop: linked(workshop),
    warnings,
    parallel: warnings?.thinDay && (await listNextDates(db, workshop, now))[0],
  }
}

function linked({ id, courseId, titleDe, titleEn, meetings, place, onlineUrl }: Workshop) {
  return { id, courseId, titleDe, titleEn, meetings, place, hasOnline: onlineUrl !== null }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const token = params.token ?? ''
  if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
  const form = await parseForm(request, AnswerForm)
  if (!form.ok) return data(null, 400)
  const result = await answerByLink(context.db, token, form.value.intent, now)
  if (!result.ok) return data(null, result.refusal === 'link-gone' ? 410 : 409)
  await forgiveKnock(context, 'token')
  return redirect(`/offers/${token}`)
}

export default function OfferPage() {
  const { offer, answered, ended, workshopId } = useLoaderData<typeof loader>()
  const words = useMessages().offer
  if (offer) return <Offered />
  if (answered && workshopId) return <Answered answered={answered} workshopId={workshopId} />
  return (
    <LinkEnded
      {...words.ended[ended ?? 'link-gone']}
      ways={[
        ...(workshopId ? [{ href: `/workshops/${workshopId}`, label: words.toWorkshop }] : []),
        { href: '/workshops', label: words.toDates },
      ]}
    />
  )
}

function Offered() {
  const { offer } = useLoaderData<typeof loader>()
  const t = useMessages()
  if (!offer) return null
  const { mine } = t.enrolment
  return (
    <div className="measure stack">
      <PageHeader title={t.offer.title} lead={offer.by ? t.offer.by(offer.by) : t.offer.movedUp} />
      <LinkedFacts
        workshop={offer.workshop}
        more={[
          { term: t.offer.person, value: offer.name },
          { term: t.enrolment.list.organisation, value: offer.organisation },
        ]}
      />
      <div>
        <p className="standing">{t.offer.until(offer.until)}</p>
        <p>{mine.offeredNothing}</p>
      </div>
      {offer.approver && <p>{t.approval.own.willAsk(offer.approver)}</p>}
      {offer.warnings && <EnrolWarnings warnings={offer.warnings} parallel={offer.parallel} />}
      <ButtonRow>
        <PostButton look="primary" hidden={{ intent: 'accept' }}>
          {mine.accept}
        </PostButton>
        <PostButton hidden={{ intent: 'decline' }}>{mine.decline}</PostButton>
      </ButtonRow>
    </div>
  )
}

type AnsweredProps = { answered: 'accepted' | 'requested' | 'declined'; workshopId: string }

/** What the answer has led to; also for whoever opens the mail again. */
function Answered({ answered, workshopId }: AnsweredProps) {
  const { offer } = useMessages()
  const { title, text } = offer.answered[answered]
  return (
    <div className="measure stack">
      <PageHeader title={offer.title} />
      <Notice kind="success" title={title} answer>
        {text}
      </Notice>
      <ButtonRow>
        <ButtonLink href={`/workshops/${workshopId}`}>{offer.toWorkshop}</ButtonLink>
      </ButtonRow>
      {answered !== 'declined' && (
        <Section title={offer.accountTitle}>
          <p>{offer.account}</p>
          <ButtonRow>
            <ButtonLink href="/login">{offer.toLogin}</ButtonLink>
          </ButtonRow>
        </Section>
      )}
    </div>
  )
}
