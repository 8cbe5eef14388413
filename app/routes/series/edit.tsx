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
import { displayName } from '#app/domain/person.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { SCOPES } from '#app/domain/series.ts'
import { span } from '#app/domain/workshop.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import {
  checkbox,
  id,
  list,
  oneOf,
  optionalText,
  optionalUrl,
  parseForm,
  wholeNumber,
} from '#app/http/form.ts'
import { forbidden, found, idFrom } from '#app/http/responses.ts'
import { choicesFor } from '#app/http/workshop-choices.server.ts'
import { optionalId } from '#app/http/workshop-form.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { seriesChangeFields, SeriesSummary, type SummaryLine } from '#app/ui/series-change.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import {
  changeSeries,
  fingerprintOf,
  previewSeriesChange,
  type SeriesChange,
  type SeriesStep,
} from '#db/series-changes.ts'
import { listSeriesDates } from '#db/series.ts'
import { getWorkshop, type Workshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.series.edit.title)

const SAVE = 'save'
const MOST_DAYS = 366

const optionalTime = () =>
  z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text))
    .transform((text) => text || null)

const ChangeForm = z.object({
  changeId: id(),
  scope: oneOf(SCOPES),
  includesDetached: checkbox(),
  shiftDays: z.union([z.literal('').transform(() => 0), wholeNumber(-MOST_DAYS, MOST_DAYS)]),
  start: optionalTime(),
  end: optionalTime(),
  roomId: optionalId(),
  place: optionalText(300),
  onlineUrl: optionalUrl(1_000),
  trainerIds: list(id(), 20),
  capacity: z.union([z.literal('').transform(() => null), wholeNumber(1, 1_000)]),
  acceptsFewer: checkbox(),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'workshop:edit', workshop)
  const dates = await datesOf(context.db, actor, workshop)
  const { trainers, rooms } = await choicesFor(context.db, actor, workshop, new Date())
  return {
    ...{ workshop, trainers, rooms, changeId: randomUUID(), count: dates.length },
    values: { scope: 'following' },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(db, idFrom(params.workshopId)))
  permit(actor, 'workshop:edit', workshop)
  await datesOf(db, actor, workshop)
  const now = new Date()
  const form = await parseForm(request, ChangeForm)
  const { submitted } = form
  if (!form.ok) return answer(submitted, { errors: form.errors })

  const { trainers } = await choicesFor(db, actor, workshop, now)
  const { changeId, scope, includesDetached, acceptsFewer, ...fields } = form.value
  if (!fields.trainerIds.every((one) => trainers?.some(({ value }) => value === one)))
    return answer(submitted, { errors: { trainerIds: 'invalid' } })
  const change = changeOf(fields)
  if (!change) return answer(submitted, { errors: { shiftDays: 'nothing' } })
  const choice = { scope, includesDetached }
  const steps = await previewSeriesChange(db, workshop, choice, change, now)
  // What is saved is what was seen: the same wish, and the same dates.
  const seen = JSON.stringify([choice, change, fingerprintOf(steps)])
  if (submitted.intent !== SAVE) return answer(submitted, { steps, seen, status: 200 })
  if (submitted.seen !== seen) return answer(submitted, { steps, seen, refusal: 'changed-meanwhile' })

  const wish = { changeId, workshopId: workshop.id, seriesId: workshop.seriesId ?? '' }
  const whole = { ...wish, ...choice, fingerprint: fingerprintOf(steps), acceptsFewer }
  const result = await changeSeries(db, actor.id, whole, change, now)
  if (result.ok) return redirect(`/workshops/${workshop.id}?done=series-changed`)
  const changing = steps.filter(({ leftOut }) => leftOut === undefined)
  const at = result.at === undefined ? undefined : changing[result.at]
  const day = at && dayOf(at.workshop.startsAt)
  return answer(submitted, { steps, seen, refusal: result.refusal, day })
}

/** The dates of the series; whoever does not lead all of them cannot change them together. */
async function datesOf(db: Db, actor: Actor, { seriesId }: Workshop): Promise<Workshop[]> {
  const dates = await listSeriesDates(db, found(seriesId ?? undefined))
  if (!dates.every((date) => can(actor, 'workshop:edit', date))) throw forbidden()
  return dates
}

type Fields = Omit<z.output<typeof ChangeForm>, 'changeId' | 'scope' | 'includesDetached' | 'acceptsFewer'>

/** What was filled in, or undefined when nothing was. */
function changeOf(fields: Fields): SeriesChange | undefined {
  const { shiftDays, start, end, roomId, place, onlineUrl, trainerIds, capacity } = fields
  const change: SeriesChange = {
    ...{ shiftDays, start, end },
    ...((roomId || place) && { where: { roomId, place } }),
    ...(onlineUrl && { onlineUrl }),
    ...(trainerIds.length > 0 && { trainerIds }),
    ...(capacity !== null && { capacity }),
  }
  const isTime = shiftDays !== 0 || start !== null || end !== null
  return isTime || Object.keys(change).length > Object.keys({ shiftDays, start, end }).length
    ? change
    : undefined
}

