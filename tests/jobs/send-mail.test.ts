import { randomUUID } from 'node:crypto'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { createInterface } from 'node:readline'
import { beforeEach, expect, test, vi } from 'vitest'
import { smtpMailer, type Mailer, type Parcel } from '#app/jobs/mailer.server.ts'
import { sendMail } from '#app/jobs/send-mail.server.ts'
import { listOutbox, post } from '#db/outbox.ts'
import { changeSettings } from '#db/settings.ts'
import { db } from '#tests/database.ts'
import { aContext, aPerson, days, NOW } from '#tests/factories.ts'

beforeEach(async () => {
  await db.deleteFrom('outbox').execute()
  await changeSettings(db, null, { demo: false }, NOW)
})

const { environment } = aContext()
const withServer = {
  ...environment,
  smtpUrl: 'smtp://mail.example',
  publicOrigin: 'https://lernkreis.example',
}

/** A mail server that takes everything, or nothing. */
function recorder(fails = false): { sent: Parcel[]; open: () => Mailer } {
  const sent: Parcel[] = []
  const send = (parcel: Parcel) => {
    if (fails) return Promise.reject(new Error('451 try again later'))
    sent.push(parcel)
    return Promise.resolve()
  }
  return { sent, open: () => ({ send, close: () => undefined }) }
}

async function aMail(kind: 'login-link' | 'evaluation-invitation') {
  const person = await aPerson()
  const to = { personId: person.id, address: person.email, locale: 'de' as const }
  const name = 'Ada Lovelace'
  if (kind === 'login-link') {
    await post(db, to, kind, randomUUID(), { name, token: 'secret', validUntil: days(1).toISOString() }, NOW)
  } else {
    await post(
      db,
      to,
      kind,
      randomUUID(),
      { name, roundId: 'r', title: 'Runde', closesOn: '2026-04-01' },
      NOW,
    )
  }
  return person
}

const left = () => db.selectFrom('outbox').selectAll().execute()

test('each mail goes out once, with the address of the installation in its link', async () => {
  const ada = await aMail('login-link')
  for (let more = 0; more < 24; more++) await aMail('login-link')
  const { sent, open } = recorder()

  await sendMail(db, NOW, withServer, open)
  await sendMail(db, days(1), withServer, open)

  expect(sent).toHaveLength(25)
  const toAda = sent.filter((parcel) => parcel.to === ada.email)
  expect(toAda).toHaveLength(1)
  expect(toAda[0]!.text).toContain('https://lernkreis.example/login/secret')
})

test('a mail to an evaluation goes out and leaves no row behind', async () => {
  await aMail('evaluation-invitation')
  const { sent, open } = recorder()

  await sendMail(db, NOW, withServer, open)

  expect(sent).toHaveLength(1)
  expect(await left()).toEqual([])
})

test('the log does not count mails to evaluations: so many have not voted yet', async () => {
  const output = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    for (const kind of ['evaluation-invitation', 'login-link', 'evaluation-invitation'] as const)
      await aMail(kind)
    const { sent, open } = recorder()
    await sendMail(db, NOW, withServer, open)
    await aMail('evaluation-invitation')
    await sendMail(db, NOW, withServer, open)
    const lines = output.mock.calls
      .map(([line]) => String(line))
      .filter((line) => line.includes('mails sent'))

    expect(sent).toHaveLength(4)
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ sent: 1, failed: 0 }])
  } finally {
    output.mockRestore()
  }
})

test('without a mail server nothing is sent: letters stay readable, those to evaluations are gone', async () => {
  await aMail('login-link')
  await aMail('evaluation-invitation')
  const { sent, open } = recorder()

  await sendMail(db, NOW, { ...environment, smtpUrl: null }, open)

  expect(sent).toEqual([])
  expect(await left()).toMatchObject([{ kind: 'login-link', sentAt: null, attempts: 0 }])
})

test('the demo district writes to nobody, even with a mail server', async () => {
  await changeSettings(db, null, { demo: true }, NOW)
  await aMail('login-link')
  const { sent, open } = recorder()

  await sendMail(db, NOW, withServer, open)

  expect(sent).toEqual([])
})

