import { encode } from 'uqr'
import { shownCode, stepOf } from '#app/domain/check-in.ts'
import { displayName } from '#app/domain/person.ts'
import { codeAt } from '#app/http/check-in-code.server.ts'
import { formatTime } from '#app/i18n/format.ts'
import type { Locale } from '#app/domain/locale.ts'
import { listArrivals } from '#db/arrivals.ts'
import type { Db } from '#db/client.server.ts'
import { secretOf } from '#db/roll-calls.ts'

/** White around the code, in modules, as the standard asks for. */
const QUIET_ZONE = 4

/** What the room sees in this half minute: the code as a picture and to be typed. */
export async function shownIn(db: Db, meetingId: string, origin: string, now: Date) {
  const code = codeAt(await secretOf(db, meetingId), stepOf(now))
  const { data, size } = encode(`${origin}/check-in/${code}`, { ecc: 'M', border: QUIET_ZONE })
  return { code: shownCode(code), size, path: pathOf(data) }
}

/** All dark modules as one path: no request, no style, and sharp at any size. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
}

export async function arrivalsAt(db: Db, meetingId: string, locale: Locale) {
  const arrivals = await listArrivals(db, meetingId)
  return arrivals.map((arrival) => ({
    id: arrival.enrolmentId,
    name: displayName(arrival),
    time: formatTime(arrival.arrivedAt, locale),
  }))
}
