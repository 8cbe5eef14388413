const notice = { info: 'Hinweis', success: 'Erledigt', warning: 'Achtung', danger: 'Fehler' }

/** What stands on the page when a request cannot be answered: what happened, and the way out. */
const error = {
  login: {
    title: 'Bitte loggen Sie sich ein',
    text: 'Diese Seite sehen Sie, sobald Sie eingeloggt sind. Danach geht es hier weiter.',
  },
  forbidden: {
    title: 'Diese Seite ist anderen Aufgaben vorbehalten',
    text: 'Mit Ihrem Konto können Sie sie nicht öffnen. Wenn Sie sie für Ihre Aufgabe brauchen, wenden Sie sich an die Koordination der IT-Kompetenzstelle.',
  },
  missing: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht wurde die Adresse unvollständig kopiert, oder der Eintrag wurde entfernt.',
  },
  tooMany: {
    title: 'Bitte warten Sie einen Augenblick',
    text: 'In kurzer Zeit kamen sehr viele Anfragen. In einer Minute geht es weiter.',
  },
  refused: {
    title: 'Das ließ sich so nicht ausführen',
    text: 'Ihre Anfrage war unvollständig oder kam nicht von dieser Website. Gehen Sie bitte zurück und versuchen Sie es erneut.',
  },
  unwritable: {
    title: 'Gerade kann nichts gespeichert werden',
    text: 'Die Datenbank nimmt zurzeit keine Änderungen an, zum Beispiel während einer Wartung oder weil kein Platz mehr ist. Was Sie abgeschickt haben, ist nicht gespeichert; lesen und herunterladen können Sie weiterhin. Versuchen Sie es bitte in einigen Minuten noch einmal. Bleibt es dabei, nennen Sie der Koordination die Nummer unten.',
  },
  failed: {
    title: 'Hier ist uns ein Fehler unterlaufen',
    text: 'Er ist aufgezeichnet. Versuchen Sie es bitte in einigen Minuten noch einmal. Bleibt er bestehen, nennen Sie der Koordination die Nummer unten.',
  },
}

export const common = {
  notice,
  error,
  requestId: (id: string) => `Nummer dieser Anfrage: ${id}`,
  toStart: 'Zur Startseite',
  toCourses: 'Zum Kurskatalog',
  back: 'Zurück',
  yes: 'Ja',
  no: 'Nein',
  none: 'keine Angabe',
  edit: 'Bearbeiten',
  details: 'Einzelheiten',
  asTable: 'Werte als Tabelle',
  empty: 'Hier gibt es noch keine Einträge.',
  emptyFiltered: 'Zu dieser Auswahl gibt es keine Einträge.',
  entries: (count: number) =>
    count === 0 ? 'Kein Eintrag' : count === 1 ? 'Ein Eintrag' : `${count} Einträge`,
  sort: 'Sortieren',
  ascending: 'aufsteigend sortiert',
  descending: 'absteigend sortiert',
  pages: 'Seiten',
  pageOf: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  page: (page: number) => `Seite ${page}`,
  previous: 'Vorherige Seite',
  next: 'Nächste Seite',
  steps: 'Schritte',
  stepDone: 'erledigt',
  target: 'Zielwert',
  asOf: 'Stand',
  source: 'Quelle',
}
