import type { Chance } from '#app/cli/demo/random.ts'
import type { Answers } from '#app/domain/answers.ts'
import { itemsOf, type Questionnaire } from '#app/domain/questionnaire.ts'

// What invented people think. The mood of a round moves all its ratings a little.

/** From 0 (nobody is content) to 1 (everybody is delighted). */
export type Mood = number

const SKIPS_RATING = 0.04
const NO_ANSWER = 0.03
const WRITES_TEXT = 0.22

/** One person's answers: related to one another, as those of real people are. */
export function inventAnswers(chance: Chance, questionnaire: Questionnaire, mood: Mood): Answers {
  const leaning = chance.next() * 0.5 - 0.25
  const answers: Answers = {}
  for (const item of itemsOf(questionnaire)) {
    if (item.kind === 'text') {
      const texts = TEXTS[item.key]
      if (texts && chance.happens(WRITES_TEXT)) answers[item.key] = chance.pick(texts)
    } else if (item.kind === 'choice') {
      const rating = rate(chance, mood + leaning)
      if (rating !== null) answers[item.key] = rating
    } else if (item.kind === 'matrix') {
      const rows = item.rows.flatMap(({ key }) => {
        const rating = rate(chance, mood + leaning + chance.pick(BETTER_AT))
        return rating === null ? [] : [[key, rating] as const]
      })
      if (rows.length > 0) answers[item.key] = Object.fromEntries(rows)
    }
  }
  return answers
}

const BETTER_AT = [-0.08, 0, 0, 0.08]

function rate(chance: Chance, mood: number): number | null {
  if (chance.happens(SKIPS_RATING)) return null
  if (chance.happens(NO_ANSWER)) return 0
  const felt = mood + (chance.next() + chance.next() - 1) * 0.45
  if (felt > 0.82) return 5
  if (felt > 0.52) return 4
  if (felt > 0.34) return 3
  return felt > 0.15 ? 2 : 1
}

const TEXTS: Record<string, string[]> = {
  liked: [
    'Die Übungen am eigenen Beispiel.',
    'Endlich einmal Zeit, etwas in Ruhe auszuprobieren.',
    'Der Austausch mit den Kolleginnen und Kollegen aus anderen Rathäusern.',
    'Gute Unterlagen, die ich sofort verwenden kann.',
    'Alle Fragen wurden beantwortet, auch die einfachen.',
  ],
  improve: [
    'Etwas mehr Pausen wären gut.',
    'Die Anreise ist weit, gern öfter online.',
    'Bitte die Unterlagen vorher verschicken.',
    'Der zweite Teil ging sehr schnell.',
  ],
  helped: [
    'Die gemeinsamen Vorlagen sparen mir jede Woche Zeit.',
    'Dass jemand ans Telefon geht, wenn es brennt.',
    'Die Kurse zur Automatisierung haben mir viel Routine abgenommen.',
    'Ich kenne jetzt Leute mit denselben Problemen.',
    'Die Beratung vor der Beschaffung.',
  ],
  topics_wanted: [
    'Vertretung organisieren, wenn man allein ist.',
    'Umstieg auf die neue Telefonanlage.',
    'Grundlagen der Informationssicherheit für neue Kolleginnen.',
    'Barrierefreie Dokumente.',
  ],
  obstacles: [
    'Es gibt niemanden, der in der Zeit das Telefon abnimmt.',
    'Die Termine liegen oft am Sitzungstag.',
    'Ich erfahre zu spät davon.',
  ],
  applied: ['Die Vorlage nutze ich jede Woche.', 'Zwei Abläufe laufen jetzt von allein.'],
  hindered: ['Mir fehlt die Zeit, es einzurichten.', 'Die Software haben wir noch nicht.'],
  missing: [
    'Eine Vertretung im Urlaub.',
    'Mehr Termine am Nachmittag.',
    'Unterstützung bei Lizenzfragen.',
    'Ein gemeinsames Wiki mit Anleitungen.',
  ],
}
