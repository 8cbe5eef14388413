import type { MaterialRefusal, ShownTo } from '#app/domain/material.ts'
import { formatNumber } from '#app/i18n/format.ts'

const shownTo = {
  everybody: 'Alle',
  seated: 'Wer einen Platz hat',
  attended: 'Wer dabei war',
} satisfies Record<ShownTo, string>

const refusal = {
  'changed-meanwhile':
    'Jemand hat diese Unterlage geändert, während Sie daran gearbeitet haben. Ihre Eingaben stehen noch hier. Speichern Sie noch einmal, gilt Ihre Fassung; eine Datei wählen Sie bitte noch einmal aus.',
  'file-or-link':
    'Eine Unterlage ist entweder eine Datei oder ein Link: Geben Sie bitte genau eines von beiden an.',
  'never-shown': 'Wählen Sie bitte mindestens einen Zeitraum, in dem die Unterlage zu sehen ist.',
} satisfies Record<MaterialRefusal, string>

export const material = {
  title: 'Unterlagen',
  shownTo,
  refusal,
  count: (count: number) => (count === 1 ? 'Eine Unterlage' : `${formatNumber(count, 'de')} Unterlagen`),
  link: 'Link',
  edit: {
    ofCourse: 'Unterlagen des Kurses',
    ofWorkshop: 'Unterlagen dieses Workshops',
    leadCourse:
      'Sie gelten für alle Workshops dieses Kurses. Was nur zu einem Termin gehört, tragen Sie auf dessen Seite ein.',
    leadWorkshop:
      'Sie gelten nur für diesen Termin. Was zum Kurs gehört, sehen die Teilnehmenden hier ebenfalls.',
    manage: 'Unterlagen bearbeiten',
    add: 'Unterlage hinzufügen',
    change: 'Unterlage bearbeiten',
    none: 'Noch gibt es keine Unterlagen. Fügen Sie eine Datei oder einen Link hinzu.',
    name: 'Titel',
    url: 'Oder ein Link',
    urlHint: 'Zum Beispiel https://… Dann wird keine Datei hochgeladen.',
    when: 'Wann ist sie zu sehen?',
    whenOption: { before: 'Vor und während des Workshops', after: 'Nach dem Workshop' },
    whom: 'Für wen?',
    up: 'Nach oben',
    down: 'Nach unten',
    upOf: (title: string) => `${title} nach oben`,
    downOf: (title: string) => `${title} nach unten`,
    order: 'Reihenfolge',
    remove: 'Unterlage löschen',
    removeTitle: 'Unterlage löschen?',
    removeConsequence:
      'Die Unterlage verschwindet für alle, auch für die, die schon teilgenommen haben. Eine gelöschte Datei lässt sich nicht wiederherstellen.',
    saved: 'Gespeichert.',
  },
}
