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
import { RULING_SUBJECTS } from '#app/domain/ruling.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { day, id, oneOf, parseForm, requiredText } from '#app/http/form.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { Readings, Rhythm, RulingForms, RulingHistory } from '#app/ui/rulings.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getRulings, listRulings, recordRuling, type NewRuling } from '#db/rulings.ts'
import { currentFigures } from '#db/snapshots.ts'
import { readingOptions } from '#reports/reading/readings.ts'
import { wordsIn } from '#reports/words.ts'

const RESOLUTION_LENGTH = 200
const REASON_LENGTH = 500
const VALUE_LENGTH = 20
const PATH = '/indicators/rulings'

const about = { id: id(), subject: oneOf(RULING_SUBJECTS) }
const value = requiredText(VALUE_LENGTH)

const Forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('propose'), ...about, value }),
  z.object({
    intent: z.literal('resolve'),
    ...about,
    value,
    resolution: requiredText(RESOLUTION_LENGTH),
    decidedOn: day(),
  }),
  z.object({ intent: z.literal('take-back'), ...about, reason: requiredText(REASON_LENGTH) }),
])

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.ruling.title)

/** Each reading stands there with what it makes of the answers of today. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'indicator:read')
  const { db, environment } = context
  const figures = await currentFigures(db, dayOf(new Date()), environment.version)
  const { locale } = actor
  const done = new URL(request.url).searchParams.get('done')
  return {
    rulings: await getRulings(db),
    options: readingOptions({ data: figures, locale, words: wordsIn(locale) }),
    history: (await listRulings(db)).map(({ recordedBy: _, position: __, ...entry }) => entry),
    newId: randomUUID(),
    done: done === 'saved',
  }
}

export async function action({ request, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'ruling:propose')
  const form = await parseForm(request, Forms)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: null }, 400)
  if (form.value.intent !== 'propose') permit(actor, 'ruling:resolve')
  const result = await recordRuling(db, entryOf(form.value, actor.id), new Date())
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`${PATH}?done=saved`)
}

function entryOf(form: z.output<typeof Forms>, by: string): NewRuling {
  const { id, subject } = form
  const nothing = { value: null, resolution: null, decidedOn: null, reason: null }
  if (form.intent === 'take-back') return { id, subject, by, ...nothing, state: 'open', reason: form.reason }
  if (form.intent === 'propose') return { id, subject, by, ...nothing, state: 'proposed', value: form.value }
  const { value, resolution, decidedOn } = form
  return { id, subject, by, state: 'resolved', value, resolution, decidedOn, reason: null }
}

export default function RulingsPage() {
  const { rulings, options, history, newId, done } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  const forms = { newId, result, options }
  return (
    <>
      <PageHeader
        title={t.ruling.title}
        lead={t.ruling.lead}
        breadcrumbs={[
          { href: '/indicators', label: t.indicator.title },
          { href: '/indicators/targets', label: t.indicator.targets },
        ]}
      />
      {done && !result && <Notice kind="success" title={t.ruling.saved} answer />}
      <Section title={t.ruling.readings}>
        <div className="stack">
          <Readings ruling={rulings.reading} options={options} />
          <RulingForms subject="reading" ruling={rulings.reading} {...forms} />
        </div>
      </Section>
      <Section title={t.ruling.rhythm}>
        <div className="stack">
          <Rhythm ruling={rulings.rhythm} />
          <RulingForms subject="rhythm" ruling={rulings.rhythm} {...forms} />
        </div>
      </Section>
      <Section title={t.ruling.history}>
        <RulingHistory entries={history} />
      </Section>
    </>
  )
}
