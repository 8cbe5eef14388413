import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { loader as mine } from '#app/routes/enrolments/mine.tsx'
import { loader as showCourse } from '#app/routes/courses/show.tsx'
import { action as edit } from '#app/routes/materials/edit.tsx'
import { loader as download } from '#app/routes/materials/file.ts'
import { action as move, loader as list } from '#app/routes/materials/list.tsx'
import { loader as showWorkshop } from '#app/routes/workshops/show.tsx'
import { changeSettings } from '#db/settings.ts'
import { db } from '#tests/database.ts'
import {
  aCourse,
  anUpload,
  aPerson,
  aRequest,
  args,
  aWorkshop,
  days,
  requestAs,
  uploadAs,
} from '#tests/factories.ts'

const NOW = new Date()
const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const refusedWith = (status: number) => expect.objectContaining({ status })

const filled = { version: '0', title: 'Folien', url: '', alternativeText: '', when: ['before', 'after'] }
const folien = { file: anUpload('folien.pdf', PDF) }

async function aMaterial(workshopId: string, by: { id: string }, form: object = {}, files = folien) {
  const id = randomUUID()
  const fields = { ...filled, shownTo: 'seated', ...form, id }
  const answer = await edit(
    args(await uploadAs(by, `/workshops/${workshopId}/materials/new`, fields, files), { workshopId }),
  )
  return { id, answer }
}

async function aPlace(workshopId: string, person: { id: string }) {
  const membership = await db
    .selectFrom('membership')
    .select('organisationId')
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('enrolment')
    .values({
      workshopId,
      personId: person.id,
      ...membership,
      status: 'confirmed',
      enrolledAt: NOW,
      enrolledBy: person.id,
    })
    .execute()
}

const fileOf = async (id: string, who?: { id: string }, headers: Record<string, string> = {}) => {
  const path = `/materials/${id}/file`
  const request = who ? await requestAs(who, path) : aRequest(path)
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  return download(args(request, { materialId: id }))
}

test('a trainer uploads slides; those with a place find them on the workshop, and everybody else does not', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ startsAt: days(5, NOW), trainerIds: [trainer.id] })
  const [seated, stranger] = [await aPerson(), await aPerson()]
  await aPlace(workshop.id, seated)
  const { id } = await aMaterial(workshop.id, trainer)
  const path = `/workshops/${workshop.id}`
  const params = { workshopId: workshop.id }

  const page = await showWorkshop(args(await requestAs(seated, path), params))
  expect(page.materials).toMatchObject([{ id, title: 'Folien', size: PDF.byteLength }])
  expect((await showWorkshop(args(await requestAs(stranger, path), params))).materials).toEqual([])
  const response = await fileOf(id, seated)
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="folien.pdf"; filename*=UTF-8''folien.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  await expect(fileOf(id, stranger)).rejects.toEqual(refusedWith(404))
  await expect(fileOf(id)).rejects.toEqual(refusedWith(404))
})

test('what is for afterwards appears when the workshop is over, for those who were there', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const over = await aWorkshop({ startsAt: days(-2, NOW), trainerIds: [trainer.id] })
  const toCome = await aWorkshop({ startsAt: days(2, NOW), trainerIds: [trainer.id] })
  const person = await aPerson()
  for (const workshop of [over, toCome]) await aPlace(workshop.id, person)
  const meeting = await db
    .selectFrom('meeting')
    .innerJoin('enrolment', 'enrolment.workshopId', 'meeting.workshopId')
    .select(['meeting.id as meetingId', 'enrolment.id as enrolmentId'])
    .where('meeting.workshopId', '=', over.id)
    .executeTakeFirstOrThrow()
  const forThose = { when: ['after'], shownTo: 'attended' }
  const { id } = await aMaterial(over.id, trainer, forThose)
  const { id: later } = await aMaterial(toCome.id, trainer, forThose)

  await expect(fileOf(id, person)).rejects.toEqual(refusedWith(404))
  const recorded = { status: 'present', units: 4, recordedBy: trainer.id, recordedAt: NOW } as const
  await db
    .insertInto('attendance')
    .values({ ...meeting, ...recorded })
    .execute()
  expect((await fileOf(id, person)).status).toBe(200)
  await expect(fileOf(later, person)).rejects.toEqual(refusedWith(404))
  expect((await fileOf(later, trainer)).status).toBe(200)
  const own = await mine(args(await requestAs(person, '/enrolments')))
  expect([own.past[0]?.materials, own.next[0]?.materials]).toEqual([1, 0])
})

