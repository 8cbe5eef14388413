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
import { OPENED } from '#app/domain/edit-conflict.ts'
import {
  COMMENT_LENGTH,
  inPlaces,
  OWN_VIEW_LENGTH,
  placesOf,
  REPORT_SECTIONS,
  type ReportSection,
  type SectionPlaces,
} from '#app/domain/report-draft.ts'
import { reportOfDay, type PrepareRefusal } from '#app/domain/snapshot.ts'
import { permit, requireActor, type SignedInActor } from '#app/http/actor.server.ts'
import { conflictIn, shownIn, type EditConflict as Conflict } from '#app/http/edit-conflict.server.ts'
import { optionalText, parseForm, wholeNumber, type Errors } from '#app/http/form.ts'
import type { Submitted } from '#app/http/meeting-form.ts'
import { draftDay } from '#app/http/snapshot.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { EditConflict } from '#app/ui/edit-conflict.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import { getReportDraft, saveReportDraft } from '#db/report-drafts.ts'
import { listSnapshots, prepareSnapshot } from '#db/snapshots.ts'

const place = () => z.union([z.literal('').transform(() => null), wholeNumber(1, REPORT_SECTIONS.length)])
const places = Object.fromEntries(REPORT_SECTIONS.map((section) => [section, place()])) as Record<
  ReportSection,
  ReturnType<typeof place>
>

const DraftForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    version: wholeNumber(0, 1_000_000),
    commentI1: optionalText(COMMENT_LENGTH),
    commentI2: optionalText(COMMENT_LENGTH),
    ownView: optionalText(OWN_VIEW_LENGTH),
    ...places,
  }),
  z.object({ intent: z.literal('freeze') }),
])

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => t.reportDraft.title(params.cutOff ?? ''))

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'snapshot:prepare')
  const cutOff = await draftDay(context, params.cutOff)
  const { values, version } = await valuesOf(db, cutOff)
  const isSaved = new URL(request.url).searchParams.get('done') === 'save'
  const released = reportOfDay(cutOff, await listSnapshots(db))
  return { cutOff, values, version, opened: JSON.stringify(shownIn(values)), isSaved, released }
}

/** The draft as its form asks for it. */
async function valuesOf(db: Db, cutOff: string) {
  const { sections, comments, ownView, version } = await getReportDraft(db, cutOff)
  const values = { ...placesOf(sections), commentI1: comments.I1, commentI2: comments.I2, ownView }
  return { values, version }
}

export async function action({ request, params, context: { db, environment }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'snapshot:prepare')
  const cutOff = await draftDay(context, params.cutOff)
  const form = await parseForm(request, DraftForm)
  const { submitted } = form
  if (!form.ok) return answer(submitted, { errors: form.errors })
  if (form.value.intent === 'freeze') return freeze(db, actor, cutOff, environment.version)

  const { intent: _intent, version, commentI1, commentI2, ownView, ...chosen } = form.value
  const draft = {
    sections: inPlaces(chosen as SectionPlaces),
    comments: { I1: commentI1, I2: commentI2 },
    ownView,
  }
  const result = await saveReportDraft(db, { ...draft, cutOff, version, by: actor.id }, new Date())
  if (result.ok) return redirect(`/reports/drafts/${cutOff}?done=save`)
  const conflict = await conflictIn(db, cutOff, submitted, (await valuesOf(db, cutOff)).values)
  return answer(conflict.merged, { conflict, status: 409 })
}

async function freeze(db: Db, actor: SignedInActor, cutOff: string, applicationVersion: string) {
  const now = new Date()
  const preparation = { cutOff, today: dayOf(now), applicationVersion, by: actor.id }
  const result = await prepareSnapshot(db, preparation, now)
  if (result.ok) return redirect(`/reports/${result.number}?done=prepare`)
  return answer({}, { refusal: result.refusal, status: 409 })
}

type Answer = {
  errors?: Errors
  conflict?: Conflict
  refusal?: PrepareRefusal
  status?: number
}

