import { expect, test } from 'vitest'
import { messages } from '#app/i18n/index.ts'
import { handOver, orderDocument } from '#app/http/document.server.ts'
import { loader as fileOf } from '#app/routes/documents/file.ts'
import { loader as pageOf } from '#app/routes/documents/show.tsx'
import { aContext, aPerson, aRequest, args, requestAs } from '#tests/factories.ts'
import { aPress, aSheet } from '#tests/reports/pressing.ts'

type Limits = Parameters<typeof aPress>[0]
type Someone = { id: string }

/** Somebody with a press that gives up waiting at once, so that every document has its page. */
async function somebody(limits: Limits = {}) {
  const { press, refused } = aPress({ soonMilliseconds: 10, ...limits })
  const context = () => aContext({ press })
  const person = await aPerson()
  const order = (kind: string, given: readonly unknown[] = [], who: Someone = person) => {
    const request = aRequest('/certificates/1/certificate.pdf?lang=de')
    const asked = { request, context: context(), actor: { id: who.id, locale: 'de' as const } }
    const ordered = orderDocument(asked, { kind, given } as never, 'bescheinigung.pdf')
    return ordered instanceof Response ? ordered : handOver(asked, ordered)
  }
  const see = async (documentId: string, who: Someone = person, query = '') => {
    const answer = await pageOf(
      args(await requestAs(who, `/documents/${documentId}${query}`), { documentId }, context()),
    )
    return { ...answer.data, status: answer.init?.status ?? 200, headers: new Headers(answer.init?.headers) }
  }
  const fetchFile = async (documentId: string, who: Someone = person) =>
    fileOf(args(await requestAs(who, `/documents/${documentId}/file`), { documentId }, context()))
  return { order, see, fetchFile, refused }
}

const idIn = (answer: Response) =>
  /^\/documents\/([0-9a-f-]{36})$/.exec(answer.headers.get('Location') ?? '')?.[1] ?? ''

test('a short document comes at once', async () => {
  const { order } = await somebody({ soonMilliseconds: 60_000 })
  const answer = await order('attendance-sheet', [aSheet(), 'de'])
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('application/pdf')
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/)
})

/** As long as the press itself gives a document; its process has to start first. */
const DRAWN_WITHIN_MS = 120_000
const LONG = { timeout: 2 * DRAWN_WITHIN_MS }

test(
  'a long one leads to a page that says how far it is, looks again by itself, and then gives the file',
  LONG,
  async () => {
    const { order, see, fetchFile } = await somebody()
    const answer = await order('slowPages', [150])
    expect(answer.status).toBe(303)
    const id = idIn(answer)
    const first = await see(id)
    expect(first).toMatchObject({ status: 200, shown: { kind: 'drawing' } })
    expect(first.headers.get('Refresh')).toBe('3')
    // Whoever reads slowly tells the page to stay.
    expect((await see(id, undefined, '?still=1')).headers.get('Refresh')).toBeNull()
    // As long as there is no file, its address leads back to the page.
    expect(idIn(await fetchFile(id))).toBe(id)

    await expect.poll(async () => (await see(id)).shown.kind, { timeout: DRAWN_WITHIN_MS }).toBe('ready')
    expect((await see(id)).headers.get('Refresh')).toBe(`0; url=/documents/${id}/file`)
    const file = await fetchFile(id)
    expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="bescheinigung.pdf"')
    expect(file.headers.get('Cache-Control')).toBe('no-store')
  },
)

test('nobody else sees or fetches it', async () => {
  const { order, see, fetchFile } = await somebody()
  const id = idIn(await order('slowPages', [2]))
  const stranger = await aPerson({ roles: ['admin', 'coordinator'] })
  expect(await see(id, stranger)).toMatchObject({ status: 404, shown: { kind: 'gone' } })
  expect(idIn(await fetchFile(id, stranger))).toBe(id)
  const guest = pageOf(args(aRequest(`/documents/${id}`), { documentId: id }))
  await expect(guest).rejects.toMatchObject({ status: 302 })
})

test.for([
  ['broken', 'broken', 500],
  ['unattached', 'too-slow', 503],
  ['greedy', 'too-large', 503],
] as const)(
  'a document that ends as %s has a page with its reason and its way out',
  LONG,
  async ([kind, refusal, status]) => {
    const { order, see, fetchFile, refused } = await somebody({ megabytes: 96 })
    const id = idIn(await order(kind, ['Ada Adler']))
    await expect.poll(async () => (await see(id)).shown.kind, { timeout: DRAWN_WITHIN_MS }).toBe('refused')
    const page = await see(id)
    const again = '/certificates/1/certificate.pdf?lang=de'
    expect(page).toMatchObject({ status, shown: { refusal, again, requestId: 'test' } })
    expect(page.headers.get('Refresh')).toBeNull()
    expect(messages('de').document.refused[refusal].lead.length).toBeGreaterThan(60)
    expect(idIn(await fetchFile(id))).toBe(id)
    expect(refused).toMatchObject([{ requestId: 'test', kind, refusal }])
  },
)

test('who is in line reads the number; a full line is refused with a sentence and when to come again', async () => {
  const { order, see } = await somebody({ most: 2, mostOfOne: 1 })
  const [berta, chrobok, dora] = [await aPerson(), await aPerson(), await aPerson()]
  await order('slowPages', [5_000])
  const own = idIn(await order('slowPages', [2]))
  expect((await see(own)).shown).toEqual({ kind: 'waiting', place: 1 })
  const another = await order('slowPages', [2])
  expect([another.status, await another.text()]).toEqual([429, messages('de').document.line.enough])

  const id = idIn(await order('slowPages', [2], berta))
  // Berta’s first comes before the second of whoever is being served.
  expect((await see(id, berta)).shown).toEqual({ kind: 'waiting', place: 1 })
  expect((await see(own)).shown).toEqual({ kind: 'waiting', place: 2 })
  for (const late of [chrobok, dora]) {
    const full = await order('slowPages', [2], late)
    expect([full.status, full.headers.get('Retry-After')]).toEqual([503, '30'])
    expect(await full.text()).toBe(messages('de').document.line.full)
  }
})
