// What goes to and fro around workshops: questions and answers, a text of the district's own, and mails that wait.

import { randomUUID } from 'node:crypto'
import { daysBefore, momentOf, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { addMonths, dayOf } from '#app/domain/calendar.ts'
import { firstWorkingDay, monthOf } from '#app/domain/month.ts'
import { mailSettingsToken } from '#app/http/mail-settings-link.server.ts'
import { writeDateSuggestions } from '#db/date-suggestions.ts'
import { listCurrent } from '#db/queue.ts'
import { writeDigests } from '#db/mail-digests.ts'
import { changeMailPreference } from '#db/mail-preferences.ts'
import { changeMailText } from '#db/mail-texts.ts'
import { writeOfficerMonths } from '#db/officer-months.ts'
import { answerQuestion, askQuestion } from '#db/workshop-questions.ts'
import { getWorkshop, listWorkshops } from '#db/workshops.ts'

const SEVEN = '07:00'
const QUESTIONS = [
  {
    body: 'Brauche ich Vorkenntnisse, oder fangen wir ganz vorn an?',
    answer: 'Wir fangen vorn an. Wer schon Erfahrung hat, bekommt eigene Aufgaben.',
    answerTo: 'group',
  },
  {
    body: 'Ich komme mit dem Zug und bin erst zehn Minuten nach Beginn da. Geht das?',
    answer: 'Das geht. Wir beginnen mit einer Vorstellungsrunde.',
    answerTo: 'person',
  },
  { body: 'Gibt es die Unterlagen vorher, damit ich sie ausdrucken kann?', answer: null },
] as const

/** The last weeks of the demo district, as far as they are about mails. */
export function demoMessages(world: DemoWorld): Happening[] {
  const { now } = world.options
  const thisMonth = momentOf(firstWorkingDay(monthOf(dayOf(now))), SEVEN)
  const month =
    thisMonth <= now
      ? thisMonth
      : momentOf(firstWorkingDay(monthOf(addMonths(monthOf(dayOf(now)), -1))), SEVEN)
  return [
    { at: daysBefore(now, 25), happen: (at) => choose(world, at) },
    { at: daysBefore(now, 21), happen: (at) => writeText(world, at) },
    { at: month, happen: (at) => writeMonth(world, at) },
    { at: daysBefore(now, 2), happen: (at) => askAndAnswer(world, at) },
    { at: now, happen: async (at) => void (await writeDigests(world.db, tokenOf(world), at)) },
  ]
}

const tokenOf =
  ({ options }: DemoWorld) =>
  (personId: string) =>
    mailSettingsToken(options.roundKey, personId)

/** One person wants everything on Mondays, another every morning; both are glad of a suggestion. */
async function choose({ db, people }: DemoWorld, now: Date): Promise<void> {
  const [weekly, daily] = [people.idOf('nutzer'), people.idOf('teilnehmerin')]
  const glad = { monthly: true, suggestions: true }
  await changeMailPreference(db, weekly, weekly, { ...glad, rhythm: 'weekly' }, now)
  await changeMailPreference(db, daily, daily, { ...glad, rhythm: 'daily' }, now)
}

function writeText({ db, people }: DemoWorld, now: Date): Promise<void> {
  const text = {
    subject: 'Schön, dass Sie dabei sind: {{kurs}}',
    body: [
      'Ihr Platz ist sicher. Wir freuen uns auf Sie:',
      '{{kurs}}\n{{termin}}\n{{ort}}',
      'Für Kaffee und Tee ist gesorgt. Können Sie doch nicht kommen, melden Sie sich bitte hier ab; dann rückt jemand nach.\n{{link}}',
    ].join('\n\n'),
  }
  const change = { id: randomUUID(), kind: 'enrolment-confirmed', locale: 'de', version: 0, text } as const
  return changeMailText(db, people.idOf('koordination'), change, now).then(() => undefined)
}

async function writeMonth(world: DemoWorld, now: Date): Promise<void> {
  const month = monthOf(dayOf(now))
  await writeOfficerMonths(world.db, month, tokenOf(world), now)
  await writeDateSuggestions(world.db, month, tokenOf(world), now)
}

/** Of the next workshop to which several people come: two questions are answered, the last one is not. */
async function askAndAnswer({ db }: DemoWorld, now: Date): Promise<void> {
  for (const { id } of await listWorkshops(db, { from: now })) {
    const workshop = await getWorkshop(db, id)
    const trainer = workshop?.trainerIds[0]
    const group = (await listCurrent(db, id)).filter(({ status }) => status === 'confirmed')
    if (!workshop || !trainer || workshop.startsAt <= now || group.length < QUESTIONS.length) continue
    for (const [nth, question] of QUESTIONS.entries()) {
      const asker = group[nth]
      if (!asker) continue
      const questionId = randomUUID()
      const asked = { id: questionId, workshopId: id, body: question.body, mayName: false }
      await askQuestion(db, asker.personId, asked, now)
      if (question.answer === null) continue
      const { answer, answerTo } = question
      await answerQuestion(db, trainer, { workshopId: id, questionId, answer, answerTo }, now)
    }
    return
  }
}
