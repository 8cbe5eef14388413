import type { ExternalOfferRefusal } from '#app/domain/external-offer.ts'
import { formatDay } from '#app/i18n/format.ts'

const refusal = {
  'changed-meanwhile':
    'Jemand hat diesen Eintrag geändert, während Sie daran gearbeitet haben. Ihre Eingaben stehen noch hier. Speichern Sie noch einmal, gilt Ihre Fassung.',
} satisfies Record<ExternalOfferRefusal, string>

export const externalOffer = {
  title: 'Angebote anderer',
  lead: 'Was es anderswo schon gibt. Die Links führen zu den Anbietern; dort melden Sie sich auch an.',
  refusal,
  badge: (provider: string) => `Anbieter: ${provider}`,
  open: (provider: string) => `Ansehen bei ${provider}`,
  validUntil: (day: string) => `Angeboten bis ${formatDay(day, 'de')}`,
  over: 'abgelaufen',
  filter: 'Anbieter',
  allProviders: 'Eigene und andere',
  own: 'Nur eigene Kurse',
  others: 'Nur Angebote anderer',
  manage: 'Angebote anderer bearbeiten',
  similar: {
    title: 'Gibt es das schon?',
    lead: 'Bevor ein Kurs entsteht: Vielleicht bietet ihn schon jemand an. Ein Link im Katalog genügt dann.',
    name: 'Worum soll es im neuen Kurs gehen?',
    nameHint: 'Der Titel, oder ein paar Stichworte.',
    search: 'Nachsehen',
    found: 'Das gibt es bei anderen',
    none: 'Andere bieten dazu nichts an, das hier eingetragen ist.',
    ownCourses: 'Das gibt es bei uns',
    goOn: 'Trotzdem einen Kurs anlegen',
    start: 'Kurs anlegen',
    list: 'Stattdessen ein Angebot eintragen',
  },
  edit: {
    listTitle: 'Angebote anderer',
    none: 'Noch sind keine Angebote anderer eingetragen. So sehen alle auf einen Blick, was es schon gibt.',
    add: 'Angebot eintragen',
    change: 'Angebot bearbeiten',
    name: 'Titel',
    provider: 'Anbieter',
    providerHint: 'So, wie er sich nennt, zum Beispiel: SAKD.',
    url: 'Link',
    priceNote: 'Kosten',
    priceNoteHint: 'Zum Beispiel: kostenfrei für Kommunen, oder 290 € je Person.',
    validUntil: 'Angeboten bis',
    validUntilHint: 'Danach verschwindet der Eintrag aus dem Katalog. Leer: bis auf Weiteres.',
    remove: 'Angebot löschen',
    removeTitle: 'Angebot löschen?',
    removeConsequence: 'Der Eintrag verschwindet aus dem Katalog. Beim Anbieter ändert sich nichts.',
  },
}
