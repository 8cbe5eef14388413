import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MOST_SHARE_PERCENT } from '#app/domain/certificate.ts'
import { REPORT_RHYTHMS } from '#app/domain/snapshot.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { checkbox, email, line, oneOf, parseForm, wholeNumber } from '#app/http/form.ts'
import { choiceFrom } from '#app/http/query.ts'
import type { Messages } from '#app/i18n/index.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxField, SelectField } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { NumberField, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { openDataFields } from '#app/ui/open-data-fields.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { changeSettings, getSettings, type Settings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.administration.settings.title)

const MOST_MEGABYTES = 1_000_000

const SettingsForm = z.object({
  districtName: line(120),
  districtKey: z
    .string()
    .trim()
    .regex(/^(\d{5})?$/),
  contactEmail: z.union([z.literal(''), email()]),
  secondLanguage: checkbox(),
  remindThreeDaysBefore: checkbox(),
  remindDayBefore: checkbox(),
  certificateOverPercent: wholeNumber(0, MOST_SHARE_PERCENT),
  fileMegabytes: wholeNumber(1, 20),
  organisationMegabytes: wholeNumber(1, MOST_MEGABYTES),
  installationMegabytes: wholeNumber(1, MOST_MEGABYTES),
  reportMonths: oneOf(REPORT_RHYTHMS.map(String) as [string, ...string[]]).transform(Number),
  openData: checkbox(),
  openDataContributor: z
    .string()
    .trim()
    .regex(/^(http:\/\/dcat-ap\.de\/def\/contributors\/[\w-]{1,100})?$/)
    .default(''),
})

export async function loader({ request, context: { db, environment }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'setting:edit')
  const { version, embedded, publicOrigin, smtpUrl, mailFrom } = environment
  return {
    settings: await getSettings(db),
    // Of the mail server only that there is one: its address may hold a password.
    installation: { version, embedded, publicOrigin, sends: smtpUrl !== null, mailFrom },
    done: choiceFrom(new URL(request.url).searchParams, 'done', ['saved', 'nothingChanged']),
  }
}

export async function action({ request, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'setting:edit')
  const form = await parseForm(request, SettingsForm)
  if (!form.ok) return data({ errors: inWords(form.errors), submitted: form.submitted }, 400)
  // Whoever uses data must be able to ask somebody.
  if (form.value.openData && form.value.contactEmail === '') {
    const errors = { contactEmail: 'open-data-contact-missing' }
    return data({ errors, submitted: form.submitted }, 400)
  }
  const changes = changesTo(await getSettings(db), form.value)
  if (Object.keys(changes).length === 0) return redirect('/admin/settings?done=nothingChanged')
  await changeSettings(db, actor.id, changes, new Date())
  return redirect('/admin/settings?done=saved')
}

/** Only what is different: the record names what somebody changed, and what another admin saved meanwhile stays. */
function changesTo(settings: Settings, given: Partial<Settings>): Partial<Settings> {
  const before: Record<string, unknown> = settings
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => before[key] !== value))
}

function inWords(errors: Record<string, string>): Record<string, string> {
  return {
    ...errors,
    ...('districtKey' in errors && { districtKey: 'district-key-wrong' }),
    ...('openDataContributor' in errors && { openDataContributor: 'contributor-wrong' }),
  }
}

export default function SettingsPage() {
  const { done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.administration.settings
  return (
    <div className="measure stack">
      <PageHeader title={words.title} breadcrumbs={[{ href: '/admin', label: t.administration.title }]} />
      {done && !answer && <Notice kind={done === 'saved' ? 'success' : 'info'} title={words[done]} answer />}
      <SettingsFields />
      <Installation />
    </div>
  )
}

/** An element and no component, so that the form finds its label. */
function reportField({ administration: { settings } }: Messages) {
  return (
    <SelectField
      name="reportMonths"
      label={settings.reportMonths}
      hint={settings.reportMonthsHint}
      options={REPORT_RHYTHMS.map((months) => ({
        value: String(months),
        label: settings.reportRhythm[months],
      }))}
      blank={null}
    />
  )
}

function SettingsFields() {
  const { settings } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.administration.settings
  return (
    <Form
      values={settings}
      errors={answer?.errors}
      sentences={{
        'district-key-wrong': words.districtKeyWrong,
        'open-data-contact-missing': t.openData.settings.contactMissing,
        'contributor-wrong': t.openData.settings.contributorWrong,
      }}
      submitted={answer?.submitted}
    >
      <TextField
        name="districtName"
        label={words.districtName}
        hint={words.districtNameHint}
        maxLength={120}
        required
      />
      <TextField
        name="districtKey"
        label={words.districtKey}
        hint={words.districtKeyHint}
        inputMode="numeric"
        maxLength={5}
        width="short"
      />
      <TextField
        name="contactEmail"
        label={words.contactEmail}
        hint={words.contactEmailHint}
        type="email"
        maxLength={254}
        autoComplete="off"
      />
      <NumberField
        name="certificateOverPercent"
        label={words.certificateOverPercent}
        hint={words.certificateOverPercentHint}
        min={0}
        max={MOST_SHARE_PERCENT}
        unit={words.percent}
        required
      />
      {reportField(t)}
      <SwitchFields />
      {fileFields(t)}
      {openDataFields(t)}
      <ButtonRow>
        <Button look="primary">{t.form.save}</Button>
      </ButtonRow>
    </Form>
  )
}

/** Elements and no component, so that the form finds their labels. */
function fileFields(t: Messages) {
  const { storage } = t.file
  const room = { min: 1, max: MOST_MEGABYTES, unit: storage.unit, required: true }
  return (
    <Disclosure summary={storage.title}>
      <div className="stack">
        <p className="muted">{storage.lead}</p>
        <NumberField
          name="fileMegabytes"
          label={storage.fileMegabytes}
          hint={storage.fileMegabytesHint}
          {...room}
          max={20}
        />
        <NumberField name="organisationMegabytes" label={storage.organisationMegabytes} {...room} />
        <NumberField name="installationMegabytes" label={storage.installationMegabytes} {...room} />
      </div>
    </Disclosure>
  )
}

/** What is on or off. */
function SwitchFields() {
  const words = useMessages().administration.settings
  return (
    <>
      <CheckboxField
        name="remindThreeDaysBefore"
        label={words.remindThreeDaysBefore}
        hint={words.remindHint}
      />
      <CheckboxField name="remindDayBefore" label={words.remindDayBefore} />
      <CheckboxField name="secondLanguage" label={words.secondLanguage} hint={words.secondLanguageHint} />
    </>
  )
}

/** What only the operator of the server can change. */
function Installation() {
  const { settings, installation } = useLoaderData<typeof loader>()
  const words = useMessages().administration.settings
  const { version, embedded, publicOrigin, sends, mailFrom } = installation
  const sending = sends && !settings.demo
  return (
    <Section title={words.facts}>
      <div className="stack">
        <p className="muted">{words.factsLead}</p>
        <DescriptionList
          facts={[
            { term: words.version, value: version },
            { term: words.data, value: settings.demo ? words.demo : words.real },
            { term: words.database, value: embedded ? words.embedded : words.postgres },
            { term: words.address, value: publicOrigin ?? words.anyLoopback },
            {
              term: words.mailServer,
              value: sending
                ? words.mailServerSet
                : settings.demo
                  ? words.mailServerDemo
                  : words.mailServerNone,
            },
            { term: words.sender, value: sending ? mailFrom : undefined },
          ]}
        />
      </div>
    </Section>
  )
}
