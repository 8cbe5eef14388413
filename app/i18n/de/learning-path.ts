import type { PathRefusal } from '#app/domain/learning-path.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const refusal = {
  'changed-meanwhile':
    'Jemand hat diesen Lernpfad geändert, während Sie daran gearbeitet haben. Ihre Eingaben stehen noch hier. Speichern Sie noch einmal, gilt Ihre Fassung.',
} satisfies Record<PathRefusal, string>

export const learningPath = {
  title: 'Lernpfade',
  lead: 'Kurse in einer sinnvollen Reihenfolge, mit einem Ziel.',
  none: 'Noch gibt es keine Lernpfade.',
  courses: (count: number) =>
    count === 0 ? 'Noch ohne Kurse' : count === 1 ? 'Ein Kurs' : `${number(count)} Kurse`,
  progress: (done: number, total: number) =>
    done === 0
      ? `Noch keiner der ${number(total)} Kurse erledigt`
      : done === total
        ? 'Alle Kurse erledigt'
        : `${number(done)} von ${number(total)} Kursen erledigt`,
  refusal,
  page: {
    goal: 'Ziel',
    audience: 'Für wen',
    steps: 'Die Kurse dieses Pfads',
    next: 'Ihr nächster Schritt',
    nextDate: 'Nächster Termin:',
    noDate: 'Zurzeit ist kein Termin geplant. Auf der Seite des Kurses erfahren Sie, sobald es einen gibt.',
    anyTime: 'Sie können jederzeit beginnen.',
    complete: 'Sie haben alle Kurse dieses Pfads erledigt. Herzlichen Glückwunsch!',
    guest: 'Wenn Sie sich einloggen, sehen Sie hier, welche Kurse Sie schon erledigt haben.',
    open: 'offen',
    state: 'Stand',
    retired: 'wird nicht mehr angeboten',
    empty: 'Zu diesem Lernpfad gehören noch keine Kurse.',
    own: 'Als erledigt zählt, was Sie besucht, selbst gelernt und abgeschlossen oder mit bestätigtem Nachweis anderswo gelernt haben. Diesen Stand sehen nur Sie.',
  },
  edit: {
    add: 'Lernpfad anlegen',
    change: 'Lernpfad bearbeiten',
    name: 'Titel',
    nameEn: 'Titel (Englisch)',
    goal: 'Was ist das Ziel?',
    audience: 'Für wen ist der Lernpfad?',
    courses: 'Kurse in ihrer Reihenfolge',
    addCourse: 'Kurs hinzufügen',
    course: 'Kurs',
    takeOut: 'Herausnehmen',
    takeOutOf: (title: string) => `${title} herausnehmen`,
    remove: 'Lernpfad löschen',
    removeTitle: 'Lernpfad löschen?',
    removeConsequence:
      'Der Lernpfad verschwindet. Seine Kurse bleiben, und was jemand davon erledigt hat, auch.',
  },
}
