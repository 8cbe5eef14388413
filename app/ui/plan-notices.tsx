import { formatList, formatShortDay } from '#app/i18n/format.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import type { BlockedDay } from '#app/domain/blocked-period.ts'
import type { Locale } from '#app/domain/locale.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { EquipmentChoice, RoomChoice } from '#app/ui/room-fields.tsx'

type Titled = { title: { de: string; en: string | null }; startsAt: Date; endsAt: Date }
type Warning =
  | ({ kind: 'trainer'; name: string } & Titled)
  | { kind: 'seats'; capacity: number; seats: number }
  | ({ kind: 'blocked' } & BlockedDay)

/** What is possible, but perhaps not meant. */
export function PlanWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const { blockedPeriod, planning } = useMessages()
  const words = planning.warning
  const locale = useLocale()
  if (warnings.length === 0) return null
  const said = (warning: Warning) => {
    if (warning.kind === 'seats') return words.seats(warning.capacity, warning.seats)
    if (warning.kind === 'blocked') return blockedPeriod.planned(warning.day, warning.blocking)
    const { name, title, startsAt, endsAt } = warning
    return words.trainer(name, pick(locale, title.de, title.en), startsAt, endsAt)
  }
  return (
    <Notice kind="warning" title={words.title} answer>
      <ul>
        {warnings.map((warning, nth) => (
          <li key={nth}>{said(warning)}</li>
        ))}
      </ul>
      <p>{words.again}</p>
    </Notice>
  )
}

type Clash = { workshopId: string; titleDe: string; titleEn: string | null; startsAt: Date; endsAt: Date }

/** Who has the room, and which ones are free instead. */
export function RoomTaken({ clash, free }: { clash: Clash; free: readonly string[] }) {
  const t = useMessages()
  const title = pick(useLocale(), clash.titleDe, clash.titleEn)
  return (
    <Notice kind="warning" title={t.workshop.planRefusal['room-taken']}>
      <p>
        <a href={`/workshops/${clash.workshopId}`}>{t.room.taken(title, clash.startsAt, clash.endsAt)}</a>
      </p>
      <p>{t.room.alternatives([...free])}</p>
    </Notice>
  )
}

type Choices = {
  courses: readonly { id: string; titleDe: string; titleEn: string | null }[] | null
  trainers: readonly { value: string; label: string }[] | null
  rooms: readonly RoomChoice[]
  equipment: readonly EquipmentChoice[]
}

/** What the fields of a workshop are called where they are compared; undefined for what nobody sees. */
export function workshopFieldLabel(t: Messages, field: string, { equipment }: Choices): string | undefined {
  const { edit } = t.workshop
  const meeting = /^(day|start|end|units)(\d+)$/.exec(field)
  if (meeting?.[1] && meeting[2]) {
    const words: Record<string, string> = {
      day: edit.day,
      start: edit.start,
      end: edit.end,
      units: edit.unitsShort,
    }
    return `${edit.furtherMeeting(Number(meeting[2]) + 1)}, ${words[meeting[1]] ?? ''}`
  }
  const thing = equipment.find(({ id }) => field === `use-${id}`)
  if (thing) return thing.name
  const labels: Record<string, string> = {
    ...{ place: edit.place, onlineUrl: edit.onlineUrl, trainerIds: edit.trainers, capacity: edit.capacity },
    ...{ enrolUntil: edit.enrolUntil, withdrawUntil: edit.withdrawUntil, minimum: edit.minimum },
    ...{ note: edit.note, roomId: t.room.field.room },
    ...{ enrolFrom: t.queue.fields.enrolFrom, quota: t.queue.fields.quota },
    ...{ quotaUntil: t.queue.fields.quotaUntil, offerHours: t.queue.fields.offerHours },
    promoteUntilHours: t.queue.fields.promoteUntilHours,
    onlineCapacity: t.queue.fields.onlineCapacity,
    ...{ decideOn: t.planning.edit.decideOn, linkMinutes: t.planning.edit.linkMinutes },
  }
  return labels[field]
}

/** What stands in a field of a workshop, in words. */
export function workshopFieldSaid(
  field: string,
  value: string | string[],
  { trainers, rooms }: Choices,
  locale: Locale,
): string {
  const parts = (Array.isArray(value) ? value : [value]).filter(Boolean)
  if (field === 'trainerIds')
    return formatList(
      parts.map((id) => trainers?.find((trainer) => trainer.value === id)?.label ?? id),
      locale,
    )
  if (field === 'roomId') return rooms.find(({ id }) => id === parts[0])?.name ?? parts.join(', ')
  return parts
    .map((part) => (/^\d{4}-\d\d-\d\d$/.test(part) ? formatShortDay(part, locale) : part))
    .join(', ')
}
