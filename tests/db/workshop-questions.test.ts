import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { enrol, withdraw } from '#db/enrolments.ts'
import {
  answerQuestion,
  askQuestion,
  listOpenQuestions,
  listQuestions,
  removeQuestion,
} from '#db/workshop-questions.ts'
import { db } from '#tests/database.ts'
import { aPerson, aWorkshop, days, NOW } from '#tests/factories.ts'

async function aGroup(size = 2) {
  const trainer = await aPerson({ roles: ['trainer'], givenName: 'Grace' })
  const workshop = await aWorkshop({ trainerIds: [trainer.id] })
  const people = []
  const enrolments: string[] = []
  for (let nth = 0; nth < size; nth++) {
    const person = await aPerson()
    const wish = { workshopId: workshop.id, personId: person.id, organisationId: null, by: person.id }
    const result = await enrol(db, wish, NOW)
    if (result.ok) enrolments.push(result.id)
    people.push(person)
  }
  return { trainer, workshop, people, enrolments }
}

const question = (workshopId: string, given: { mayName?: boolean; id?: string } = {}) => ({
  id: randomUUID(),
  workshopId,
  body: 'Brauche ich ein Messgerät?',
  mayName: false,
  ...given,
})

const mailsOf = (kind: string, workshopId: string) =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('kind', '=', kind)
    .execute()
    .then((mails) => mails.filter((mail) => JSON.stringify(mail.data).includes(workshopId)))

test('whoever has a seat asks, and the trainer gets it once, however often the form is sent', async () => {
  const { trainer, workshop, people } = await aGroup()
  const asked = question(workshop.id)

  expect(await askQuestion(db, people[0]!.id, asked, NOW)).toEqual({ ok: true })
  expect(await askQuestion(db, people[0]!.id, asked, NOW)).toEqual({ ok: true })

  expect(await mailsOf('workshop-question', workshop.id)).toMatchObject([{ personId: trainer.id }])
  expect(await listOpenQuestions(db, trainer.id)).toMatchObject([{ workshopId: workshop.id, count: 1 }])
})

test('a stranger cannot ask, nor can who has withdrawn', async () => {
  const { workshop, people, enrolments } = await aGroup()
  await withdraw(db, { enrolmentId: enrolments[0]!, by: people[0]!.id }, NOW)
  const no = { ok: false, refusal: 'not-in-group' }

  expect(await askQuestion(db, (await aPerson()).id, question(workshop.id), NOW)).toEqual(no)
  expect(await askQuestion(db, people[0]!.id, question(workshop.id), NOW)).toEqual(no)
})

test('questions are taken until two weeks after the end, and three may wait for an answer', async () => {
  const { workshop, people } = await aGroup()
  const by = people[0]!.id
  for (let nth = 0; nth < 3; nth++) await askQuestion(db, by, question(workshop.id), NOW)

  expect(await askQuestion(db, by, question(workshop.id), NOW)).toMatchObject({ refusal: 'too-many' })
  expect(await askQuestion(db, people[1]!.id, question(workshop.id), days(28))).toEqual({ ok: true })
  expect(await askQuestion(db, people[1]!.id, question(workshop.id), days(29))).toMatchObject({
    refusal: 'closed',
  })
})

test('an answer to the person alone reaches nobody else', async () => {
  const { trainer, workshop, people } = await aGroup()
  const asked = question(workshop.id)
  await askQuestion(db, people[0]!.id, asked, NOW)
  const answer = {
    workshopId: workshop.id,
    questionId: asked.id,
    answer: 'Nein.',
    answerTo: 'person',
  } as const

  expect(await answerQuestion(db, trainer.id, answer, NOW)).toEqual({ ok: true, recipients: 1 })
  expect(await answerQuestion(db, trainer.id, answer, NOW)).toMatchObject({ refusal: 'answered' })

  expect(await mailsOf('workshop-answer', workshop.id)).toMatchObject([{ personId: people[0]!.id }])
  expect(await listOpenQuestions(db, trainer.id)).toEqual([])
})

test.each([true, false])('an answer to all names who asked only if they agreed (%s)', async (mayName) => {
  const { trainer, workshop, people } = await aGroup(3)
  const asked = question(workshop.id, { mayName })
  await askQuestion(db, people[0]!.id, asked, NOW)
  const answer = {
    workshopId: workshop.id,
    questionId: asked.id,
    answer: 'Nein.',
    answerTo: 'group',
  } as const

  expect(await answerQuestion(db, trainer.id, answer, NOW)).toEqual({ ok: true, recipients: 3 })

  const mails = await mailsOf('workshop-answer', workshop.id)
  const own = mails.filter(({ personId }) => personId === people[0]!.id)
  const others = mails.filter(({ personId }) => personId !== people[0]!.id)
  expect(own).toMatchObject([{ data: { asked: 'own' } }])
  expect(others).toHaveLength(2)
  for (const { data } of others) expect(JSON.stringify(data).includes(people[0]!.familyName)).toBe(mayName)
})

test('a question that is taken back is gone, with the mail that had not left; what went to all stays', async () => {
  const { trainer, workshop, people } = await aGroup()
  const [by] = [people[0]!.id]
  const gone = question(workshop.id)
  const kept = question(workshop.id)
  await askQuestion(db, by, gone, NOW)
  await askQuestion(db, by, kept, NOW)
  const answer = { workshopId: workshop.id, questionId: kept.id, answer: 'Ja.', answerTo: 'group' } as const
  await answerQuestion(db, trainer.id, answer, NOW)

  const ids = { workshopId: workshop.id, questionId: gone.id }
  expect(await removeQuestion(db, by, ids, NOW)).toEqual({ ok: true })
  expect(await removeQuestion(db, by, ids, NOW)).toMatchObject({ refusal: 'gone' })
  expect(await removeQuestion(db, by, { ...ids, questionId: kept.id }, NOW)).toMatchObject({
    refusal: 'answered-to-all',
  })

  expect((await listQuestions(db, workshop.id)).map(({ id }) => id)).toEqual([kept.id])
  expect(await mailsOf('workshop-question', workshop.id)).toHaveLength(1)
  expect(await answerQuestion(db, trainer.id, { ...answer, questionId: gone.id }, NOW)).toMatchObject({
    refusal: 'gone',
  })
})
