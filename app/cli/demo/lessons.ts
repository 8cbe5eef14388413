import type { Audience } from '#app/domain/course.ts'
import type { QuizDefinition, QuizElement } from '#app/domain/quiz.ts'

// What one can learn by oneself in the demo district, page by page.

export type DemoPage =
  | { kind: 'text'; title: string; body: string }
  | { kind: 'file'; title: string; body: string; file: { name: string; mediaType: string; text: string } }
  | { kind: 'link'; title: string; body: string; url: string }
  | {
      kind: 'quiz'
      title: string
      body: string
      quiz: QuizDefinition
      passPercent: number
      attempts: number | null
    }

export type DemoLesson = {
  title: string
  summary: string
  topic: string
  audiences: Audience[]
  units: number
  goals: string
  contents: string
  modules: { title: string; summary: string; pages: DemoPage[] }[]
}

const choices = (...texts: string[]) =>
  texts.map((text, nth) => ({ value: 'abcdef'[nth] ?? '', text: { default: text } }))
const quizOf = (...elements: QuizElement[]): QuizDefinition => ({ pages: [{ name: 'page1', elements }] })

const MAIL_QUIZ = quizOf(
  {
    type: 'radiogroup',
    name: 'first_step',
    title: { default: 'Eine E-Mail der „IT-Abteilung“ verlangt Ihr Passwort. Was tun Sie zuerst?' },
    choices: choices(
      'Ich antworte und frage nach.',
      'Ich melde die E-Mail auf dem vereinbarten Weg.',
      'Ich lösche sie und sage nichts.',
    ),
    choicesOrder: 'random',
    correctAnswer: 'b',
    explanation: {
      default: 'Wer meldet, schützt auch die anderen. Antworten zeigt den Angreifern, dass jemand liest.',
    },
  },
  {
    type: 'checkbox',
    name: 'signs',
    title: { default: 'Woran erkennen Sie gefälschte Nachrichten? Mehrere Antworten sind richtig.' },
    choices: choices(
      'Die Adresse des Absenders passt nicht zum Namen.',
      'Die Nachricht setzt unter Zeitdruck.',
      'Die Nachricht ist kurz.',
      'Ein Link führt auf eine andere Seite, als er vorgibt.',
    ),
    choicesOrder: 'random',
    correctAnswer: ['a', 'b', 'd'],
    explanation: { default: 'Kurz sind auch echte Nachrichten. Absender, Druck und Links verraten mehr.' },
  },
  {
    type: 'boolean',
    name: 'attachment',
    title: { default: 'Darf man einen unerwarteten Anhang öffnen, wenn man den Absender kennt?' },
    correctAnswer: false,
    explanation: {
      default: 'Auch bekannte Postfächer werden übernommen. Fragen Sie vorher am Telefon nach.',
    },
  },
)

const BACKUP_QUIZ = quizOf(
  {
    type: 'radiogroup',
    name: 'rule',
    title: { default: 'Was verlangt die 3-2-1-Regel?' },
    choices: choices(
      'Drei Kopien, zwei Medien, eine außer Haus',
      'Drei Medien, zwei Häuser, eine Kopie',
      'Drei Wochen, zwei Tage, eine Stunde',
    ),
    choicesOrder: 'random',
    correctAnswer: 'a',
    explanation: { default: 'Drei Kopien auf zwei Arten von Medien, und eine davon an einem anderen Ort.' },
  },
  {
    type: 'rating',
    name: 'tests',
    title: { default: 'Wie oft im Jahr sollte die Wiederherstellung mindestens geübt werden?' },
    rateMin: 0,
    rateMax: 4,
    correctAnswer: 1,
    explanation: {
      default: 'Mindestens einmal im Jahr: Eine Sicherung, die nie zurückgespielt wurde, ist eine Hoffnung.',
    },
  },
  {
    type: 'text',
    name: 'word',
    title: { default: 'Wie heißt eine Sicherung, die nach dem Schreiben nicht mehr verändert werden kann?' },
    description: { default: 'Ein Wort.' },
    maxLength: 40,
    correctAnswer: 'unveränderlich',
    explanation: {
      default: 'Unveränderliche Sicherungen überstehen auch einen Angriff mit Verschlüsselung.',
    },
  },
)

