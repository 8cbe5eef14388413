import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Role } from '#app/domain/policy.ts'
import { loader as definitionOf } from '#app/routes/questionnaires/definition.ts'
import { action as edit, loader as editing } from '#app/routes/questionnaires/edit.tsx'
import { loader as list } from '#app/routes/questionnaires/list.tsx'
import { action as add } from '#app/routes/questionnaires/new.tsx'
import { action as take } from '#app/routes/questionnaires/show.tsx'
import { getQuestionnaire } from '#db/questionnaires.ts'
import { db } from '#tests/database.ts'
import { args, aPerson, requestAs } from '#tests/factories.ts'

type Person = { id: string }
const someone = (...roles: Role[]) => aPerson({ roles })

async function statusOf(answer: Promise<any>): Promise<number> {
  try {
    const given = await answer
    return given instanceof Response ? given.status : (given.init?.status ?? 200)
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

async function post(run: any, person: Person, questionnaireId: string, fields: Record<string, string>) {
  return run(args(await requestAs(person, `/questionnaires/${questionnaireId}`, fields), { questionnaireId }))
}

async function aDraft(person: Person, json = '') {
  const id = randomUUID()
  const fields = { id, title: `Fragebogen ${id}`, kind: 'free', json }
  expect(await statusOf(post(add, person, '', fields))).toBe(302)
  return id
}

test('only the coordination writes questionnaires', async () => {
  const see = async (role: Role) =>
    statusOf(list(args(await requestAs(await someone(role), '/questionnaires'), {})))
  expect(await see('coordinator')).toBe(200)
  for (const role of ['trainer', 'committee', 'staffCouncil', 'participant', 'admin'] as const) {
    expect([role, await see(role)]).toEqual([role, 403])
  }
})

test('a questionnaire is written step by step, published, and comes out as the JSON that it went in', async () => {
  const person = await someone('coordinator')
  const id = await aDraft(person)
  const draft = async () => (await getQuestionnaire(db, id))!.draft!
  const step = async (fields: Record<string, string>) =>
    statusOf(post(edit, person, id, { version: String((await draft()).version), ...fields }))
  const question = {
    step: 'element',
    section: 'section_1',
    name: 'used',
    title: 'Was nutzen Sie?',
    titleEn: 'What?',
  }
  expect(await step({ ...question, kind: 'several', choices: 'a | Eins | One\nb | Zwei' })).toBe(302)
  const again = { step: 'element', section: 'section_1', name: 'again', title: 'Wieder?', kind: 'yes-no' }
  expect(await step({ ...again, visibleIf: "{used} contains 'b'" })).toBe(302)
  expect(await step({ step: 'up', part: 'used' })).toBe(302)
  expect(await step({ step: 'up', part: 'again' })).toBe(302)
  // Its condition asks for what now comes later: refused, and nothing is lost.
  expect(await step({ step: 'up', part: 'again' })).toBe(400)
  expect(await step({ step: 'remove', part: 'used' })).toBe(400)
  const names = (await draft()).definition.pages.flatMap((page) => page.elements.map(({ name }) => name))
  expect(names.toSorted()).toEqual(['again', 'overall', 'used'])

  const json = JSON.stringify((await draft()).definition)
  expect(
    await statusOf(post(take, person, id, { step: 'publish', version: String((await draft()).version) })),
  ).toBe(302)
  const file: any = await definitionOf(args(await requestAs(person, '/x'), { questionnaireId: id }))
  expect(JSON.parse(await file.text())).toEqual(JSON.parse(json))
})

test('of two editors the second reads why nothing was saved', async () => {
  const person = await someone('coordinator')
  const id = await aDraft(person)
  const fields = { step: 'section', version: '1', title: 'Noch einer' }
  expect(await statusOf(post(edit, person, id, fields))).toBe(302)
  expect(await statusOf(post(edit, person, id, fields))).toBe(409)
})

test('pasted JSON is checked, and each finding comes back', async () => {
  const person = await someone('coordinator')
  const answer = await post(add, person, '', {
    id: randomUUID(),
    title: 'Eingefügt',
    kind: 'free',
    json: '{"title":"x","completedHtml":"<script>"}',
  })
  expect(answer.init.status).toBe(400)
  expect(answer.data.findings).toContainEqual({ path: 'completedHtml', finding: 'not-allowed' })
})

test('a page of a draft that is gone is not there', async () => {
  const person = await someone('coordinator')
  const id = await aDraft(person)
  const open = async () => statusOf(editing(args(await requestAs(person, '/x'), { questionnaireId: id })))
  expect(await open()).toBe(200)
  expect(await statusOf(post(take, person, id, { step: 'discard', version: '1' }))).toBe(302)
  expect(await open()).toBe(404)
})
