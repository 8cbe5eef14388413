import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  ATTENDANCE_STATUSES,
  CORRECTION_REASONS,
  correctionNeedsReason,
  rollCallClosedBecause,
} from '#app/domain/attendance.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm, wholeNumber } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom, isId } from '#app/http/responses.ts'
import { rollCallOf } from '#app/http/roll-call.server.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { AttendanceHistory } from '#app/ui/attendance-history.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Live } from '#app/ui/live.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { CompleteList, RollCallWays, WalkIns } from '#app/ui/roll-call-more.tsx'
import { RollCall } from '#app/ui/roll-call.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listHistory } from '#db/attendance-lists.ts'
import { listAttendance, recordAttendance, type AttendanceEntry } from '#db/attendance.ts'
import type { Db } from '#db/client.server.ts'
import { getMeeting } from '#db/meetings.ts'
import { completeRollCall, getRollCall } from '#db/roll-calls.ts'
import { listWalkIns } from '#db/walk-in-lists.ts'
import { getWorkshop } from '#db/workshops.ts'

export const handle = { javascript: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.attendance.title)

/** The meeting of the address, with its workshop. */
async function meetingOf(db: Db, meetingId: string) {
  const { workshopId } = found(await getMeeting(db, meetingId))
  const workshop = found(await getWorkshop(db, workshopId))
  const meeting = found(workshop.meetings.find(({ id }) => id === meetingId))
  return { workshop, meeting }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const { workshop, meeting } = await meetingOf(db, idFrom(params.meetingId))
  permit(actor, 'attendance:record', workshop)
  const now = new Date()
  const people = await rollCallOf(db, meeting.id)
  const last = Math.max(0, ...people.map(({ recordedAt }) => recordedAt ?? 0))
  const { id, titleDe, titleEn, capacity } = workshop
  const rollCall = await getRollCall(db, meeting.id)
  const guests = (await listWalkIns(db, id)).filter(({ meetingId }) => meetingId === meeting.id)
  return {
    workshop: { id, titleDe, titleEn, capacity },
    meeting: { id: meeting.id, startsAt: meeting.startsAt, endsAt: meeting.endsAt, units: meeting.units },
    meetings: workshop.meetings.map(({ id: meetingId, startsAt }) => ({ id: meetingId, startsAt })),
    people,
    guests: guests.map(({ id: guestId, name, organisation, settledAt }) => ({
      id: guestId,
      name,
      organisation,
      isSettled: settledAt !== null,
    })),
    history: (await listHistory(db, meeting.id)).map((line) => ({
      ...line,
      person: displayName(line.person),
      by: displayName(line.by),
    })),
    personId: actor.id,
    asOf: now.getTime(),
    savedAt: last > 0 ? new Date(last) : null,
    isToday: last > 0 && dayOf(new Date(last)) === dayOf(now),
    closed: rollCallClosedBecause(meeting, workshop, now),
    completedAt: rollCall?.completedAt ?? null,
    needsReason: correctionNeedsReason(meeting, rollCall, now),
    done: choiceFrom(new URL(request.url).searchParams, 'done', DONE) ?? null,
  }
}

/** `noted`: somebody is a guest until the office has settled it. */
const DONE = ['save', 'noted'] as const

const RollCallForm = z.looseObject({
  intent: oneOf(['all', 'save', 'complete']),
  reason: z.union([z.literal('').transform(() => undefined), oneOf(CORRECTION_REASONS)]).optional(),
})
const Mark = z.object({
  status: z.enum(ATTENDANCE_STATUSES),
  units: wholeNumber(1, 20).nullable().catch(null),
})

