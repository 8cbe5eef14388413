import type { Locale } from '#app/domain/locale.ts'
import { displayName } from '#app/domain/person.ts'
import { Button, ButtonRow, PostButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { LanguageField } from '#app/ui/language-field.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import type { Sent } from '#app/ui/person-memberships.tsx'
import { Moment } from '#app/ui/time.tsx'

type Account = {
  id: string
  givenName: string
  familyName: string
  email: string
  locale: Locale
  hasPassword: boolean
  createdAt: Date
  disabledAt: Date | null
  version: number
}

type AccountProps = {
  person: Account
  mayEdit: boolean
  /** Nobody shuts the own door. */
  isMe: boolean
  sent: (Sent & { refusal?: string | undefined }) | undefined
}

/** Name, address, invitation and lock of one person. */
export function PersonAccount({ person, mayEdit, isMe, sent }: AccountProps) {
  const t = useMessages()
  const words = t.person.show
  return (
    <Section title={words.facts}>
      <div className="stack">
        <DescriptionList
          facts={[
            { term: t.person.email, value: person.email },
            { term: t.person.locale, value: t.person.locales[person.locale] },
            { term: words.password, value: person.hasPassword ? words.hasPassword : words.noPassword },
            { term: words.since, value: <Moment value={person.createdAt} /> },
            {
              term: words.lockedOn,
              value: person.disabledAt ? <Moment value={person.disabledAt} /> : undefined,
            },
          ]}
        />
        {!person.disabledAt && (
          <ButtonRow>
            <PostButton hidden={{ intent: 'invite' }}>{words.invite}</PostButton>
          </ButtonRow>
        )}
        {mayEdit ? (
          <div>
            <EditAccount person={person} sent={sent} />
            {!isMe && <Lock person={person} />}
          </div>
        ) : (
          <p className="muted">{words.onlyAdmin}</p>
        )}
      </div>
    </Section>
  )
}

function EditAccount({ person, sent }: Pick<AccountProps, 'person' | 'sent'>) {
  const t = useMessages()
  const mine = sent?.intent === 'edit' ? sent : undefined
  return (
    <Disclosure summary={t.person.show.edit} open={mine !== undefined}>
      <Form
        prefix="account"
        values={person}
        hidden={{ intent: 'edit', version: String(person.version) }}
        errors={mine?.errors}
        sentences={t.person.refusal}
        submitted={mine?.submitted}
        refusal={mine?.refusal && t.person.refusal['changed-meanwhile']}
      >
        <TextField name="givenName" label={t.person.givenName} maxLength={100} required />
        <TextField name="familyName" label={t.person.familyName} maxLength={100} required />
        <TextField
          name="email"
          label={t.person.email}
          hint={t.person.show.emailHint}
          type="email"
          autoComplete="off"
          required
        />
        <LanguageField defaultValue={person.locale} />
        <ButtonRow>
          <Button look="primary">{t.form.save}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  )
}

function Lock({ person }: { person: Account }) {
  const words = useMessages().person.show
  if (person.disabledAt) {
    return (
      <ButtonRow>
        <PostButton hidden={{ intent: 'enable' }}>{words.enable}</PostButton>
      </ButtonRow>
    )
  }
  return (
    <Disclosure summary={words.disable}>
      <Confirm
        consequence={<p>{words.disableConsequence(displayName(person))}</p>}
        confirm={words.disable}
        back={{ href: `/admin/people/${person.id}` }}
        hidden={{ intent: 'disable' }}
      />
    </Disclosure>
  )
}
