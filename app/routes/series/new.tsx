import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { parseForm, type Errors } from '#app/http/form.ts'
import { textIn, type Submitted } from '#app/http/meeting-form.ts'
import { isId } from '#app/http/responses.ts'
import {
  newRows,
  onDay,
  planFor,
  ruleKey,
  rowValues,
  sentRows,
  SeriesFields,
  USUAL_SERIES,
  type SeriesRow,
  type SeriesRuleFields,
} from '#app/http/series-form.ts'
import { choicesFor } from '#app/http/workshop-choices.server.ts'
import { readWorkshopForm, USUAL_WORKSHOP } from '#app/http/workshop-form.ts'
import { formatList } from '#app/i18n/format.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { SeriesPreview, seriesRuleFields } from '#app/ui/series-fields.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { courseOptions, workshopFields } from '#app/ui/workshop-fields.tsx'
import type { Db } from '#db/client.server.ts'
import { addSeries } from '#db/series.ts'
import { addWorkshop, type WorkshopPlan } from '#db/workshop-plans.ts'
import type { DatedMeeting } from '#app/domain/series.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.series.add.title)

const CREATE = 'create'
/** From the form of a single workshop: what was typed there comes along, and nothing is complained about yet. */
export const FROM_WORKSHOP = 'series'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'workshop:add')
  const courseId = new URL(request.url).searchParams.get('course')
  return {
    id: randomUUID(),
    choices: await choicesFor(context.db, actor, undefined, new Date()),
    values: { ...USUAL_WORKSHOP, ...USUAL_SERIES, courseId },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'workshop:add')
  const { db } = context
  const now = new Date()
  const choices = await choicesFor(db, actor, undefined, now)
  const rule = await parseForm(request.clone(), SeriesFields)
  const form = await readWorkshopForm(request, choices.trainers ? null : [actor.id], now)
  const { submitted } = form
  if (submitted.intent === FROM_WORKSHOP) return answer({ ...USUAL_SERIES, ...submitted }, { status: 200 })
  const late =
    rule.ok && endsBefore(rule.value, textIn(submitted, 'day0')) ? { until: 'ends-before-first' } : {}
  const errors = { ...(form.ok ? {} : form.errors), ...(rule.ok ? late : rule.errors) }
  if (!form.ok || !rule.ok || 'until' in errors) return answer(submitted, { errors })
  const { plan, courseId, id } = form.value
  if (!choices.courses?.some((course) => course.id === courseId))
    return answer(submitted, { errors: { courseId: 'required' } })
  const isKnown = (trainerId: string) => choices.trainers?.some(({ value }) => value === trainerId) ?? true
  if (!plan.trainerIds.every(isKnown)) return answer(submitted, { errors: { trainerIds: 'invalid' } })

  const isSeen = submitted.seen === ruleKey(submitted)
  if (submitted.intent !== CREATE || !isSeen) {
    const rows = await newRows(db, plan, rule.value, now)
    return answer(submitted, { rows, isChanged: submitted.intent === CREATE, status: 200 })
  }
  const rows = await sentRows(db, plan, submitted, now)
  return create(db, actor.id, { id, courseId, plan, rule: rule.value, rows, submitted }, now)
}

/** Whether a series would be over before its first day: it would have no dates at all. */
const endsBefore = ({ until }: SeriesRuleFields, first: string) =>
  until !== null && first !== '' && until < first

type Creation = {
  id: string
  courseId: string
  plan: WorkshopPlan
  rule: SeriesRuleFields
  rows: SeriesRow[]
  submitted: Submitted
}

async function create(db: Db, by: string, wish: Creation, now: Date) {
  const { id, courseId, plan, rule, rows, submitted } = wish
  const { dated, errors } = datesOf(plan, rows)
  const [first] = dated
  if (!first || Object.keys(errors).length > 0) {
    const none = first ? {} : { take0: 'no-dates' }
    return answer(submitted, { rows, errors: { ...none, ...errors } })
  }
  const result =
    rule.enrolment === 'one'
      ? await addWorkshop(db, by, { ...planFor(plan, meetingsOf(dated), submitted, now), id, courseId }, now)
      : await addSeries(
          db,
          by,
          {
            ...{ id, courseId, frequency: rule.frequency, every: rule.every },
            workshops: dated.map(({ row, meeting }) => ({
              ...planFor(plan, [meeting], submitted, now),
              id: row.id,
            })),
          },
          now,
        )
  if (result.ok) return redirect(`/workshops/${rule.enrolment === 'one' ? id : first.row.id}?done=series`)
  // Only a series names the date that cannot be.
  const nth = 'at' in result && typeof result.at === 'number' ? result.at : -1
  const at = dated[nth]
  if (at) {
    const field = `date${rows.indexOf(at.row)}`
    return answer(submitted, { rows, errors: { [field]: result.refusal } })
  }
  return answer(submitted, { rows, refusal: result.refusal, status: 409 })
}

