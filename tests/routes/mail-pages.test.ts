import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { mailSettingsToken } from '#app/http/mail-settings-link.server.ts'
import { action as changeText, loader as text } from '#app/routes/admin/mail-text.tsx'
import { loader as texts } from '#app/routes/admin/mail-texts.tsx'
import { action as setByLink, loader as byLink } from '#app/routes/mail-settings.tsx'
import { action as setMine } from '#app/routes/profile-mails.tsx'
import { loader as mails } from '#app/routes/workshops/mails.tsx'
import { action as ask, loader as questions } from '#app/routes/workshops/questions.tsx'
import { enrol } from '#db/enrolments.ts'
import { getMailPreference } from '#db/mail-preferences.ts'
import { listQuestions } from '#db/workshop-questions.ts'
import { anApprovingTown } from '#tests/approving.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, aRequest, args, aWorkshop, days, requestAs } from '#tests/factories.ts'

const { environment } = aContext()
const params = { kind: 'enrolment-confirmed', language: 'de' }
const PATH = '/admin/mail-texts/enrolment-confirmed/de'

async function asCoordinator(form?: Record<string, string>) {
  return args(await requestAs(await aPerson({ roles: ['coordinator'] }), PATH, form), params)
}

test('only those who write texts see them', async () => {
  const stranger = await aPerson({ roles: ['trainer'] })
  await expect(texts(args(await requestAs(stranger, '/admin/mail-texts')))).rejects.toMatchObject({
    status: 403,
  })
  await expect(text(args(await requestAs(stranger, PATH), params))).rejects.toMatchObject({ status: 403 })
})

test('a text without its link is refused at the field, and a preview is not saved', async () => {
  const form = { id: randomUUID(), version: '0', subject: 'Ja: {{kurs}}', body: 'Bis bald, {{nmae}}' }
  const refused = await changeText(await asCoordinator({ ...form, intent: 'save' }))
  expect(refused).toMatchObject({ init: { status: 400 } })
  expect(JSON.stringify(refused)).toContain('{{nmae}}')

  const good = { ...form, body: '{{termin}} {{link}}', intent: 'preview' }
  const shown = await changeText(await asCoordinator(good))
  expect(JSON.stringify(shown)).toContain('Ja: Netze verstehen')
  expect(await text(await asCoordinator())).toMatchObject({ version: 0, isOwn: false })

  expect(await changeText(await asCoordinator({ ...good, intent: 'save' }))).toMatchObject({ status: 302 })
  expect(await text(await asCoordinator())).toMatchObject({ version: 1, isOwn: true })
})

test('the link of a mail shows, and only its button changes the mails of its reader', async () => {
  const person = await aPerson()
  const token = mailSettingsToken(environment.roundKey, person.id)
  const path = `/mail-settings/${token}`
  const shown = await byLink(args(aRequest(path), { token }))
  expect(shown).toMatchObject({ data: { known: { reader: { isParticipant: true } } } })
  expect(await getMailPreference(db, person.id)).toMatchObject({ rhythm: 'at-once' })

  const sent = await setByLink(args(aRequest(path, { rhythm: 'weekly' }), { token }))
  expect(sent).toMatchObject({ status: 302 })
  expect(await getMailPreference(db, person.id)).toMatchObject({ rhythm: 'weekly', monthly: true })
})

test('a link of somebody else’s making, or of a closed account, opens nothing', async () => {
  const person = await aPerson()
  const other = await aPerson({ disabledAt: new Date() })
  const forged = `${person.id}.${mailSettingsToken(Buffer.alloc(32, 1), person.id).split('.')[1]}`
  for (const token of [forged, mailSettingsToken(environment.roundKey, other.id), 'x', `${person.id}.`]) {
    const answer = await byLink(args(aRequest(`/mail-settings/${token}`), { token }))
    expect(answer).toMatchObject({ init: { status: 410 } })
    const sent = await setByLink(args(aRequest('/mail-settings/x', { rhythm: 'weekly' }), { token }))
    expect(sent).toMatchObject({ init: { status: 410 } })
  }
  expect(await getMailPreference(db, person.id)).toMatchObject({ rhythm: 'at-once' })
})

test('a rhythm that does not exist is refused', async () => {
  const person = await aPerson()
  const answer = await setMine(args(await requestAs(person, '/profile/mails', { rhythm: 'hourly' })))
  expect(answer).toMatchObject({ init: { status: 400 } })
})

