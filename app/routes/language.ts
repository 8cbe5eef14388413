import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { oneOf, optionalText, parseForm } from '#app/http/form.ts'
import { localeCookie } from '#app/http/locale.server.ts'
import { originOf, safePath } from '#app/http/origin.ts'
import { changeLocale } from '#db/people.ts'

const LanguageForm = z.object({ locale: oneOf(['de', 'en']), to: optionalText(2_000) })

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  return redirect('/')
}

/** Remembered with the person, for mails too; for guests in the browser. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await actorOf(context, request)
  permit(actor, 'public:read')
  const form = await parseForm(request, LanguageForm)
  if (!form.ok) return redirect('/')
  const { locale, to } = form.value
  if (actor.id !== null) await changeLocale(context.db, actor.id, locale, new Date())
  const cookie = localeCookie(locale, originOf(context, request))
  return redirect(safePath(to), { headers: { 'Set-Cookie': cookie } })
}