type Dated = { row: SeriesRow; meeting: DatedMeeting }
const meetingsOf = (dated: readonly Dated[]) => dated.map(({ meeting }) => meeting)

/** The days that are taken, in the order of time, and what is wrong with them. */
function datesOf(plan: WorkshopPlan, rows: readonly SeriesRow[]): { dated: Dated[]; errors: Errors } {
  const errors: Errors = {}
  const dated: Dated[] = []
  for (const [nth, row] of rows.entries()) {
    if (!row.isTaken) continue
    const meeting = isId(row.id) ? onDay(plan, row.day) : 'invalid'
    if (typeof meeting === 'string') errors[`date${nth}`] = meeting
    else if (dated.some(({ row: other }) => other.day === row.day)) errors[`date${nth}`] = 'twice'
    else dated.push({ row, meeting })
  }
  return { dated: dated.sort((a, b) => a.meeting.startsAt.getTime() - b.meeting.startsAt.getTime()), errors }
}

type Answer = {
  errors?: Errors
  rows?: SeriesRow[]
  refusal?: string
  /** The rule is another than on the page: the rows were made anew instead of being saved. */
  isChanged?: boolean
  status?: number
}

function answer(submitted: Submitted, { errors = {}, rows = [], refusal, isChanged, status = 400 }: Answer) {
  const values = { ...submitted, ...rowValues(rows) }
  return data({ submitted: values, errors, rows, refusal, isChanged, seen: ruleKey(submitted) }, status)
}

export default function NewSeriesPage() {
  const { id, choices, values } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const { add } = t.series
  const sentences: Record<string, string> = {
    ...t.workshop.planRefusal,
    ...t.workshop.timeProblem,
    ...{ twice: add.twice, 'no-dates': add.noDates, 'ends-before-first': add.endsBeforeFirst },
  }
  const rows = answered?.rows ?? []
  const asksAgain = Object.values(answered?.errors ?? {}).includes('time-ambiguous')
  return (
    <>
      <PageHeader
        title={add.title}
        lead={add.lead}
        breadcrumbs={[{ href: '/workshops', label: t.workshop.list.title }]}
      />
      {answered?.isChanged && <Notice kind="info" title={add.changed} answer />}
      <Form
        values={values}
        errors={answered?.errors}
        sentences={sentences}
        submitted={answered?.submitted}
        refusal={answered?.refusal && (sentences[answered.refusal] ?? answered.refusal)}
        id={textIn(answered?.submitted ?? {}, 'id') || id}
        hidden={{
          version: '0',
          seen: rows.length > 0 ? (answered?.seen ?? '') : '',
          ...(asksAgain && { ambiguous: 'accepted' }),
        }}
      >
        {workshopFields(t, {
          courses: courseOptions(t, choices.courses, locale),
          trainers: choices.trainers,
          fixedTrainers: formatList(choices.fixedTrainers, locale),
          rooms: choices.rooms,
          equipment: choices.equipment,
          rows: 0,
          isNew: true,
          isOpen: false,
          here: '/series/new',
        })}
        {seriesRuleFields(t)}
        {rows.length > 0 && <SeriesPreview rows={rows} />}
        <Ways hasRows={rows.length > 0} />
      </Form>
    </>
  )
}

/** Once the dates are seen, the first thing to do is to add them. */
function Ways({ hasRows }: { hasRows: boolean }) {
  const t = useMessages()
  const { add } = t.series
  return (
    <ButtonRow>
      {hasRows && (
        <Button look="primary" name="intent" value={CREATE}>
          {add.save}
        </Button>
      )}
      <Button look={hasRows ? 'secondary' : 'primary'} name="intent" value="preview">
        {add.preview}
      </Button>
      <ButtonLink href="/workshops">{t.form.cancel}</ButtonLink>
    </ButtonRow>
  )
}
