import { expect, test } from 'vitest'
import { presentAt } from '#app/domain/attendance-grid.ts'
import { loader as gridPage } from '#app/routes/attendance/grid.tsx'
import { loader as enrolmentPage } from '#app/routes/enrolments/list.tsx'
import { loader } from '#app/routes/workshops/summary-pdf.ts'
import { args, aPerson, aWorkshop, days, requestAs } from '#tests/factories.ts'
import { textOfPages } from '#tests/reports/pdf-text.ts'
import { qpdfIsMissing, readPdf } from '#tests/reports/qpdf.ts'
import { aFinishedWorkshop, attend } from '#tests/urn.ts'

const missing = qpdfIsMissing()
type Someone = { id: string }

const fetched = async (person: Someone, workshopId: string, query = '') =>
  loader(args(await requestAs(person, `/workshops/${workshopId}/summary.pdf${query}`), { workshopId }))

test('the summary holds the figures of the pages of the workshop, and no name of anybody who came', async (context) => {
  if (missing) return context.skip(missing)
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aFinishedWorkshop({ trainerIds: [trainer.id] })
  for (let nth = 0; nth < 3; nth++)
    await attend(workshop.id, (await aPerson({ familyName: `Geheim-${nth}` })).id)
  const params = { workshopId: workshop.id }
  const { grid } = await gridPage(
    args(await requestAs(trainer, `/workshops/${workshop.id}/attendance`), params),
  )
  const page = await enrolmentPage(
    args(await requestAs(trainer, `/workshops/${workshop.id}/enrolments`), params),
  )
  const file = await fetched(trainer, workshop.id)
  const pages = textOfPages(await readPdf(Buffer.from(await file.arrayBuffer())))
  const text = pages.join(' ').replaceAll('\u00a0', ' ')
  expect(text).toContain(`Angemeldet mit Platz ${page.workshop.taken}`)
  expect(text).toContain('Teilgenommen 3')
  expect(presentAt(grid)).toEqual([3])
  expect(text).toContain(`aller zusammen ${grid.rows.reduce((sum, { units }) => sum + units, 0)}`)
  expect(text).not.toContain('Geheim')
})

test('its trainers and the office fetch it, in both languages; nobody else does', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ startsAt: days(-3), trainerIds: [trainer.id] })
  for (const person of [trainer, await aPerson({ roles: ['coordinator'] })])
    for (const query of ['', '?lang=en']) expect((await fetched(person, workshop.id, query)).status).toBe(200)
  const others = [
    await aPerson({ roles: ['trainer'] }),
    await aPerson(),
    await aPerson({ roles: ['committee', 'admin', 'staffCouncil'] }),
    await aPerson({ roles: ['participant', 'trainingOfficer'] }),
  ]
  for (const person of others)
    await expect(fetched(person, workshop.id)).rejects.toMatchObject({ status: 403 })
})
