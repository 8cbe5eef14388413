import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LONGEST_NOTE } from '#app/domain/objection.ts'
import { displayName } from '#app/domain/person.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, optionalText, parseForm } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { AttendanceHistory } from '#app/ui/attendance-history.tsx'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { Moment, TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listHistory, listOwnRecords } from '#db/attendance-lists.ts'
import type { Db } from '#db/client.server.ts'
import { getNamedEnrolment } from '#db/enrolment-lists.ts'
import { decideObjection, getObjection } from '#db/objections.ts'
import { getWorkshop } from '#db/workshops.ts'

const DecideForm = z.object({
  decision: oneOf(['accepted', 'declined']),
  answer: optionalText(LONGEST_NOTE),
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.objection.title)

async function objectionOf(db: Db, objectionId: string) {
  const objection = found(await getObjection(db, objectionId))
  const enrolment = found(await getNamedEnrolment(db, objection.enrolmentId))
  return { objection, enrolment, workshop: found(await getWorkshop(db, enrolment.workshopId)) }
}

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { objection, enrolment, workshop } = await objectionOf(db, idFrom(params.objectionId))
  permit(actor, 'objection:decide', workshop)
  const { meetingId, enrolmentId, status, units, note, raisedAt, decision, answer } = objection
  const meeting = workshop.meetings.find(({ id }) => id === meetingId)
  // It has not taken place after all: there is nothing to decide, and the page of the workshop says so.
  if (!meeting) throw redirect(`/workshops/${workshop.id}`)
  const record = (await listOwnRecords(db, enrolmentId)).find((one) => one.meetingId === meetingId)
  const history = await listHistory(db, meetingId, enrolmentId)
  return {
    objection: { status, units, note, raisedAt, decision, answer },
    name: displayName(enrolment),
    workshop: { id: workshop.id, titleDe: workshop.titleDe, titleEn: workshop.titleEn },
    meeting: { id: meeting.id, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
    record: record?.status ? { status: record.status, units: record.units ?? 0 } : null,
    history: history.map((line) => ({ ...line, person: displayName(line.person), by: displayName(line.by) })),
    done: new URL(request.url).searchParams.get('done') === 'decided',
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { objection, workshop } = await objectionOf(db, idFrom(params.objectionId))
  permit(actor, 'objection:decide', workshop)
  const form = await parseForm(request, DecideForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: null }, 400)
  const { decision, answer } = form.value
  if (decision === 'declined' && !answer)
    return data({ errors: { answer: 'answer-missing' }, submitted, refusal: null }, 400)
  const wish = { id: objection.id, decision, answer, by: actor.id }
  const result = await decideObjection(db, wish, new Date())
  if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  return redirect(`/objections/${objection.id}?done=decided`)
}

export default function DecidePage() {
  const { objection, name, workshop, meeting, record, history, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { objection: words, attendance } = useMessages()
  const locale = useLocale()
  const { decide } = words
  const said = (one: { status: 'present' | 'partial' | 'excused' | 'absent'; units: number }) =>
    attendance.record(one.status, one.units)
  return (
    <div className="measure stack">
      <PageHeader
        title={decide.title(name)}
        lead={<TimeRange start={meeting.startsAt} end={meeting.endsAt} />}
        breadcrumbs={[
          { href: `/workshops/${workshop.id}`, label: pick(locale, workshop.titleDe, workshop.titleEn) },
          { href: `/meetings/${meeting.id}/attendance`, label: attendance.title },
        ]}
      />
      {done && <Notice kind="success" title={decide.done} answer />}
      {answer?.refusal && <Notice kind="danger" title={words.decideRefusal[answer.refusal]} answer />}
      <DescriptionList
        facts={[
          { term: words.recorded, value: record ? said(record) : attendance.own.notYet },
          { term: words.claimed, value: said(objection) },
          { term: decide.note, value: objection.note ?? decide.noNote },
          { term: decide.raised, value: <Moment value={objection.raisedAt} /> },
        ]}
      />
      {objection.decision ? (
        <Notice kind="info" title={decide.decided[objection.decision]}>
          {objection.answer}
        </Notice>
      ) : (
        <Decide />
      )}
      {history.length > 0 && <AttendanceHistory lines={history} />}
    </div>
  )
}

function Decide() {
  const { objection } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { objection: words, attendance } = useMessages()
  const { decide } = words
  return (
    <>
      <Section title={decide.accept}>
        <p>{decide.acceptText(attendance.record(objection.status, objection.units))}</p>
        <PostButton look="primary" hidden={{ decision: 'accepted' }}>
          {decide.accept}
        </PostButton>
      </Section>
      <Section title={decide.decline}>
        <Form
          hidden={{ decision: 'declined' }}
          errors={answer?.errors}
          sentences={{ 'answer-missing': decide.answerMissing }}
          submitted={answer?.submitted}
        >
          <TextArea
            name="answer"
            label={decide.answer}
            hint={decide.answerHint}
            rows={3}
            maxLength={LONGEST_NOTE}
            required
          />
          <ButtonRow>
            <Button>{decide.decline}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  )
}
