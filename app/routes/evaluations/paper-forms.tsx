import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { choiceFrom } from '#app/http/query.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice-field.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Form } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { useRoundTitle } from '#app/ui/round.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getRound } from '#db/evaluations.ts'
import { listInvited } from '#db/paper-forms.ts'

const REFUSALS = ['nobody', 'not-found', 'not-running', 'not-invited'] as const

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.paperForm.print.title)

/** Who is invited, by name, and not who of them has answered. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const round = found(await getRound(context.db, idFrom(params.roundId), new Date()))
  permit(actor, 'evaluation:paper', round)
  const { id, titleDe, titleEn, state } = round
  const asked = choiceFrom(new URL(request.url).searchParams, 'refusal', REFUSALS)
  return {
    round: { id, titleDe, titleEn },
    refusal: state === 'open' ? asked : ('not-running' as const),
    people: state === 'open' ? await listInvited(context.db, id) : [],
  }
}

export default function PaperFormsPage() {
  const { round, people, refusal } = useLoaderData<typeof loader>()
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
      {people.length === 0 ? (
        refusal ? null : (
          <Empty>{print.nobody}</Empty>
        )
      ) : (
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
