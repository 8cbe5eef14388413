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
import { AUDIENCES } from '#app/domain/course.ts'
import { can, ROLES, type Role } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { checkbox, email, id, line, list, oneOf, parseForm } from '#app/http/form.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { LanguageField } from '#app/ui/language-field.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listOrganisationNames } from '#db/organisations.ts'
import { addPerson } from '#db/people.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.person.add.title)

/** Participants are all who are added; consultants come for a time, and get their role on their own page. */
const GIVEN_HERE = ROLES.filter((role) => role !== 'participant' && role !== 'consultant')

const PersonForm = z.object({
  id: id(),
  givenName: line(100),
  familyName: line(100),
  email: email(),
  locale: oneOf(['de', 'en']),
  organisationId: z.union([z.literal('').transform(() => null), id()]),
  audience: oneOf(AUDIENCES),
  roles: list(z.enum(GIVEN_HERE)),
  invite: checkbox(),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'person:manage')
  const organisations = await listOrganisationNames(context.db, dayOf(new Date()))
  return {
    id: randomUUID(),
    organisations: organisations.map(({ id: value, name: label }) => ({ value, label })),
    mayAssign: can(actor, 'role:assign'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'person:manage')
  const form = await parseForm(request, PersonForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted }, 400)
  const { organisationId, audience, roles, ...person } = form.value
  if (roles.length > 0) permit(actor, 'role:assign')
  if (roles.includes('trainingOfficer') && !organisationId) {
    return data({ errors: { organisationId: 'needs-organisation' }, submitted }, 400)
  }
  const now = new Date()
  const known = await listOrganisationNames(context.db, dayOf(now))
  if (organisationId && !known.some((each) => each.id === organisationId)) {
    return data({ errors: { organisationId: 'invalid' }, submitted }, 400)
  }
  const membership = organisationId ? { organisationId, audience } : null
  const given = [...new Set<Role>(['participant', ...roles])]
  const result = await addPerson(context.db, actor.id, { ...person, membership, roles: given }, now)
  if (!result.ok) return data({ errors: { email: result.refusal }, submitted }, 409)
  return redirect(`/admin/people/${person.id}?done=added`)
}

export default function PersonNewPage() {
  const { id: newId, organisations, mayAssign } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const words = t.person.add
  return (
    <div className="measure stack">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[
          { href: '/admin', label: t.administration.title },
          { href: '/admin/people', label: t.person.list.title },
        ]}
      />
      <Form
        id={newId}
        errors={answer?.errors}
        sentences={{ ...t.person.refusal, 'needs-organisation': words.needsOrganisation }}
        submitted={answer?.submitted}
      >
        <TextField name="givenName" label={t.person.givenName} maxLength={100} required />
        <TextField name="familyName" label={t.person.familyName} maxLength={100} required />
        <TextField name="email" label={t.person.email} type="email" autoComplete="off" required />
        <SelectField
          name="organisationId"
          label={words.organisation}
          blank={words.noOrganisation}
          options={organisations}
        />
        <RadioGroup
          name="audience"
          label={words.audience}
          hint={words.audienceHint}
          required
          options={AUDIENCES.map((audience) => ({ value: audience, label: t.person.audience[audience] }))}
          defaultValue="user"
        />
        {mayAssign && <RolesField />}
        <LanguageField />
        <CheckboxField name="invite" label={words.invite} hint={words.inviteHint} defaultChecked />
        <ButtonRow>
          <Button look="primary">{words.confirm}</Button>
          <ButtonLink href="/admin/people">{t.form.cancel}</ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  )
}

function RolesField() {
  const t = useMessages()
  return (
    <CheckboxGroup
      name="roles"
      label={t.person.add.roles}
      hint={t.person.add.rolesHint}
      options={GIVEN_HERE.map((role) => ({
        value: role,
        label: t.person.role[role],
        hint: t.signIn.roleGives[role],
      }))}
    />
  )
}