test('a material of the course is there on all its workshops, and for visitors if it is for everybody', async () => {
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const course = await aCourse()
  const workshop = await aWorkshop({ courseId: course.id, startsAt: days(3, NOW) })
  const fields = { ...filled, id: randomUUID(), title: 'Leitfaden', url: 'https://example.org/leitfaden' }
  const path = `/courses/${course.id}/materials/new`
  const send = await uploadAs(coordinator, path, { ...fields, shownTo: 'everybody' }, {})
  await edit(args(send, { courseId: course.id }))

  const visitor = aRequest(`/courses/${course.id}`)
  expect((await showCourse(args(visitor, { courseId: course.id }))).materials).toMatchObject([
    { title: 'Leitfaden', url: 'https://example.org/leitfaden', isFile: false },
  ])
  const page = await showWorkshop(args(aRequest(`/workshops/${workshop.id}`), { workshopId: workshop.id }))
  expect(page.materials).toHaveLength(1)
})

test('a file of a workshop whose course is a draft is there for whoever leads it, and for nobody who knows its address', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const draft = await aCourse({ publishedAt: null })
  const workshop = await aWorkshop({
    courseId: draft.id,
    startsAt: days(5, NOW),
    trainerIds: [trainer.id],
  })
  const { id } = await aMaterial(workshop.id, trainer, { shownTo: 'everybody' })

  await expect(fileOf(id)).rejects.toEqual(refusedWith(404))
  await expect(fileOf(id, await aPerson())).rejects.toEqual(refusedWith(404))
  expect((await fileOf(id, trainer)).status).toBe(200)
  await db.updateTable('course').set({ publishedAt: NOW }).where('id', '=', draft.id).execute()
  expect((await fileOf(id)).status).toBe(200)
})

test('what a file is decides its content: a program that calls itself PDF is refused, and nothing is stored', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ trainerIds: [trainer.id] })
  const send = (name: string, content: Buffer) =>
    aMaterial(workshop.id, trainer, {}, { file: anUpload(name, content) })
  const refusalOf = async (name: string, content: Buffer) => (await send(name, content)).answer

  expect(await refusalOf('folien.pdf', Buffer.from('MZ\x90\0\x03'))).toMatchObject({
    data: { errors: { file: 'other-type' }, submitted: { title: 'Folien' } },
    init: { status: 400 },
  })
  expect(await refusalOf('bild.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject(
    {
      data: { errors: { file: 'other-type' } },
    },
  )
  expect(await refusalOf('seite.html', Buffer.from('<script>1</script>'))).toMatchObject({
    data: { errors: { file: 'type-not-allowed' } },
  })
  expect(await refusalOf('leer.pdf', Buffer.alloc(0))).toMatchObject({
    data: { errors: { file: 'no-file' } },
  })
  expect(await refusalOf('bild.png', PNG)).toMatchObject({
    data: { errors: { alternativeText: 'not-described' } },
  })
  const kept = await db.selectFrom('material').select('id').where('workshopId', '=', workshop.id).execute()
  expect(kept).toEqual([])
  const files = await db.selectFrom('file').select('id').where('uploadedBy', '=', trainer.id).execute()
  expect(files).toEqual([])
})

test('a file over the limit is refused with a sentence, whatever the request says about its length', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ trainerIds: [trainer.id] })
  await changeSettings(db, null, { fileMegabytes: 1 }, NOW)
  const large = Buffer.concat([PDF, Buffer.alloc(1024 * 1024)])
  const { answer } = await aMaterial(workshop.id, trainer, {}, { file: anUpload('gross.pdf', large) })
  expect(answer).toMatchObject({ data: { errors: { file: 'too-large' } }, init: { status: 400 } })
  const fits = Buffer.concat([PDF, Buffer.alloc(1024 * 1024 - PDF.byteLength)])
  const { id } = await aMaterial(workshop.id, trainer, {}, { file: anUpload('passt.pdf', fits) })
  await changeSettings(db, null, { fileMegabytes: 20 }, NOW)
  expect(Buffer.from(await (await fileOf(id, trainer)).arrayBuffer())).toEqual(fits)
})

