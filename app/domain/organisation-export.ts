// What an organisation takes with it when it leaves: taking part is voluntary, and so is going. Which column stands
// where in the file, and why others do not. A test compares both with the register of personal data and the file.

export const EXPORT_FORMAT = 'lernkreis-organisation'
/** Becomes 2 when a field changes its name, place or meaning; new fields may come without. */
export const EXPORT_VERSION = 1

export const EXPORT_VIEWS = ['coordination', 'trainingOfficer'] as const
/** For whom a file was made: each holds what its reader sees in the product anyway, and no more. */
export type ExportView = (typeof EXPORT_VIEWS)[number]

/**
 * A training officer sees who goes, never who was there; who has a certificate shows it themselves; and addresses are
 * no part of the page of a town.
 */
const WITHHELD: Record<ExportView, readonly string[]> = {
  coordination: [],
  trainingOfficer: [
    'people[].email',
    'people[].enrolments[].attendance',
    'people[].enrolments[].certificates',
  ],
}

/** The places in the file that stay empty for this reader; the file itself says so. */
export function withheldIn(view: ExportView): readonly string[] {
  return WITHHELD[view]
}

type Elsewhere = Record<string, string>

/** Columns of a table at one place, under their own names; some stand elsewhere, for the place says it already. */
function at(place: string, table: string, columns: string, elsewhere: Elsewhere = {}): Elsewhere {
  const named = columns
    .split(' ')
    .filter(Boolean)
    .map((column) => [`${table}.${column}`, `${place}.${camel(column)}`])
  const others = Object.entries(elsewhere).map(([column, path]) => [`${table}.${column}`, path])
  return Object.fromEntries([...named, ...others]) as Elsewhere
}

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const OWN = { organisation_id: 'organisation.id' }
const PERSON = 'people[]'
const ENROLMENT = `${PERSON}.enrolments[]`
const CERTIFICATE = `${ENROLMENT}.certificates[]`
const OF_PERSON = { person_id: `${PERSON}.id` }
const OF_ENROLMENT = { enrolment_id: `${ENROLMENT}.id` }

/** Where each exported column ('table.column') stands in the file. */
export const EXPORTED_COLUMNS: Record<string, string> = {
  ...at(
    'organisation',
    'organisation',
    'id kind name ags municipality_kind population population_date label_longitude label_latitude valid_from valid_until source it_minimum',
    { successor_id: 'organisation.successor.id' },
  ),
  ...at('organisation', 'association_member', '', {
    association_id: 'organisation.associations[].id',
    municipality_id: 'organisation.members[].id',
    from_date: 'organisation.members[].fromDate',
    until_date: 'organisation.members[].untilDate',
  }),
  ...at('participations[]', 'participation', 'id from_date until_date declaration', OWN),
  ...at('agreements[]', 'agreement', 'kind state signed_on', OWN),
  ...at('blockedPeriods[]', 'blocked_period', 'id from_date until_date reason', OWN),
  ...at(
    'approvalRule',
    'approval_rule',
    'kind approver_name approver_email deputy_name deputy_email remind_after_days limit_days silence',
    OWN,
  ),
  ...at('measures[]', 'evaluation_round', 'title closes_on', { id: 'measures[].roundId' }),
  ...at('measures[].measures[]', 'measure', 'id title owner state reason changed_at', {
    round_id: 'measures[].roundId',
  }),

  ...at(PERSON, 'person', 'id given_name family_name email'),
  ...at(`${PERSON}.memberships[]`, 'membership', 'id audience from_date until_date', {
    ...OWN,
    ...OF_PERSON,
  }),
  ...at(`${PERSON}.roles[]`, 'role_assignment', 'id role from_date until_date', { ...OWN, ...OF_PERSON }),
  ...at(
    ENROLMENT,
    'enrolment',
    'id status queue_number enrolled_at offer_until seat wants_room substitute_of',
    { ...OWN, ...OF_PERSON, workshop_id: `${ENROLMENT}.workshop.id` },
  ),
  ...at(`${ENROLMENT}.history[]`, 'enrolment_event', 'from_status to_status at reason seat', OF_ENROLMENT),
  ...at(
    `${ENROLMENT}.approval`,
    'approval',
    'requested_at remind_at reminded_at decide_until silence decided_at decision decided_as reason',
    OF_ENROLMENT,
  ),
  ...at(`${ENROLMENT}.workshop`, 'workshop', 'id course_id place called_off_at'),
  ...at(`${ENROLMENT}.workshop`, 'course', 'title_de title_en', { id: `${ENROLMENT}.workshop.courseId` }),
  ...at(`${ENROLMENT}.workshop.meetings[]`, 'meeting', 'id starts_at ends_at units', {
    workshop_id: `${ENROLMENT}.workshop.id`,
  }),
  ...at(`${ENROLMENT}.attendance[]`, 'attendance', 'meeting_id status units recorded_at', OF_ENROLMENT),
  ...at(
    CERTIFICATE,
    'certificate',
    'id code units_planned units_attended issued_on issued_at replaces sha256',
    { ...OF_PERSON, ...OF_ENROLMENT, workshop_id: `${ENROLMENT}.workshop.id` },
  ),
  ...at(CERTIFICATE, 'certificate_content', 'content', { certificate_id: `${CERTIFICATE}.id` }),
  ...at(`${CERTIFICATE}.revocation`, 'certificate_revocation', 'kind reason revoked_at', {
    certificate_id: `${CERTIFICATE}.id`,
  }),
  ...at(
    `${PERSON}.proofs[]`,
    'proof',
    'id title provider attended_on units course_id submitted_at decision decided_at reason',
    { ...OWN, ...OF_PERSON, file_id: `${PERSON}.proofs[].file.id` },
  ),
  ...at(`${PERSON}.proofs[].file`, 'file', 'id name media_type size sha256', OWN),
}

/** What stands in the file beside columns: said of the file itself, or concluded from what is not handed out. */
export const CONCLUDED_FIELDS: readonly string[] = [
  'format',
  'version',
  'exportedAt',
  'producer',
  'district',
  'demo',
  'view',
  'withheld[]',
  ...['successor', 'predecessors[]', 'associations[]', 'members[]'].flatMap((whom) =>
    ['id', 'name', 'ags'].map((field) => `organisation.${whom}.${field}`),
  ),
  'organisation.predecessors[].validUntil',
  ...['fromDate', 'untilDate'].map((field) => `organisation.associations[].${field}`),
  `${ENROLMENT}.enrolledBy`,
  `${ENROLMENT}.history[].by`,
  `${CERTIFICATE}.state`,
]
