// What somebody reads who is asked to answer. Everything promised here is what the code does.

import type { CastRefusal, RoundKind } from '#app/domain/evaluation.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { KeyHolder } from '#app/domain/trustee.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')
const day = (text: string) => formatDay(text, 'de')

const VOLUNTARY =
  'Sie antworten freiwillig und können jede Frage auslassen. Das System zeigt niemandem, ob Sie geantwortet haben.'
const SEALED =
  'Ihre Antworten werden sofort versiegelt und gemischt, wie bei einer Briefwahl: Außen steht nur, dass eine Stimme abgegeben ist, innen liegen die Antworten ohne Namen und ohne Uhrzeit.'
const pooled = (minimum: number) =>
  `Ausgezählt wird erst nach dem letzten Tag und nur, wenn mindestens ${number(minimum)} Antworten da sind. Sind es weniger, bleiben sie verschlossen und werden mit denen des nächsten Workshops dieses Kurses zusammen ausgezählt. Kommen innerhalb eines Jahres nicht genügend dazu, werden sie ungelesen gelöscht.`
const alone = (minimum: number) =>
  `Ausgezählt wird erst nach dem letzten Tag und nur, wenn mindestens ${number(minimum)} Antworten da sind. Sind es weniger, kann die Befragung verlängert werden; sonst werden die Antworten ungelesen gelöscht.`
const APART =
  'Nach der Auszählung bleiben nur Summen, getrennt nach IT-Fachkräften und Nutzern nur bei großen Gruppen.'
const INDEPENDENT =
  'Ein Mitglied des Lenkungsausschusses oder des Personalrats liest die Anmerkungen und gibt die Ergebnisse frei, nicht die Koordination.'

const notice = {
  title: 'Bevor Sie antworten',
  points: {
    workshop: (minimum: number) => [
      VOLUNTARY,
      SEALED,
      pooled(minimum),
      'Nach der Auszählung bleiben nur Summen. Die Koordination liest die Anmerkungen und gibt die Ergebnisse frei; hat sie den Workshop selbst gehalten, tut das der Personalrat. Danach sehen sie auch die Koordination und die Trainerinnen und Trainer des Kurses.',
    ],
    transfer: (minimum: number) => [
      VOLUNTARY,
      SEALED,
      pooled(minimum),
      'Nach der Auszählung bleiben nur Summen. Die Koordination liest die Anmerkungen und gibt die Ergebnisse frei; hat sie den Workshop selbst gehalten, tut das der Personalrat. Danach sehen sie auch die Koordination und die Trainerinnen und Trainer des Kurses. In die Bewertung der IT-Kompetenzstelle gehen sie nicht ein.',
    ],
    'competence-centre': (minimum: number) => [
      VOLUNTARY,
      SEALED,
      alone(minimum),
      `${APART} ${INDEPENDENT} Danach stehen die Zahlen im Bericht an den Lenkungsausschuss.`,
    ],
    needs: (minimum: number) => [
      VOLUNTARY,
      SEALED,
      alone(minimum),
      `${APART} Die Koordination liest die Anmerkungen und gibt die Ergebnisse frei; danach sehen sie auch Lenkungsausschuss, Personalrat und Datenschutz.`,
    ],
    free: (minimum: number) => [
      VOLUNTARY,
      SEALED,
      alone(minimum),
      `${APART} ${INDEPENDENT} Danach sehen sie Koordination, Lenkungsausschuss, Personalrat und Datenschutz.`,
    ],
  } satisfies Record<RoundKind, (minimum: number) => string[]>,
  readers: {
    committee:
      'Die freigegebenen Anmerkungen lesen Koordination, Personalrat, Datenschutz und Lenkungsausschuss.',
    offices:
      'Die freigegebenen Anmerkungen lesen Koordination, Personalrat und Datenschutz. Der Lenkungsausschuss bekommt nur die Zahlen; ein Mitglied, das die Anmerkungen vor der Freigabe prüft, liest sie dafür.',
    report:
      'Die freigegebenen Anmerkungen lesen Koordination, Personalrat, Datenschutz und Lenkungsausschuss. Sie stehen auch im Bericht an den Lenkungsausschuss und in der Datei, die ihm beiliegt, ohne Namen und in zufälliger Reihenfolge; was darin steht, bleibt. Den Bericht liest auch eine zeitlich befristete externe Beratung, und er kann weitergegeben werden. In offenen Daten stehen sie nie.',
  } satisfies Record<RemarkReaders, string>,
  texts: (minimum: number) =>
    `Anmerkungen zu einer Frage werden nur gezeigt, wenn mindestens ${number(minimum)} Personen etwas geschrieben haben; sonst werden sie gelöscht. Bitte schreiben Sie keine Namen, Orte oder Adressen.`,
  few: 'Bisher sind zu dieser Befragung weniger als zehn Personen eingeladen. Bitte schreiben Sie nichts in die Anmerkungen, woran man Sie erkennt.',
  limits: 'Was wir nicht versprechen können',
  keyHolder: {
    server:
      'Bis zur Auszählung könnte jemand, der zugleich die Datenbank und den Schlüssel des Servers in der Hand hat, Stimmzettel öffnen. Mit der Auszählung wird der Schlüssel der Runde vernichtet; danach kann es niemand mehr.',
    trustees:
      'Den Schlüssel dieser Befragung halten zwei Treuhandpersonen gemeinsam: eine aus der Koordination, eine aus Personalrat oder Datenschutz. Ohne beide Kennwörter öffnet niemand einen Stimmzettel. Wer das Programm auf dem Server verändert, könnte mitlesen, während Sie antworten.',
  } satisfies Record<KeyHolder, string>,
  limit: [
    'Wer die Datenbank verwaltet, könnte bis zur Auszählung sehen, dass Sie geantwortet haben, aber nicht was. Danach sind auch die Namen gelöscht.',
    'Wird für Sie ein Bogen auf Papier gedruckt, kann an Ihrer Stelle antworten, wer ihn in der Hand hat. Wer ihn eingibt, sieht die Antworten, aber keinen Namen.',
    'Eine Anmerkung kann durch ihre Wortwahl verraten, von wem sie ist. Ihre angekreuzten Antworten verrät sie nicht.',
  ],
}

const page = {
  /** In the browser's list of windows no round is named. */
  tab: 'Ihre Antworten',
  title: {
    workshop: (course: string) => `Rückmeldung zu „${course}“`,
    transfer: (course: string) => `Acht Wochen nach „${course}“`,
    'competence-centre': (title: string) => title,
    needs: (title: string) => title,
    free: (title: string) => title,
  } satisfies Record<RoundKind, (title: string) => string>,
  until: (closesOn: string) => `Sie können bis ${day(closesOn)} antworten. Es dauert etwa drei Minuten.`,
  notTaken: 'Ihre Antworten wurden nicht angenommen. Es ist nichts gespeichert.',
  toStart: 'Zur Startseite',
}

const refusal = {
  'not-invited': {
    title: 'Zu dieser Befragung sind Sie nicht eingeladen',
    text: 'Zu einem Workshop werden alle befragt, die dort waren, zur IT-Kompetenzstelle alle registrierten IT-Fachkräfte und Nutzer, sonst eine gewählte Gruppe. Wenn Sie dazugehören, wenden Sie sich bitte an die Koordination.',
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
