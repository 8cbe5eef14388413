import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/domain/calendar.ts'
import { reportingDate, reportOfDay, unpreparableBecause } from '#app/domain/snapshot.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { day, parseForm } from '#app/http/form.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { ReportState } from '#app/ui/report-state.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day, Moment } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { firstDayWithPassports } from '#db/indicators.ts'
import { getSettings } from '#db/settings.ts'
import { listSnapshots, verifySnapshots } from '#db/snapshots.ts'

const PrepareForm = z.object({ cutOff: day() })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.snapshot.title)

export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'report:download')
  const today = dayOf(new Date())
  const days = { first: await firstDayWithPassports(db), today }
  const snapshots = await listSnapshots(db)
  // Whoever reports on demand only chooses the day.
  const due = reportingDate(today, (await getSettings(db)).reportMonths)
  const there = due === null ? null : reportOfDay(due, snapshots)
  return {
    snapshots,
    faults: await verifySnapshots(db),
    today,
    suggested: due !== null && unpreparableBecause(due, days, snapshots) === null ? due : null,
    reported: due !== null && there !== null ? { cutOff: due, number: there } : null,
    earliest: days.first,
  }
}

export async function action({ request, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'snapshot:prepare')
  const form = await parseForm(request, PrepareForm)
  if (!form.ok) return data({ errors: form.errors, submitted: form.submitted, refusal: null }, 400)
  const now = new Date()
  const { cutOff } = form.value
  const days = { first: await firstDayWithPassports(db), today: dayOf(now) }
  const refusal = unpreparableBecause(cutOff, days, await listSnapshots(db))
  if (refusal) return data({ errors: {}, submitted: form.submitted, refusal }, 409)
  return redirect(`/reports/drafts/${cutOff}`)
}

export default function ReportsPage() {
  const { faults } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t.snapshot.title}
        lead={t.snapshot.lead}
        action={<ButtonLink href="/indicators/passports">{t.passportVersion.title}</ButtonLink>}
      />
      {faults.map(({ number, fault }) => (
        <Notice key={number} kind="danger" title={t.snapshot.chainBroken}>
          <p>
            {t.snapshot.one(number)}: {t.snapshot.fault[fault]}
          </p>
        </Notice>
      ))}
      <ReportTable />
      <Prepare />
    </>
  )
}

function ReportTable() {
  const { snapshots } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <DataTable
      caption={t.snapshot.title}
      rows={snapshots}
      rowKey={({ number }) => String(number)}
      empty={<Empty>{t.snapshot.empty}</Empty>}
      columns={[
        {
          key: 'number',
          header: t.snapshot.report,
          rowHeader: true,
          cell: ({ number, corrects }) => (
            <>
              <a href={`/reports/${number}`}>{t.snapshot.one(number)}</a>
              {corrects !== null && <> ({t.snapshot.corrects(corrects)})</>}
            </>
          ),
        },
        { key: 'cutOff', header: t.snapshot.cutOff, cell: ({ cutOff }) => <Day value={cutOff} /> },
        {
          key: 'state',
          header: t.snapshot.stateColumn,
          cell: (entry) => <ReportState {...entry} />,
        },
        {
          key: 'releasedAt',
          header: t.snapshot.releasedAt,
          cell: ({ releasedAt }) => (releasedAt ? <Moment value={releasedAt} /> : '–'),
        },
        {
          key: 'look',
          header: t.snapshot.look,
          cell: ({ number }) => (
            <a href={`/indicators?report=${number}`} aria-label={t.snapshot.figuresOf(number)}>
              {t.snapshot.figures}
            </a>
          ),
        },
        {
          key: 'files',
          header: t.snapshot.download,
          cell: ({ number }) => (
            <a
              href={`/reports/${number}/steering-committee.pdf`}
              aria-label={`${t.snapshot.one(number)}: ${t.snapshot.pdf}`}
            >
              {t.snapshot.pdfShort}
            </a>
          ),
        },
      ]}
    />
  )
}

function Prepare() {
  const { today, earliest, suggested, reported } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  return (
    <Allowed to="snapshot:prepare">
      <Section title={t.snapshot.prepareTitle}>
        <p>{t.snapshot.prepareLead}</p>
        {reported && (
          <p>
            {t.snapshot.dayHasReport(formatDay(reported.cutOff, locale))}{' '}
            <a href={`/reports/${reported.number}`}>{t.snapshot.toOther(reported.number)}</a>
          </p>
        )}
        <Form
          errors={result?.errors}
          submitted={result?.submitted}
          refusal={result?.refusal ? t.snapshot.prepareRefusal[result.refusal] : undefined}
        >
          <DateField
            name="cutOff"
            label={t.snapshot.cutOff}
            hint={t.snapshot.earliest(earliest)}
            defaultValue={suggested ?? undefined}
            min={earliest}
            max={today}
            required
          />
          <Button look="primary">{t.reportDraft.open}</Button>
        </Form>
      </Section>
    </Allowed>
  )
}
