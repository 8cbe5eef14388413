import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { accompanies } from '#app/domain/passport.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { found } from '#app/http/responses.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { SqlTexts } from '#app/ui/evidence.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { PassportVersions } from '#app/ui/passports.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listReportsCounting } from '#db/passport-versions.ts'
import { getCountingDefinition, listVersionsOf } from '#db/passports.ts'
import { getRulings } from '#db/rulings.ts'
import { listStandingReports } from '#db/standing-reports.ts'
import { shownPassport } from '#reports/passports.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => (page ? t.passportVersion.one(page.passport.title) : t.passportVersion.title))

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'indicator:read')
  const versions = await listVersionsOf(db, params.key ?? '')
  const functions = [...new Set(versions.flatMap(({ sqlObject }) => sqlObject ?? []))]
  const definitions = new Map(
    await Promise.all(functions.map(async (name) => [name, await getCountingDefinition(db, name)] as const)),
  )
  const fingerprints = [...definitions].flatMap(([name, one]) => (one ? [[name, one.sha256] as const] : []))
  const passport = found(
    shownPassport({
      versions,
      reports: await listReportsCounting(db, params.key ?? ''),
      fingerprints: new Map(fingerprints),
      rulings: await getRulings(db),
      today: dayOf(new Date()),
      locale: actor.locale,
    }),
  )
  return {
    passport,
    definition: definitions.get(versions.at(-1)?.sqlObject ?? ''),
    latestReport: (await listStandingReports(db)).at(0)?.number ?? null,
    done: new URL(request.url).searchParams.get('done') === 'saved',
  }
}

export default function PassportPage() {
  const { passport, done } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.passportVersion
  const inForce = passport.versions.find(({ state }) => state === 'in-force')
  const upcoming = passport.versions.find(({ state }) => state === 'upcoming')
  return (
    <>
      <PageHeader
        title={words.one(passport.title)}
        lead={inForce && words.holds(inForce.version, inForce.validFrom)}
        breadcrumbs={[
          { href: '/indicators', label: t.indicator.title },
          { href: '/indicators/passports', label: words.title },
        ]}
        action={
          <Allowed
            to="passport:edit"
            on={passport}
            otherwise={
              <p className="muted">{accompanies(passport) ? words.officeAdds : words.committeeAdds}</p>
            }
          >
            <ButtonLink look="primary" href={`/indicators/passports/${passport.key}/edit`}>
              {words.add}
            </ButtonLink>
          </Allowed>
        }
      />
      {done && <Notice kind="success" title={words.saved} answer />}
      {upcoming && (
        <Notice kind="info" title={words.upcoming(upcoming.version, upcoming.validFrom)}>
          <p>{upcoming.reason}</p>
        </Notice>
      )}
      {inForce && (
        <Section title={words.content}>
          <DescriptionList facts={inForce.facts.map(([term, value]) => ({ term, value }))} />
        </Section>
      )}
      <PassportVersions {...passport} />
      <Counting />
      <More />
    </>
  )
}

function Counting() {
  const { definition } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.passportVersion
  return (
    <Section title={words.counting}>
      <div className="stack">
        <p className="measure">{definition ? words.countingLead : t.evidence.noSql}</p>
        {definition && (
          <>
            <DescriptionList
              facts={[
                {
                  term: t.evidence.sqlToday,
                  value: <code className="fingerprint">{definition.sha256}</code>,
                },
              ]}
            />
            <SqlTexts {...definition} />
          </>
        )}
      </div>
    </Section>
  )
}

function More() {
  const { passport, latestReport } = useLoaderData<typeof loader>()
  const words = useMessages().passportVersion
  return (
    <Section title={words.next}>
      <ul>
        <li>
          <a href={`/indicators/evidence/${passport.key}`}>{words.toEvidence}</a>
        </li>
        {latestReport !== null && (
          <li>
            <a href={`/reports/${latestReport}/passports.pdf`}>{words.book(latestReport)}</a>
          </li>
        )}
        {!accompanies(passport) && (
          <li>
            <a href="/indicators/targets">{words.toTargets}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}
