import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.ts'
import { MailPreferenceForm, preferenceOf } from '#app/http/mail-preference-form.ts'
import { found } from '#app/http/responses.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { MailPreferenceFields } from '#app/ui/mail-preference-fields.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { changeMailPreference, getMailPreference, getMailReader } from '#db/mail-preferences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.mailPreference.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'profile:edit')
  return {
    reader: found(await getMailReader(context.db, actor.id, dayOf(new Date()))),
    preference: await getMailPreference(context.db, actor.id),
    done: new URL(request.url).searchParams.get('done') === 'saved',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'profile:edit')
  const form = await parseForm(request, MailPreferenceForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted }, 400)
  const now = new Date()
  const reader = found(await getMailReader(context.db, actor.id, dayOf(now)))
  const preference = preferenceOf(form.value, await getMailPreference(context.db, actor.id), reader)
  await changeMailPreference(context.db, actor.id, actor.id, preference, now)
  return redirect('/profile/mails?done=saved')
}

export default function ProfileMailsPage() {
  const { reader, preference, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  return (
    <div className="measure stack">
      <PageHeader
        title={t.mailPreference.title}
        lead={t.mailPreference.lead}
        breadcrumbs={[{ href: '/profile', label: t.profile.title }]}
      />
      {done && !answer && <Notice kind="success" title={t.mailPreference.saved} answer />}
      <MailPreferenceFields
        preference={preference}
        reader={reader}
        errors={answer?.errors}
        submitted={answer?.submitted}
      />
    </div>
  )
}
