import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { presentAt, type GridCell, type GridRow } from '#app/domain/attendance-grid.ts'
import { dayOf } from '#app/domain/calendar.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { attendanceGrid } from '#app/http/attendance-grid.server.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { getWorkshop } from '#db/workshops.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.attendance.grid.title)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const workshop = found(await getWorkshop(context.db, idFrom(params.workshopId)))
  permit(actor, 'attendance:record', workshop)
  const { id, titleDe, titleEn } = workshop
  return { workshop: { id, titleDe, titleEn }, grid: await attendanceGrid(context.db, workshop) }
}

export default function GridPage() {
  const { workshop, grid } = useLoaderData<typeof loader>()
  const { attendance } = useMessages()
  const locale = useLocale()
  const words = attendance.grid
  const path = `/workshops/${workshop.id}`
  const days = grid.meetings.map(({ startsAt }) => formatShortDay(dayOf(startsAt), locale))
  const present = presentAt(grid)
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: path, label: pick(locale, workshop.titleDe, workshop.titleEn) }]}
        action={
          <ButtonRow>
            <ButtonLink href={`${path}/attendance.csv`} icon="download" download>
              {words.export}
            </ButtonLink>
            <ButtonLink href={`${path}/sign-in-sheets.pdf`} icon="download">
              {attendance.sheetAll}
            </ButtonLink>
          </ButtonRow>
        }
      />
      <DataTable
        caption={words.caption}
        rows={grid.rows}
        rowKey={(row) => row.key}
        empty={<Empty>{words.none}</Empty>}
        columns={[
          { key: 'person', header: words.person, rowHeader: true, cell: (row: GridRow) => row.name },
          { key: 'organisation', header: words.organisation, cell: (row: GridRow) => row.organisation },
          ...grid.meetings.map(({ id }, nth) => ({
            key: id,
            header: words.meeting(nth + 1, days[nth] ?? ''),
            cell: (row: GridRow) => cellWords(row.cells[nth], attendance),
          })),
          {
            key: 'units',
            header: words.units,
            cell: (row: GridRow) => words.unitsOf(row.units, grid.unitsPlanned),
          },
        ]}
      />
      <ul className="plain-list">
        {grid.rows.length > 0 &&
          present.map((count, nth) => (
            <li key={grid.meetings[nth]?.id}>
              <a href={`/meetings/${grid.meetings[nth]?.id}/attendance`}>
                {words.present(days[nth] ?? '', count)}
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}

function cellWords(cell: GridCell | undefined, { grid, status }: Messages['attendance']): string {
  if (!cell) return grid.notAsked
  const special = {
    registered: grid.registered,
    absent: grid.noShow,
    'excused-before': grid.excusedBefore,
    guest: grid.guest,
    'not-asked': grid.notAsked,
  }
  const { word } = cell
  return grid.cell(
    word in special ? special[word as keyof typeof special] : status[word as 'present'],
    cell.units,
  )
}
