import { formatNumber } from '#app/i18n/format.ts'

const again = 'Bitte fordern Sie es noch einmal an.'
const office = 'Bleibt es dabei, nennen Sie der Koordination die Nummer unten.'

export const document = {
  /** An answer without a page: whole sentences. */
  line: {
    full: 'Gerade werden so viele Dokumente geschrieben, dass Ihres nicht angenommen werden konnte. Es ist nichts verloren. Bitte versuchen Sie es in einer halben Minute noch einmal.',
    enough:
      'Sie haben schon mehrere Dokumente angefordert, die noch nicht fertig sind. Bitte warten Sie, bis eines davon da ist, und versuchen Sie es dann noch einmal.',
  },
  waiting: {
    title: 'Ihr Dokument ist in der Reihe',
    lead: (place: number) =>
      place <= 1
        ? 'Es ist das nächste, das geschrieben wird.'
        : `Es hat die Nummer ${formatNumber(place, 'de')}: So viele sind mit ihm noch zu schreiben, Ihres als letztes davon.`,
  },
  drawing: {
    title: 'Ihr Dokument wird geschrieben',
    lead: (pages: number) => {
      if (pages === 0) return 'Es wird gerade begonnen.'
      return pages === 1 ? 'Eine Seite steht schon.' : `${formatNumber(pages, 'de')} Seiten stehen schon.`
    },
  },
  ready: {
    title: 'Ihr Dokument ist fertig',
    lead: 'Der Download beginnt von selbst. Wenn nicht, nehmen Sie den Knopf.',
    kept: 'Es liegt zehn Minuten lang für Sie bereit, und nur für Sie.',
    fetch: 'Dokument herunterladen',
  },
  reloads:
    'Diese Seite sieht alle drei Sekunden nach. Wenn Sie sie schließen, wird das Dokument nach fünf Minuten verworfen.',
  still: 'Diese Seite sieht nicht von selbst nach.',
  look: 'Jetzt nachsehen',
  stop: 'Nicht mehr von selbst nachsehen',
  goOn: 'Von selbst nachsehen',
  again: 'Noch einmal anfordern',
  refused: {
    broken: {
      title: 'Das Dokument konnte nicht geschrieben werden',
      lead: `Beim Schreiben ist ein Fehler aufgetreten, und ein halbes Dokument geben wir nicht heraus. ${again} ${office}`,
    },
    'too-slow': {
      title: 'Das Dokument wurde nicht rechtzeitig fertig',
      lead: `Nach zwei Minuten haben wir aufgehört, damit andere nicht warten. ${again} ${office}`,
    },
    'too-large': {
      title: 'Das Dokument ist zu groß',
      lead: `Es bräuchte mehr Speicher, als einem Dokument zusteht. Fordern Sie es in Teilen an, wo das geht: zum Beispiel weniger Personen oder einzelne Termine. ${office}`,
    },
    'given-up': {
      title: 'Das Dokument wurde verworfen',
      lead: `Fünf Minuten lang hat niemand danach gefragt. ${again}`,
    },
    gone: {
      title: 'Dieses Dokument liegt nicht mehr bereit',
      lead: 'Fertige Dokumente werden zehn Minuten aufgehoben, und nur für die Person, die sie angefordert hat. Bitte fordern Sie es dort noch einmal an, wo Sie es gefunden haben.',
    },
  },
}
