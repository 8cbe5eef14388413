// A random history as rows, through plain inserts.

import { randomUUID } from 'node:crypto'
import type { Trx } from '#db/client.server.ts'
import type { Enrolment, History, Workshop } from '#tests/histories.ts'

const LATER = new Date('2026-12-01T12:00:00Z')

/** `by`: somebody outside of the history who has entered all of it; `courseId`: of what all workshops are. */
export async function loadHistory(
  trx: Trx,
  told: History,
  { by, courseId }: { by: string; courseId: string },
) {
  const places = [...told.municipalities, 'association', 'county'].map(() => randomUUID())
  const people = told.people.map(() => randomUUID())
  const place = (number: number) => places[number] ?? ''
  const person = (number: number) => people[number] ?? ''
  await loadPlaces(trx, told, place)
  await trx
    .insertInto('person')
    .values(
      told.people.map(({ created, disabled }, number) => ({
        id: person(number),
        givenName: 'Ada',
        familyName: String(number),
        email: `ada.${person(number)}@lernkreis.example`,
        createdAt: new Date(created.instant),
        disabledAt: disabled && new Date(disabled.instant),
      })),
    )
    .execute()
  const memberships = told.people.flatMap(({ serves }, number) =>
    serves.map(({ organisation, audience, period: { from, until } }) => ({
      ...{ personId: person(number), organisationId: place(organisation), audience },
      ...{ fromDate: from, untilDate: until },
    })),
  )
  if (memberships.length > 0) await trx.insertInto('membership').values(memberships).execute()
  for (const one of told.workshops) await loadWorkshop(trx, one, { by, courseId, place, person })
}

async function loadPlaces(trx: Trx, { municipalities, served }: History, place: (number: number) => string) {
  const towns = municipalities.map(({ valid }, number) => ({
    ...{
      id: place(number),
      kind: 'municipality' as const,
      name: String(number),
      ags: String(14_627_000 + number),
    },
    ...{ validFrom: valid.from, validUntil: valid.until },
  }))
  const others = (['association', 'county'] as const).map((kind, index) => ({
    ...{ id: place(municipalities.length + index), kind, name: kind, ags: null },
    ...{ validFrom: '2008-08-01', validUntil: null },
  }))
  await trx
    .insertInto('organisation')
    .values([...towns, ...others])
    .execute()
  for (const [number, { valid, into, declared }] of municipalities.entries()) {
    if (valid.until !== null && into !== number)
      await trx
        .updateTable('organisation')
        .set({ successorId: place(into) })
        .where('id', '=', place(number))
        .execute()
    if (declared)
      await trx
        .insertInto('participation')
        .values({
          ...{ organisationId: place(number), declaration: 'Ratsbeschluss' },
          ...{ fromDate: declared.from, untilDate: declared.until },
        })
        .execute()
  }
  const rows = served.flatMap(({ municipality, periods }) =>
    periods.map(({ from, until }) => ({
      ...{ associationId: place(municipalities.length), municipalityId: place(municipality) },
      ...{ fromDate: from, untilDate: until },
    })),
  )
  if (rows.length > 0) await trx.insertInto('associationMember').values(rows).execute()
}

type Around = {
  by: string
  courseId: string
  place: (number: number) => string
  person: (number: number) => string
}

async function loadWorkshop(trx: Trx, told: Workshop, { by, courseId, place, person }: Around) {
  const id = randomUUID()
  await trx
    .insertInto('workshop')
    .values({
      ...{ id, courseId, place: 'Rathaus', onlineUrl: 'https://video.example/1', capacity: told.seats },
      ...{
        onlineCapacity: told.online,
        enrolUntil: LATER,
        withdrawUntil: LATER,
        createdBy: by,
        createdAt: LATER,
      },
      ...{ calledOffAt: told.calledOff ? LATER : null, callOffReason: told.calledOff ? 'Zu wenige' : null },
    })
    .execute()
  const meetings = told.meetings.map(({ at, units }) => {
    const startsAt = new Date(at.instant)
    return {
      id: randomUUID(),
      workshopId: id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      units,
    }
  })
  if (meetings.length > 0) await trx.insertInto('meeting').values(meetings).execute()
  const enrolmentIds = told.enrolments.map(() => randomUUID())
  for (const [nth, { events, marks, certificate, ...one }] of told.enrolments.entries()) {
    const enrolmentId = enrolmentIds[nth] ?? ''
    const personId = person(one.person)
    await trx
      .insertInto('enrolment')
      .values({
        ...{ id: enrolmentId, workshopId: id, personId, organisationId: place(one.organisation) },
        ...{ status: one.status, enrolledAt: LATER, enrolledBy: by },
      })
      .execute()
    const logged = events.map(({ to, at }) => {
      return { enrolmentId, fromStatus: null, toStatus: to, at: new Date(at.instant), byPersonId: by }
    })
    if (logged.length > 0) await trx.insertInto('enrolmentEvent').values(logged).execute()
    const written = meetings.flatMap((meeting, nth) => {
      const found = marks[nth]
      return found
        ? [{ meetingId: meeting.id, enrolmentId, ...found, recordedBy: by, recordedAt: LATER }]
        : []
    })
    if (written.length > 0) await trx.insertInto('attendance').values(written).execute()
    if (certificate) await loadCertificates(trx, certificate, { personId, workshopId: id, enrolmentId, by })
  }
  await loadGuests(trx, told, meetings, { by, enrolmentId: enrolmentIds[0] })
}

type Settling = { by: string; enrolmentId: string | undefined }

async function loadGuests(
  trx: Trx,
  told: Workshop,
  meetings: { id: string }[],
  { by, enrolmentId }: Settling,
) {
  const rows = told.guests.flatMap(({ meeting, settled }) => {
    const meetingId = meetings[meeting]?.id
    if (!meetingId) return []
    const settling = settled && { settledAt: LATER, settledBy: by, ...(enrolmentId && { enrolmentId }) }
    const guest = { id: randomUUID(), meetingId, name: 'Gast', status: 'present' as const, units: 1 }
    return [{ ...guest, ...settling, recordedBy: by, recordedAt: LATER }]
  })
  // One by one: not all of them have the same columns.
  for (const row of rows) await trx.insertInto('walkIn').values(row).execute()
}

/** A code has none of these signs. */
const SIGNS: Record<string, string> = { '0': 'H', '1': 'J', a: 'K', b: 'M', c: 'N', d: 'P', e: 'R', f: 'T' }

type Whose = { personId: string; workshopId: string; enrolmentId: string; by: string }

async function loadCertificates(
  trx: Trx,
  told: NonNullable<Enrolment['certificate']>,
  { by, ...whose }: Whose,
) {
  let replaces: string | null = null
  for (const { issuedOn, revoked } of [told, ...(told.next ? [told.next] : [])]) {
    const id = randomUUID()
    const code = randomUUID()
      .replaceAll('-', '')
      .slice(0, 12)
      .replace(/[^2-9]/g, (sign) => SIGNS[sign] ?? 'C')
    await trx
      .insertInto('certificate')
      .values({
        ...{ ...whose, id, code, unitsPlanned: 4, unitsAttended: 4, issuedOn, issuedBy: by, issuedAt: LATER },
        ...{ replaces, sha256: 'none' },
      })
      .execute()
    if (revoked)
      await trx
        .insertInto('certificateRevocation')
        .values({ certificateId: id, kind: 'corrected', revokedBy: by, revokedAt: new Date(revoked.instant) })
        .execute()
    replaces = id
  }
}