type Submitted = Record<string, string | string[]>
type Answer = {
  errors?: Record<string, string>
  steps?: SeriesStep[]
  seen?: string
  refusal?: string
  day?: string | undefined
  status?: number
}

function answer(submitted: Submitted, { errors = {}, steps, seen = '', refusal, day, status }: Answer) {
  const fallback = refusal ? 409 : 400
  return data({ submitted, errors, lines: steps?.map(lineOf), seen, refusal, day }, status ?? fallback)
}

function lineOf({ workshop, meetings, leftOut, problem, hasTooFew = false }: SeriesStep): SummaryLine {
  const { startsAt, endsAt } = workshop
  const after = span(meetings)
  const isMoved =
    after.startsAt.getTime() !== startsAt.getTime() || after.endsAt.getTime() !== endsAt.getTime()
  const time = { startsAt, endsAt, after: isMoved ? after : undefined }
  return { id: workshop.id, ...time, leftOut, problem, hasTooFew }
}

function sentencesOf({ series: { edit }, workshop }: Messages): Record<string, string> {
  return {
    ...workshop.planRefusal,
    ...workshop.timeProblem,
    ...{ nothing: edit.nothing, 'changed-meanwhile': edit.changedMeanwhile },
    'fewer-than-enrolled': edit.fewerAsked,
  }
}

export default function SeriesEditPage() {
  const { workshop, trainers, rooms, changeId, count, values } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const { edit } = t.series
  const title = pick(locale, workshop.titleDe, workshop.titleEn)
  const sentences = sentencesOf(t)
  const lines = answered?.lines
  const isStuck = lines?.some(({ problem }) => problem)
  const refusal = answered?.refusal
    ? (sentences[answered.refusal] ?? answered.refusal)
    : isStuck && edit.stuck
  const maySave = lines && !isStuck && lines.some(({ leftOut }) => !leftOut)
  const asksFewer =
    answered?.refusal === 'fewer-than-enrolled' || lines?.some(({ hasTooFew }) => hasTooFew) === true
  return (
    <>
      <PageHeader
        title={edit.title}
        lead={edit.lead(count)}
        breadcrumbs={[
          { href: '/workshops', label: t.workshop.list.title },
          { href: `/workshops/${workshop.id}`, label: title },
        ]}
        action={<ButtonLink href={`/workshops/${workshop.id}/edit`}>{edit.one}</ButtonLink>}
      />
      <Form
        values={values}
        errors={answered?.errors}
        sentences={sentences}
        submitted={answered?.submitted}
        refusal={refusal && answered?.day ? edit.refused(answered.day, refusal) : refusal || undefined}
        hidden={{ changeId: String(answered?.submitted.changeId ?? changeId), seen: answered?.seen ?? '' }}
      >
        {seriesChangeFields(t, { trainers, rooms })}
        {lines && (
          <SeriesSummary
            lines={lines}
            said={saidOf(answered.submitted, { trainers: workshop.trainers, choices: trainers, rooms })}
          />
        )}
        {asksFewer && <CheckboxField name="acceptsFewer" label={edit.acceptsFewer} hint={edit.fewerHint} />}
        <ButtonRow>
          {maySave && (
            <Button look="primary" name="intent" value={SAVE}>
              {edit.save}
            </Button>
          )}
          <Button look={maySave ? 'secondary' : 'primary'} name="intent" value="preview">
            {edit.preview}
          </Button>
          <ButtonLink href={`/workshops/${workshop.id}`}>{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

type Given = {
  trainers: readonly { id: string; givenName: string; familyName: string }[]
  choices: readonly { value: string; label: string }[] | null
  rooms: readonly { id: string; name: string }[]
}

/** What else was filled in, by its names. */
function saidOf(submitted: Submitted, { trainers, choices, rooms }: Given) {
  const text = (name: string) => String(submitted[name] ?? '')
  const ids = [submitted.trainerIds ?? []].flat()
  const nameOf = (one: string) => {
    const known = trainers.find((trainer) => trainer.id === one)
    return choices?.find(({ value }) => value === one)?.label ?? (known ? displayName(known) : one)
  }
  return {
    place: text('place') || (rooms.find((room) => room.id === text('roomId'))?.name ?? ''),
    hasLink: text('onlineUrl') !== '',
    trainers: ids.filter(Boolean).map(nameOf),
    capacity: text('capacity') === '' ? null : Number(text('capacity')),
  }
}
