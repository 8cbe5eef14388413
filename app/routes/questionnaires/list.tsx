import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listQuestionnaires, type QuestionnaireLine } from '#db/questionnaires.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.questionnaireEditor.list.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'questionnaire:edit')
  return { questionnaires: await listQuestionnaires(context.db) }
}

export default function QuestionnairesPage() {
  const { questionnaires } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { list, kind } = t.questionnaireEditor
  return (
    <>
      <PageHeader
        title={list.title}
        lead={list.lead}
        breadcrumbs={[{ href: '/evaluations', label: t.round.list.title }]}
        action={
          <ButtonLink look="primary" href="/questionnaires/new">
            {list.add}
          </ButtonLink>
        }
      />
      <DataTable
        caption={list.caption}
        rows={questionnaires}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: list.name,
            rowHeader: true,
            cell: ({ id, title }) => <a href={`/questionnaires/${id}`}>{title}</a>,
          },
          { key: 'use', header: list.use, cell: (line) => kind[line.kind] },
          { key: 'state', header: list.state, cell: (line) => <State {...line} /> },
        ]}
      />
    </>
  )
}

function State({ versions, publishedAt, hasDraft, retiredAt }: QuestionnaireLine) {
  const { list } = useMessages().questionnaireEditor
  return (
    <>
      {publishedAt ? list.version(versions, publishedAt) : list.none}{' '}
      {hasDraft && <Badge kind="info">{list.draft}</Badge>} {retiredAt && <Badge>{list.retired}</Badge>}
    </>
  )
}
