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
import { ATTENDANCE_STATUSES } from '#app/domain/attendance.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { LONGEST_NOTE } from '#app/domain/objection.ts'
import { can, type Actor } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, oneOf, optionalText, parseForm, wholeNumber } from '#app/http/form.ts'
import { ownAttendance } from '#app/http/own-attendance.server.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { NumberField, TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { getNamedEnrolment } from '#db/enrolment-lists.ts'
import { raiseObjection } from '#db/objections.ts'
import { getWorkshop } from '#db/workshops.ts'

const MOST_UNITS = 20
const RaiseForm = z.object({
  id: id(),
  meetingId: id(),
  status: oneOf(ATTENDANCE_STATUSES),
  units: z.union([z.literal('').transform(() => null), wholeNumber(1, MOST_UNITS)]).optional(),
  note: optionalText(LONGEST_NOTE),
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.objection.title)

/** Only the person themselves; for all others there is no such page. */
async function ownEnrolment(actor: Actor, db: Db, enrolmentId: string) {
  const enrolment = found(await getNamedEnrolment(db, enrolmentId))
  if (!can(actor, 'objection:raise', enrolment)) throw notFound()
  return enrolment
}

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'enrolment:mine')
  const enrolment = await ownEnrolment(actor, db, idFrom(params.enrolmentId))
  const workshop = found(await getWorkshop(db, enrolment.workshopId))
  const records = await ownAttendance(db, enrolment.id, new Date())
  const { titleDe, titleEn } = workshop
  return {
    enrolmentId: enrolment.id,
    workshop: { titleDe, titleEn },
    records: records.filter(({ mayObject }) => mayObject),
    chosen: new URL(request.url).searchParams.get('meeting'),
    freshId: randomUUID(),
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const enrolment = await ownEnrolment(actor, db, idFrom(params.enrolmentId))
  permit(actor, 'objection:raise', enrolment)
  const form = await parseForm(request, RaiseForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: null }, 400)
  const { units = null, ...said } = form.value
  const wish = { ...said, units, enrolmentId: enrolment.id, by: actor.id }
  const result = await raiseObjection(db, wish, new Date())
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`/enrolments/${enrolment.id}?done=objection`)
}

export default function RaisePage() {
  const { enrolmentId, workshop, records } = useLoaderData<typeof loader>()
  const { objection, enrolment, attendance } = useMessages()
  const locale = useLocale()
  const title = pick(locale, workshop.titleDe, workshop.titleEn)
  const back = `/enrolments/${enrolmentId}`
  return (
    <div className="measure stack">
      <PageHeader
        title={objection.title}
        lead={objection.lead}
        breadcrumbs={[{ href: back, label: enrolment.one.title(title) }]}
      />
      {records.length === 0 ? (
        <Empty action={<ButtonLink href={back}>{attendance.own.title}</ButtonLink>}>
          {objection.refusal['not-recorded']}
        </Empty>
      ) : (
        <RaiseFields />
      )}
    </div>
  )
}

function RaiseFields() {
  const { enrolmentId, records, chosen, freshId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { objection, attendance, form } = useMessages()
  const locale = useLocale()
  const current = records.find(({ meetingId }) => meetingId === chosen) ?? records[0]
  const said = ({ startsAt, status, units }: (typeof records)[number]) =>
    `${formatShortDay(dayOf(startsAt), locale)}: ${status ? attendance.record(status, units ?? 0) : ''}`
  const isOne = records.length === 1
  return (
    <Form
      id={freshId}
      hidden={isOne && current ? { meetingId: current.meetingId } : {}}
      errors={answer?.errors}
      submitted={answer?.submitted}
      refusal={answer?.refusal ? objection.refusal[answer.refusal] : undefined}
    >
      {isOne && current ? (
        <p>
          {objection.recorded}: {said(current)}
        </p>
      ) : (
        <RadioGroup
          name="meetingId"
          label={objection.meeting}
          required
          defaultValue={current?.meetingId}
          options={records.map((record) => ({ value: record.meetingId, label: said(record) }))}
        />
      )}
      <RadioGroup
        name="status"
        label={objection.claimed}
        required
        options={ATTENDANCE_STATUSES.map((value) => ({ value, label: attendance.status[value] }))}
      />
      {records.some(({ unitsPlanned }) => unitsPlanned > 1) && (
        <NumberField name="units" label={objection.units} min={1} max={MOST_UNITS} />
      )}
      <TextArea
        name="note"
        label={objection.note}
        hint={objection.noteHint}
        rows={3}
        maxLength={LONGEST_NOTE}
      />
      {current && <p className="muted">{objection.openUntil(current.until)}</p>}
      <ButtonRow>
        <Button look="primary">{objection.send}</Button>
        <ButtonLink href={`/enrolments/${enrolmentId}`}>{form.cancel}</ButtonLink>
      </ButtonRow>
    </Form>
  )
}
