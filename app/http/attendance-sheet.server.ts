import type { AppLoadContext } from '@remix-run/node'
import { dayOf } from '#app/domain/calendar.ts'
import type { Locale } from '#app/domain/locale.ts'
import { displayName } from '#app/domain/person.ts'
import { sheetCode } from '#app/domain/sheet-code.ts'
import { pick } from '#app/i18n/index.ts'
import { listAttendance } from '#db/attendance.ts'
import { getSettings } from '#db/settings.ts'
import type { Workshop } from '#db/workshops.ts'

/** What stands on the sheet of one meeting, or of all meetings of a workshop. */
export async function sheetData(
  { db }: AppLoadContext,
  workshop: Workshop,
  meetings: Workshop['meetings'],
  locale: Locale,
) {
  const [first] = workshop.meetings
  const people = first ? await listAttendance(db, first.id) : []
  const { districtName, demo } = await getSettings(db)
  return {
    title: pick(locale, workshop.titleDe, workshop.titleEn),
    place: workshop.place,
    trainers: workshop.trainers.map(displayName).join(', '),
    districtName,
    demo,
    meetings,
    rows: people.map((person) => ({
      code: sheetCode(person.queueNumber),
      name: displayName(person),
      organisation: person.organisation,
    })),
  }
}

/** "lernkreis-unterschriftenliste-2026-12-03.pdf" */
export function sheetName(kind: string, startsAt: Date): string {
  return `lernkreis-${kind}-${dayOf(startsAt)}.pdf`
}
