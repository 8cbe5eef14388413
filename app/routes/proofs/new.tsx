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
import { dayOf } from '#app/domain/calendar.ts'
import { FILE_FIELDS } from '#app/domain/file.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { day, id, line, wholeNumber } from '#app/http/form.ts'
import { isId } from '#app/http/responses.ts'
import { parseUpload } from '#app/http/upload.server.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, FileField, NumberField, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listCourses } from '#db/courses.ts'
import { listOrganisationsOf } from '#db/members.ts'
import { getProof, submitProof } from '#db/proofs.ts'
import { getSettings } from '#db/settings.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.proof.submit)

const ProofForm = z.object({
  id: id(),
  title: line(150),
  provider: line(100),
  attendedOn: day(),
  units: wholeNumber(1, 400),
  courseId: z.union([z.literal('').transform(() => null), id()]).default(null),
  organisationId: id().optional(),
})

/** An empty form, or with `?from=` the one of a proof that was returned. */
export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'proof:submit')
  const today = dayOf(new Date())
  const from = new URL(request.url).searchParams.get('from') ?? ''
  const before = isId(from) ? await getProof(db, from) : undefined
  const courses = await listCourses(db, {})
  return {
    id: randomUUID(),
    today,
    values: before && before.personId === actor.id ? before : { attendedOn: null, courseId: null },
    courses: courses.map((course) => ({ id: course.id, titleDe: course.titleDe, titleEn: course.titleEn })),
    organisations: await listOrganisationsOf(db, actor.id, today),
    megabytes: (await getSettings(db)).fileMegabytes,
  }
}

export async function action({ request, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'proof:submit')
  const form = await parseUpload(request, ProofForm, { file: 'proof' }, db)
  const { submitted, files } = form
  const noFile = files.file ? {} : { file: 'no-file' }
  if (!form.ok || !files.file) {
    const errors = form.ok ? noFile : { ...noFile, ...form.errors }
    return data({ errors, submitted, refusal: undefined }, 400)
  }
  const { organisationId = null, ...fields } = form.value
  const courses = await listCourses(db, {})
  if (fields.courseId && !courses.some((course) => course.id === fields.courseId))
    return data({ errors: { courseId: 'invalid' }, submitted, refusal: undefined }, 400)
  // Whoever hands in a picture of a certificate has said with the title what is on it.
  const file = { ...files.file, alternativeText: fields.title }
  const proof = { ...fields, organisationId, personId: actor.id, file }
  const result = await submitProof(db, proof, new Date())
  if (result.ok) return redirect('/learning?done=submitted#proofs')
  if (result.refusal === 'in-future')
    return data({ errors: { attendedOn: result.refusal }, submitted, refusal: undefined }, 409)
  return data({ errors: {}, submitted, refusal: result.refusal }, 409)
}

export default function NewProofPage() {
  const { id, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words: Record<string, string> = { ...t.file.refusal, ...t.proof.refusal }
  return (
    <>
      <PageHeader
        title={t.proof.submit}
        lead={t.proof.lead}
        breadcrumbs={[{ href: '/learning', label: t.learning.mine.title }]}
      />
      <Form
        files
        id={id}
        values={values}
        errors={answer?.errors}
        sentences={words}
        submitted={answer?.submitted}
        refusal={answer?.refusal && words[answer.refusal]}
      >
        {proofFields(t, useLoaderData<typeof loader>(), useLocale())}
        <p className="muted">{t.proof.who}</p>
        <ButtonRow>
          <Button look="primary">{t.proof.submit}</Button>
          <ButtonLink href="/learning">{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

type Given = {
  today: string
  megabytes: number
  values: { courseId?: string | null }
  courses: readonly { id: string; titleDe: string; titleEn: string | null }[]
  organisations: readonly { id: string; name: string }[]
}

/** Elements and no component, so that the form finds their labels. */
function proofFields(t: Messages, given: Given, locale: 'de' | 'en') {
  const { today, megabytes, courses, organisations, values } = given
  const { proof } = t
  return (
    <>
      <TextField name="title" label={proof.name} hint={proof.nameHint} required maxLength={150} />
      <TextField name="provider" label={proof.provider} required maxLength={100} />
      <DateField
        name="attendedOn"
        label={proof.attendedOn}
        hint={proof.attendedOnHint}
        required
        max={today}
      />
      <NumberField name="units" label={proof.units} unit={proof.unitsOf} required min={1} max={400} />
      <FileField
        name="file"
        label={proof.file}
        hint={t.file.hint('proof', megabytes)}
        required
        accept={FILE_FIELDS.proof.map((end) => `.${end}`).join(',')}
      />
      <Disclosure summary={proof.courseAsked} open={!!values.courseId}>
        <SelectField
          name="courseId"
          label={proof.course}
          blank={proof.courseBlank}
          options={courses.map(({ id: value, titleDe, titleEn }) => ({
            value,
            label: pick(locale, titleDe, titleEn),
          }))}
        />
      </Disclosure>
      {organisations.length > 1 && (
        <SelectField
          name="organisationId"
          label={proof.organisation}
          required
          blank={null}
          options={organisations.map(({ id: value, name }) => ({ value, label: name }))}
        />
      )}
    </>
  )
}
