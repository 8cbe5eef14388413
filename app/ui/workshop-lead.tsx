import { dayOf } from '#app/domain/calendar.ts'
import type { WorkshopState } from '#app/domain/workshop.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { LinkList } from '#app/ui/link-list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type Led = {
  id: string
  state: WorkshopState
  /** Whether a meeting has not taken place, which can be taken back. */
  hasMissed: boolean
  meetings: readonly { id: string; startsAt: Date; isOpen: boolean }[]
}

/** What trainers and coordinators do with a workshop; of a training officer's, only enrolling others. */
export function WorkshopLead({ workshop, leads }: { workshop: Led; leads: boolean }) {
  const t = useMessages()
  const { lead, list, others } = t.enrolment
  const { workshopQuestion, workshopMail } = t
  const certificates = t.certificate.workshop.title
  const path = `/workshops/${workshop.id}`
  if (!leads) {
    return (
      <Section title={others.colleaguesTitle}>
        <ButtonLink href={`${path}/enrolments`}>{others.title}</ButtonLink>
      </Section>
    )
  }
  const isOn = workshop.state !== 'called-off'
  const hasBegun = workshop.hasMissed || workshop.state === 'running' || workshop.state === 'over'
  return (
    <Section title={lead.title}>
      <ButtonRow>
        {isOn && <RollCalls meetings={workshop.meetings} />}
        <ButtonLink href={`${path}/enrolments`}>{list.title}</ButtonLink>
        {workshop.state === 'over' && <ButtonLink href={`${path}/certificates`}>{certificates}</ButtonLink>}
        {isOn && <ButtonLink href={`${path}/message`}>{lead.message}</ButtonLink>}
        {isOn && <ButtonLink href={`${path}/edit`}>{lead.edit}</ButtonLink>}
      </ButtonRow>
      <LinkList
        links={[
          isOn && { href: `${path}/attendance`, label: lead.grid },
          { href: `${path}/summary.pdf`, label: t.workshopSummary.link },
          { href: `${path}/questions`, label: workshopQuestion.title },
          { href: `${path}/mails`, label: workshopMail.link },
          { href: `/workshops/new?copy=${workshop.id}`, label: t.planning.edit.copy },
          isOn && hasBegun && { href: `${path}/missed`, label: t.missedMeeting.title },
          isOn && workshop.state !== 'over' && { href: `${path}/call-off`, label: lead.callOff },
        ]}
      />
    </Section>
  )
}

/** The latest list that is open comes first: that is the one for which a trainer is here. */
function RollCalls({ meetings }: Pick<Led, 'meetings'>) {
  const { lead } = useMessages().enrolment
  const locale = useLocale()
  const open = meetings.filter((meeting) => meeting.isOpen).reverse()
  return (
    <>
      {open.map(({ id, startsAt }, place) => (
        <ButtonLink key={id} href={`/meetings/${id}/attendance`} look={place === 0 ? 'primary' : 'secondary'}>
          {meetings.length === 1
            ? lead.attendance
            : lead.attendanceOf(formatShortDay(dayOf(startsAt), locale))}
        </ButtonLink>
      ))}
    </>
  )
}
