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
import { ORGANISATION_KINDS } from '#app/domain/organisation.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import {
  day,
  id,
  line,
  list,
  oneOf,
  optionalDay,
  optionalText,
  parseForm,
  wholeNumber,
} from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { organisationFields } from '#app/ui/organisation-fields.tsx'
import { pageTitle } from '#app/ui/title.ts'
import type { Db } from '#db/client.server.ts'
import {
  addOrganisation,
  changeOrganisation,
  getOrganisationShown,
  listOrganisationNames,
  type Organisation,
  type OrganisationRefusal,
} from '#db/organisations.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.organisationId ? t.organisation.edit.edit : t.organisation.edit.add))

const MOST_PEOPLE = 100_000_000

const optional = <S extends z.ZodType>(field: S) => z.union([z.literal('').transform(() => null), field])

const OrganisationForm = z.object({
  id: id(),
  version: wholeNumber(0, 1_000_000),
  kind: oneOf(ORGANISATION_KINDS),
  name: line(200),
  ags: optionalText(20),
  municipalityKind: optionalText(100),
  population: optional(wholeNumber(0, MOST_PEOPLE)),
  populationDate: optionalDay(),
  validFrom: day(),
  validUntil: optionalDay(),
  successorId: optional(id()),
  memberIds: list(id(), 1_000),
  membersFrom: optionalDay(),
  itMinimum: wholeNumber(0, 100).default(1),
})

/** Below which field a refusal is said; the others stand above the form. */
const FIELD: Partial<Record<OrganisationRefusal, string>> = {
  'ags-missing': 'ags',
  'ags-only-for-municipalities': 'ags',
  'ags-taken': 'ags',
  'ends-before-start': 'validUntil',
  'not-over': 'validUntil',
}

/** /admin/organisations/new has no id and starts empty; the other address starts from the organisation. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'organisation:edit')
  const organisation = await organisationOf(db, params.organisationId)
  const { municipalities, others } = await choicesFor(db, organisation)
  return {
    organisation: organisation && { ...organisation, memberIds: organisation.members.map(({ id }) => id) },
    id: organisation?.id ?? randomUUID(),
    version: organisation?.version ?? 0,
    municipalities,
    others,
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'organisation:edit')
  const organisation = await organisationOf(db, params.organisationId)
  const form = await parseForm(request, OrganisationForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)

  const { id: newId, version, ...facts } = form.value
  const errors = await wrongIn(db, organisation, facts)
  if (errors) return data({ errors, submitted, refusal: undefined }, 400)
  const now = new Date()
  const result = organisation
    ? await changeOrganisation(db, actor.id, organisation.id, { ...facts, version }, now)
    : await addOrganisation(db, actor.id, newId, facts, now)
  if (!result.ok) {
    const field = FIELD[result.refusal]
    const refusal = field ? undefined : result.refusal
    return data({ errors: field ? { [field]: result.refusal } : {}, submitted, refusal }, 409)
  }
  const done = organisation ? 'saved' : 'added'
  return redirect(`/admin/organisations/${organisation?.id ?? newId}?done=${done}`)
}

async function organisationOf(db: Db, id: string | undefined): Promise<Organisation | null> {
  return id === undefined ? null : found(await getOrganisationShown(db, idFrom(id), dayOf(new Date())))
}

/** Whom an association can serve and what can succeed it: what exists, and what is chosen already. */
async function choicesFor(db: Db, organisation: Organisation | null) {
  const existing = await listOrganisationNames(db, dayOf(new Date()))
  const chosen = [
    ...(organisation?.members ?? []),
    ...(organisation?.successor ? [organisation.successor] : []),
  ]
  const all = [...existing, ...chosen.filter(({ id }) => !existing.some((each) => each.id === id))]
  const others = all.filter(({ id }) => id !== organisation?.id)
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  return {
    municipalities: others.filter(({ kind }) => kind === 'municipality').map(option),
    others: others.map(option),
  }
}

type Chosen = Pick<z.output<typeof OrganisationForm>, 'ags' | 'successorId' | 'memberIds'>

async function wrongIn(db: Db, organisation: Organisation | null, { ags, successorId, memberIds }: Chosen) {
  const { municipalities, others } = await choicesFor(db, organisation)
  if (ags !== null && !/^\d{8}$/.test(ags)) return { ags: 'ags-wrong' }
  if (successorId && !others.some(({ value }) => value === successorId)) return { successorId: 'invalid' }
  if (!memberIds.every((each) => municipalities.some(({ value }) => value === each)))
    return { memberIds: 'invalid' }
  return undefined
}

export default function OrganisationEditPage() {
  const { organisation, id, version, municipalities, others } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const list = '/admin/organisations'
  const back = organisation ? `${list}/${organisation.id}` : list
  const isAssociation = (answer?.submitted.kind ?? organisation?.kind) === 'association'
  const isOver = Boolean(
    organisation?.validUntil || answer?.submitted.validUntil || answer?.submitted.successorId,
  )
  return (
    <div className="measure">
      <PageHeader
        title={organisation ? t.organisation.edit.edit : t.organisation.edit.add}
        breadcrumbs={[
          { href: '/admin', label: t.administration.title },
          { href: list, label: t.organisation.list.title },
          ...(organisation ? [{ href: back, label: organisation.name }] : []),
        ]}
      />
      <Form
        values={organisation}
        errors={answer?.errors}
        sentences={t.organisation.refusal}
        submitted={answer?.submitted}
        refusal={answer?.refusal && t.organisation.refusal[answer.refusal]}
        id={id}
        hidden={{ version: String(version) }}
      >
        {organisationFields(t, { municipalities, others, isAssociation, isOver })}
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
          <ButtonLink href={back}>{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  )
}
