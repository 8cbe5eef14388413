import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PAGE_KINDS } from '#app/domain/module.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, oneOf, parseForm } from '#app/http/form.ts'
import { found, idFrom, notFound } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { MoveButtons } from '#app/ui/move-buttons.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getCourse } from '#db/courses.ts'
import { movePage } from '#db/module-pages.ts'
import { listModules, moveModule, type Module } from '#db/modules.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.module.list.title)

const MoveForm = z.object({ what: oneOf(['module', 'page']), id: id(), way: oneOf(['up', 'down']) })

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'module:edit')
  const { id, titleDe, titleEn } = found(await getCourse(db, idFrom(params.courseId)))
  return { course: { id, titleDe, titleEn }, modules: await listModules(db, id) }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'module:edit')
  const courseId = idFrom(params.courseId)
  const form = await parseForm(request, MoveForm)
  if (!form.ok) return data(null, 400)
  const { what, id, way } = form.value
  const modules = await listModules(db, courseId)
  const known = what === 'module' ? modules : modules.flatMap(({ pages }) => pages)
  if (!known.some((one) => one.id === id)) throw notFound()
  const move = what === 'module' ? moveModule : movePage
  await move(db, actor.id, id, way === 'up' ? -1 : 1, new Date())
  return redirect(`/courses/${courseId}/modules`)
}

export default function ModuleListPage() {
  const { course, modules } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { list } = t.module
  const title = pick(useLocale(), course.titleDe, course.titleEn)
  return (
    <>
      <PageHeader
        title={list.title}
        lead={list.lead}
        breadcrumbs={[
          { href: '/courses', label: t.course.catalogue.title },
          { href: `/courses/${course.id}`, label: title },
        ]}
        action={
          <ButtonRow>
            <ButtonLink look="primary" icon="add" href={`/courses/${course.id}/modules/new`}>
              {list.add}
            </ButtonLink>
            <ButtonLink href={`/courses/${course.id}/learn`}>{list.preview}</ButtonLink>
          </ButtonRow>
        }
      />
      {modules.length === 0 && <Empty>{list.none}</Empty>}
      {modules.map((module) => (
        <ModulePart key={module.id} module={module} />
      ))}
    </>
  )
}

function ModulePart({ module }: { module: Module }) {
  const { modules } = useLoaderData<typeof loader>()
  const { list, kind } = useMessages().module
  const { id, title, summary, pages } = module
  return (
    <Section
      title={title}
      action={
        <span className="move-buttons">
          <ButtonLink look="quiet" href={`/modules/${id}/edit`} label={`${list.edit}: ${title}`}>
            {list.edit}
          </ButtonLink>
          <MoveButtons
            {...{ id, title }}
            first={modules[0]?.id}
            last={modules.at(-1)?.id}
            hidden={{ what: 'module' }}
          />
        </span>
      }
    >
      {summary && <p>{summary}</p>}
      <DataTable
        caption={title}
        rows={pages}
        rowKey={(page) => page.id}
        empty={<p className="muted">{list.noPages}</p>}
        columns={[
          {
            key: 'page',
            header: list.page,
            rowHeader: true,
            cell: (page) => <a href={`/module-pages/${page.id}/edit`}>{page.title}</a>,
          },
          {
            key: 'kind',
            header: list.kind,
            cell: (page) => (page.isReady ? kind[page.kind] : `${kind[page.kind]} (${list.notReady})`),
          },
          {
            key: 'order',
            header: list.edit,
            action: true,
            cell: (page) => (
              <MoveButtons
                {...{ id: page.id, title: page.title }}
                first={pages[0]?.id}
                last={pages.at(-1)?.id}
                hidden={{ what: 'page' }}
              />
            ),
          },
        ]}
      />
      <AddPage module={module} />
    </Section>
  )
}

/** Each kind of page has its own form. */
function AddPage({ module: { id, pages } }: { module: Module }) {
  const { list, kind } = useMessages().module
  return (
    <Disclosure summary={list.addPage} open={pages.length === 0}>
      <ul className="plain-list">
        {PAGE_KINDS.map((one) => (
          <li key={one}>
            <a href={`/modules/${id}/pages/new?kind=${one}`}>{list.addPageOf(kind[one])}</a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
