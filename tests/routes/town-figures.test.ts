import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayOf, startOfDay } from '#app/domain/calendar.ts'
import { lastToldDay } from '#app/domain/town-figures.ts'
import { loader as page } from '#app/routes/organisations/figures.tsx'
import { loader as statement } from '#app/routes/organisations/statement-pdf.ts'
import { getTownFigures } from '#db/town-figures.ts'
import { countedDb } from '#tests/counting.ts'
import { db } from '#tests/database.ts'
import { anOrganisation, aPerson, args, aWorkshop, days, hours, requestAs } from '#tests/factories.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'

const NOW = new Date()
const cutOff = lastToldDay(dayOf(NOW))
/** A fortnight before the end of the last quarter that is told. */
const inTime = hours(8, days(-14, startOfDay(cutOff)))
const missing = qpdfIsMissing()
type Someone = { id: string }

const pageAs = async (person: Someone, organisationId: string) =>
  page(args(await requestAs(person, `/organisations/${organisationId}/figures`), { organisationId }))
const statementAs = async (person: Someone, organisationId: string, query = '') =>
  statement(
    args(await requestAs(person, `/organisations/${organisationId}/statement.pdf${query}`), {
      organisationId,
    }),
  )

/** So many people of a town attended a workshop of four units whole. */
async function attendedBy(organisationId: string, people: number, startsAt = inTime) {
  const workshop = await aWorkshop({ startsAt, capacity: 40 })
  const { id: meetingId } = await db
    .selectFrom('meeting')
    .select('id')
    .where('workshopId', '=', workshop.id)
    .executeTakeFirstOrThrow()
  for (let nth = 0; nth < people; nth++) {
    const person = await aPerson({ organisationId, familyName: `Geheim-${nth}` })
    const enrolment = { id: randomUUID(), workshopId: workshop.id, personId: person.id, organisationId }
    await db
      .insertInto('enrolment')
      .values({ ...enrolment, status: 'confirmed', enrolledAt: days(-20, startsAt), enrolledBy: person.id })
      .execute()
    await db
      .insertInto('attendance')
      .values({
        ...{ meetingId, enrolmentId: enrolment.id, status: 'present', units: 4 },
        ...{ recordedBy: workshop.createdBy, recordedAt: startsAt },
      })
      .execute()
  }
}

test('a town is told the sum of what its people attended, and no name', async () => {
  const own = await anOrganisation()
  await attendedBy(own.id, 6)
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const shown = await pageAs(officer, own.id)
  expect(shown.attended.rows[0]).toMatchObject({ 1: '6', 2: '24', 3: 'noch zu wenige' })
  expect(shown.facts).toContainEqual(['Registrierte Personen insgesamt', expect.stringMatching(/^7,/)])
  expect(JSON.stringify(shown)).not.toContain('Geheim')
})

test('of four people there is no sum, and the page says why', async () => {
  const own = await anOrganisation()
  await attendedBy(own.id, 4)
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const { attended, method } = await pageAs(officer, own.id)
  expect(attended.rows[0]).toMatchObject({ 1: 'noch zu wenige', 2: 'noch zu wenige' })
  expect(method.join(' ')).toContain('Eine Summe von wenigen wäre eine Person.')
})

test('who came after the last quarter that is told changes nothing yet', async () => {
  const own = await anOrganisation()
  await attendedBy(own.id, 5)
  const before = await getTownFigures(db, own.id, NOW)
  await attendedBy(own.id, 5, days(1, startOfDay(cutOff)))
  const after = await getTownFigures(db, own.id, NOW)
  expect(after?.twelveMonths).toEqual(before?.twelveMonths)
})

test('the officer of one town asks for another in vain, and so does everybody but the office', async () => {
  const [own, other] = [await anOrganisation(), await anOrganisation()]
  const stranger = [
    await aPerson({ organisationId: own.id, officerOf: [own.id] }),
    await aPerson({ organisationId: other.id }),
    await aPerson({ roles: ['trainer', 'committee', 'admin', 'staffCouncil'] }),
  ]
  for (const person of stranger) {
    await expect(pageAs(person, other.id)).rejects.toMatchObject({ status: 403 })
    await expect(statementAs(person, other.id)).rejects.toMatchObject({ status: 403 })
  }
  const office = await aPerson({ roles: ['coordinator'] })
  expect((await pageAs(office, other.id)).organisation).toBe(other.name)
  await expect(pageAs(office, randomUUID())).rejects.toMatchObject({ status: 404 })
  await expect(statementAs(office, randomUUID())).rejects.toMatchObject({ status: 404 })
})

test('with eight towns there is a band, and of the others neither name nor figure', async () => {
  const towns = []
  for (let nth = 0; nth < 9; nth++) {
    const town = await anOrganisation({ name: `Nachbarort ${nth} ${randomUUID()}` })
    await attendedBy(town.id, 5 + (nth % 3))
    towns.push(town)
  }
  const [own] = towns
  if (!own) throw new Error('no town')
  const figures = await getTownFigures(db, own.id, NOW)
  expect(figures?.band?.towns).toBeGreaterThanOrEqual(9)
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const shown = await pageAs(officer, own.id)
  expect(shown.picture).not.toBeNull()
  const { perPerson, band } = (await getTownFigures(db, own.id, NOW))!
  const units = [band!.low, band!.high, perPerson!].map((value) => String(Math.round(value)))
  expect(shown.band?.rows.map(([, value]) => value)).toEqual(units)
  expect(
    JSON.stringify(shown)
      .match(/Nachbarort \d/g)
      ?.every((name) => name === 'Nachbarort 0'),
  ).toBe(true)
})

test('the statement holds the same figures as the page', async (context) => {
  if (missing) return context.skip(missing)
  const own = await anOrganisation()
  await attendedBy(own.id, 7)
  const officer = await aPerson({ organisationId: own.id, officerOf: [own.id] })
  const shown = await pageAs(officer, own.id)
  const file = await statementAs(officer, own.id)
  expect(file.headers.get('Content-Disposition')).toContain(`lernkreis-kommune-${cutOff}.pdf`)
  const pdf = await readPdf(Buffer.from(await file.arrayBuffer()))
  const plain = (words: string) => words.replaceAll('\u00ad', '').replaceAll('\u00a0', ' ')
  const text = plain(textOfPages(pdf).join(' '))
  for (const row of shown.attended.rows) expect(text).toContain(plain(row.join(' ')))
  for (const sentence of shown.compared) expect(text).toContain(plain(sentence))
  for (const [term, value] of shown.facts) expect(text).toContain(plain(`${term} ${value}`))
})

test('eleven queries, however many people there are', async () => {
  const own = await anOrganisation()
  await attendedBy(own.id, 5)
  const { count, db: counted } = countedDb()
  await getTownFigures(counted, own.id, NOW)
  const few = count.queries
  await attendedBy(own.id, 12)
  await getTownFigures(counted, own.id, NOW)
  expect(count.queries - few).toBe(few)
  expect(few).toBeLessThanOrEqual(11)
})
