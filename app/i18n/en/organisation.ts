import type { organisation as deOrganisation } from '#app/i18n/de/organisation.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const day = (text: string) => formatDay(text, 'en')
const number = (value: number) => formatNumber(value, 'en')

export const organisation: typeof deOrganisation = {
  kind: {
    municipality: 'Municipality',
    county: 'District',
    association: 'Association',
    external: 'External',
  },
  kindHint: {
    municipality: 'Town or village; only these count in the indicators.',
    county: 'The district administration.',
    association: 'Administrative association or special-purpose association that serves municipalities.',
    external: 'All others, such as a data centre.',
  },
  agreement: {
    'task-transfer': 'Transfer of the task',
    'data-protection': 'Data protection',
    'staff-council': 'Staff council',
  },
  agreementState: {
    open: 'open',
    'in-progress': 'in progress',
    signed: 'signed',
    'not-needed': 'not needed',
  },
  refusal: {
    'ags-missing': 'A municipality has a key of eight digits. Please enter it.',
    'ags-only-for-municipalities': 'Only municipalities have such a key. Please leave the field empty.',
    'ags-taken': 'Another existing municipality has this key already.',
    'ags-wrong': 'A municipality key has eight digits.',
    'ends-before-start': 'The last day is before the first.',
    'changed-meanwhile':
      'Somebody has changed these data while you were working on them. Your entries stand below. Save once more, and your version is in force.',
    overlaps: 'The organisation takes part at that time already. Please end the other period first.',
    'signed-needs-day': 'Please enter the day of the signature.',
    'not-over': 'Only what no longer exists has a successor. Please enter the last day, too.',
  },
  name: 'Name',
  kindLabel: 'Kind',
  ags: 'Municipality key (AGS)',
  agsShort: 'AGS',
  agsHint: 'Eight digits. Needed for municipalities; please leave it empty for all others.',
  municipalityKind: 'Designation',
  municipalityKindHint: 'For example: Große Kreisstadt, Stadt, Gemeinde.',
  population: 'Population',
  populationDate: 'Population as of',
  itMinimum: 'IT specialists who should always be there',
  itMinimumHint: 'If enrolling left fewer than that, a warning says so. 0: no warning.',
  validFrom: 'Exists since',
  validUntil: 'Existed until',
  validUntilHint: 'Only if it no longer exists, for example after a merger.',
  successor: 'Merged into',
  successorHint:
    'The organisation that took over its tasks. Whoever belongs to this one belongs to that one from the day after.',
  noSuccessor: 'Into none',
  ending: 'No longer existing',
  members: 'Municipalities served',
  membersHint: 'Associations only. Their IT specialists count for each of these municipalities.',
  membersFrom: 'Change counts from',
  membersFromHint:
    'Left empty, what you tick or untick counts from today; for a new association from its first day. Figures of earlier days then stay as they were. An earlier day changes them too, but no report that is frozen already. The day counts for changed boxes only; what holds later only is seen from then on.',
  source: 'Source',
  inhabitants: (count, date) => (date ? `${number(count)} (${day(date)})` : number(count)),
  validity: (from, until) => (until ? `${day(from)} to ${day(until)}` : `since ${day(from)}`),

  list: {
    title: 'Organisations',
    lead: (all, taking) =>
      taking === 0
        ? `${number(all)} municipalities, none takes part yet.`
        : taking === 1
          ? `${number(all)} municipalities, one has declared its participation.`
          : `${number(all)} municipalities, ${number(taking)} have declared their participation.`,
    allKinds: 'All kinds',
    former: 'Show former ones, too',
    people: 'People',
    specialists: 'IT specialists',
    participation: 'Participation',
    since: (from) => `since ${day(from)}`,
    notYet: 'not yet',
    formerUntil: (until) => `existed until ${day(until)}`,
    add: 'Add an organisation',
    empty: 'There is no organisation in this selection.',
    nothingYet: 'No organisation has been added yet. Begin with the district and its municipalities.',
  },

  show: {
    facts: 'Facts',
    people: 'See the people',
    peopleTitle: 'People',
    nobody: 'Nobody belongs to it yet.',
    allPeople: (count) => `See all ${number(count)} people`,
    existence: 'Existence',
    nobodyServed: 'No municipality entered yet.',
    saved: 'Saved.',
    added: 'The organisation has been added.',
    servedBy: 'Served by',
  },

  edit: { add: 'Add an organisation', edit: 'Edit the organisation' },

  participation: {
    title: 'Participation',
    empty: 'Has not declared its participation yet.',
    explained:
      'A municipality counts as taking part once its declaration is in force and at least one registered IT specialist serves it.',
    period: (from, until) => (until === null ? `since ${day(from)}` : `${day(from)} to ${day(until)}`),
    periodLabel: 'Period',
    declaration: 'Declaration',
    today: 'Today',
    holds: 'in force',
    declarationHint: 'Where it stands, for example: council resolution 12/2025 of 3 March 2025.',
    from: 'Takes part from',
    start: 'Start participation',
    until: 'Last day',
    end: 'End participation',
    correct: (period) => `Correct the entry (${period})`,
  },

  agreements: {
    title: 'Agreements',
    agreement: 'Agreement',
    state: 'State',
    signedOn: 'Signed on',
    signedOnHint: 'Only for signed ones.',
    signed: (on) => `signed on ${day(on)}`,
    change: 'Change the state',
  },
}
