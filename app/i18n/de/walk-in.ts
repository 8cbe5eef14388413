import type { WalkInRefusal } from '#app/domain/walk-in.ts'
import { formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'de')

const refusal = {
  'already-on-list': 'Diese Person steht schon auf der Liste.',
  'is-trainer': 'Wer den Workshop leitet, nimmt nicht daran teil.',
  'no-organisation':
    'Diese Person gehört zurzeit zu keiner Kommune oder Dienststelle. Nehmen Sie sie bitte ohne Zugang auf; die Koordination klärt den Rest.',
  'approval-open':
    'Für diese Person wartet noch eine Genehmigung. Nehmen Sie sie bitte ohne Zugang auf; die Koordination klärt den Rest.',
  'approval-missing':
    'Die Kommune oder Dienststelle dieser Person genehmigt Teilnahmen und hat diese nicht genehmigt. Soll die Anwesenheit trotzdem zählen, bestätigen Sie es bitte.',
  'already-settled': 'Das ist schon erledigt.',
  'email-taken':
    'Zu dieser E-Mail-Adresse gibt es schon einen Zugang. Suchen Sie die Person bitte und ordnen Sie sie zu.',
  'has-account':
    'Diese Person hat schon einen Zugang und braucht keinen zweiten. Ordnen Sie sie bitte unter „Zugänge, die passen könnten“ zu.',
  'page-outdated':
    'Diese Seite war nicht mehr aktuell. Jetzt ist sie es: Bitte versuchen Sie es noch einmal.',
} satisfies Record<WalkInRefusal, string>

export const walkIn = {
  refusal,
  title: 'Jemand ist ohne Anmeldung da',
  lead: 'Wer im Raum ist, wird aufgenommen, auch wenn alle Plätze vergeben sind. Die Person erhält eine E-Mail, niemand wird unbemerkt angemeldet.',
  known: 'Mit Zugang zu Lernkreis',
  search: 'Name oder Kommune',
  find: 'Suchen',
  found: (count: number) =>
    count === 0
      ? 'Niemand gefunden. Nehmen Sie die Person bitte ohne Zugang auf.'
      : count === 1
        ? 'Eine Person gefunden.'
        : `${number(count)} Personen gefunden.`,
  more: (limit: number) => `Gezeigt werden die ersten ${number(limit)}. Tippen Sie bitte mehr vom Namen.`,
  admit: 'Aufnehmen',
  admitOf: (name: string) => `${name} aufnehmen`,
  unknown: 'Ohne Zugang',
  name: 'Name',
  email: 'E-Mail-Adresse',
  emailHint: 'Damit kann die Koordination die Person einladen.',
  organisation: 'Kommune oder Dienststelle',
  add: 'Ohne Zugang aufnehmen',
  done: 'Aufgenommen und als anwesend eingetragen.',
  noted: 'Notiert: Eine Genehmigung fehlt.',
  notedText:
    'Die Kommune oder Dienststelle dieser Person genehmigt Teilnahmen und hat diese nicht genehmigt. Die Person steht als Gast auf der Liste; die Koordination klärt, ob die Teilnahme zählt.',
  office: {
    title: 'Ohne Anmeldung gekommen',
    lead: 'Diese Menschen waren da, stehen aber in keiner Anmeldung. Ordnen Sie zu, wer sie sind; dann zählt ihre Anwesenheit und sie erhalten eine E-Mail.',
    none: 'Zurzeit ist niemand zuzuordnen.',
    todo: (count: number) =>
      count === 1
        ? 'Jemand kam ohne Anmeldung und ist noch niemandem zugeordnet'
        : `${number(count)} Menschen kamen ohne Anmeldung und sind noch niemandem zugeordnet`,
    settle: 'Zuordnen',
    who: 'Wer ist das?',
    isThis: (name: string) => `Das ist ${name}`,
    unapproved: 'ohne Genehmigung der Kommune',
    unapprovedBecause: (organisation: string) =>
      `„${organisation}“ genehmigt Teilnahmen und hat diese nicht genehmigt. Sprechen Sie bitte mit der Kommune oder Dienststelle, bevor Sie die Anwesenheit zählen lassen. Im Verlauf der Anmeldung steht, dass die Genehmigung fehlte.`,
    isThisAnyway: (name: string) => `Ohne Genehmigung eintragen: Das ist ${name}`,
    inviteAnyway: 'Ohne Genehmigung anlegen, einladen und eintragen',
    suggestions: 'Zugänge, die passen könnten',
    noSuggestion: 'Kein Zugang passt zu diesem Namen. Suchen Sie anders oder laden Sie die Person ein.',
    invite: 'Neu einladen',
    inviteText: 'Es wird ein Zugang angelegt, eine Einladung verschickt und die Anwesenheit eingetragen.',
    givenName: 'Vorname',
    familyName: 'Familienname',
    inviteButton: 'Zugang anlegen und einladen',
    leave: 'Als Gast stehen lassen',
    leaveText: 'Die Person bleibt mit ihrem Namen in der Liste dieses Tages. Sie zählt in keiner Anmeldung.',
    done: {
      already: 'Das ist schon erledigt.',
      settled: 'Zugeordnet. Die Person erhält eine E-Mail.',
      invited: 'Eingeladen. Die Anwesenheit ist eingetragen.',
      left: 'Die Person bleibt als Gast in der Liste.',
    },
  },
}
