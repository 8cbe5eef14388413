import type { Audience, CourseFormat, CourseLevel, CourseRefusal, CourseState } from '#app/domain/course.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const level = {
  basic: 'Grundlagen',
  advanced: 'Aufbau',
  expert: 'Vertiefung',
} satisfies Record<CourseLevel, string>

const format = {
  workshop: 'Vor Ort',
  online: 'Online',
  hybrid: 'Vor Ort und online',
  'self-paced': 'Zum Selbstlernen',
} satisfies Record<CourseFormat, string>

const audience = {
  it: 'IT-Fachkräfte',
  user: 'Nutzerinnen und Nutzer in den Kommunen',
  leadership: 'Leitung',
} satisfies Record<Audience, string>

const state = {
  draft: 'Entwurf',
  published: 'veröffentlicht',
  retired: 'nicht mehr im Angebot',
} satisfies Record<CourseState, string>

const refusal = {
  'changed-meanwhile':
    'Jemand hat diesen Kurs geändert, während Sie daran gearbeitet haben. Ihre Eingaben stehen noch hier. Speichern Sie noch einmal, gilt Ihre Fassung.',
  retired:
    'Dieser Kurs wurde aus dem Angebot genommen und lässt sich nicht wieder veröffentlichen. Legen Sie bitte einen neuen Kurs an.',
  'not-published':
    'Dieser Kurs ist noch ein Entwurf, den nur die Koordination sieht. Aus dem Angebot nehmen lässt sich, was veröffentlicht ist.',
  'prerequisite-circle':
    'Ein Kurs kann nicht selbst zu seinen Voraussetzungen gehören, auch nicht über Umwege. Nehmen Sie bitte eine Voraussetzung heraus.',
  'has-workshops':
    'Für diesen Kurs stehen noch Termine an. Sagen Sie sie zuerst ab, oder warten Sie, bis sie vorbei sind.',
} satisfies Record<CourseRefusal, string>

/** The catalogue: what everybody sees first. */
const catalogue = {
  title: 'Kurse',
  lead: 'Was die IT-Kompetenzstelle anbietet. Was als Nächstes stattfindet, steht zuerst.',
  search: 'Suche',
  topic: 'Thema',
  allTopics: 'Alle Themen',
  level: 'Niveau',
  allLevels: 'Jedes Niveau',
  format: 'Form',
  allFormats: 'Jede Form',
  audience: 'Zielgruppe',
  allAudiences: 'Alle Zielgruppen',
  forMe: 'nur Kurse für mich',
  state: 'Stand',
  allStates: 'Veröffentlichte und Entwürfe',
  found: (count: number) =>
    count === 0 ? 'Kein Kurs gefunden' : count === 1 ? 'Ein Kurs' : `${number(count)} Kurse`,
  none: 'Zu dieser Auswahl gibt es keinen Kurs. Versuchen Sie ein anderes Wort, oder lassen Sie einen Filter weg.',
  showAll: 'Alle Kurse zeigen',
  empty: 'Noch gibt es keine Kurse. Sobald die Koordination den ersten veröffentlicht, steht er hier.',
  next: 'Nächster Termin:',
  noDate: 'Zurzeit kein Termin',
}

/** The page of one course. */
const page = {
  goals: 'Was Sie danach können',
  contents: 'Inhalte',
  prerequisites: 'Voraussetzungen',
  noPrerequisites: 'keine',
  notInCatalogue: (title: string) => `${title} (noch nicht im Katalog)`,
  required: (count: number): string =>
    count === 1 ? 'Dieser Kurs kommt zuerst:' : 'Diese Kurse kommen zuerst:',
  size: 'Umfang',
  dates: 'Termine',
  noDates:
    'Zurzeit ist kein Termin geplant. Schauen Sie gern wieder vorbei, oder fragen Sie die IT-Kompetenzstelle.',
  noDatesPlan: 'Für diesen Kurs steht noch kein Termin an.',
  toNextDate: 'Zum nächsten Termin',
  draft: 'Diesen Entwurf sieht nur die Koordination. Mit „Veröffentlichen“ steht er im Kurskatalog.',
  retired: 'Dieser Kurs wird nicht mehr angeboten.',
  publish: 'Veröffentlichen',
  retire: 'Aus dem Angebot nehmen',
  retireTitle: 'Kurs aus dem Angebot nehmen?',
  retireConsequence:
    'Der Kurs verschwindet aus dem Katalog und lässt sich nicht wieder veröffentlichen. Vergangene Termine, Teilnahmen und Bescheinigungen bleiben erhalten.',
  plan: 'Workshop planen',
  edit: 'Kurs bearbeiten',
}

/** The form. */
const edit = {
  add: 'Kurs anlegen',
  edit: 'Kurs bearbeiten',
  lead: 'Ein neuer Kurs ist zunächst ein Entwurf, den nur die Koordination sieht.',
  title: 'Titel',
  summary: 'Kurzbeschreibung',
  summaryHint: 'Ein bis zwei Sätze, sie stehen im Katalog.',
  english: (label: string) => `${label} (Englisch)`,
  newTopic: 'Neues Thema anlegen',
  newTopicName: 'Name des Themas',
  newTopicChoice: 'Ein neues Thema',
  newTopicHint: 'Wählen Sie oben „Ein neues Thema“. Es steht danach für alle Kurse zur Wahl.',
  units: 'Umfang',
  unitsOf: 'Unterrichtseinheiten zu 45 Minuten',
  audience: 'Für wen ist der Kurs?',
  goals: 'Was können die Teilnehmenden danach?',
  contents: 'Inhalte',
  markdownHint: 'Eine Zeile, die mit einem Strich und einem Leerzeichen beginnt, wird ein Punkt einer Liste.',
  prerequisitesHint: 'Was man mitbringen muss, um dem Kurs folgen zu können.',
  conditions: 'Wer sich anmelden darf',
  audienceOnly: 'Nur für die Zielgruppe',
  audienceOnlyHint: 'Sonst ist die Zielgruppe eine Empfehlung, und alle können sich anmelden.',
  required: 'Diese Kurse müssen vorher besucht sein',
  requiredHint:
    'Beim Anmelden wird geprüft, ob so viel besucht wurde, wie für eine Bescheinigung nötig ist. Ohne Auswahl zählt nur der Text oben.',
}

export const course = {
  level,
  format,
  audience,
  state,
  refusal,
  catalogue,
  page,
  edit,
  units: (count: number) =>
    count === 1
      ? 'Eine Unterrichtseinheit zu 45 Minuten'
      : `${number(count)} Unterrichtseinheiten zu 45 Minuten`,
}