test('a server that takes nothing is asked ten times, not for every mail', async () => {
  for (let mail = 0; mail < 15; mail++) await aMail('login-link')

  await sendMail(db, NOW, withServer, recorder(true).open)

  expect((await left()).filter((mail) => mail.attempts > 0)).toHaveLength(10)
  const { mails } = await listOutbox(db, { state: 'waiting' }, { page: 1, size: 50 })
  expect(mails.filter((mail) => mail.lastError === '451 try again later')).toHaveLength(10)
})

/** Speaks just enough SMTP to hear what a real server would. */
function smtpServer(heard: string[]): Promise<Server> {
  const server = createServer((socket) => {
    let inData = false
    const answer = (line: string): string | undefined => {
      if (inData && line !== '.') return undefined
      inData = line === 'DATA'
      if (line.startsWith('EHLO')) return '250-test\r\n250 8BITMIME'
      return inData ? '354 go on' : '250 ok'
    }
    socket.write('220 test ESMTP\r\n')
    createInterface({ input: socket }).on('line', (line) => {
      heard.push(line)
      const reply = answer(line)
      if (reply) socket.write(`${reply}\r\n`)
    })
  })
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)))
}

test('over a real line the letter arrives as it is, and nothing in it becomes a header', async () => {
  const heard: string[] = []
  const server = await smtpServer(heard)
  const { port } = server.address() as AddressInfo
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}`, { mailFrom: 'Lernkreis <post@lernkreis.example>' })

  await mailer.send({
    id: '3f0c2f3e-0000-4000-8000-000000000001',
    to: 'ada@lernkreis.example',
    subject: 'Raum\r\nBcc: everybody@example.org',
    text: 'Guten Tag,\n\n.\nschöne Grüße\n',
  })
  mailer.close()
  server.close()

  const headers = heard.slice(heard.indexOf('DATA') + 1, heard.indexOf('', heard.indexOf('DATA')))
  expect(heard.filter((line) => line.startsWith('RCPT TO'))).toEqual(['RCPT TO:<ada@lernkreis.example>'])
  expect(headers.some((line) => /^bcc:/i.test(line))).toBe(false)
  expect(headers).toContain('Auto-Submitted: auto-generated')
  expect(headers.join('\n')).toContain('<3f0c2f3e-0000-4000-8000-000000000001@lernkreis.example>')
  expect(heard).toContain('..')
})

function decoded(part: string): string {
  const blank = part.indexOf('\n\n')
  const [head, body] = [part.slice(0, blank), part.slice(blank + 2)]
  if (head.includes('base64')) return Buffer.from(body, 'base64').toString()
  return head.includes('quoted-printable') ? body.replaceAll('=\n', '').replaceAll('=3D', '=') : body
}

test('a mail about a place brings one calendar entry for each meeting, which programs understand', async () => {
  const heard: string[] = []
  const server = await smtpServer(heard)
  const { port } = server.address() as AddressInfo
  const person = await aPerson()
  const workshopId = randomUUID()
  const fact = (nth: number, cancelled: boolean) => ({
    ...{ meetingId: `meeting-${nth}`, sequence: nth, place: 'Rathaus', online: false, cancelled },
    ...{ startsAt: '2026-12-03T08:00:00Z', endsAt: '2026-12-03T11:00:00Z' },
  })
  const workshop = {
    workshopId,
    titleDe: 'Netze',
    titleEn: null,
    meetings: [],
    place: 'Rathaus',
    linkMinutes: null,
  }
  const data = { name: 'Ada Lovelace', workshop, calendar: [fact(1, false), fact(2, false), fact(3, true)] }
  const to = { personId: person.id, address: person.email, locale: 'de' as const }
  await post(db, to, 'workshop-changed', workshopId, data, NOW)

  await sendMail(db, NOW, { ...withServer, smtpUrl: `smtp://127.0.0.1:${port}` })
  server.close()

  const parts = heard
    .join('\n')
    .split(/\n--\S+\n/)
    .filter((part) => /^Content-Type: text\/calendar/m.test(part))
  expect(parts.map((part) => /method=(\w+)/.exec(part)?.[1])).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
  const texts = parts.map(decoded)
  expect(texts[0]).toContain('METHOD:REQUEST')
  expect(texts[0]).toContain('ORGANIZER;CN="IT-Kompetenzstelle":mailto:lernkreis@lernkreis.example')
  expect(texts[0]).toContain(`mailto:${person.email}`)
  expect(texts[2]).toMatch(/METHOD:CANCEL[^]*SEQUENCE:3[^]*STATUS:CANCELLED/)
})
