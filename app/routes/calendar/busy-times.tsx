import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readBusyTimes } from '#app/domain/busy-time.ts'
import { MOST_CALENDAR_BYTES } from '#app/domain/calendar-file.ts'
import { megabytes } from '#app/domain/file.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { choiceFrom } from '#app/http/query.ts'
import { parseUpload } from '#app/http/upload.server.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FileField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listOwnBusyTimes, removeBusyTimes, replaceBusyTimes } from '#db/busy-times.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.busyTime.title)

const DONE = ['saved', 'removed'] as const
/** Of what is stored: enough to see that it is one's own calendar. */
const SHOWN = 20

const BusyTimesForm = z.object({ intent: oneOf(['upload', 'remove']) })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'busy-time:edit')
  const times = await listOwnBusyTimes(context.db, actor.id, new Date())
  const query = new URL(request.url).searchParams
  const { fileMegabytes } = await getSettings(context.db)
  return {
    count: times.length,
    uploadedAt: times[0]?.uploadedAt ?? null,
    next: times.slice(0, SHOWN).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    done: choiceFrom(query, 'done', DONE) ?? null,
    unread: Number(query.get('unread')) || 0,
    megabytes: Math.min(fileMegabytes, MOST_CALENDAR_BYTES / megabytes(1)),
  }
}

/** The file is read here and goes no further: neither it nor anything that stands in it is kept or logged. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'busy-time:edit')
  const now = new Date()
  const form = await parseUpload(request, BusyTimesForm, { file: 'calendar' }, context.db)
  if (!form.ok) return data({ errors: form.errors, refusal: undefined }, 400)
  if (form.value.intent === 'remove') {
    await removeBusyTimes(context.db, actor.id, now)
    return redirect('/profile/busy-times?done=removed')
  }
  const { file } = form.files
  if (!file) return data({ errors: { file: 'no-file' }, refusal: undefined }, 400)
  if (file.content.byteLength > MOST_CALENDAR_BYTES)
    return data({ errors: { file: 'too-large' }, refusal: undefined }, 400)
  if (!(await mayKnock(context, 'busy-times', now, actor.id)))
    return data({ errors: {}, refusal: 'tooMany' as const }, 429)
  const read = readBusyTimes(new TextDecoder().decode(file.content), now)
  if (!read.ok) return data({ errors: { file: read.refusal }, refusal: undefined }, 409)
  await replaceBusyTimes(context.db, actor.id, read.times, now)
  return redirect(`/profile/busy-times?done=saved${read.unread > 0 ? `&unread=${read.unread}` : ''}`)
}

export default function BusyTimesPage() {
  const { count, uploadedAt, done, megabytes: limit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.busyTime
  return (
    <div className="measure stack">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: '/profile', label: t.profile.title }]}
      />
      {done && !answer && <Done />}
      <p>{words.kept}</p>
      <p>{words.alone}</p>
      <Section title={words.stored}>
        {uploadedAt ? <Stored count={count} uploadedAt={uploadedAt} /> : <p>{words.none}</p>}
      </Section>
      <Section title={words.uploadTitle}>
        <p>{words.howTo}</p>
        <Form
          files
          errors={answer?.errors}
          sentences={{ ...t.file.refusal, ...words.refusal }}
          refusal={answer?.refusal && words[answer.refusal]}
          hidden={{ intent: 'upload' }}
        >
          {fileField(t, limit)}
          <ButtonRow>
            <Button look="primary">{uploadedAt ? words.replace : words.upload}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  )
}

/** An element and no component, so that the form above finds its label. */
function fileField({ busyTime, file }: Messages, limit: number) {
  return (
    <FileField
      name="file"
      label={busyTime.field}
      hint={file.hint('calendar', limit)}
      required
      accept=".ics"
    />
  )
}

function Done() {
  const { count, done, unread } = useLoaderData<typeof loader>()
  const { busyTime: words } = useMessages()
  if (done === 'removed') return <Notice kind="success" title={words.removed} answer />
  return (
    <Notice kind={unread > 0 ? 'warning' : 'success'} title={words.saved} answer>
      <p>{count > 0 ? words.savedCount(count) : words.savedNone}</p>
      {unread > 0 && <p>{words.unread(unread)}</p>}
    </Notice>
  )
}

function Stored({ count, uploadedAt }: { count: number; uploadedAt: Date }) {
  const { next } = useLoaderData<typeof loader>()
  const { busyTime: words } = useMessages()
  return (
    <div className="stack">
      <p>{words.count(count, uploadedAt)}</p>
      <Disclosure summary={words.next(next.length)}>
        <ul>
          {next.map(({ startsAt, endsAt }) => (
            <li key={startsAt.toISOString()}>{words.when(startsAt, endsAt)}</li>
          ))}
        </ul>
      </Disclosure>
      <Form files hidden={{ intent: 'remove' }}>
        <ButtonRow>
          <Button>{words.remove}</Button>
        </ButtonRow>
      </Form>
    </div>
  )
}
