import type { RescheduleRefusal } from '#app/domain/evaluation.ts'
import { formatDay } from '#app/i18n/format.ts'

const titles = (all: readonly string[]) => all.map((title) => `„${title}“`).join(' und ')

/** Why two rounds must not stand side by side; goes on after "Diese Befragung". */
export const overlaps = (others: readonly string[]) =>
  `fragt Gleiches wie ${titles(others)}, und zwar fast dieselben Personen. Zöge jemand die Ergebnisse voneinander ab, bliebe übrig, was die wenigen geantwortet haben, die nur in einer davon gefragt sind. Nehmen Sie einen anderen Fragebogen, genau dieselben Personen oder einen Kreis, der sich um mindestens zehn Personen unterscheidet. Einen gleich gewählten Kreis können Sie zwölf Wochen nach dem Beginn der anderen wieder fragen, jeden anderen nach einem Jahr.`

/** Why a round has not begun although its first day has come. */
export const notOpened = {
  title: 'Die Befragung hat noch nicht begonnen',
  because: {
    'too-few-people':
      'Zum gewählten Kreis gehören zu wenige Personen: Es wäre zu erkennen, wer was geantwortet hat. Sie beginnt von selbst, sobald es genügend sind.',
    'trustees-not-ready':
      'Die beiden Treuhandpersonen sind noch nicht bereit. Sie beginnt von selbst, sobald beide die Probe gemacht haben.',
    'audiences-overlap': (others: readonly string[]) => `Sie ${overlaps(others)}`,
  },
  todo: (title: string) => `„${title}“ hat nicht begonnen`,
  todoFacts: 'Auf ihrer Seite steht, woran es liegt und was Sie tun können.',
}

export const reschedule = {
  title: 'Neue Tage wählen',
  lead: 'Eingeladen wird am neuen ersten Tag um 7\u00a0Uhr, wer dann dazugehört.',
  save: 'Neue Tage speichern',
  saved: (opensOn: string) => `Die Befragung beginnt jetzt am ${formatDay(opensOn, 'de')}.`,
}

export const rescheduleRefusal = {
  'already-open': 'Diese Befragung hat schon begonnen. Sie können sie nur noch verlängern.',
  'given-up': 'Diese Befragung ist aufgegeben. Planen Sie eine neue.',
} satisfies Record<RescheduleRefusal, string>
