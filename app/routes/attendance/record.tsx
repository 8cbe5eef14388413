import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ATTENDANCE_STATUSES, rollCallClosedBecause } from '#app/domain/attendance.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { oneOf, parseForm, wholeNumber } from '#app/http/form.ts'
import { found, idFrom, isId } from '#app/http/responses.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { RollCall } from '#app/ui/roll-call.tsx'
import type { RollCallPerson } from '#app/ui/roll-call-row.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listAttendance, recordAttendance, type AttendanceEntry } from '#db/attendance.ts'
import type { Db } from '#db/client.server.ts'
import { getMeeting } from '#db/meetings.ts'
import { getWorkshop } from '#db/workshops.ts'

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
  const attendees = await listAttendance(db, meeting.id)
  const recorded = attendees.map(({ recordedAt }) => recordedAt?.getTime() ?? 0)
  const last = Math.max(0, ...recorded)
  const { id, titleDe, titleEn } = workshop
  const now = new Date()
  return {
    workshop: { id, titleDe, titleEn },
    meeting: { id: meeting.id, startsAt: meeting.startsAt, endsAt: meeting.endsAt, units: meeting.units },
    meetings: workshop.meetings.map(({ id: meetingId, startsAt }) => ({ id: meetingId, startsAt })),
    people: attendees.map((attendee): RollCallPerson => {
      const { enrolmentId, organisation, status, units } = attendee
      return { id: enrolmentId, name: displayName(attendee), organisation, status, units }
    }),
    savedAt: last > 0 ? new Date(last) : null,
    isToday: last > 0 && dayOf(new Date(last)) === dayOf(now),
    closed: rollCallClosedBecause(meeting, workshop, now),
    done: new URL(request.url).searchParams.get('done') === 'save',
  }
}

const RollCallForm = z.looseObject({ intent: oneOf(['all', 'save']) })
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

  const marked = entriesOf(form.value)
  const known = new Set(marked.map(({ enrolmentId }) => enrolmentId))
  const rest = form.value.intent === 'all' ? await listAttendance(db, meeting.id) : []
  const present = rest.filter(({ enrolmentId }) => !known.has(enrolmentId)).map(presentFor)
  const wish = { meetingId: meeting.id, entries: [...marked, ...present], by: actor.id }
  const result = await recordAttendance(db, wish, new Date())
  if (!result.ok) return data({ refusal: result.refusal, marked }, 409)
  return redirect(`/meetings/${meeting.id}/attendance?done=save`)
}

function presentFor({ enrolmentId }: { enrolmentId: string }): AttendanceEntry {
  return { enrolmentId, status: 'present', units: null }
}

export default function AttendancePage() {
  const { workshop, meeting, people, closed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const saved = useSavedWords()
  const refusal = answer?.refusal
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
      <Saved />
      {refusal && refusal !== closed && <Notice kind="danger" title={t.attendance.refusal[refusal]} answer />}
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
        <RollCall people={withMarks(people, answer?.marked ?? [])} units={meeting.units} state={saved} />
      )}
    </>
  )
}

/** After a refusal the list shows what was marked, not what is stored. */
function withMarks(people: readonly RollCallPerson[], marked: readonly AttendanceEntry[]): RollCallPerson[] {
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

function Saved() {
  const { done, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { attendance } = useMessages()
  const words = useSavedWords()
  if (!done || answer) return null
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
