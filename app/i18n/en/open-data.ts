import type { openData as german } from '#app/i18n/de/open-data.ts'
import { formatDay } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'en')

export const openData: typeof german = {
  title: (district) => `Open data of the IT competence centre, ${district}`,
  description:
    'Released success indicators of the IT competence centre: participation of municipalities and satisfaction, with cut-off day, targets and history.',
  office: 'IT competence centre',
  dataset: (district, cutOff) =>
    `Success indicators of the IT competence centre, ${district}, cut-off day ${day(cutOff)}`,
  about:
    'All values of a released report as a table: numerator, denominator, value, unit, confidence interval, target and rating. What is not told, to protect those who answered, has a sign.',
  keywords: ['digitalisation', 'IT skills', 'training', 'municipalities', 'satisfaction', 'indicators'],
  file: 'Figures as CSV',
  described: (address) => `UTF-8, comma, decimal point. Description of the columns: ${address}`,
  attribution: (district, releasedOn) => `${district}, released on ${day(releasedOn)}`,

  settings: {
    title: 'Open data',
    lead: 'Switched on, the figures of released reports are open to everybody on the web, under the licence “Datenlizenz Deutschland Namensnennung 2.0”, with a catalogue by DCAT-AP.de for GovData and other portals. Left out are texts that people wrote, and how many IT specialists a single municipality has. The steering committee should have resolved it: what was fetched once cannot be taken back.',
    isOn: 'Publish the figures of released reports',
    contributor: 'Identifier as a contributor',
    contributorHint:
      'Given by GovData, for example http://dcat-ap.de/def/contributors/landkreisMeissen. Empty while you have none; GovData takes the catalogue only with it.',
    contributorWrong: 'An identifier begins with http://dcat-ap.de/def/contributors/ and ends with a name.',
    contactMissing: 'Without a contact no data may be published. Enter an address above.',
    preview: 'See the catalogue (Turtle)',
  },
}
