import type { CountRefusal, ReleaseRefusal, RoundKind, RoundState, Stratum } from '#app/domain/evaluation.ts'
import type { NO_ANSWER, Rating } from '#app/domain/satisfaction.ts'

const scale = {
  5: 'sehr zufrieden',
  4: 'zufrieden',
  3: 'teils, teils',
  2: 'unzufrieden',
  1: 'sehr unzufrieden',
  0: 'keine Angabe',
} satisfies Record<Rating | typeof NO_ANSWER, string>

const kind = {
  workshop: 'Rückmeldung zu Workshops',
  transfer: 'Nutzen nach acht Wochen',
  'competence-centre': 'Bewertung der IT-Kompetenzstelle',
  needs: 'Bedarf',
  free: 'freie Befragung',
} satisfies Record<RoundKind, string>

const stratum = {
  it: 'IT-Fachkräfte',
  user: 'kommunale Nutzerinnen und Nutzer',
} satisfies Record<Stratum, string>

const state = {
  planned: 'geplant',
  missed: 'nicht begonnen',
  open: 'läuft',
  closed: 'beendet',
  'waiting-for-more': 'wartet auf weitere',
  'too-few': 'zu wenige Antworten',
  counted: 'ausgezählt',
  released: 'freigegeben',
  'given-up': 'aufgegeben',
} satisfies Record<RoundState, string>

const countRefusal = {
  'not-open-yet': 'Diese Runde hat noch nicht begonnen.',
  'still-open': 'Diese Runde läuft noch. Ausgezählt wird erst nach dem letzten Tag.',
  'too-few': 'Es liegen zu wenige Antworten vor. Niemand darf sie lesen.',
  'already-counted': 'Diese Runde ist bereits ausgezählt.',
  'given-up': 'Diese Runde wurde aufgegeben; die Antworten sind ungelesen gelöscht.',
} satisfies Record<CountRefusal, string>

const releaseRefusal = {
  'not-counted': 'Die Antworten sind noch nicht ausgezählt.',
  'already-released': 'Diese Ergebnisse sind bereits freigegeben.',
  'not-your-part':
    'Rückmeldungen zu Workshops und den Bedarf gibt die Koordination frei, die Bewertung der IT-Kompetenzstelle und freie Befragungen der Lenkungsausschuss oder der Personalrat.',
  'rates-you':
    'Diese Ergebnisse bewerten Ihre eigene Arbeit. Bitte lassen Sie sie von einer anderen berechtigten Person freigeben.',
} satisfies Record<ReleaseRefusal, string>

const figure = {
  'no-data': 'keine Daten',
  'too-few': 'zu wenige Antworten, zum Schutz nicht angezeigt',
  satisfiedOf: (satisfied: number, responses: number) =>
    `${satisfied} von ${responses} sind zufrieden oder sehr zufrieden`,
  noAnswer: (count: number) => `${count}-mal „keine Angabe“`,
  fullCount: 'Vollerhebung: Alle Eingeladenen haben geantwortet.',
  notApart: 'Nach Gruppen nicht getrennt ausgewiesen, damit niemand erkennbar wird.',
  textsProtected: 'Zum Schutz nicht angezeigt',
  textsHidden: (count: number) =>
    count === 1
      ? 'Eine Anmerkung, zum Schutz nicht angezeigt'
      : `${count} Anmerkungen, zum Schutz nicht angezeigt`,
}

export const evaluation = { scale, kind, stratum, state, countRefusal, releaseRefusal, figure }
