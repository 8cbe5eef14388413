import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { loader as download } from '#app/routes/proofs/file.ts'
import { loader as queue } from '#app/routes/proofs/list.tsx'
import { action as submit } from '#app/routes/proofs/new.tsx'
import { action as decide, loader as show } from '#app/routes/proofs/show.tsx'
import { listDoneCourses } from '#db/learning-record.ts'
import { db } from '#tests/database.ts'
import { aCourse, anOrganisation, anUpload, aPerson, args, requestAs, uploadAs } from '#tests/factories.ts'

const PDF = { file: anUpload('zertifikat.pdf', Buffer.from('%PDF-1.7\n%%EOF\n')) }
const refusedWith = (status: number) => expect.objectContaining({ status })
type Person = Awaited<ReturnType<typeof aPerson>>

async function aProof(who: Person, form: object = {}, files: Record<string, File> = PDF) {
  const id = randomUUID()
  const fields = {
    ...{ id, title: 'Grundschutz-Praktiker', provider: 'BSI', attendedOn: '2026-01-20', units: '24' },
    ...{ courseId: '', ...form },
  }
  return { id, answer: await submit(args(await uploadAs(who, '/proofs/new', fields, files))) }
}

const press = async (who: Person, id: string, form: Record<string, string>) =>
  decide(args(await requestAs(who, `/proofs/${id}`, form), { proofId: id }))

test('a training officer confirms what a colleague learned elsewhere, and it counts from then on', async () => {
  const town = await anOrganisation()
  const [who, course] = [await aPerson({ organisationId: town.id }), await aCourse()]
  const officer = await aPerson({ officerOf: [town.id] })
  const { id } = await aProof(who, { courseId: course.id })

  expect((await queue(args(await requestAs(officer, '/proofs')))).proofs).toMatchObject([
    { id, provider: 'BSI' },
  ])
  expect(await listDoneCourses(db, who.id)).toEqual(new Map())
  await press(officer, id, { intent: 'confirmed', reason: '' })
  expect(await listDoneCourses(db, who.id)).toEqual(new Map([[course.id, 'proof']]))
  const mails = await db.selectFrom('outbox').select('kind').where('personId', '=', who.id).execute()
  expect(mails).toEqual([{ kind: 'proof-confirmed' }])
  expect(await press(officer, id, { intent: 'returned', reason: 'zu spät' })).toMatchObject({
    data: { refusal: 'decided-already' },
  })
})

test('a proof is returned with a reason, which the person reads', async () => {
  const who = await aPerson()
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const { id } = await aProof(who)
  expect(await press(coordinator, id, { intent: 'returned', reason: '' })).toMatchObject({
    data: { errors: { reason: 'required' } },
  })
  await press(coordinator, id, { intent: 'returned', reason: 'Das Datum fehlt.' })
  const page = await show(args(await requestAs(who, `/proofs/${id}`), { proofId: id }))
  expect(page).toMatchObject({ state: 'returned', proof: { reason: 'Das Datum fehlt.' }, isOwn: true })
})

test('nobody confirms their own proof, and officers of other towns see none of it', async () => {
  const town = await anOrganisation()
  const who = await aPerson({ organisationId: town.id, officerOf: [town.id] })
  const stranger = await aPerson({ officerOf: [(await anOrganisation()).id] })
  const { id } = await aProof(who)
  await expect(press(who, id, { intent: 'confirmed', reason: '' })).rejects.toEqual(refusedWith(403))
  expect((await queue(args(await requestAs(who, '/proofs')))).proofs).toEqual([])
  const look = await requestAs(stranger, `/proofs/${id}/file`)
  await expect(download(args(look, { proofId: id }))).rejects.toEqual(refusedWith(403))
  await expect(press(stranger, id, { intent: 'remove' })).rejects.toEqual(refusedWith(403))
})

test('the person deletes a proof at any time, with its file', async () => {
  const who = await aPerson()
  const { id } = await aProof(who)
  const own = await requestAs(who, `/proofs/${id}/file`)
  expect((await download(args(own, { proofId: id }))).headers.get('Content-Disposition')).toMatch(
    /^attachment/,
  )
  await press(who, id, { intent: 'remove' })
  const files = await db.selectFrom('file').select('id').where('uploadedBy', '=', who.id).execute()
  expect(files).toEqual([])
})

test('what cannot be is said: a day to come, another type, no file, no organisation', async () => {
  const who = await aPerson()
  expect((await aProof(who, { attendedOn: '2199-01-01' })).answer).toMatchObject({
    data: { errors: { attendedOn: 'in-future' } },
  })
  const film = { file: anUpload('film.mp4', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom')) }
  expect((await aProof(who, {}, film)).answer).toMatchObject({
    data: { errors: { file: 'type-not-allowed' } },
  })
  expect((await aProof(who, {}, {})).answer).toMatchObject({ data: { errors: { file: 'no-file' } } })
  const nobody = await aPerson({ organisationId: null })
  expect((await aProof(nobody)).answer).toMatchObject({ data: { refusal: 'no-organisation' } })
  const files = await db
    .selectFrom('file')
    .select('id')
    .where('uploadedBy', 'in', [who.id, nobody.id])
    .execute()
  expect(files).toEqual([])
})
