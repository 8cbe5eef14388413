import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { choiceFrom, wordsFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-field.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getRound } from '#db/evaluations.ts'
import { listInvited, type InvitedPerson } from '#db/paper-forms.ts'

/** So many at a time are chosen without losing track, and printed in a second or two. */
const MOST_SHOWN = 100
const REFUSALS = ['nobody', 'not-found', 'not-running', 'not-invited'] as const

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.paperForm.print.title)

/** Who is invited, by name, and not who of them has answered. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const round = found(await getRound(context.db, idFrom(params.roundId), new Date()))
  permit(actor, 'evaluation:paper', round)
  const { id, titleDe, titleEn, state } = round
  const query = new URL(request.url).searchParams
  const asked = choiceFrom(query, 'refusal', REFUSALS)
  const invited = state === 'open' ? await listInvited(context.db, id, dayOf(new Date())) : []
  const hits = matching(invited, wordsFrom(query, 'q'))
  return {
    round: { id, titleDe, titleEn },
    refusal: state === 'open' ? asked : ('not-running' as const),
    hasPeople: invited.length > 0,
    total: hits.length,
    people: hits.slice(0, MOST_SHOWN),
  }
}

/** Those whose name or municipality holds what was searched. */
function matching(people: InvitedPerson[], words: string | undefined): InvitedPerson[] {
  if (!words) return people
  const wanted = words.toLowerCase()
  return people.filter(({ name, organisation }) => `${name} ${organisation}`.toLowerCase().includes(wanted))
}

export default function PaperFormsPage() {
  const { round, hasPeople, people, total, refusal } = useLoaderData<typeof loader>()
  const t = useMessages()
  const title = useRoundTitle()(round)
  const { print } = t.paperForm
  const home = `/evaluations/${round.id}`
  return (
    <div className="stack measure">
      <PageHeader
        title={print.title}
        lead={print.lead}
        breadcrumbs={[
          { href: '/evaluations', label: t.round.list.title },
          { href: home, label: title },
        ]}
      />
      {refusal && refusal !== 'nobody' && <Notice kind="danger" title={print.refusal[refusal]} answer />}
      <Notice kind="info" title={print.rulesTitle}>
        <ul>
          {print.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Notice>
      {hasPeople && (
        <FilterBar label={print.search}>
          <TextField name="q" label={print.search} type="search" maxLength={100} />
        </FilterBar>
      )}
      {hasPeople && <p role="status">{print.shown(people.length, total)}</p>}
      {!hasPeople && refusal !== 'not-running' && <Empty>{print.nobody}</Empty>}
      {people.length > 0 && (
        <Form action={`${home}/paper.pdf`} errors={refusal === 'nobody' ? { people: 'required' } : {}}>
          <CheckboxGroup
            name="people"
            label={print.people}
            hint={print.peopleHint}
            options={people.map(({ personId, name, organisation }) => ({
              value: personId,
              label: organisation ? `${name}, ${organisation}` : name,
            }))}
            required
          />
          <ButtonRow>
            <Button look="primary">{print.print}</Button>
            <ButtonLink href={home}>{t.form.cancel}</ButtonLink>
          </ButtonRow>
        </Form>
      )}
    </div>
  )
}
