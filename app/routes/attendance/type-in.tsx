import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { rollCallClosedBecause, unitsFor } from '#app/domain/attendance.ts'
import { displayName } from '#app/domain/person.ts'
import { readTyped, sheetCode, type TypedList } from '#app/domain/sheet-code.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm, requiredText } from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listAttendance, recordAttendance } from '#db/attendance.ts'
import type { Db } from '#db/client.server.ts'
import { getMeeting } from '#db/meetings.ts'
import { getWorkshop } from '#db/workshops.ts'

const LONGEST = 4_000
const TypedForm = z.object({ intent: oneOf(['preview', 'save']), codes: requiredText(LONGEST) })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.typeIn.title)

async function meetingOf(db: Db, meetingId: string) {
  const meeting = found(await getMeeting(db, meetingId))
  return { meeting, workshop: found(await getWorkshop(db, meeting.workshopId)) }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { meeting, workshop } = await meetingOf(context.db, idFrom(params.meetingId))
  permit(actor, 'attendance:record', workshop)
  const { id, startsAt, endsAt } = meeting
  return { meeting: { id, startsAt, endsAt }, closed: rollCallClosedBecause(meeting, workshop, new Date()) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const { meeting, workshop } = await meetingOf(db, idFrom(params.meetingId))
  permit(actor, 'attendance:record', workshop)
  const form = await parseForm(request, TypedForm)
  const { submitted } = form
  const nothing = { preview: null, refusal: null, errors: {}, submitted }
  if (!form.ok) return data({ ...nothing, errors: form.errors }, 400)
  const people = new Map(
    (await listAttendance(db, meeting.id)).map((person) => [sheetCode(person.queueNumber), person]),
  )
  const typed = readTyped(form.value.codes, [...people.keys()], meeting.units)
  if (form.value.intent === 'preview' || typed.problems.length > 0 || typed.entries.length === 0)
    return data({ ...nothing, preview: previewOf(typed, people, meeting.units) })

  const entries = typed.entries.flatMap(({ code, status, units }) => {
    const person = people.get(code)
    return person ? [{ enrolmentId: person.enrolmentId, status, units }] : []
  })
  const how = { by: actor.id, via: 'paper', reason: 'paper-list' } as const
  const result = await recordAttendance(db, { meetingId: meeting.id, entries, ...how }, new Date())
  if (!result.ok) return data({ ...nothing, refusal: result.refusal }, 409)
  return redirect(`/meetings/${meeting.id}/attendance?done=save`)
}

type Known = Map<string, { givenName: string; familyName: string; organisation: string }>

/** The names behind the codes: whoever has typed them sees whether it is the right row. */
function previewOf({ entries, problems }: TypedList, people: Known, meetingUnits: number) {
  const rows = entries.flatMap(({ code, status, units }) => {
    const person = people.get(code)
    const counted = unitsFor(status, units, meetingUnits) ?? 0
    return person
      ? [{ code, name: displayName(person), organisation: person.organisation, status, units: counted }]
      : []
  })
  return { rows, problems, open: people.size - rows.length }
}

export default function TypeInPage() {
  const { meeting, closed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { typeIn: words } = t
  const preview = answer?.preview
  return (
    <div className="measure stack">
      <PageHeader
        title={words.title}
        lead={<TimeRange start={meeting.startsAt} end={meeting.endsAt} />}
        breadcrumbs={[{ href: `/meetings/${meeting.id}/attendance`, label: t.attendance.title }]}
      />
      {answer?.refusal && <Notice kind="danger" title={t.attendance.refusal[answer.refusal]} answer />}
      {closed ? (
        <Notice kind="info" title={t.attendance.refusal[closed]} />
      ) : (
        <>
          {preview && <Preview {...preview} />}
          <Form errors={answer?.errors} submitted={answer?.submitted} hidden={{ intent: 'preview' }}>
            <TextArea
              name="codes"
              label={words.codes}
              hint={words.hint}
              rows={8}
              maxLength={LONGEST}
              required
            />
            <ButtonRow>
              <Button look={preview ? 'secondary' : 'primary'}>{words.check}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </div>
  )
}

type PreviewProps = NonNullable<
  Exclude<Awaited<ReturnType<typeof useActionData<typeof action>>>, undefined>['preview']
>

function Preview({ rows, problems, open }: PreviewProps) {
  const { meeting } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { typeIn: words, attendance } = useMessages()
  const { codes } = answer?.submitted ?? {}
  return (
    <Section title={words.preview}>
      {problems.length > 0 && (
        <Notice kind="danger" title={words.problems(problems.length)} answer>
          <ul>
            {problems.map(({ text, problem }, nth) => (
              <li key={`${text}-${nth}`}>{words.problem[problem](text)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <DataTable
        caption={words.preview}
        rows={rows}
        rowKey={(row) => row.code}
        empty={<p>{words.nothing}</p>}
        columns={[
          { key: 'name', header: words.name, rowHeader: true, cell: (row) => row.name },
          { key: 'code', header: words.code, cell: (row) => row.code },
          { key: 'organisation', header: words.organisation, cell: (row) => row.organisation },
          { key: 'is', header: words.is, cell: (row) => attendance.record(row.status, row.units) },
        ]}
      />
      {rows.length > 0 && <p>{words.rest(open)}</p>}
      {problems.length === 0 && rows.length > 0 && (
        <Form hidden={{ intent: 'save', codes: typeof codes === 'string' ? codes : '' }}>
          <ButtonRow>
            <Button look="primary">{words.save}</Button>
            <ButtonLink href={`/meetings/${meeting.id}/attendance`}>{words.back}</ButtonLink>
          </ButtonRow>
        </Form>
      )}
    </Section>
  )
}
