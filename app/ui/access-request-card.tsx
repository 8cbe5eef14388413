import { AUDIENCES } from '#app/domain/course.ts'
import { displayName } from '#app/domain/person.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup, SelectField, type Option } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { Card } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Moment } from '#app/ui/time.tsx'

type CardProps = {
  request: {
    id: string
    /** Of the person to be, should the request be accepted. */
    personId: string
    givenName: string
    familyName: string
    email: string
    organisationId: string | null
    organisation: string | null
    note: string | null
    createdAt: Date
  }
  organisations: readonly Option[]
  sent: { errors: FieldErrors; submitted: object } | undefined
}

/** Somebody asks for access: who, from where, and both answers. */
export function AccessRequestCard({ request, organisations, sent }: CardProps) {
  const t = useMessages()
  const words = t.accessRequest
  return (
    <Card title={displayName(request)} level={2}>
      <div className="stack">
        <DescriptionList
          facts={[
            { term: t.person.email, value: request.email },
            { term: words.claims, value: request.organisation ?? words.noOrganisation },
            { term: words.says, value: request.note ?? undefined },
            { term: words.asked, value: <Moment value={request.createdAt} /> },
          ]}
        />
        <Form
          prefix={request.id}
          id={request.id}
          hidden={{ intent: 'accept', personId: request.personId }}
          values={request}
          errors={sent?.errors}
          submitted={sent && Object.keys(sent.errors).length > 0 ? sent.submitted : undefined}
        >
          <SelectField
            name="organisationId"
            label={t.person.add.organisation}
            options={organisations}
            defaultValue={request.organisationId}
            required
          />
          <RadioGroup
            name="audience"
            label={t.person.add.audience}
            hint={t.person.add.audienceHint}
            required
            options={AUDIENCES.map((audience) => ({ value: audience, label: t.person.audience[audience] }))}
            defaultValue="user"
          />
          <ButtonRow>
            <Button look="primary" label={`${words.accept}: ${displayName(request)}`}>
              {words.accept}
            </Button>
          </ButtonRow>
        </Form>
        <Disclosure summary={words.decline}>
          <Confirm
            consequence={<p>{words.declineText}</p>}
            confirm={words.declineConfirm}
            back={{ href: '/admin/requests' }}
            hidden={{ intent: 'decline', id: request.id }}
          />
        </Disclosure>
      </div>
    </Card>
  )
}
