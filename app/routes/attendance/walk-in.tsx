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
import { rollCallClosedBecause } from '#app/domain/attendance.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { displayName } from '#app/domain/person.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { email, id, line, optionalText, parseForm } from '#app/http/form.ts'
import { wordsFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listAttendance } from '#db/attendance.ts'
import type { Db } from '#db/client.server.ts'
import { getMeeting } from '#db/meetings.ts'
import { findMembers } from '#db/members.ts'
import { addWalkIn, admit } from '#db/walk-ins.ts'
import { getWorkshop } from '#db/workshops.ts'

const MOST_FOUND = 10
const LONGEST = 120

const AdmitForm = z.object({ id: id(), personId: id() })
const GuestForm = z.object({
  id: id(),
  name: line(LONGEST),
  email: z.union([z.literal('').transform(() => null), email()]),
  organisation: optionalText(LONGEST),
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.walkIn.title)

async function meetingOf(db: Db, meetingId: string) {
  const meeting = found(await getMeeting(db, meetingId))
  return { meeting, workshop: found(await getWorkshop(db, meeting.workshopId)) }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const { meeting, workshop } = await meetingOf(db, idFrom(params.meetingId))
  permit(actor, 'attendance:record', workshop)
  const now = new Date()
  const search = wordsFrom(new URL(request.url).searchParams, 'q')
  const hits = search ? await findMembers(db, search, MOST_FOUND, dayOf(now)) : undefined
  const seated = new Set((await listAttendance(db, meeting.id)).map(({ personId }) => personId))
  return {
    meetingId: meeting.id,
    closed: rollCallClosedBecause(meeting, workshop, now),
    freshId: randomUUID(),
    isFull: hits?.length === MOST_FOUND,
    hits: hits
      ?.filter((person) => !seated.has(person.id))
      .map((person) => ({
        ...{ id: person.id, name: displayName(person), organisation: person.organisation },
        freshId: randomUUID(),
      })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const { meeting, workshop } = await meetingOf(db, idFrom(params.meetingId))
  permit(actor, 'attendance:record', workshop)
  const now = new Date()
  const isKnown = (await request.clone().formData()).has('personId')
  const form = isKnown ? await parseForm(request, AdmitForm) : await parseForm(request, GuestForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, refusal: null }, 400)
  const wish = { meetingId: meeting.id, by: actor.id }
  const result =
    'personId' in form.value
      ? await admit(db, { ...form.value, ...wish }, now)
      : await addWalkIn(db, { ...form.value, ...wish }, now)
  if (!result.ok) return data({ errors: {}, submitted: form.submitted, refusal: result.refusal }, 409)
  return redirect(`/meetings/${meeting.id}/attendance?done=${result.noted ? 'noted' : 'save'}`)
}

export default function WalkInPage() {
  const { meetingId, closed, freshId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const { walkIn } = t
  const refusals = { ...t.attendance.refusal, ...walkIn.refusal }
  return (
    <div className="measure stack">
      <PageHeader
        title={walkIn.title}
        lead={walkIn.lead}
        breadcrumbs={[{ href: `/meetings/${meetingId}/attendance`, label: t.attendance.title }]}
      />
      {answer?.refusal && <Notice kind="danger" title={refusals[answer.refusal]} answer />}
      {closed ? (
        <Notice kind="info" title={t.attendance.refusal[closed]} />
      ) : (
        <>
          <Known />
          <Section title={walkIn.unknown}>
            <Form id={freshId} errors={answer?.errors} submitted={answer?.submitted}>
              <TextField name="name" label={walkIn.name} required maxLength={LONGEST} autoComplete="off" />
              <TextField name="organisation" label={walkIn.organisation} maxLength={LONGEST} />
              <TextField
                name="email"
                label={walkIn.email}
                hint={walkIn.emailHint}
                type="email"
                maxLength={254}
              />
              <ButtonRow>
                <Button>{walkIn.add}</Button>
              </ButtonRow>
            </Form>
          </Section>
        </>
      )}
    </div>
  )
}

function Known() {
  const { hits, isFull } = useLoaderData<typeof loader>()
  const { walkIn } = useMessages()
  return (
    <Section title={walkIn.known}>
      <FilterBar label={walkIn.search}>
        <TextField name="q" label={walkIn.search} type="search" maxLength={100} />
      </FilterBar>
      {hits && (
        <>
          <p role="status">
            {walkIn.found(hits.length)} {isFull && walkIn.more(MOST_FOUND)}
          </p>
          {hits.length > 0 && (
            <DataTable
              caption={walkIn.known}
              rows={hits}
              rowKey={(person) => person.id}
              columns={[
                { key: 'name', header: walkIn.name, rowHeader: true, cell: (person) => person.name },
                { key: 'organisation', header: walkIn.organisation, cell: (person) => person.organisation },
                {
                  key: 'admit',
                  header: walkIn.admit,
                  action: true,
                  cell: (person) => (
                    <PostButton
                      hidden={{ id: person.freshId, personId: person.id }}
                      label={walkIn.admitOf(person.name)}
                    >
                      {walkIn.admit}
                    </PostButton>
                  ),
                },
              ]}
            />
          )}
        </>
      )}
    </Section>
  )
}
