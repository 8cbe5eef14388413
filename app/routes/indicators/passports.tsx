import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { accompanies } from '#app/domain/passport.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { PassportTable } from '#app/ui/passports.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listPassportVersions } from '#db/passports.ts'
import { listStandingReports } from '#db/standing-reports.ts'
import { listedPassports } from '#reports/passports.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.passportVersion.title)

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'indicator:read')
  const versions = await listPassportVersions(db)
  return {
    passports: listedPassports(versions, dayOf(new Date()), actor.locale),
    latestReport: (await listStandingReports(db)).at(0)?.number ?? null,
  }
}

export default function PassportsPage() {
  const { passports, latestReport } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.passportVersion
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: '/indicators', label: t.indicator.title }]}
        action={
          latestReport === null ? (
            <p className="muted">{words.noBook}</p>
          ) : (
            <ButtonLink icon="download" href={`/reports/${latestReport}/passports.pdf`}>
              {words.book(latestReport)}
            </ButtonLink>
          )
        }
      />
      <Section title={words.indicators}>
        <PassportTable caption={words.indicators} passports={passports.filter((one) => !accompanies(one))} />
      </Section>
      <Section title={words.accompanying}>
        <PassportTable caption={words.accompanying} passports={passports.filter(accompanies)} />
      </Section>
    </>
  )
}
