// What somebody reads who is asked to answer. Everything promised here is what the code does.

import type { CastRefusal, RoundKind } from '#app/domain/evaluation.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')

const notice = {
  title: 'Bevor Sie antworten',
  points: {
    workshop: (minimum: number) => [
      'Sie antworten freiwillig und können jede Frage auslassen. Das System zeigt niemandem, ob Sie geantwortet haben.',
      'Ihre Antworten werden sofort versiegelt und gemischt, wie bei einer Briefwahl: Außen steht nur, dass eine Stimme abgegeben ist, innen liegen die Antworten ohne Namen und ohne Uhrzeit.',
      `Ausgezählt wird erst nach dem letzten Tag und nur, wenn mindestens ${number(minimum)} Antworten da sind. Sind es weniger, bleiben sie verschlossen und werden mit denen des nächsten Workshops dieses Kurses zusammen ausgezählt. Kommen innerhalb eines Jahres nicht genügend dazu, werden sie ungelesen gelöscht.`,
      'Nach der Auszählung bleiben nur Summen. Die Koordination liest die Anmerkungen und gibt die Ergebnisse frei; danach sehen sie auch die Trainerinnen und Trainer des Kurses.',
    ],
    'competence-centre': (minimum: number) => [
      'Sie antworten freiwillig und können jede Frage auslassen. Das System zeigt niemandem, ob Sie geantwortet haben.',
      'Ihre Antworten werden sofort versiegelt und gemischt, wie bei einer Briefwahl: Außen steht nur, dass eine Stimme abgegeben ist, innen liegen die Antworten ohne Namen und ohne Uhrzeit.',
      `Ausgezählt wird erst nach dem letzten Tag und nur, wenn mindestens ${number(minimum)} Antworten da sind. Sind es weniger, kann die Befragung verlängert werden; sonst werden die Antworten ungelesen gelöscht.`,
      'Nach der Auszählung bleiben nur Summen, getrennt nach IT-Fachkräften und Nutzern nur bei großen Gruppen. Ein Mitglied des Lenkungsausschusses oder des Personalrats liest die Anmerkungen und gibt die Ergebnisse frei, nicht die Koordination. Danach stehen die Zahlen im Bericht an den Lenkungsausschuss.',
    ],
  } satisfies Record<RoundKind, (minimum: number) => string[]>,
  few: 'Bisher sind zu dieser Befragung weniger als zehn Personen eingeladen. Bitte schreiben Sie nichts in die Anmerkungen, woran man Sie erkennt.',
  limits: 'Was wir nicht versprechen können',
  limit: [
    'Bis zur Auszählung könnte jemand, der zugleich die Datenbank und den Schlüssel des Servers in der Hand hat, Stimmzettel öffnen. Mit der Auszählung wird der Schlüssel der Runde vernichtet; danach kann es niemand mehr.',
    'Wer die Datenbank verwaltet, könnte bis zur Auszählung sehen, dass Sie geantwortet haben, aber nicht was. Danach sind auch die Namen gelöscht.',
    'Eine Anmerkung kann durch ihre Wortwahl verraten, von wem sie ist. Ihre angekreuzten Antworten verrät sie nicht.',
  ],
}

const page = {
  /** In the browser's list of windows no round is named. */
  tab: 'Ihre Antworten',
  title: {
    workshop: (course: string) => `Rückmeldung zu „${course}“`,
    'competence-centre': (title: string) => title,
  },
  until: (closesOn: string) => `Sie können bis ${day(closesOn)} antworten. Es dauert etwa drei Minuten.`,
  notTaken: 'Ihre Antworten wurden nicht angenommen. Es ist nichts gespeichert.',
  toStart: 'Zur Startseite',
}

const refusal = {
  'not-invited': {
    title: 'Zu dieser Befragung sind Sie nicht eingeladen',
    text: 'Zu einem Workshop werden alle befragt, die dort waren, zur IT-Kompetenzstelle alle registrierten IT-Fachkräfte und Nutzer. Wenn Sie dazugehören, wenden Sie sich bitte an die Koordination.',
  },
  'already-answered': {
    title: 'Sie haben bereits geantwortet',
    text: 'Jede eingeladene Person antwortet einmal. Ihre Antwort liegt verschlossen bei den anderen und kann nicht mehr geändert werden, auch nicht von Ihnen: Niemand weiß, welche es ist.',
  },
  closed: {
    title: 'Diese Befragung ist zu Ende',
    text: 'Antworten sind nicht mehr möglich. Zur nächsten Befragung laden wir Sie wieder ein.',
  },
  'not-begun': {
    title: 'Diese Befragung hat noch nicht begonnen',
    text: 'Am ersten Tag bekommen Sie eine E-Mail.',
  },
} satisfies Record<CastRefusal | 'not-begun', { title: string; text: string }>

const thanks = {
  title: 'Vielen Dank',
  text: 'Ihre Antworten liegen versiegelt und gemischt bei den anderen. Ausgezählt wird nach dem letzten Tag der Befragung.',
  same: 'Diese Seite sieht für alle gleich aus und wird nirgends vermerkt.',
}

export const ballot = { notice, page, refusal, thanks }
