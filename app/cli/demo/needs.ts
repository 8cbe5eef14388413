import { randomUUID } from 'node:crypto'
import { centreRound } from '#app/cli/demo/evaluations.ts'
import { chanceFrom } from '#app/cli/demo/random.ts'
import { daysBefore, momentOf, type Happening } from '#app/cli/demo/timeline.ts'
import type { DemoWorld } from '#app/cli/demo/training.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import { addDays, dayOf } from '#app/domain/calendar.ts'
import type { Definition, DefinitionOption, LocalText } from '#app/domain/questionnaire.ts'
import { addQuestionnaire, publishDraft } from '#db/questionnaires.ts'
import { hashOf } from '#surveys/index.ts'

const CLOSED_BEFORE_DAYS = 45
const OPEN_DAYS = 20
const WRITTEN_BEFORE_DAYS = 12
/** Of its own, so that the rest of the district stays as it was. */
const CHANCE = 2_026

/** A questionnaire of the district's own, with every kind of question, and the round that asked it. */
export function needsOfOurOwn(world: DemoWorld): Happening[] {
  const { db, people, options } = world
  const by = people.idOf('koordination')
  const id = randomUUID()
  const closesOn = addDays(dayOf(options.now), -CLOSED_BEFORE_DAYS)
  const opensOn = addDays(closesOn, -OPEN_DAYS)
  const written = daysBefore(momentOf(opensOn, '07:00'), WRITTEN_BEFORE_DAYS)
  const plan = { id, kind: 'needs' as const, title: definition.title.default, definition, by }
  const checked = { definition, hash: hashOf(definition) }
  const write = async (now: Date) => {
    await addQuestionnaire(db, plan, now)
    await expectOk(publishDraft(db, { id, version: 1, by, checked }, now))
  }
  const round = {
    ...{ asks: 'needs' as const, questionnaireId: id, title: 'Zeit und Formate für Fortbildung' },
    ...{ opensOn, closesOn, mood: 0.55, releasedBy: 'koordination' },
    measures: [
      {
        ...{ title: 'Kurze Termine online, auch am Vormittag', owner: 'Trainerteam' },
        ...{ state: 'in-progress' as const, reason: null },
      },
    ],
  }
  return [{ at: written, happen: write }, ...centreRound({ ...world, chance: chanceFrom(CHANCE) }, round)]
}

const words = (de: string, en: string): LocalText => ({ default: de, en })
const option = <V extends string | number>(value: V, de: string, en: string): DefinitionOption<V> => ({
  value,
  text: words(de, en),
})

const SCALE = [
  option(5, 'sehr zufrieden', 'very satisfied'),
  option(4, 'zufrieden', 'satisfied'),
  option(3, 'teils, teils', 'partly satisfied'),
  option(2, 'unzufrieden', 'dissatisfied'),
  option(1, 'sehr unzufrieden', 'very dissatisfied'),
  option(0, 'keine Angabe', 'prefer not to say'),
]

const definition: Definition = {
  title: words('Wie und wann möchten Sie lernen?', 'How and when would you like to learn?'),
  description: words(
    'Das Ausfüllen dauert etwa drei Minuten. Sie können jede Frage auslassen.',
    'This takes about three minutes. You may skip any question.',
  ),
  pages: [
    {
      name: 'everyday',
      title: words('Ihr Alltag', 'Your everyday work'),
      elements: [
        {
          type: 'radiogroup',
          name: 'days',
          title: words(
            'Wie viel Zeit haben Sie im Jahr für Fortbildung?',
            'How much time do you have for training in a year?',
          ),
          choices: [
            option('none', 'keine', 'none'),
            option('two', 'ein bis zwei Tage', 'one or two days'),
            option('five', 'drei bis fünf Tage', 'three to five days'),
            option('more', 'mehr als fünf Tage', 'more than five days'),
            option(
              'unclear',
              'Das ist bei uns nicht geregelt und wird von Fall zu Fall entschieden, meist kurz vorher',
              'It is not settled with us and decided case by case, mostly at short notice',
            ),
          ],
        },
        {
          type: 'text',
          inputType: 'number',
          name: 'years',
          title: words(
            'Seit wie vielen Jahren arbeiten Sie in der Verwaltung?',
            'For how many years have you worked in administration?',
          ),
          ...{ min: 0, max: 49 },
        },
        {
          type: 'boolean',
          name: 'took_part',
          title: words(
            'Waren Sie im letzten Jahr bei einem Workshop?',
            'Have you been to a workshop in the past year?',
          ),
        },
        {
          type: 'checkbox',
          name: 'reasons',
          visibleIf: '{took_part} = false',
          title: words('Woran lag es?', 'What was the reason?'),
          choices: [
            option('stand_in', 'Niemand vertritt mich', 'Nobody stands in for me'),
            option('dates', 'Die Termine passten nicht', 'The dates did not suit'),
            option('unknown', 'Ich wusste nichts davon', 'I did not know of it'),
            option('topics', 'Kein Thema passte', 'No topic suited'),
          ],
        },
      ],
    },
    {
      name: 'wishes',
      title: words('Ihre Wünsche', 'What you would like'),
      elements: [
        {
          type: 'checkbox',
          name: 'formats',
          title: words('Welche Formate möchten Sie nutzen?', 'Which formats would you like to use?'),
          choices: [
            option('on_site', 'Workshop vor Ort', 'workshop on site'),
            option('online', 'Workshop online', 'workshop online'),
            option('short', 'Kurztermin von einer Stunde', 'short session of an hour'),
            option('self_paced', 'Lernen im eigenen Tempo', 'learning at one’s own pace'),
            option('hours', 'Sprechstunde', 'consultation hours'),
            option('visit', 'Hospitation in einer anderen Kommune', 'visit to another municipality'),
          ],
        },
        {
          type: 'matrix',
          name: 'access',
          title: words(
            'Wie zufrieden sind Sie mit dem Zugang zu Fortbildung?',
            'How satisfied are you with access to training?',
          ),
          columns: SCALE,
          rows: [
            { value: 'search', text: words('Etwas Passendes finden', 'Finding something that suits') },
            { value: 'approval', text: words('Genehmigung: Dauer und Aufwand', 'Approval: time and effort') },
            { value: 'travel', text: words('Anreise', 'The way there') },
          ],
        },
      ],
    },
    {
      name: 'remarks',
      title: words('In Ihren Worten', 'In your own words'),
      elements: [
        {
          type: 'comment',
          name: 'topics_missing',
          title: words('Welches Thema fehlt Ihnen?', 'Which topic do you miss?'),
          maxLength: 1_000,
        },
      ],
    },
  ],
}
