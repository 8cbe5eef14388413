import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm } from '#app/http/form.ts'
import { originOf } from '#app/http/origin.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { ButtonRow, PostButton } from '#app/ui/button.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { endFeed, getFeed, renewFeed } from '#db/calendar-feeds.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.calendar.feed.title)

const SubscribeForm = z.object({ intent: oneOf(['renew', 'end']) })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'calendar:subscribe')
  const feed = await getFeed(context.db, actor.id)
  const ended = new URL(request.url).searchParams.get('done') === 'ended'
  return { since: feed?.createdAt ?? null, ended: ended && !feed }
}

/** The new address is in the answer and nowhere else: led on to a page, it would be in the history of the browser. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'calendar:subscribe')
  const form = await parseForm(request, SubscribeForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const now = new Date()
  if (form.value.intent === 'end') {
    await endFeed(context.db, actor.id, now)
    return redirect('/profile/calendar?done=ended')
  }
  const token = await renewFeed(context.db, actor.id, now)
  return data({ address: `${originOf(context, request)}/calendar/${token}.ics` })
}

export default function SubscribePage() {
  const { since, ended } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { feed } = t.calendar
  const locale = useLocale()
  return (
    <div className="measure stack">
      <PageHeader
        title={feed.title}
        lead={feed.lead}
        breadcrumbs={[{ href: '/profile', label: t.profile.title }]}
      />
      {ended && !answer && <Notice kind="success" title={feed.ended} answer />}
      {answer && (
        <Notice kind="success" title={feed.ready} answer>
          <p>{feed.readyText}</p>
          <p>
            <code className="as-typed">{answer.address}</code>
          </p>
        </Notice>
      )}
      <p>{feed.shows}</p>
      <p>{feed.secret}</p>
      <p>{since ? feed.since(formatDateTime(since, locale)) : feed.none}</p>
      <ButtonRow>
        <PostButton look={since ? 'secondary' : 'primary'} hidden={{ intent: 'renew' }} icon="calendar">
          {since ? feed.renew : feed.start}
        </PostButton>
        {since && <PostButton hidden={{ intent: 'end' }}>{feed.end}</PostButton>}
      </ButtonRow>
      <p>
        <a href="/profile/busy-times">{t.busyTime.title}</a>
      </p>
    </div>
  )
}
