import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/calendar.ts'
import { proofState } from '#app/domain/proof.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Card, CardList } from '#app/ui/list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listLearning } from '#db/learning.ts'
import { listProofsOf, type Proof } from '#db/proofs.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.learning.mine.title)

/** All that somebody learns by themselves or has learned elsewhere; nobody else sees this page. */
export async function loader({ request, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'learning:read', { personId: actor.id })
  const learning = await listLearning(db, actor.id)
  const proofs = await listProofsOf(db, actor.id)
  return {
    current: learning.filter(({ completedAt }) => completedAt === null),
    completed: learning.flatMap(({ completedAt, ...line }) =>
      completedAt ? [{ ...line, on: dayOf(completedAt) }] : [],
    ),
    proofs: proofs.map(proofLine),
    isSubmitted: new URL(request.url).searchParams.get('done') === 'submitted',
  }
}

function proofLine(proof: Proof) {
  const { id, title, provider, attendedOn, units, reason } = proof
  return { id, title, provider, attendedOn, units, reason, state: proofState(proof) }
}

export default function MyLearningPage() {
  const { current, isSubmitted } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { mine, course, progress, own } = t.learning
  return (
    <>
      <PageHeader
        title={mine.title}
        lead={mine.lead}
        action={
          <ButtonRow>
            <ButtonLink href="/courses?format=self-paced">{mine.find}</ButtonLink>
            <ButtonLink href="/learning-paths">{mine.paths}</ButtonLink>
          </ButtonRow>
        }
      />
      {isSubmitted && <Notice kind="success" title={t.proof.sent} answer />}
      <Section title={mine.current}>
        {current.length === 0 ? (
          <Empty>{mine.nothingCurrent}</Empty>
        ) : (
          <CardList>
            {current.map(({ courseId, titleDe, titleEn, done, total }) => (
              <Card
                key={courseId}
                title={pick(locale, titleDe, titleEn)}
                action={
                  <ButtonLink look="primary" href={`/courses/${courseId}/learn`}>
                    {course.goOn}
                  </ButtonLink>
                }
              >
                <p>{progress(done, total)}</p>
              </Card>
            ))}
          </CardList>
        )}
        <p className="muted measure">{own}</p>
      </Section>
      <Completed />
      <Proofs />
    </>
  )
}

function Completed() {
  const { completed } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const { mine } = t.learning
  if (completed.length === 0) return null
  return (
    <Section title={mine.completed}>
      <DataTable
        caption={mine.completed}
        rows={completed}
        rowKey={({ courseId }) => courseId}
        columns={[
          {
            key: 'course',
            header: t.workshop.edit.course,
            rowHeader: true,
            cell: ({ courseId, titleDe, titleEn }) => (
              <a href={`/courses/${courseId}/learn`}>{pick(locale, titleDe, titleEn)}</a>
            ),
          },
          { key: 'on', header: mine.on, cell: ({ on }) => <Day value={on} /> },
        ]}
      />
    </Section>
  )
}

function Proofs() {
  const { proofs } = useLoaderData<typeof loader>()
  const { proof } = useMessages()
  return (
    <Section
      title={proof.title}
      id="proofs"
      action={<ButtonLink href="/proofs/new">{proof.submit}</ButtonLink>}
    >
      <p>{proof.lead}</p>
      <DataTable
        caption={proof.title}
        rows={proofs}
        rowKey={({ id }) => id}
        empty={<Empty>{proof.none}</Empty>}
        columns={[
          {
            key: 'title',
            header: proof.name,
            rowHeader: true,
            cell: ({ id, title }) => <a href={`/proofs/${id}`}>{title}</a>,
          },
          { key: 'provider', header: proof.provider, cell: ({ provider }) => provider },
          { key: 'on', header: proof.attendedOn, cell: ({ attendedOn }) => <Day value={attendedOn} /> },
          {
            key: 'state',
            header: proof.file,
            cell: ({ state, reason }) => (
              <>
                <Badge kind={state === 'confirmed' ? 'success' : state === 'returned' ? 'warning' : 'plain'}>
                  {proof.state[state]}
                </Badge>
                {reason && <p>{proof.returnedBecause(reason)}</p>}
              </>
            ),
          },
          {
            key: 'do',
            header: proof.remove,
            action: true,
            cell: ({ id, title, state }) => (
              <span className="move-buttons">
                {state === 'returned' && (
                  <ButtonLink look="quiet" href={`/proofs/new?from=${id}`}>
                    {proof.again}
                  </ButtonLink>
                )}
                <ButtonLink look="quiet" href={`/proofs/${id}?ask=remove`} label={proof.removeOf(title)}>
                  {proof.remove}
                </ButtonLink>
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}
