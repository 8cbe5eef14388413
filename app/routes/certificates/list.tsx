import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { inGroups } from '#app/domain/certificate-code.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listOwnCertificates, listStandings, type Certificate } from '#db/certificates.ts'
import { listProofsOf, type Proof } from '#db/proofs.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.certificate.own.title)

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'certificate:mine')
  const now = new Date()
  const { certificateOverPercent } = await getSettings(db)
  const certificates = (await listOwnCertificates(db, actor.id)).map(lineOf)
  const records = await listStandings(db, { personId: actor.id }, certificateOverPercent)
  const without = records.filter(
    ({ endsAt, standing }) => endsAt <= now && standing !== 'issued' && standing !== 'revoked',
  )
  return {
    years: byYear(certificates),
    elsewhere: (await listProofsOf(db, actor.id)).filter(isConfirmed).map(proofLineOf),
    overPercent: certificateOverPercent,
    without: without.map(({ enrolmentId, workshopId, titleDe, titleEn, endsAt, ...record }) => {
      const { standing, unitsAttended, unitsPlanned } = record
      return { enrolmentId, workshopId, titleDe, titleEn, endsAt, standing, unitsAttended, unitsPlanned }
    }),
  }
}

const isConfirmed = ({ decision }: Proof) => decision === 'confirmed'

function proofLineOf({ id, title, provider, attendedOn, units }: Proof) {
  return { id, title, provider, attendedOn, units }
}

/** When the training ended decides on the year, not when the certificate was issued. */
function lineOf({ id, code, content, unitsAttended, unitsPlanned, revocation }: Certificate) {
  const last = content.meetings.at(-1)
  const day = last ? dayOf(new Date(last.endsAt)) : content.issuedOn
  const revoked = revocation !== undefined
  return { id, code: inGroups(code), title: content.title, day, unitsAttended, unitsPlanned, revoked }
}

type Line = ReturnType<typeof lineOf>

/** The latest year first; what was revoked counts for nothing. */
function byYear(lines: readonly Line[]) {
  const years = [...new Set(lines.map(({ day }) => day.slice(0, 4)))].sort().reverse()
  return years.map((year) => {
    const ofYear = lines.filter(({ day }) => day.startsWith(year)).sort((a, b) => (a.day < b.day ? 1 : -1))
    const valid = ofYear.filter(({ revoked }) => !revoked)
    return {
      year: Number(year),
      units: valid.reduce((sum, line) => sum + line.unitsAttended, 0),
      lines: ofYear,
    }
  })
}

export default function OwnCertificatesPage() {
  const { years, elsewhere } = useLoaderData<typeof loader>()
  const { own } = useMessages().certificate
  return (
    <>
      <PageHeader title={own.title} lead={own.lead} />
      {years.length + elsewhere.length === 0 && (
        <Empty action={<ButtonLink href="/workshops">{own.toWorkshops}</ButtonLink>}>{own.empty}</Empty>
      )}
      {years.map(({ year, units, lines }) => (
        <Section key={year} title={own.year(year, units)}>
          <CardList>
            {lines.map((line) => (
              <CertificateCard key={line.id} line={line} />
            ))}
          </CardList>
        </Section>
      ))}
      <Elsewhere />
      <Without />
    </>
  )
}

function CertificateCard({ line }: { line: Line }) {
  const { certificate } = useMessages()
  const locale = useLocale()
  const { own, attendedOf, document } = certificate
  const { id, title, day, revoked, code } = line
  return (
    <Card
      title={title}
      href={`/certificates/${id}`}
      preline={formatShortDay(day, locale)}
      badge={<Badge kind={revoked ? 'danger' : 'success'}>{revoked ? own.revoked : own.valid}</Badge>}
      action={
        <ButtonLink href={`/certificates/${id}/certificate.pdf`} label={own.downloadOf(title)}>
          {own.download}
        </ButtonLink>
      }
    >
      <p>{attendedOf(line)}</p>
      <p className="muted">
        {document.code} <code>{code}</code>
      </p>
    </Card>
  )
}

/** What was learnt with other providers, as the training officer confirmed it. */
function Elsewhere() {
  const { elsewhere } = useLoaderData<typeof loader>()
  const { own } = useMessages().certificate
  const locale = useLocale()
  if (elsewhere.length === 0) return null
  return (
    <Section title={own.elsewhere}>
      <CardList>
        {elsewhere.map(({ id, title, provider, attendedOn, units }) => (
          <Card key={id} title={title} href={`/proofs/${id}`} preline={formatShortDay(attendedOn, locale)}>
            <p>{own.elsewhereFrom(provider, units)}</p>
          </Card>
        ))}
      </CardList>
    </Section>
  )
}

/** Where there is none (yet): why, and what one can do. */
function Without() {
  const { without, overPercent } = useLoaderData<typeof loader>()
  const { own } = useMessages().certificate
  const locale = useLocale()
  if (without.length === 0) return null
  return (
    <Section title={own.without}>
      <CardList>
        {without.map((line) => (
          <Card
            key={line.enrolmentId}
            title={pick(locale, line.titleDe, line.titleEn)}
            href={`/workshops/${line.workshopId}`}
            preline={formatShortDay(dayOf(line.endsAt), locale)}
          >
            <p>{own.why(line.standing, line, overPercent)}</p>
          </Card>
        ))}
      </CardList>
    </Section>
  )
}
