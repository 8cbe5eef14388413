import { AUDIENCES, type Audience } from '#app/domain/course.ts'
import { holdsOn } from '#app/domain/organisation.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { RadioGroup, SelectField, type Option } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { DateField } from '#app/ui/field.tsx'
import { Form, type FieldErrors } from '#app/ui/form.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

type Period = { fromDate: string; untilDate: string | null }
type Membership = Period & { id: string; organisation: string; audience: Audience }

/** What a form of this page answered, when it was not taken. */
export type Sent = { intent: string; errors: FieldErrors; submitted?: object | undefined } | undefined

type MembershipsProps = {
  memberships: readonly Membership[]
  organisations: readonly Option[]
  newId: string
  today: string
  sent: Sent
}

/** Whom somebody serves, and as what: add one, end one. */
export function PersonMemberships({ memberships, organisations, newId, today, sent }: MembershipsProps) {
  const t = useMessages()
  const words = t.person.memberships
  return (
    <Section title={words.title} id="memberships">
      <div className="stack">
        {memberships.length === 0 ? (
          <Empty>{words.empty}</Empty>
        ) : (
          <CardList label={words.title}>
            {memberships.map((each) => (
              <PeriodCard
                key={each.id}
                title={t.profile.asWhat(each.organisation, t.person.audience[each.audience])}
                period={each}
                today={today}
                intent="end-membership"
                id={each.id}
              />
            ))}
          </CardList>
        )}
        <Disclosure summary={words.add} open={sent?.intent === 'add-membership'}>
          <Form
            prefix="membership"
            id={newId}
            hidden={{ intent: 'add-membership' }}
            errors={sent?.intent === 'add-membership' ? sent.errors : {}}
            sentences={t.person.membershipRefusal}
            submitted={sent?.intent === 'add-membership' ? sent.submitted : undefined}
          >
            <SelectField name="organisationId" label={words.organisation} options={organisations} required />
            <RadioGroup
              name="audience"
              label={words.audience}
              hint={t.person.add.audienceHint}
              required
              options={AUDIENCES.map((audience) => ({ value: audience, label: t.person.audience[audience] }))}
              defaultValue="user"
            />
            <DateField name="fromDate" label={words.from} defaultValue={today} required />
            <DateField name="untilDate" label={words.until} hint={words.untilHint} />
            <ButtonRow>
              <Button look="primary">{words.add}</Button>
            </ButtonRow>
          </Form>
        </Disclosure>
      </div>
    </Section>
  )
}

type PeriodCardProps = {
  title: string
  period: Period
  today: string
  intent: 'end-membership' | 'end-role'
  id: string
  /** Whether it can be ended at all: not by everybody, and not twice. */
  canEnd?: boolean | undefined
}

/** Something that lasts from a day to a day, with the way to end it. */
export function PeriodCard({ title, period, today, intent, id, canEnd = true }: PeriodCardProps) {
  const t = useMessages()
  const words = t.person.memberships
  const { fromDate, untilDate } = period
  const isOver = untilDate !== null && untilDate < today
  const text = fromDate > today ? words.coming(fromDate, untilDate) : words.period(fromDate, untilDate)
  return (
    <Card title={title} badge={isOver && <Badge>{words.over}</Badge>}>
      <p>{text}</p>
      {canEnd && !isOver && (
        <Disclosure summary={words.end}>
          <Form prefix={id} hidden={{ intent, id }}>
            <DateField
              name="untilDate"
              label={words.until}
              hint={intent === 'end-role' ? t.person.roles.endHint : undefined}
              defaultValue={holdsOn(period, today) ? today : fromDate}
              required
            />
            <ButtonRow>
              <Button label={`${words.endOn}: ${title}`}>{words.endOn}</Button>
              {intent === 'end-role' && (
                <Button
                  look="danger"
                  name="atOnce"
                  value="on"
                  formNoValidate
                  label={`${t.person.roles.endNow}: ${title}`}
                >
                  {t.person.roles.endNow}
                </Button>
              )}
            </ButtonRow>
          </Form>
        </Disclosure>
      )}
    </Card>
  )
}
