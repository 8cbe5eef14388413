import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rollCallOpens } from '#app/domain/attendance.ts'
import { typedCode } from '#app/domain/check-in.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { wordsFrom } from '#app/http/query.ts'
import { isId } from '#app/http/responses.ts'
import { CheckInForm } from '#app/ui/check-in-form.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getArrival } from '#db/arrivals.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.checkIn.title)

/** Where a code is typed, and where it is said what became of it: read from what is stored, never from the address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'public:read')
  const query = new URL(request.url).searchParams
  const code = typedCode(wordsFrom(query, 'code') ?? '')
  if (code) throw redirect(`/check-in/${encodeURIComponent(code)}`)
  if (query.has('code')) return { arrival: null, isEmpty: true }
  const meetingId = query.get('meeting') ?? ''
  if (actor.id === null || !isId(meetingId)) return { arrival: null, isEmpty: false }
  const arrival = await getArrival(context.db, meetingId, actor.id)
  return {
    arrival: arrival ? { status: arrival.status, opens: rollCallOpens(arrival) } : null,
    isEmpty: false,
  }
}

export default function CheckInPage() {
  const { arrival, isEmpty } = useLoaderData<typeof loader>()
  const { checkIn } = useMessages()
  return (
    <div className="measure stack">
      <PageHeader title={checkIn.title} lead={arrival ? undefined : checkIn.lead} />
      {arrival ? <Arrived {...arrival} /> : <CheckInForm isEmpty={isEmpty} />}
    </div>
  )
}

function Arrived({ status, opens }: { status: string | null; opens: Date }) {
  const { checkIn } = useMessages()
  const said =
    status === 'present'
      ? { title: checkIn.present, text: checkIn.presentText }
      : status === null
        ? { title: checkIn.kept(opens), text: checkIn.keptText }
        : { title: checkIn.otherwise, text: checkIn.otherwiseText }
  return (
    <>
      <Notice kind="success" title={said.title} answer>
        {said.text}
      </Notice>
      <ButtonLink href="/enrolments">{checkIn.toMine}</ButtonLink>
    </>
  )
}
