import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addDays, dayOf, isDay, startOfDay, weekday } from '#app/domain/calendar.ts'
import { isClosedDuring } from '#app/domain/room.ts'
import { can } from '#app/domain/policy.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { formatNumber, formatShortDay, formatTimes } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader, Section } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listRoomUses } from '#db/bookings.ts'
import { listEquipment } from '#db/equipment.ts'
import { listRooms } from '#db/rooms.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.room.title)

const DAYS_SHOWN = 7

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'room:read')
  const asked = new URL(request.url).searchParams.get('week') ?? ''
  const today = dayOf(new Date())
  const monday = mondayOf(isDay(asked) ? asked : today)
  const days = Array.from({ length: DAYS_SHOWN }, (_, nth) => addDays(monday, nth))
  const within = { startsAt: startOfDay(monday), endsAt: startOfDay(addDays(monday, DAYS_SHOWN)) }
  const rooms = await listRooms(context.db)
  const uses = await listRoomUses(context.db, within)
  return {
    rooms,
    equipment: await listEquipment(context.db),
    days: days.map((day) => ({
      day,
      rooms: rooms.map((room) => ({
        id: room.id,
        isClosed: isClosedDuring(room, { startsAt: startOfDay(day), endsAt: startOfDay(day) }),
        uses: uses.filter((use) => use.roomId === room.id && dayOf(use.startsAt) === day),
      })),
    })),
    monday,
    isThisWeek: monday === mondayOf(today),
    edits: can(actor, 'room:edit'),
  }
}

const mondayOf = (day: string) => addDays(day, 1 - weekday(day))

export default function RoomsPage() {
  const { rooms, edits } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t.room.title}
        lead={t.room.lead}
        breadcrumbs={[{ href: '/workshops', label: t.workshop.list.title }]}
        action={
          edits && (
            <ButtonRow>
              <ButtonLink look="primary" href="/rooms/new" icon="add">
                {t.room.add}
              </ButtonLink>
              <ButtonLink href="/equipment/new" icon="add">
                {t.room.addEquipment}
              </ButtonLink>
            </ButtonRow>
          )
        }
      />
      <Section title={t.room.rooms}>{rooms.length === 0 ? <Empty>{t.room.none}</Empty> : <Rooms />}</Section>
      {rooms.length > 0 && <Week />}
      <Section title={t.room.equipmentTitle}>
        <EquipmentTable />
      </Section>
    </>
  )
}

function Rooms() {
  const { rooms, edits } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  return (
    <DataTable
      caption={t.room.rooms}
      rows={rooms}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t.room.name,
          rowHeader: true,
          cell: ({ id, name }) => (edits ? <a href={`/rooms/${id}/edit`}>{name}</a> : name),
        },
        { key: 'site', header: t.room.site, cell: ({ site }) => site },
        {
          key: 'seats',
          header: t.room.seats,
          numeric: true,
          cell: ({ seats }) => formatNumber(seats, locale),
        },
        {
          key: 'access',
          header: t.room.access,
          cell: ({ accessible }) => (accessible ? t.room.isAccessible : t.room.isNotAccessible),
        },
        { key: 'note', header: t.room.note, cell: ({ note }) => note },
        {
          key: 'closed',
          header: t.room.closed,
          cell: ({ closedFrom, closedUntil }) =>
            closedFrom && closedUntil ? t.room.closedDuring(closedFrom, closedUntil) : null,
        },
      ]}
    />
  )
}

function Week() {
  const { rooms, days, monday, isThisWeek } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  const week = (day: string) => `/rooms?week=${day}`
  return (
    <Section title={t.room.weekOf(monday, addDays(monday, DAYS_SHOWN - 1))}>
      <nav aria-label={t.room.weeks}>
        <ButtonRow>
          <ButtonLink href={week(addDays(monday, -DAYS_SHOWN))}>{t.room.earlier}</ButtonLink>
          {!isThisWeek && <ButtonLink href="/rooms">{t.room.thisWeek}</ButtonLink>}
          <ButtonLink href={week(addDays(monday, DAYS_SHOWN))}>{t.room.later}</ButtonLink>
        </ButtonRow>
      </nav>
      <DataTable
        caption={t.room.week}
        rows={days}
        rowKey={({ day }) => day}
        columns={[
          { key: 'day', header: t.room.day, rowHeader: true, cell: ({ day }) => formatShortDay(day, locale) },
          ...rooms.map(({ id, name }) => ({
            key: id,
            header: name,
            cell: (row: (typeof days)[number]) => <Uses room={row.rooms.find((room) => room.id === id)} />,
          })),
        ]}
      />
    </Section>
  )
}

type Use = { workshopId: string; titleDe: string; titleEn: string | null; startsAt: Date; endsAt: Date }

function Uses({ room }: { room: { isClosed: boolean; uses: readonly Use[] } | undefined }) {
  const t = useMessages()
  const locale = useLocale()
  if (!room || (room.uses.length === 0 && !room.isClosed)) return <span className="muted">{t.room.free}</span>
  return (
    <ul className="plain-list">
      {room.isClosed && (
        <li>
          <Badge kind="warning">{t.room.closed}</Badge>
        </li>
      )}
      {room.uses.map(({ workshopId, titleDe, titleEn, startsAt, endsAt }) => (
        <li key={`${workshopId}${startsAt.toISOString()}`}>
          {formatTimes(startsAt, endsAt, locale)}{' '}
          <a href={`/workshops/${workshopId}`}>{pick(locale, titleDe, titleEn)}</a>
        </li>
      ))}
    </ul>
  )
}

function EquipmentTable() {
  const { equipment, edits } = useLoaderData<typeof loader>()
  const t = useMessages()
  const locale = useLocale()
  return (
    <DataTable
      caption={t.room.equipmentTitle}
      rows={equipment}
      rowKey={({ id }) => id}
      empty={<Empty>{t.room.noEquipment}</Empty>}
      columns={[
        {
          key: 'name',
          header: t.room.name,
          rowHeader: true,
          cell: ({ id, name }) => (edits ? <a href={`/equipment/${id}/edit`}>{name}</a> : name),
        },
        {
          key: 'amount',
          header: t.room.amount,
          numeric: true,
          cell: ({ amount }) => formatNumber(amount, locale),
        },
      ]}
    />
  )
}
