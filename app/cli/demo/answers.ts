import type { Chance } from '#app/cli/demo/random.ts'
import { answerTo, type Answers } from '#app/domain/answers.ts'
import { holds, parseCondition } from '#app/domain/condition.ts'
import { itemsOf, type Item, type Questionnaire } from '#app/domain/questionnaire.ts'

// What invented people think. The mood of a round moves all its ratings a little.

/** From 0 (nobody is content) to 1 (everybody is delighted). */
export type Mood = number

const SKIPS_RATING = 0.04
const NO_ANSWER = 0.03
const WRITES_TEXT = 0.22

/**
 * One person's answers: related to one another, as those of real people are. What others have `said` is not written word
 * for word again, as long as there is something else to say.
 */
export function inventAnswers(
  chance: Chance,
  questionnaire: Questionnaire,
  mood: Mood,
  said = new Set<string>(),
): Answers {
  const leaning = chance.next() * 0.5 - 0.25
  const answers: Answers = {}
  for (const item of itemsOf(questionnaire)) {
    if (item.shownIf !== null && !isAsked(item.shownIf, answers)) continue
    const answer =
      item.kind === 'text' ? write(chance, item.key, said) : inventAnswer(chance, item, mood + leaning)
    if (answer !== null) answers[item.key] = answer
  }
  return answers
}

function isAsked(shownIf: string, answers: Answers): boolean {
  const condition = parseCondition(shownIf)
  return condition !== undefined && holds(condition, (on) => answerTo(answers, on))
}

function write(chance: Chance, question: string, said: Set<string>): string | null {
  const texts = TEXTS[question]
  if (!texts || !chance.happens(WRITES_TEXT)) return null
  const unsaid = texts.filter((text) => !said.has(text))
  const text = chance.pick(unsaid.length > 0 ? unsaid : texts)
  said.add(text)
  return text
}

function inventAnswer(
  chance: Chance,
  item: Exclude<Item, { kind: 'text' }>,
  mood: Mood,
): Answers[string] | null {
  switch (item.kind) {
    case 'choice':
      return rate(chance, mood)
    case 'matrix': {
      const rows = item.rows.flatMap(({ key }) => {
        const rating = rate(chance, mood + chance.pick(BETTER_AT))
        return rating === null ? [] : [[key, rating] as const]
      })
      return rows.length > 0 ? Object.fromEntries(rows) : null
    }
    case 'single':
      return chance.happens(SKIPS_RATING) ? null : liked(chance, item.choices).value
    case 'several': {
      const ticked = item.choices.filter((_, place) => chance.happens(0.7 / (place + 1)))
      return ticked.length > 0 ? ticked.map(({ value }) => value) : null
    }
    case 'yes-no':
      return chance.happens(SKIPS_RATING) ? null : chance.happens(YES)
    case 'number':
      return chance.happens(SKIPS_RATING) ? null : chance.whole(item.min, chance.whole(item.min, item.max))
  }
}

const YES = 0.6

/** The first ones more often. */
function liked<T>(chance: Chance, choices: readonly T[]): T {
  const first = chance.whole(0, choices.length - 1)
  return choices[chance.whole(0, first)] ?? chance.pick(choices)
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
    'Eine Liste, was bei einem Ausfall zuerst zu tun ist.',
    'Dass die Übungen auf unsere Verfahren zugeschnitten waren.',
    'Kurze Anleitungen, die auch ein halbes Jahr später noch stimmen.',
    'Die Sprechstunde am Nachmittag: Da kann ich weg.',
    'Das Skript für die Nutzerkonten läuft bei uns jeden Montag.',
    'Vor allem der Austausch. Vorher hat jeder für sich gesucht.',
    'Dass niemand über einfache Fragen lacht.',
    'Die Sicherung haben wir nach dem Workshop zum ersten Mal wirklich zurückgespielt.',
    'Schnelle Antworten, meist noch am selben Tag.',
    'Unterlagen, die ich im Haus weitergeben kann.',
    'Die Vorlage für das Gespräch mit dem Dienstleister.',
    'Mir hilft, dass vorher gesagt wird, für wen ein Kurs gedacht ist.',
  ],
  topics_wanted: [
    'Vertretung organisieren, wenn man allein ist.',
    'Umstieg auf die neue Telefonanlage.',
    'Grundlagen der Informationssicherheit für neue Kolleginnen.',
    'Barrierefreie Dokumente.',
  ],
  topics_missing: [
    'Umgang mit schwierigen Anrufen.',
    'Ausschreibungen für Software.',
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
    'Manche Kurse sind zu schnell ausgebucht.',
    'Bitte die Termine ein halbes Jahr im Voraus, sonst bekomme ich niemanden für die Vertretung.',
    'Ein Testsystem, an dem man etwas kaputt machen darf.',
    'Mehr für Leute, die nur nebenbei IT machen.',
    'Nach dem Kurs ein kurzer Termin, an dem man zeigt, was daraus geworden ist.',
    'Weniger Folien, mehr üben.',
    'Die Fahrt nach Meißen kostet mich einen halben Tag; bitte öfter online.',
    'Eine Stelle, die mit den Herstellern verhandelt, statt 28 Mal wir.',
    'Anleitungen auch für ältere Programmstände, wir können nicht alles sofort erneuern.',
    'Dass Fragen aus der Sprechstunde für alle nachlesbar sind.',
    'Etwas zu Barrierefreiheit, das kommt bei uns immer zu spät.',
    'Klarere Beschreibung, was man vorher können muss.',
  ],
}
