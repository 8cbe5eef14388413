// Words for open data: the catalogue that portals read, and the settings that switch it on.

import { formatDay } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'de')

export const openData = {
  title: (district: string) => `Offene Daten der IT-Kompetenzstelle, ${district}`,
  description:
    'Freigegebene Erfolgsindikatoren der IT-Kompetenzstelle: Teilnahme der Kommunen und Zufriedenheit, mit Stichtag, Zielen und Verlauf.',
  office: 'IT-Kompetenzstelle',
  dataset: (district: string, cutOff: string) =>
    `Erfolgsindikatoren der IT-Kompetenzstelle, ${district}, Stichtag ${day(cutOff)}`,
  about:
    'Alle Werte eines freigegebenen Berichts als Tabelle: Zähler, Nenner, Wert, Einheit, Konfidenzintervall, Ziel und Bewertung. Was zum Schutz der Antwortenden nicht genannt wird, hat ein Zeichen.',
  keywords: ['Digitalisierung', 'IT-Kompetenz', 'Fortbildung', 'Kommunen', 'Zufriedenheit', 'Indikatoren'],
  file: 'Kennzahlen als CSV',
  described: (address: string) => `UTF-8, Komma, Dezimalpunkt. Beschreibung der Spalten: ${address}`,
  attribution: (district: string, releasedOn: string) => `${district}, freigegeben am ${day(releasedOn)}`,

  settings: {
    title: 'Offene Daten',
    lead: 'Eingeschaltet stehen die Zahlen freigegebener Berichte allen im Netz offen, unter der Datenlizenz Deutschland Namensnennung 2.0, mit einem Katalog nach DCAT-AP.de für GovData und andere Portale. Nicht dabei sind Texte, die Menschen geschrieben haben, und wie viele IT-Fachkräfte eine einzelne Kommune hat. Der Lenkungsausschuss sollte das beschlossen haben: Was einmal abgerufen ist, lässt sich nicht zurückholen.',
    isOn: 'Zahlen freigegebener Berichte veröffentlichen',
    contributor: 'Kennung als Datenbereitsteller',
    contributorHint:
      'Vergibt GovData, zum Beispiel http://dcat-ap.de/def/contributors/landkreisMeissen. Leer, solange Sie keine haben; GovData nimmt den Katalog erst mit ihr.',
    contributorWrong:
      'Eine Kennung beginnt mit http://dcat-ap.de/def/contributors/ und endet mit einem Namen.',
    contactMissing:
      'Ohne Ansprechstelle dürfen keine Daten veröffentlicht werden. Tragen Sie oben eine Adresse ein.',
    preview: 'Katalog ansehen (Turtle)',
  },
}
