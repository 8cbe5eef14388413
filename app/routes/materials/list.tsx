import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { id, oneOf, parseForm } from '#app/http/form.ts'
import { materialOwner } from '#app/http/material-owner.server.ts'
import { notFound } from '#app/http/responses.ts'
import { pick } from '#app/i18n/index.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { MoveButtons } from '#app/ui/move-buttons.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getMaterial, listMaterials, moveMaterial } from '#db/materials.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.material.title)

const MoveForm = z.object({ id: id(), way: oneOf(['up', 'down']) })

/** What belongs to a course (/courses/:courseId/materials) or to one workshop, in its order. */
export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { owner, of } = await materialOwner(db, params)
  permit(actor, 'material:edit', of)
  const materials = await listMaterials(db, owner)
  return {
    of,
    materials: materials.map(({ id, title, fileName, url, shownBefore, shownAfter, shownTo }) => ({
      ...{ id, title, what: fileName ?? url ?? '', shownBefore, shownAfter, shownTo },
    })),
  }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { owner, of } = await materialOwner(db, params)
  permit(actor, 'material:edit', of)
  const form = await parseForm(request, MoveForm)
  if (!form.ok) return data(null, 400)
  const material = await getMaterial(db, form.value.id)
  // The form names the material, the address what it must belong to.
  if (material && (material.courseId !== owner.courseId || material.workshopId !== owner.workshopId))
    throw notFound()
  await moveMaterial(db, actor.id, form.value.id, form.value.way === 'up' ? -1 : 1, new Date())
  return redirect(`${of.path}/materials`)
}

export default function MaterialListPage() {
  const { of, materials } = useLoaderData<typeof loader>()
  const t = useMessages()
  const { edit, shownTo } = t.material
  const title = pick(useLocale(), of.titleDe, of.titleEn)
  return (
    <>
      <PageHeader
        title={of.isCourse ? edit.ofCourse : edit.ofWorkshop}
        lead={of.isCourse ? edit.leadCourse : edit.leadWorkshop}
        breadcrumbs={[
          of.isCourse
            ? { href: '/courses', label: t.course.catalogue.title }
            : { href: '/workshops', label: t.workshop.list.title },
          { href: of.path, label: title },
        ]}
        action={
          <ButtonLink look="primary" icon="add" href={`${of.path}/materials/new`}>
            {edit.add}
          </ButtonLink>
        }
      />
      <DataTable
        caption={t.material.title}
        rows={materials}
        rowKey={({ id }) => id}
        empty={<Empty>{edit.none}</Empty>}
        columns={[
          {
            key: 'title',
            header: edit.name,
            rowHeader: true,
            cell: ({ id, title }) => <a href={`/materials/${id}/edit`}>{title}</a>,
          },
          { key: 'what', header: t.file.field, cell: ({ what }) => <span className="breaks">{what}</span> },
          {
            key: 'when',
            header: edit.when,
            cell: ({ shownBefore, shownAfter }) =>
              [shownBefore && edit.whenOption.before, shownAfter && edit.whenOption.after]
                .filter(Boolean)
                .join(', '),
          },
          { key: 'whom', header: edit.whom, cell: (material) => shownTo[material.shownTo] },
          {
            key: 'order',
            header: edit.order,
            action: true,
            cell: ({ id, title }) => (
              <MoveButtons id={id} title={title} first={materials[0]?.id} last={materials.at(-1)?.id} />
            ),
          },
        ]}
      />
    </>
  )
}
