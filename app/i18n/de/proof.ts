import type { ProofRefusal, ProofState } from '#app/domain/proof.ts'
import { formatNumber } from '#app/i18n/format.ts'

const state = {
  waiting: 'wird geprüft',
  confirmed: 'bestätigt',
  returned: 'zurückgegeben',
} satisfies Record<ProofState, string>

const refusal = {
  'no-organisation':
    'Sie gehören zurzeit zu keiner Organisation, die den Nachweis prüfen könnte. Bitte wenden Sie sich an die IT-Kompetenzstelle.',
  'decided-already': 'Über diesen Nachweis wurde schon entschieden, oder er wurde gelöscht.',
  'in-future': 'Dieser Tag liegt in der Zukunft. Reichen Sie den Nachweis ein, wenn Sie teilgenommen haben.',
} satisfies Record<ProofRefusal, string>

export const proof = {
  state,
  refusal,
  title: 'Nachweise von anderswo',
  lead: 'Was Sie bei anderen gelernt haben, zählt auch hier: für Voraussetzungen und Lernpfade, sobald es bestätigt ist.',
  none: 'Sie haben noch keinen Nachweis eingereicht.',
  submit: 'Nachweis einreichen',
  name: 'Titel',
  nameHint: 'Wie die Fortbildung hieß.',
  provider: 'Anbieter',
  attendedOn: 'Tag der Teilnahme',
  attendedOnHint: 'Bei mehreren Tagen der letzte.',
  units: 'Umfang',
  unitsOf: 'Unterrichtseinheiten zu 45 Minuten',
  unitCount: (count: number) =>
    count === 1 ? 'eine Unterrichtseinheit' : `${formatNumber(count, 'de')} Unterrichtseinheiten`,
  courseAsked: 'Ersetzt die Fortbildung einen unserer Kurse?',
  course: 'Entspricht unserem Kurs',
  courseBlank: 'Keinem, oder ich weiß es nicht',
  organisation: 'Für welche Organisation?',
  file: 'Nachweis',
  sent: 'Eingereicht. Die oder der Fortbildungsbeauftragte Ihrer Organisation prüft den Nachweis; Sie erhalten eine E-Mail.',
  who: 'Sehen können ihn nur Sie, die oder der Fortbildungsbeauftragte Ihrer Organisation und die Koordination.',
  returnedBecause: (reason: string) => `Zurückgegeben: ${reason}`,
  again: 'Neu einreichen',
  remove: 'Löschen',
  removeOf: (title: string) => `${title} löschen`,
  removeTitle: 'Nachweis löschen?',
  removeConsequence:
    'Der Nachweis wird mit seiner Datei gelöscht. Er zählt danach auch für Lernpfade und Voraussetzungen nicht mehr.',
  removeConfirm: 'Nachweis löschen',
  queue: {
    title: 'Nachweise prüfen',
    lead: 'Was Ihre Kolleginnen und Kollegen anderswo gelernt haben. Bestätigen Sie, was die Datei belegt.',
    none: 'Zurzeit wartet kein Nachweis.',
    person: 'Wer',
    look: 'Datei ansehen',
    decideTitle: 'Nachweis prüfen',
    confirm: 'Bestätigen',
    returnIt: 'Zurückgeben',
    reason: 'Was fehlt?',
    reasonHint: 'Nur beim Zurückgeben: ein Satz, der weiterhilft. Er steht in der E-Mail.',
    done: { confirmed: 'Bestätigt.', returned: 'Zurückgegeben.' },
    todo: (count: number) =>
      count === 1
        ? 'Ein Nachweis wartet auf Ihre Bestätigung'
        : `${formatNumber(count, 'de')} Nachweise warten auf Ihre Bestätigung`,
  },
}
