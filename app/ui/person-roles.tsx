import { ROLES, type Role } from '#app/domain/policy.ts'
import { Allowed } from '#app/ui/actor.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { SelectField, type Option } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { PeriodCard, type Sent } from '#app/ui/person-memberships.tsx'

type HeldRole = {
  id: string
  role: Role
  organisation: string | null
  fromDate: string
  untilDate: string | null
}

type RolesProps = {
  roles: readonly HeldRole[]
  organisations: readonly Option[]
  newId: string
  today: string
  mayAssign: boolean
  sent: Sent
}

/** What somebody may do, and until when: give a role, end one. */
export function PersonRoles({ roles, organisations, newId, today, mayAssign, sent }: RolesProps) {
  const t = useMessages()
  const words = t.person.roles
  return (
    <Section title={words.title} id="roles">
      <div className="stack">
        {roles.length === 0 ? (
          <Empty>{words.empty}</Empty>
        ) : (
          <CardList label={words.title}>
            {roles.map((each) => (
              <PeriodCard
                key={each.id}
                title={
                  each.organisation
                    ? words.of(t.person.role[each.role], each.organisation)
                    : t.person.role[each.role]
                }
                period={each}
                today={today}
                intent="end-role"
                id={each.id}
                canEnd={mayAssign}
              />
            ))}
          </CardList>
        )}
        <Allowed to="role:assign">
          <GiveRole organisations={organisations} newId={newId} today={today} sent={sent} />
        </Allowed>
      </div>
    </Section>
  )
}

function GiveRole({ organisations, newId, today, sent }: Omit<RolesProps, 'roles' | 'mayAssign'>) {
  const t = useMessages()
  const words = t.person.roles
  return (
    <Disclosure summary={words.add} open={sent?.intent === 'add-role'}>
      <Form
        prefix="role"
        id={newId}
        hidden={{ intent: 'add-role' }}
        errors={sent?.intent === 'add-role' ? sent.errors : {}}
        sentences={t.person.roleRefusal}
        submitted={sent?.intent === 'add-role' ? sent.submitted : undefined}
      >
        <SelectField
          name="role"
          label={words.role}
          required
          options={ROLES.map((role) => ({ value: role, label: t.person.role[role] }))}
        />
        <SelectField
          name="organisationId"
          label={words.organisation}
          hint={words.organisationHint}
          blank={words.noOrganisation}
          options={organisations}
        />
        <DateField name="fromDate" label={t.person.memberships.from} defaultValue={today} required />
        <DateField
          name="untilDate"
          label={t.person.memberships.until}
          hint={t.person.memberships.untilHint}
        />
        <ButtonRow>
          <Button look="primary">{words.add}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}
