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
import { anUpload, args, aPerson, requestAs, uploadAs } from '#tests/factories.ts'

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

type Begun = { id: string; kind: string; json: string; file: File }

/** The form for a new one, as a browser sends it: with a file, which may be empty. */
async function begin(
  person: Person,
  { id = randomUUID(), kind = 'free', json = '', file = new File([], '') }: Partial<Begun> = {},
): Promise<any> {
  const fields = { id, title: `Fragebogen ${id}`, kind, json }
  return add(args(await uploadAs(person, '/questionnaires/new', fields, { file }), {}))
}

async function aDraft(person: Person, json = '') {
  const id = randomUUID()
  expect(await statusOf(begin(person, { id, json }))).toBe(302)
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

test('what the indicator counts cannot be published for a few, or in other words', async () => {
  const person = await someone('coordinator')
  const id = randomUUID()
  await begin(person, { id, kind: 'competence-centre' })
  const { definition, version } = (await getQuestionnaire(db, id))!.draft!
  const [page] = definition.pages
  const [overall] = page!.elements
  const helped = { type: 'boolean' as const, name: 'helped', title: { default: 'Geholfen?' } }
  const rigged = {
    ...definition,
    pages: [{ ...page!, elements: [helped, { ...overall!, visibleIf: '{helped} = true' }] }],
  }
  const json = JSON.stringify(rigged)
  expect(await statusOf(post(edit, person, id, { step: 'json', version: String(version), json }))).toBe(302)
  const answer = await post(take, person, id, { step: 'publish', version: String(version + 1) })
  expect([answer.init?.status, answer.data?.refusal]).toEqual([409, 'overall-under-condition'])
})

/** The editor as somebody has opened it, and what its form sends along. */
async function opened(person: Person, questionnaireId: string, query: string) {
  const request = await requestAs(person, `/questionnaires/${questionnaireId}/edit${query}`)
  const page: any = await editing(args(request, { questionnaireId }))
  const form = { version: String(page.version), opened: page.form?.opened ?? page.opened }
  return { page, form }
}
const overall = { step: 'element', kind: 'scale', part: 'overall', name: 'overall' }
const savedIn = async (id: string) => (await getQuestionnaire(db, id))!.draft!.definition
const titlesIn = async (id: string) =>
  (await savedIn(id)).pages.flatMap(({ elements }) =>
    elements.map((one) => ('title' in one ? one.title.default : '')),
  )

test('of two who change one question the second is told by whom and what, and both are kept', async () => {
  const [first, second] = [await someone('coordinator'), await someone('coordinator')]
  const id = await aDraft(first)
  const { page, form } = await opened(second, id, '?part=overall')
  const titleEn = page.form.values.titleEn
  const saved = { ...overall, ...form, title: 'Wie war es?', titleEn, hint: 'Insgesamt' }
  expect(await statusOf(post(edit, first, id, saved))).toBe(302)

  const typed = { ...overall, ...form, title: 'Wie geht es Ihnen?', titleEn, hint: '' }
  const { data, init } = await post(edit, second, id, typed)
  expect(init.status).toBe(409)
  expect(data.conflict.by).toBeTruthy()
  expect(data.conflict.differences).toMatchObject([
    { field: 'title', theirs: 'Wie war es?', yours: 'Wie geht es Ihnen?', isContested: true },
    { field: 'hint', before: '', theirs: 'Insgesamt', isContested: false },
  ])
  expect(data.submitted).toMatchObject({ title: 'Wie geht es Ihnen?', hint: 'Insgesamt' })
  expect(await titlesIn(id)).toEqual(['Wie war es?'])
  const again = {
    ...overall,
    ...(await opened(second, id, '?part=overall')).form,
    title: data.submitted.title,
  }
  expect(await statusOf(post(edit, second, id, { ...again, hint: data.submitted.hint }))).toBe(302)
  expect(await titlesIn(id)).toEqual(['Wie geht es Ihnen?'])
})

test('a question that somebody else has removed is not lost for whoever is changing it', async () => {
  const person = await someone('coordinator')
  const id = await aDraft(person)
  const { form } = await opened(person, id, '?part=overall')
  expect(await statusOf(post(edit, person, id, { step: 'remove', part: 'overall', version: '1' }))).toBe(302)
  const typed = { ...overall, ...form, title: 'Bleibt das?' }
  const { data, init } = await post(edit, person, id, typed)
  expect([init.status, data.refusal, data.submitted.title]).toEqual([409, 'part-gone', 'Bleibt das?'])
  const { part, section } = data.form
  expect([part, section]).toEqual(['', 'section_1'])
  expect(await statusOf(post(edit, person, id, { ...typed, part, section, version: '2' }))).toBe(302)
  expect(await titlesIn(id)).toEqual(['Bleibt das?'])
  // A section that is not there takes nothing in: that is said, and not passed over.
  expect(await statusOf(post(edit, person, id, { ...typed, part, section: 'gone', version: '3' }))).toBe(400)
})

test('moving and removing wait until the new state has been seen', async () => {
  const person = await someone('coordinator')
  const id = await aDraft(person)
  const fields = { step: 'section', version: '1', title: 'Noch einer' }
  expect(await statusOf(post(edit, person, id, fields))).toBe(302)
  for (const step of ['up', 'down', 'remove']) {
    const { data, init } = await post(edit, person, id, { step, part: 'overall', version: '1' })
    expect([init.status, data.conflict.isStep]).toEqual([409, true])
  }
  expect((await savedIn(id)).pages.map(({ name }) => name)).toEqual(['section_1', 'section_2'])
  // Sent twice, a new one is there once.
  expect(await statusOf(post(edit, person, id, fields))).toBe(409)
})

test('whoever edits the JSON overwrites nothing that somebody else has saved meanwhile', async () => {
  const person = await someone('coordinator')
  const id = await aDraft(person)
  const { page, form } = await opened(person, id, '')
  const added = { step: 'element', kind: 'yes-no', section: 'section_1', name: 'again', title: 'Wieder?' }
  expect(await statusOf(post(edit, person, id, { ...added, version: '1' }))).toBe(302)
  const json = page.json.replace('Wie zufrieden sind Sie insgesamt?', 'Wie war es?')
  const broken = await post(edit, person, id, { step: 'json', ...form, json: json.slice(1) })
  expect(broken.init.status).toBe(400)
  const { data, init } = await post(edit, person, id, { step: 'json', ...form, json })
  expect(init.status).toBe(409)
  expect(data.conflict.differences.map(({ field }: any) => field)).toEqual(['element:again'])
  const merged = { step: 'json', json: data.submitted.json, version: '2', opened: page.opened }
  expect(await statusOf(post(edit, person, id, merged))).toBe(302)
  expect(await titlesIn(id)).toEqual(['Wie war es?', 'Wieder?'])
})

test('pasted JSON is checked, and each finding comes back', async () => {
  const person = await someone('coordinator')
  const answer = await begin(person, { json: '{"title":"x","completedHtml":"<script>"}' })
  expect(answer.init.status).toBe(400)
  expect(answer.data.findings).toContainEqual({ path: 'completedHtml', finding: 'not-allowed' })
})

const GOOD = {
  title: { default: 'Aus einer Datei: Übung' },
  pages: [
    {
      name: 'page_1',
      elements: [{ type: 'comment', name: 'why', title: { default: 'Warum?' }, maxLength: 200 }],
    },
  ],
}
const bytes = (text: string) => new TextEncoder().encode(text)
const aFile = (content: unknown, name = 'fragebogen.json') =>
  anUpload(name, typeof content === 'string' ? bytes(content) : bytes(JSON.stringify(content)))

test('an uploaded file becomes the draft, word for word, and goes before what is pasted', async () => {
  const person = await someone('coordinator')
  const id = randomUUID()
  const file = aFile(`\uFEFF${JSON.stringify(GOOD)}`)
  expect(await statusOf(begin(person, { id, file, json: '{"pasted":true}' }))).toBe(302)
  expect((await getQuestionnaire(db, id))!.draft!.definition).toEqual(GOOD)
})

test('each thing that can be wrong with an uploaded file has its own word, and nothing is begun', async () => {
  const person = await someone('coordinator')
  const id = randomUUID()
  const said = async (file: File) => {
    const { data, init } = await begin(person, { id, file })
    expect(init.status).toBe(400)
    return data.findings.length > 0 ? data.findings : data.errors
  }
  expect(await said(aFile(GOOD, 'fragebogen.txt'))).toEqual({ file: 'type-not-allowed' })
  expect(await said(aFile('', 'leer.json'))).toEqual({ file: 'no-file' })
  expect(await said(anUpload('bild.json', new Uint8Array([0x89, 0x50, 0, 1])))).toEqual({
    file: 'other-type',
  })
  expect(await said(aFile(' '.repeat(262_145)))).toEqual({ file: 'too-large' })
  const latin1 = new Uint8Array(Buffer.from(JSON.stringify(GOOD), 'latin1'))
  expect(await said(anUpload('alt.json', latin1))).toEqual({ file: 'not-utf8' })
  expect(await said(aFile('{"title":'))).toEqual([{ path: '', finding: 'not-json' }])
  // The same check as for what is pasted, with the same findings.
  const bad = JSON.stringify({ ...GOOD, completedHtml: '<script>' })
  const pasted = await begin(person, { json: bad })
  expect(await said(aFile(bad))).toEqual(pasted.data.findings)
  expect(pasted.data.findings).toEqual([{ path: 'completedHtml', finding: 'not-allowed' }])
  expect(await getQuestionnaire(db, id)).toBeUndefined()
})

test('only the coordination uploads a questionnaire', async () => {
  expect(await statusOf(begin(await someone('trainer'), { file: aFile(GOOD) }))).toBe(403)
})

test('a page of a draft that is gone is not there', async () => {
  const person = await someone('coordinator')
  const id = await aDraft(person)
  const open = async () => statusOf(editing(args(await requestAs(person, '/x'), { questionnaireId: id })))
  expect(await open()).toBe(200)
  expect(await statusOf(post(take, person, id, { step: 'discard', version: '1' }))).toBe(302)
  expect(await open()).toBe(404)
})