function answer(submitted: Submitted, { errors = {}, status = 400, ...rest }: Answer) {
  return data({ submitted, errors, ...rest }, status)
}

export default function DraftPage() {
  const { cutOff, isSaved } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useMessages()
  const words = t.reportDraft
  return (
    <div className="stack">
      <PageHeader
        title={words.title(formatDay(cutOff, useLocale()))}
        lead={words.lead}
        breadcrumbs={[{ href: '/reports', label: t.snapshot.title }]}
        action={<ButtonLink href={`/reports/drafts/${cutOff}/preview.pdf`}>{words.preview}</ButtonLink>}
      />
      {isSaved && !result && <Notice kind="success" title={words.saved} answer />}
      <ConflictNotice />
      <DraftFields />
      <Freeze />
    </div>
  )
}

/** A day that has its released report gets no second one: what was written goes into the correction. */
function Freeze() {
  const { released } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const t = useMessages()
  const words = t.reportDraft
  if (released !== null)
    return (
      <Section title={words.correctionTitle}>
        <p>{words.correctionLead(released)}</p>
        <ButtonLink href={`/reports/${released}/correction`}>{t.snapshot.correction.open}</ButtonLink>
      </Section>
    )
  return (
    <Section title={words.freezeTitle}>
      <Confirm
        consequence={words.freezeConsequence}
        confirm={t.snapshot.prepare}
        hidden={{ intent: 'freeze' }}
        back={{ href: '/reports', label: t.snapshot.title }}
        refusal={refusal && t.snapshot.prepareRefusal[refusal]}
      />
    </Section>
  )
}

function ConflictNotice() {
  const conflict = useActionData<typeof action>()?.conflict
  const t = useMessages()
  const { section, commentI1, commentI2, ownView, leftOut, place: inPlace } = t.reportDraft
  if (!conflict) return null
  const label: Record<string, string> = { ...section, commentI1, commentI2, ownView }
  const said = (field: string, value: string | string[]) => {
    const text = String(value)
    if (!(field in section)) return text
    return text === '' ? leftOut : inPlace(Number(text))
  }
  const { differences, by, at } = conflict
  return (
    <EditConflict
      differences={differences}
      by={by}
      at={at === null ? null : new Date(at)}
      labelOf={(field) => label[field]}
      said={said}
    />
  )
}

function DraftFields() {
  const { values, version, opened } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const words = useMessages().reportDraft
  const isFreezing = result?.refusal !== undefined
  // After a conflict the next save replaces what both have seen.
  const compared = { version: String(version), [OPENED]: opened }
  return (
    <Form
      values={values}
      errors={result?.errors}
      submitted={isFreezing ? undefined : result?.submitted}
      refusal={result?.conflict && words.refusal['changed-meanwhile']}
      hidden={{ intent: 'save', ...compared }}
    >
      <Section title={words.comments}>
        <div className="stack">
          <p>{words.commentsLead}</p>
          <TextArea name="commentI1" label={words.commentI1} maxLength={COMMENT_LENGTH} rows={3} />
          <TextArea name="commentI2" label={words.commentI2} maxLength={COMMENT_LENGTH} rows={3} />
        </div>
      </Section>
      <Section title={words.ownTitle}>
        <TextArea
          name="ownView"
          label={words.ownView}
          hint={words.ownHint}
          maxLength={OWN_VIEW_LENGTH}
          rows={10}
        />
      </Section>
      <Section title={words.sections}>
        <div className="stack">
          <p>{words.sectionsLead}</p>
          {REPORT_SECTIONS.map((section) => (
            <SelectField
              key={section}
              name={section}
              label={words.section[section]}
              blank={words.leftOut}
              options={REPORT_SECTIONS.map((_, index) => ({
                value: String(index + 1),
                label: words.place(index + 1),
              }))}
            />
          ))}
        </div>
      </Section>
      <ButtonRow>
        <Button look="primary">{words.save}</Button>
      </ButtonRow>
    </Form>
  )
}
