import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { typedCode } from '#app/domain/check-in.ts'
import { actorOf, permit, requireActor } from '#app/http/actor.server.ts'
import { meetingOfCode, meetingOfPass, passCookie, passFor, passIn } from '#app/http/check-in-code.server.ts'
import { parseForm } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { originOf } from '#app/http/origin.ts'
import { tooManyRequests } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink, PostButton } from '#app/ui/button.tsx'
import { CheckInForm } from '#app/ui/check-in-form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { checkIn } from '#db/arrivals.ts'
import { getMeeting } from '#db/meetings.ts'
import { getWorkshop } from '#db/workshops.ts'

const LONGEST_PASS = 200
const ConfirmForm = z.object({ pass: z.string().max(LONGEST_PASS) })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.checkIn.title)

/** Opening the code changes nothing yet; whoever must sign in first keeps a pass and comes back here. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await actorOf(context, request)
  permit(actor, 'public:read')
  const now = new Date()
  await knock(context, actor.id, now)
  const code = typedCode(params.code ?? '')
  const seen =
    (await meetingOfCode(db, code, now)) ?? (await meetingOfPass(db, passIn(request), 'guest', now))
  const meeting = seen && (await getMeeting(db, seen.meetingId))
  const workshop = meeting && (await getWorkshop(db, meeting.workshopId))
  if (!seen || !workshop) return data({ here: null }, 404)
  if (actor.id === null) {
    const cookie = passCookie(passFor(seen, 'guest', now), originOf(context, request))
    const to = encodeURIComponent(`/check-in/${code}`)
    throw redirect(`/login?to=${to}`, { headers: { 'Set-Cookie': cookie } })
  }
  const { titleDe, titleEn } = workshop
  const { startsAt, endsAt } = meeting
  const pass = passFor(seen, actor.id, now)
  return data({ here: { titleDe, titleEn, startsAt, endsAt, name: actor.name, pass } })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  permit(actor, 'attendance:check-in')
  const now = new Date()
  await knock(context, actor.id, now)
  const form = await parseForm(request, ConfirmForm)
  const seen = form.ok ? await meetingOfPass(db, form.value.pass, actor.id, now) : undefined
  if (!seen) return data({ refusal: 'code-wrong' as const }, 404)
  const result = await checkIn(db, { meetingId: seen.meetingId, personId: actor.id }, now)
  if (!result.ok) return data({ refusal: result.refusal }, 409)
  return redirect(`/check-in?meeting=${seen.meetingId}`)
}

/** Codes are short: nobody shall try them all. A whole class may come from one address. */
async function knock(context: AppLoadContext, personId: string | null, now: Date): Promise<void> {
  const may = personId
    ? await mayKnock(context, 'check-in', now, personId)
    : await mayKnock(context, 'check-in-room', now)
  if (!may) throw tooManyRequests()
}

export default function ConfirmPage() {
  const { here } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal ?? (here ? undefined : 'code-wrong')
  const { checkIn: words } = useMessages()
  const locale = useLocale()
  if (refusal || !here) {
    return (
      <div className="measure stack">
        <PageHeader title={words.title} />
        {refusal && <Notice kind="danger" title={words.refusal[refusal]} answer />}
        {refusal === 'code-wrong' ? (
          <CheckInForm />
        ) : (
          <ButtonLink href="/enrolments">{words.toMine}</ButtonLink>
        )}
      </div>
    )
  }
  return (
    <div className="measure stack">
      <PageHeader
        title={pick(locale, here.titleDe, here.titleEn)}
        lead={<TimeRange start={here.startsAt} end={here.endsAt} />}
      />
      <p>{words.youAre(here.name)}</p>
      <PostButton look="primary" hidden={{ pass: here.pass }}>
        {words.confirm}
      </PostButton>
    </div>
  )
}
