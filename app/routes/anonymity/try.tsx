import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { actorOf, permit } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.ts'
import { newSandbox, resolveSandbox, type Sandbox } from '#app/http/sandbox.server.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Form, MayStayEmpty } from '#app/ui/form.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.sandbox.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  return newSandbox(context.environment.roundKey)
}

/** Which envelope somebody takes for whose: fields like `guess.Anna=3`. */
const GUESS = 'guess.'
const GuessForm = z.looseObject({ truth: z.string().max(2_000) })

export async function action({ request, context }: ActionFunctionArgs) {
  permit(await actorOf(context, request), 'public:read')
  const form = await parseForm(request, GuessForm)
  const resolution = form.ok && resolveSandbox(form.value.truth, context.environment.roundKey)
  if (!resolution) return data({ lines: null }, 409)
  const lines = resolution.envelopes.map((envelope) => ({
    ...envelope,
    guessed: Object.keys(form.submitted)
      .filter((name) => name.startsWith(GUESS) && form.submitted[name] === String(envelope.number))
      .map((name) => name.slice(GUESS.length, GUESS.length + 20)),
  }))
  return data({ lines })
}

export default function SandboxPage() {
  const answer = useActionData<typeof action>()
  const { sandbox } = useMessages()
  return (
    <>
      <PageHeader
        title={sandbox.title}
        lead={answer?.lines ? undefined : sandbox.lead}
        breadcrumbs={[{ href: '/anonymity', label: sandbox.page }]}
      />
      {answer && !answer.lines && <Notice kind="info" title={sandbox.broken} answer />}
      {answer?.lines ? <Resolved lines={answer.lines} /> : <Guess />}
    </>
  )
}

function Guess() {
  const page = useLoaderData<typeof loader>()
  const { sandbox } = useMessages()
  const envelopes = page.envelopes.map(({ number }) => ({
    value: String(number),
    label: sandbox.envelope(number),
  }))
  return (
    <>
      <Section title={sandbox.knowTitle}>
        <p className="measure">{sandbox.know}</p>
        <p>
          {sandbox.order}: <strong>{page.voters.join(', ')}</strong>
        </p>
        <Rows {...page} />
      </Section>
      <Section title={sandbox.guessTitle}>
        <Form hidden={{ truth: page.truth }}>
          <MayStayEmpty>
            {page.voters.map((name) => (
              <SelectField
                key={name}
                name={`${GUESS}${name}`}
                label={sandbox.guess(name)}
                options={envelopes}
              />
            ))}
          </MayStayEmpty>
          <ButtonRow>
            <Button look="primary">{sandbox.resolve}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  )
}

function Rows({ invitations, envelopes, dump }: Pick<Sandbox, 'invitations' | 'envelopes' | 'dump'>) {
  const { sandbox } = useMessages()
  return (
    <>
      <DataTable
        caption={sandbox.invitations}
        showCaption
        rows={invitations}
        rowKey={({ name }) => name}
        columns={[
          { key: 'person', header: sandbox.person, rowHeader: true, cell: ({ name }) => name },
          { key: 'used', header: sandbox.used, cell: ({ used }) => (used ? sandbox.yes : sandbox.no) },
        ]}
      />
      <DataTable
        caption={sandbox.envelopes}
        showCaption
        rows={envelopes}
        rowKey={({ start }) => start}
        columns={[
          {
            key: 'envelope',
            header: sandbox.envelopeHeader,
            rowHeader: true,
            cell: ({ number }) => sandbox.envelope(number),
          },
          {
            key: 'content',
            header: sandbox.content,
            cell: ({ start }) => <code className="breaks">{start}…</code>,
          },
          { key: 'length', header: sandbox.length, cell: ({ bytes }) => sandbox.bytes(bytes) },
        ]}
      />
      <Disclosure summary={sandbox.dump}>
        <pre className="dump">{dump}</pre>
      </Disclosure>
    </>
  )
}

type Line = { number: number; owner: string; rating: number; guessed: string[] }

function Resolved({ lines }: { lines: Line[] }) {
  const { sandbox } = useMessages()
  const right = lines.filter(({ owner, guessed }) => guessed.includes(owner)).length
  return (
    <>
      <Notice kind="info" title={sandbox.right(right, lines.length)} answer>
        {sandbox.chance}
      </Notice>
      <DataTable
        caption={sandbox.solved}
        rows={lines}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'envelope',
            header: sandbox.envelopeHeader,
            rowHeader: true,
            cell: ({ number }) => sandbox.envelope(number),
          },
          { key: 'owner', header: sandbox.owner, cell: ({ owner }) => owner },
          {
            key: 'guess',
            header: sandbox.yourGuess,
            cell: ({ guessed }) => (guessed.length > 0 ? guessed.join(', ') : sandbox.none),
          },
          { key: 'rating', header: sandbox.rating, cell: ({ rating }) => sandbox.ratingOf(rating) },
        ]}
      />
      <p>
        <ButtonLink look="primary" href="/anonymity/try">
          {sandbox.again}
        </ButtonLink>
      </p>
      <Section title={sandbox.whyTitle}>
        {sandbox.why.map((sentence) => (
          <p key={sentence} className="measure">
            {sentence}
          </p>
        ))}
      </Section>
      <Section title={sandbox.limitTitle}>
        <p className="measure">{sandbox.limit}</p>
      </Section>
    </>
  )
}