test('a film is played in parts', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ trainerIds: [trainer.id] })
  const film = Buffer.concat([
    Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'),
    Buffer.alloc(5_000, 7),
  ])
  const { id } = await aMaterial(workshop.id, trainer, {}, { file: anUpload('film.mp4', film) })

  const part = await fileOf(id, trainer, { Range: 'bytes=100-199' })
  expect(part.status).toBe(206)
  expect(part.headers.get('Content-Range')).toBe(`bytes 100-199/${film.byteLength}`)
  expect(part.headers.get('Content-Disposition')).toMatch(/^inline;/)
  expect(Buffer.from(await part.arrayBuffer())).toEqual(film.subarray(100, 200))
  expect((await fileOf(id, trainer, { Range: `bytes=${film.byteLength}-` })).status).toBe(416)
})

test('either a file or a link, at some time: anything else is said, and what was typed stays', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ trainerIds: [trainer.id] })
  const both = await aMaterial(workshop.id, trainer, { url: 'https://example.org/' })
  expect(both.answer).toMatchObject({ data: { refusal: 'file-or-link' }, init: { status: 409 } })
  const neither = await aMaterial(workshop.id, trainer, {}, {} as typeof folien)
  expect(neither.answer).toMatchObject({ data: { refusal: 'file-or-link' } })
  const never = await aMaterial(workshop.id, trainer, { when: [], title: '' })
  expect(never.answer).toMatchObject({ data: { errors: { when: 'never-shown', title: 'required' } } })
  const script = await aMaterial(workshop.id, trainer, { url: 'javascript:alert(1)' }, {} as typeof folien)
  expect(script.answer).toMatchObject({ data: { errors: { url: 'no-url' } } })
})

test('materials are put in order, changed and deleted with their files; trainers of others may not', async () => {
  const trainer = await aPerson({ roles: ['trainer'] })
  const workshop = await aWorkshop({ trainerIds: [trainer.id] })
  const params = { workshopId: workshop.id }
  const path = `/workshops/${workshop.id}/materials`
  const first = await aMaterial(workshop.id, trainer, { title: 'eins' })
  const second = await aMaterial(workshop.id, trainer, { title: 'zwei' })
  const titles = async () =>
    (await list(args(await requestAs(trainer, path), params))).materials.map(({ title }) => title)
  expect(await titles()).toEqual(['eins', 'zwei'])

  await move(args(await requestAs(trainer, path, { id: second.id, way: 'up' }), params))
  expect(await titles()).toEqual(['zwei', 'eins'])
  const address = `/materials/${first.id}/edit`
  const change = { ...filled, id: first.id, version: '1', title: 'neu', shownTo: 'everybody' }
  await edit(args(await uploadAs(trainer, address, change, {}), { materialId: first.id }))
  expect(await titles()).toEqual(['zwei', 'neu'])
  const again = await edit(args(await uploadAs(trainer, address, change, {}), { materialId: first.id }))
  expect(again).toMatchObject({ data: { refusal: 'changed-meanwhile' } })

  const other = await aPerson({ roles: ['trainer'] })
  await expect(
    edit(args(await uploadAs(other, address, change, {}), { materialId: first.id })),
  ).rejects.toEqual(refusedWith(403))
  await expect(list(args(await requestAs(other, path), params))).rejects.toEqual(refusedWith(403))

  const gone = await db.selectFrom('material').select('fileId').where('id', '=', first.id).executeTakeFirst()
  await edit(
    args(await uploadAs(trainer, address, { ...change, intent: 'remove' }, {}), { materialId: first.id }),
  )
  expect(await titles()).toEqual(['zwei'])
  const file = await db.selectFrom('file').select('id').where('id', '=', gone!.fileId!).execute()
  expect(file).toEqual([])
})