export const DEMO_LESSONS: DemoLesson[] = [
  {
    title: 'Sicher mit E-Mails und Passwörtern',
    summary:
      'In einer halben Stunde: gefälschte Nachrichten erkennen, richtig melden, gute Passwörter wählen.',
    topic: 'security',
    audiences: ['it', 'user', 'leadership'],
    units: 1,
    goals: '- Gefälschte Nachrichten erkennen\n- Den Meldeweg kennen\n- Passwörter wählen, die halten',
    contents: '- Beispiele aus Rathäusern\n- Der Meldeweg im Landkreis\n- Ein Quiz',
    modules: [
      {
        title: 'Gefälschte Nachrichten',
        summary: 'Woran man sie erkennt, und was dann zu tun ist.',
        pages: [
          {
            kind: 'text',
            title: 'Worum es geht',
            body: 'Die meisten Angriffe beginnen mit einer **E-Mail**. Sie sieht aus wie jede andere, und sie will, dass Sie etwas schnell tun.\n\n- Lesen Sie die Adresse des Absenders, nicht nur seinen Namen.\n- Fragen Sie sich: Habe ich das erwartet?\n- Lassen Sie sich nicht drängen.',
          },
          {
            kind: 'file',
            title: 'Der Meldeweg zum Ausdrucken',
            body: 'Wer meldet, macht nichts falsch. Hängen Sie den Meldeweg neben Ihren Bildschirm.',
            file: {
              name: 'Meldeweg.txt',
              mediaType: 'text/plain',
              text: 'Verdächtige Nachricht?\n\n1. Nichts anklicken.\n2. Die IT-Kompetenzstelle anrufen.\n3. Nachricht als Anlage weiterleiten.\n',
            },
          },
          {
            kind: 'quiz',
            title: 'Haben Sie es im Griff?',
            body: 'Drei Fragen, wie sie im Alltag vorkommen.',
            quiz: MAIL_QUIZ,
            passPercent: 60,
            attempts: null,
          },
        ],
      },
      {
        title: 'Passwörter',
        summary: 'Wenige Regeln, die wirklich helfen.',
        pages: [
          {
            kind: 'text',
            title: 'Lang schlägt kompliziert',
            body: 'Vier zufällige Wörter sind leichter zu merken und schwerer zu erraten als `P@ssw0rt1`.\n\nFür jedes Konto ein eigenes, und ein Passwortspeicher, der sie behält.',
          },
          {
            kind: 'link',
            title: 'Zum Weiterlernen beim BSI',
            body: 'Das BSI erklärt, wie man Konten mit einem zweiten Faktor schützt.',
            url: 'https://www.bsi.bund.de/',
          },
        ],
      },
    ],
  },
  {
    title: 'Datensicherung in der kleinen Verwaltung',
    summary: 'Was gesichert wird, wie oft, und wie man prüft, dass es im Ernstfall zurückkommt.',
    topic: 'cloud',
    audiences: ['it'],
    units: 2,
    goals: '- Eine Sicherung planen\n- Die Wiederherstellung üben',
    contents: '- Die 3-2-1-Regel\n- Unveränderliche Sicherungen\n- Ein Quiz',
    modules: [
      {
        title: 'Sichern und zurückholen',
        summary: 'Die Regel, die Übung, das Quiz.',
        pages: [
          {
            kind: 'text',
            title: 'Die 3-2-1-Regel',
            body: 'Drei Kopien, zwei Arten von Medien, eine außer Haus. Heute kommt dazu: **eine Kopie, die niemand mehr ändern kann.**',
          },
          {
            kind: 'text',
            title: 'Die Übung',
            body: 'Nehmen Sie sich einmal im Jahr einen Vormittag:\n\n1. Eine Datei zurückholen.\n2. Ein Postfach zurückholen.\n3. Einen Server zurückholen, und die Zeit messen.',
          },
          {
            kind: 'quiz',
            title: 'Quiz zur Datensicherung',
            body: 'Drei Fragen. Bestanden ist ab zwei richtigen Antworten.',
            quiz: BACKUP_QUIZ,
            passPercent: 60,
            attempts: 3,
          },
        ],
      },
    ],
  },
]

export type DemoOffer = {
  title: string
  provider: string
  url: string
  topic: string
  format: 'workshop' | 'online' | 'hybrid' | 'self-paced'
  level: 'basic' | 'advanced' | 'expert'
  audiences: Audience[]
  priceNote: string | null
}

// prettier-ignore
export const DEMO_OFFERS: DemoOffer[] = [
  { title: 'Datenschutz im Rathaus', provider: 'SKSD', url: 'https://www.sksd.de/', topic: 'security', format: 'workshop', level: 'basic', audiences: ['user', 'leadership'], priceNote: 'kostenpflichtig, siehe Anbieter' },
  { title: 'Fachverfahren sicher betreiben', provider: 'KISA', url: 'https://www.kisa.it/', topic: 'cloud', format: 'online', level: 'advanced', audiences: ['it'], priceNote: null },
  { title: 'Informationssicherheit für Kommunen', provider: 'SAKD', url: 'https://www.sakd.de/', topic: 'security', format: 'hybrid', level: 'advanced', audiences: ['it', 'leadership'], priceNote: 'für Kommunen kostenfrei' },
  { title: 'Grundschutz im Selbststudium', provider: 'BSI', url: 'https://www.bsi.bund.de/', topic: 'security', format: 'self-paced', level: 'basic', audiences: ['it'], priceNote: 'kostenfrei' },
  { title: 'Digital arbeiten in der Verwaltung', provider: 'KommunalCampus', url: 'https://www.kommunalcampus.net/', topic: 'collaboration', format: 'self-paced', level: 'basic', audiences: ['user'], priceNote: null },
  { title: 'Künstliche Intelligenz verstehen', provider: 'KI-Campus', url: 'https://ki-campus.org/', topic: 'ai', format: 'self-paced', level: 'basic', audiences: ['it', 'user', 'leadership'], priceNote: 'kostenfrei' },
]

/** The path goes from what everybody learns alone to what one practises together. */
export const DEMO_PATH = {
  title: 'Sicher im Amt',
  goal: 'Wer diesen Pfad gegangen ist, erkennt Angriffe, meldet sie richtig und arbeitet auch unterwegs sicher.',
  audiences: ['user', 'it'] as Audience[],
  courses: [
    'Sicher mit E-Mails und Passwörtern',
    'Phishing erkennen und richtig melden',
    'Mobil und sicher arbeiten',
  ],
}