/** What the form says about each person; whoever has no mark in it is not in here. */
function entriesOf(fields: Record<string, unknown>): AttendanceEntry[] {
  return Object.keys(fields).flatMap((name) => {
    const enrolmentId = name.slice('status-'.length)
    if (!name.startsWith('status-') || !isId(enrolmentId)) return []
    const mark = Mark.safeParse({ status: fields[name], units: fields[`units-${enrolmentId}`] ?? null })
    return mark.success ? [{ enrolmentId, ...mark.data }] : []
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const { workshop, meeting } = await meetingOf(db, idFrom(params.meetingId))
  permit(actor, 'attendance:record', workshop)
  const form = await parseForm(request, RollCallForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  if (form.value.intent === 'complete') return complete(db, meeting.id, actor.id)

  const marked = entriesOf(form.value)
  const known = new Set(marked.map(({ enrolmentId }) => enrolmentId))
  const rest = form.value.intent === 'all' ? await listAttendance(db, meeting.id) : []
  const present = rest
    .filter(({ enrolmentId, status }) => status === null && !known.has(enrolmentId))
    .map(presentFor)
  const wish = { meetingId: meeting.id, entries: [...marked, ...present], by: actor.id }
  const result = await recordAttendance(db, { ...wish, reason: form.value.reason }, new Date())
  if (!result.ok) return data({ refusal: result.refusal, open: 0, marked }, 409)
  return redirect(`/meetings/${meeting.id}/attendance?done=save`)
}

async function complete(db: Db, meetingId: string, by: string) {
  const result = await completeRollCall(db, meetingId, by, new Date())
  if (!result.ok) return data({ refusal: result.refusal, open: result.open, marked: [] }, 409)
  return redirect(`/meetings/${meetingId}/attendance?done=save`)
}

function presentFor({ enrolmentId }: { enrolmentId: string }): AttendanceEntry {
  return { enrolmentId, status: 'present', units: null }
}

export default function AttendancePage() {
  const { workshop, meeting, people, closed, guests } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  return (
    <>
      <PageHeader
        title={t.attendance.title}
        lead={<TimeRange start={meeting.startsAt} end={meeting.endsAt} />}
        breadcrumbs={[
          { href: `/workshops/${workshop.id}`, label: pick(locale, workshop.titleDe, workshop.titleEn) },
        ]}
      />
      <Meetings />
      <Answer />
      {closed ? (
        <Notice kind="info" title={t.attendance.refusal[closed]}>
          <a href={`/workshops/${workshop.id}/enrolments`}>{t.attendance.toEnrolments}</a>
        </Notice>
      ) : people.length === 0 ? (
        <Empty
          action={
            <ButtonLink href={`/workshops/${workshop.id}/enrolments`}>{t.attendance.toEnrolments}</ButtonLink>
          }
        >
          {t.attendance.nobody}
        </Empty>
      ) : (
        <List />
      )}
      <WalkIns guests={guests} seated={people.length} capacity={workshop.capacity} />
      <More />
    </>
  )
}

/** A finished list is corrected with a reason; until then every tap is kept at once where scripts run. */
function List() {
  const { meeting, people, personId, asOf, needsReason, completedAt } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { attendance, rollCall } = useMessages()
  const locale = useLocale()
  const state = useSavedWords()
  const shown = withMarks(people, answer?.marked ?? [])
  if (needsReason) {
    const since =
      completedAt && attendance.complete.done(completedAt, formatShortDay(dayOf(completedAt), locale))
    const reasons = CORRECTION_REASONS.map((value) => ({ value, label: attendance.reason[value] }))
    return (
      <>
        <Notice kind="info" title={since ?? attendance.complete.late} />
        <RollCall people={shown} units={meeting.units} state={state} save={attendance.complete.correct}>
          <SelectField name="reason" label={attendance.complete.why} options={reasons} required />
        </RollCall>
      </>
    )
  }
  const given = { meetingId: meeting.id, personId, people, units: meeting.units, asOf, words: rollCall }
  return (
    <Live part="roll-call" given={given} waiting={rollCall.loading}>
      <RollCall people={shown} units={meeting.units} state={state} />
    </Live>
  )
}

type Marked = Pick<AttendanceEntry, 'enrolmentId' | 'status' | 'units'>

/** After a refusal the list shows what was marked, not what is stored. */
function withMarks<P extends { id: string }>(people: readonly P[], marked: readonly Marked[]): P[] {
  return people.map((person) => {
    const mark = marked.find(({ enrolmentId }) => enrolmentId === person.id)
    return mark ? { ...person, status: mark.status, units: mark.units } : person
  })
}

/** One view for each meeting; a workshop of one meeting needs no choice. */
function Meetings() {
  const { meetings } = useLoaderData<typeof loader>()
  const { attendance } = useMessages()
  const locale = useLocale()
  if (meetings.length < 2) return null
  const tabs = meetings.map(({ id, startsAt }, place) => ({
    href: `/meetings/${id}/attendance`,
    label: attendance.meeting(place + 1, formatShortDay(dayOf(startsAt), locale)),
  }))
  return <Tabs label={attendance.meetings} tabs={tabs} />
}

function More() {
  const { meeting, workshop, people, closed, completedAt, history } = useLoaderData<typeof loader>()
  const hasOpen = people.some(({ status }) => status === null)
  return (
    <>
      {!closed && !completedAt && people.length > 0 && <CompleteList isReady={!hasOpen} />}
      {closed !== 'called-off' && (
        <RollCallWays meetingId={meeting.id} workshopId={workshop.id} isOpen={!closed} />
      )}
      {history.length > 0 && <AttendanceHistory lines={history} />}
    </>
  )
}

/** What became of what was sent. */
function Answer() {
  const { done, people, closed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { attendance, walkIn } = useMessages()
  const words = useSavedWords()
  const refusal = answer?.refusal
  if (refusal === 'still-open')
    return <Notice kind="danger" title={attendance.complete.stillOpen(answer?.open ?? 0)} answer />
  if (refusal && refusal !== closed)
    return <Notice kind="danger" title={attendance.refusal[refusal]} answer />
  if (!done || answer) return null
  if (done === 'noted') {
    return (
      <Notice kind="warning" title={walkIn.noted} answer>
        {walkIn.notedText}
      </Notice>
    )
  }
  const open = people.filter((person) => person.status === null).length
  return (
    <Notice kind="success" title={words} answer>
      {attendance.open(open)}
    </Notice>
  )
}

function useSavedWords(): string {
  const { savedAt, isToday } = useLoaderData<typeof loader>()
  const { attendance } = useMessages()
  const locale = useLocale()
  if (!savedAt) return attendance.neverSaved
  return isToday
    ? attendance.saved(savedAt)
    : attendance.savedOn(formatShortDay(dayOf(savedAt), locale), savedAt)
}
