import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rollCallOpens } from '#app/domain/attendance.ts'
import { checkInState, codeShownFrom } from '#app/domain/check-in.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { arrivalsAt, shownIn } from '#app/http/check-in-screen.server.ts'
import { originOf } from '#app/http/origin.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckInScreen } from '#app/ui/check-in-screen.tsx'
import { Live } from '#app/ui/live.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { TimeRange } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listAttendance } from '#db/attendance.ts'
import { getMeeting } from '#db/meetings.ts'
import { getWorkshop } from '#db/workshops.ts'

export const handle = { javascript: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.checkIn.screen.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor(context, request)
  const meeting = found(await getMeeting(db, idFrom(params.meetingId)))
  const workshop = found(await getWorkshop(db, meeting.workshopId))
  permit(actor, 'attendance:record', workshop)
  const now = new Date()
  const state = checkInState(meeting, workshop, now)
  const isShown = state === 'open' || state === 'early'
  const origin = originOf(context, request)
  const { id, titleDe, titleEn } = workshop
  return {
    workshop: { id, titleDe, titleEn },
    meeting: { id: meeting.id, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
    state,
    shownFrom: codeShownFrom(meeting),
    opens: rollCallOpens(meeting),
    address: `${new URL(origin).host}/check-in`,
    shown: isShown ? await shownIn(db, meeting.id, origin, now) : null,
    arrivals: await arrivalsAt(db, meeting.id, actor.locale),
    enrolled: (await listAttendance(db, meeting.id)).length,
  }
}

export default function CheckInScreenPage() {
  const { workshop, meeting, state, shown, address, arrivals, enrolled, opens } =
    useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { screen } = t.checkIn
  const list = `/meetings/${meeting.id}/attendance`
  const words = {
    ...{ scan: screen.scan, picture: screen.picture, type: screen.type(address), changes: screen.changes },
    ...{ arrivals: screen.arrivals, arrived: screen.arrivedLive, at: screen.at, nobody: screen.nobody },
    ...{ lost: screen.lost, tooMany: screen.tooMany },
  }
  return (
    <>
      <PageHeader
        title={pick(locale, workshop.titleDe, workshop.titleEn)}
        lead={<TimeRange start={meeting.startsAt} end={meeting.endsAt} />}
        breadcrumbs={[{ href: list, label: t.attendance.title }]}
      />
      {state === 'early' && <Notice kind="info" title={screen.early(opens)} />}
      {shown ? (
        <Live part="check-in-screen" given={{ meetingId: meeting.id, shown, arrivals, enrolled, words }}>
          <CheckInScreen shown={shown} arrivals={arrivals} enrolled={enrolled} words={words} />
          <p>{screen.plain}</p>
          <ButtonRow>
            <ButtonLink look="primary" href={`/meetings/${meeting.id}/check-in`}>
              {screen.reload}
            </ButtonLink>
          </ButtonRow>
        </Live>
      ) : (
        <NotShown />
      )}
      <p>
        <a href={list}>{screen.toList}</a>
      </p>
    </>
  )
}

function NotShown() {
  const { state, shownFrom } = useLoaderData<typeof loader>()
  const { screen } = useMessages().checkIn
  if (state === 'called-off') return <Notice kind="info" title={screen.calledOff} />
  return <Notice kind="info" title={state === 'over' ? screen.over : screen.from(shownFrom)} />
}
