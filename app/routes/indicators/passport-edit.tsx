import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { OPENED } from '#app/domain/edit-conflict.ts'
import { accompanies, type Passport } from '#app/domain/passport.ts'
import {
  daysToBegin,
  mayChangeFrequency,
  passportWords,
  wordedParts,
  type PassportVersion,
  type PassportWords,
} from '#app/domain/passport-version.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { conflictIn, shownIn, type EditConflict as Conflict } from '#app/http/edit-conflict.server.ts'
import { day, id, optionalText, parseEntries, requiredText, wholeNumber } from '#app/http/form.ts'
import { found } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import type { FieldErrors } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { PassportForm, WORDS_LENGTH } from '#app/ui/passport-form.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { addPassportVersion } from '#db/passport-versions.ts'
import { listVersionsOf } from '#db/passports.ts'
import { lastCutOff } from '#db/snapshots.ts'

const REASON_LENGTH = 500
const RESOLUTION_LENGTH = 200
const MOST_MONTHS = 120

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.passportVersion.add)

const FixedForm = z.object({
  id: id(),
  version: wholeNumber(1, 1_000_000),
  validFrom: day(),
  reason: requiredText(REASON_LENGTH),
})

/** What this passport says may be said in other words; nothing may be left empty. */
function formFor(latest: Passport) {
  const fields = wordedParts(latest).flatMap((part) => [`${part}De`, `${part}En`])
  const words = fields.map((field) => [field, requiredText(WORDS_LENGTH)] as const)
  const months = mayChangeFrequency(latest) ? { frequencyMonths: wholeNumber(1, MOST_MONTHS) } : {}
  const resolution = accompanies(latest) ? optionalText(RESOLUTION_LENGTH) : requiredText(RESOLUTION_LENGTH)
  const Fields = z.object({ ...Object.fromEntries(words), ...months })
  return FixedForm.extend({ resolution }).and(Fields)
}

async function latestVersion(db: Db, key: string | undefined): Promise<PassportVersion> {
  return found((await listVersionsOf(db, key ?? '')).at(-1))
}

/** Starts from the latest version, which a new one follows, whether it holds already or from a later day. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const latest = await latestVersion(db, params.key)
  permit(actor, 'passport:edit', latest)
  const today = dayOf(new Date())
  const days = daysToBegin({ latest, lastCutOff: await lastCutOff(db), today })
  const words = passportWords(latest)
  return {
    latest,
    parts: wordedParts(latest),
    months: mayChangeFrequency(latest),
    days,
    values: { ...shownIn(words), validFrom: today > days.earliest ? today : days.earliest },
    opened: JSON.stringify(shownIn(words)),
    newId: randomUUID(),
  }
}

type Submitted = Record<string, string | string[]>
type Answer = { errors?: FieldErrors; refusal?: string; conflict?: Conflict }

const answer = (submitted: Submitted, { errors = {}, refusal, conflict }: Answer, status: number) =>
  data({ submitted, errors, refusal: refusal ?? null, conflict: conflict ?? null }, status)

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const latest = await latestVersion(db, params.key)
  permit(actor, 'passport:edit', latest)
  const form = parseEntries(await request.formData(), formFor(latest))
  const { submitted } = form
  if (!form.ok) return answer(submitted, { errors: form.errors }, 400)
  const { id: newId, version, validFrom, reason, resolution, ...worded } = form.value
  const { key } = latest
  // Its fields are those of this passport, which the compiler cannot know.
  const words = { ...passportWords(latest), ...(worded as Partial<PassportWords>) }
  const entry = { id: newId, key, version, validFrom, reason, resolution, words, by: actor.id }
  const result = await addPassportVersion(db, entry, new Date())
  if (result.ok) return redirect(`/indicators/passports/${key}?done=saved`)
  if (result.refusal !== 'changed-meanwhile') return answer(submitted, { refusal: result.refusal }, 409)
  const theirs = passportWords(await latestVersion(db, key))
  const conflict = await conflictIn(db, key, submitted, theirs)
  return answer(conflict.merged, { refusal: result.refusal, conflict }, 409)
}

export default function PassportEditPage() {
  const { latest, ...form } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const words = t.passportVersion
  const title = pick(locale, latest.titleDe, latest.titleEn)
  const path = `/indicators/passports/${latest.key}`
  return (
    <div className="measure stack">
      <PageHeader
        title={words.addTo(title)}
        lead={words.follows(latest.version, latest.validFrom)}
        breadcrumbs={[
          { href: '/indicators', label: t.indicator.title },
          { href: '/indicators/passports', label: words.title },
          { href: path, label: title },
        ]}
      />
      <PassportForm
        {...form}
        back={path}
        isOfStrategy={!accompanies(latest)}
        isMeasuredByRuling={latest.key === 'I2'}
        hidden={{ version: String(latest.version), [OPENED]: form.opened }}
        result={result}
      />
    </div>
  )
}
