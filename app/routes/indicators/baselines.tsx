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
import { baselineUnit } from '#app/domain/baseline.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { day, id, optionalText, parseForm, requiredText } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import { BaselineForms, BaselineHistory, BaselineTable } from '#app/ui/baselines.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listBaselineHistory, listBaselines, recordBaseline, type NewBaseline } from '#db/baselines.ts'
import { listPassportsOn } from '#db/passports.ts'
import { baselineValue } from '#reports/reading/baselines.ts'
import { titleIn } from '#reports/reading/values.ts'
import { wordsIn } from '#reports/words.ts'

const KEY_LENGTH = 60
const SOURCE_LENGTH = 200
const REASON_LENGTH = 500
const MOST = 1_000_000_000
const PATH = '/indicators/baselines'

const about = { id: id(), key: requiredText(KEY_LENGTH) }
const value = z
  .string()
  .trim()
  .min(1)
  .transform((text) => Number(text.replace(',', '.')))
  .pipe(z.number().min(0).max(MOST))

const Forms = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('enter'),
    ...about,
    value,
    asOf: day(),
    source: requiredText(SOURCE_LENGTH),
    reason: optionalText(REASON_LENGTH),
  }),
  z.object({ intent: z.literal('take-back'), ...about, reason: requiredText(REASON_LENGTH) }),
])

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.baseline.title)

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'indicator:read')
  const { locale } = actor
  const today = dayOf(new Date())
  const passports = await listPassportsOn(db, today)
  const baselines = await listBaselines(db, passports, today)
  const told = { words: wordsIn(locale), locale }
  const figures = passports.map((passport) => {
    const { key } = passport
    const found = baselines.find((one) => one.key === key)
    const baseline = found ? { ...found, said: baselineValue(found, told) } : null
    const unit = told.words.figureList.unit[baselineUnit(passport)]
    return { key, title: titleIn(locale, passport), unit, baseline }
  })
  const lines = (await listBaselineHistory(db)).map(({ indicator, value, ...line }) => {
    const passport = passports.find(({ key }) => key === indicator)
    const said =
      value === null || !passport ? null : baselineValue({ value, unit: baselineUnit(passport) }, told)
    return { ...line, title: passport ? titleIn(locale, passport) : indicator, said }
  })
  const done = choiceFrom(new URL(request.url).searchParams, 'done', DONE)
  return { figures, lines, newId: randomUUID(), done }
}

const DONE = ['saved', 'takenBack'] as const

export async function action({ request, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'baseline:edit')
  const form = await parseForm(request, Forms)
  const { submitted } = form
  const intent = String(submitted.intent)
  if (!form.ok) return data({ intent, errors: form.errors, submitted, refusal: null }, 400)
  const result = await recordBaseline(db, entryOf(form.value, actor.id), new Date())
  if (!result.ok) return data({ intent, errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`${PATH}?done=${form.value.intent === 'enter' ? 'saved' : 'takenBack'}`)
}

function entryOf(form: z.output<typeof Forms>, by: string): NewBaseline {
  const { id, key, reason } = form
  if (form.intent === 'take-back') return { id, key, reason, by, statement: null }
  const { value, asOf, source } = form
  return { id, key, reason, by, statement: { value, asOf, source } }
}

export default function BaselinesPage() {
  const { figures, lines, newId, done } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t.baseline.title}
        lead={t.baseline.lead}
        breadcrumbs={[
          { href: '/indicators', label: t.indicator.title },
          { href: '/indicators/targets', label: t.indicator.targets },
        ]}
      />
      {done && !result && <Notice kind="success" title={t.baseline[done]} answer />}
      <Section title={t.baseline.title}>
        <div className="stack">
          <BaselineTable figures={figures} />
          <p className="muted measure">{t.baseline.note}</p>
          <BaselineForms figures={figures} newId={newId} result={result} />
        </div>
      </Section>
      <Section title={t.baseline.history}>
        <BaselineHistory lines={lines} />
      </Section>
    </>
  )
}
