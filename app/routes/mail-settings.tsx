import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.ts'
import { mayKnock } from '#app/http/limits.server.ts'
import { MailPreferenceForm, preferenceOf } from '#app/http/mail-preference-form.ts'
import { readMailSettingsToken } from '#app/http/mail-settings-link.server.ts'
import { tooManyRequests } from '#app/http/responses.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { MailPreferenceFields } from '#app/ui/mail-preference-fields.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import {
  changeMailPreference,
  getMailPreference,
  getMailReader,
  type MailReader,
} from '#db/mail-preferences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.mailPreference.title)

/** The link of a mail shows; only the button behind it changes anything, for mail scanners open every link. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const reader = await readerOf(context, params.token, new Date())
  if (!reader) return data({ known: null, done: false }, 410)
  const { id, isParticipant, isOfficer } = reader
  return data({
    known: {
      name: displayName(reader),
      reader: { isParticipant, isOfficer },
      preference: await getMailPreference(context.db, id),
    },
    done: new URL(request.url).searchParams.get('done') === 'saved',
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const now = new Date()
  const reader = await readerOf(context, params.token, now)
  if (!reader) {
    if (!(await mayKnock(context, 'token', now))) throw tooManyRequests()
    return data({ errors: {}, submitted: {} }, 410)
  }
  const form = await parseForm(request, MailPreferenceForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted }, 400)
  const before = await getMailPreference(context.db, reader.id)
  await changeMailPreference(context.db, null, reader.id, preferenceOf(form.value, before, reader), now)
  return redirect(`/mail-settings/${params.token}?done=saved`)
}

async function readerOf(
  { db, environment }: AppLoadContext,
  token: string | undefined,
  now: Date,
): Promise<MailReader | undefined> {
  const personId = readMailSettingsToken(environment.roundKey, token ?? '')
  return personId ? getMailReader(db, personId, dayOf(now)) : undefined
}

export default function MailSettingsPage() {
  const { known, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { mailPreference: words } = useMessages()
  if (!known) return <Gone />
  return (
    <div className="measure stack">
      <PageHeader title={words.title} lead={`${words.forWhom(known.name)}. ${words.byLinkLead}`} />
      {done && !answer && <Notice kind="success" title={words.saved} answer />}
      <MailPreferenceFields
        preference={known.preference}
        reader={known.reader}
        errors={answer?.errors}
        submitted={answer?.submitted}
      />
    </div>
  )
}

function Gone() {
  const { mailPreference: words } = useMessages()
  return (
    <div className="measure stack">
      <PageHeader title={words.gone} lead={words.goneText} />
      <ButtonRow>
        <ButtonLink look="primary" href="/profile">
          {words.toProfile}
        </ButtonLink>
      </ButtonRow>
    </div>
  )
}