async function aGroup() {
  const trainer = await aPerson({ roles: ['trainer'] })
  const now = new Date()
  const workshop = await aWorkshop({ startsAt: days(30, now), trainerIds: [trainer.id] })
  const person = await aPerson()
  const wish = { workshopId: workshop.id, organisationId: null, personId: person.id, by: person.id }
  await enrol(db, wish, now)
  return { trainer, workshop, person, path: `/workshops/${workshop.id}/questions` }
}

test('who comes asks, the trainer answers, a stranger sees nothing', async () => {
  const { trainer, workshop, person, path } = await aGroup()
  const ids = { workshopId: workshop.id }
  const form = { intent: 'ask', id: randomUUID(), body: 'Was brauche ich?' }

  expect(await ask(args(await requestAs(person, path, form), ids))).toMatchObject({ status: 302 })
  await expect(questions(args(await requestAs(await aPerson(), path), ids))).rejects.toMatchObject({
    status: 403,
  })
  const seen = await questions(args(await requestAs(trainer, path), ids))
  expect(seen).toMatchObject({ leads: true, open: [{ body: 'Was brauche ich?' }] })

  const answer = { intent: 'answer', questionId: form.id, answer: 'Nichts.', answerTo: 'person' }
  await expect(ask(args(await requestAs(person, path, answer), ids))).rejects.toMatchObject({ status: 403 })
  expect(await ask(args(await requestAs(trainer, path, answer), ids))).toMatchObject({ status: 302 })
  expect(await ask(args(await requestAs(trainer, path, answer), ids))).toMatchObject({
    init: { status: 409 },
  })
  expect(await listQuestions(db, workshop.id)).toMatchObject([{ answer: 'Nichts.' }])
})

test('nobody takes back the question of somebody else, and an empty one is not asked', async () => {
  const { workshop, person, path } = await aGroup()
  const ids = { workshopId: workshop.id }
  const form = { intent: 'ask', id: randomUUID(), body: 'Was brauche ich?' }
  await ask(args(await requestAs(person, path, form), ids))

  const remove = { intent: 'remove', questionId: form.id }
  await expect(ask(args(await requestAs(await aPerson(), path, remove), ids))).rejects.toMatchObject({
    status: 403,
  })
  expect(await ask(args(await requestAs(person, path, { ...form, body: ' ' }), ids))).toMatchObject({
    init: { status: 400 },
  })
  expect(await ask(args(await requestAs(person, path, remove), ids))).toMatchObject({ status: 302 })
})

test('who leads a workshop sees which mails go out, and counts instead of names', async () => {
  const { trainer, workshop, person } = await aGroup()
  const path = `/workshops/${workshop.id}/mails`
  const ids = { workshopId: workshop.id }
  await expect(mails(args(await requestAs(person, path), ids))).rejects.toMatchObject({ status: 403 })

  const page = await mails(args(await requestAs(trainer, path), ids))

  expect(page.planned.map(({ kind }) => kind)).toEqual([
    'reminder-3',
    'reminder-1',
    'roll-call',
    'list-unfinished',
    'list-overdue',
    'evaluation',
    'certificate',
  ])
  expect(page.sent).toMatchObject([{ kind: 'enrolment-confirmed', count: 1 }])
  expect(JSON.stringify(page)).not.toContain(person.familyName)
})

test('requests that wait and too few people stand there, and no approver is named', async () => {
  const { trainer, workshop } = await aGroup()
  const town = await anApprovingTown()
  const person = await aPerson({ organisationId: town.id })
  const wish = { workshopId: workshop.id, organisationId: town.id, personId: person.id, by: person.id }
  await enrol(db, wish, new Date())
  await db.updateTable('workshop').set({ minimum: 5 }).where('id', '=', workshop.id).execute()

  const path = `/workshops/${workshop.id}/mails`
  const page = await mails(args(await requestAs(trainer, path), { workshopId: workshop.id }))

  expect(page.planned.slice(0, 3)).toMatchObject([
    { kind: 'approval-reminder', count: 1 },
    { kind: 'approval-ends', count: 1 },
    { kind: 'decision', count: null },
  ])
  expect(JSON.stringify(page)).not.toMatch(/Berta|Dora|rathaus\.example/)
})
