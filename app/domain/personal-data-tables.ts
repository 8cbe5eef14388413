// The register itself: one entry per table, columns as the database calls them.

import type { Erasure, PersonalColumn, Purpose, Retention } from '#app/domain/personal-data.ts'

export type RegisteredTable = { personal: Record<string, PersonalColumn>; plain: readonly string[] }

type Columns = Partial<Record<Erasure, string>> & {
  /** Of the columns above: not handed out, for they are secrets or belong to somebody else. */
  withheld?: string
  plain?: string
}

const words = (text = '') => text.split(' ').filter(Boolean)

function table(purpose: Purpose, retention: Retention, columns: Columns): RegisteredTable {
  const withheld = words(columns.withheld)
  const personal: Record<string, PersonalColumn> = {}
  for (const onErasure of ['remove', 'replace', 'keep'] as const) {
    for (const column of words(columns[onErasure])) {
      personal[column] = { purpose, retention, exported: !withheld.includes(column), onErasure }
    }
  }
  return { personal, plain: words(columns.plain) }
}

/** Nothing in it is about a person. */
const impersonal = (columns: string): RegisteredTable => ({ personal: {}, plain: words(columns) })

/** Who did it, in rows that are about a matter and not about that person. */
const by = (column: string, plain: string) => table('accountability', 'matter', { keep: column, plain })

export const TABLES: Record<string, RegisteredTable> = {
  // people
  person: table('account', 'account', {
    keep: 'id created_at disabled_at',
    replace: 'given_name family_name email locale password_hash',
    withheld: 'password_hash',
    plain: 'version',
  }),
  membership: table('belonging', 'account', {
    keep: 'id person_id organisation_id audience from_date until_date',
  }),
  role_assignment: table('belonging', 'account', {
    keep: 'id person_id role organisation_id from_date until_date assigned_by',
    withheld: 'assigned_by',
  }),
  login_session: table('sign-in', 'session', { remove: 'id user_id expires_at created_at', withheld: 'id' }),
  login_token: table('sign-in', 'link', {
    remove: 'token_hash person_id kind expires_at used_at',
    withheld: 'token_hash',
  }),
  // The key is a hash of the address from which somebody knocked.
  rate_limit: table('sign-in', 'limit', { keep: 'key started_at hits', withheld: 'key started_at hits' }),
  access_request: table('access', 'request', {
    remove: 'id given_name family_name email organisation_id note created_at decided_at decided_by decision',
    withheld: 'decided_by',
  }),
  audit: table('accountability', 'matter', {
    keep: 'at actor_id action subject_id details',
    plain: 'id',
  }),

  // training
  workshop: table('accountability', 'matter', {
    keep: 'created_by going_by',
    plain: [
      'id course_id place online_url capacity minimum enrol_until withdraw_until note created_at called_off_at',
      'call_off_reason version room_id series_id detached_at link_minutes decide_on going_at merged_into enrol_from quota quota_until',
      'promote_until_hours offer_hours online_capacity rest_called_off_at rest_call_off_reason',
    ].join(' '),
  }),
  missed_meeting: by('missed_by', 'id workshop_id starts_at ends_at units reason missed_at'),
  series: by('created_by', 'id course_id frequency every created_at'),
  workshop_trainer: table('training', 'training', { keep: 'workshop_id person_id' }),
  workshop_message: table('training', 'training', {
    keep: 'author_id subject body sent_at',
    plain: 'id workshop_id recipients groups',
  }),
  workshop_question: table('training', 'training', {
    keep: 'workshop_id asked_by body may_name asked_at answer answer_to answered_by answered_at',
    withheld: 'answered_by',
    plain: 'id',
  }),
  enrolment: table('training', 'training', {
    keep: 'id workshop_id person_id organisation_id status queue_number enrolled_at enrolled_by offer_until seat wants_room substitute_of',
    withheld: 'enrolled_by substitute_of',
  }),
  enrolment_event: table('training', 'training', {
    keep: 'enrolment_id from_status to_status at by_person_id reason seat',
    withheld: 'by_person_id',
    plain: 'id',
  }),
  // Approvers have no account: their names and addresses stand in the rule of their organisation alone.
  approval_rule: table('training', 'matter', {
    replace: 'approver_name approver_email deputy_name deputy_email',
    plain: 'organisation_id kind remind_after_days limit_days silence version',
  }),
  blocked_period: by('created_by', 'id organisation_id from_date until_date reason created_at'),
  approval: table('training', 'training', {
    keep: 'enrolment_id requested_at remind_at reminded_at decide_until silence decided_at decision decided_as reason',
  }),
  mail_link: table('training', 'mail', {
    remove: 'token_hash purpose enrolment_id expires_at used_at',
    withheld: 'token_hash',
  }),
  attendance: table('attendance', 'training', {
    keep: 'meeting_id enrolment_id status units recorded_by recorded_at',
    withheld: 'recorded_by',
  }),
  attendance_event: table('attendance', 'training', {
    keep: 'meeting_id enrolment_id status units recorded_by recorded_at via reason',
    withheld: 'recorded_by',
    plain: 'id',
  }),
  // The document itself goes when somebody is erased; that there was one stays, and leads to nobody.
  certificate: table('attendance', 'matter', {
    keep: 'id code person_id workshop_id enrolment_id units_planned units_attended issued_on issued_by issued_at sha256',
    withheld: 'issued_by',
    plain: 'replaces',
  }),
  certificate_content: table('attendance', 'matter', { remove: 'certificate_id content' }),
  certificate_revocation: table('attendance', 'matter', {
    keep: 'certificate_id kind reason revoked_by revoked_at',
    withheld: 'revoked_by',
  }),
  calendar_entry: table('training', 'training', {
    remove: 'person_id meeting_id workshop_id sequence starts_at ends_at place online cancelled',
  }),
  calendar_feed: table('training', 'account', {
    remove: 'person_id token_hash created_at',
    withheld: 'token_hash',
  }),

  // From the own calendar: nobody else reads them.
  busy_time: table('training', 'busy-time', { remove: 'person_id starts_at ends_at uploaded_at' }),

  // learning: how far somebody has come is their own affair
  learning: table('training', 'account', { remove: 'person_id course_id started_at page_id completed_at' }),
  learning_step: table('training', 'account', { remove: 'person_id page_id done_at' }),
  quiz_attempt: table('training', 'account', {
    remove: 'id person_id page_id answers points out_of passed at',
  }),
  // Its file goes with it.
  proof: table('training', 'account', {
    remove:
      'id person_id organisation_id title provider attended_on units course_id file_id submitted_at decision decided_at decided_by reason',
    withheld: 'decided_by',
  }),
  material: by(
    'created_by',
    'id course_id workshop_id title file_id url position shown_before shown_after shown_to created_at version',
  ),
  external_offer: by(
    'created_by',
    'id title provider url topic_key level format audiences price_note valid_until created_at version search',
  ),
  roll_call: by('completed_by', 'meeting_id check_in_secret completed_at'),
  // Of a device only a random number is known; a week later the row is gone.
  attendance_tap: table('attendance', 'tap', {
    remove: 'meeting_id enrolment_id device_id tapped_at recorded_at',
    withheld: 'device_id',
  }),
  arrival: table('attendance', 'training', { keep: 'meeting_id enrolment_id arrived_at' }),
  // Once somebody is found or invited, their name stands with the account and no longer here.
  walk_in: table('attendance', 'training', {
    replace: 'name email organisation',
    keep: 'meeting_id status units recorded_by recorded_at enrolment_id settled_at settled_by person_id',
    withheld: 'recorded_by settled_by',
    plain: 'id',
  }),
  attendance_objection: table('attendance', 'training', {
    keep: 'meeting_id enrolment_id status units raised_at decided_at decided_by decision',
    replace: 'note answer',
    withheld: 'decided_by',
    plain: 'id',
  }),

  // mails and files
  outbox: table('mail', 'mail', {
    remove:
      'unique_key kind person_id address locale data created_at next_attempt_at attempts last_error sent_at gave_up_at digest_at digest_id',
    withheld: 'unique_key next_attempt_at attempts last_error gave_up_at digest_id',
    plain: 'id hidden',
  }),
  file: by(
    'uploaded_by',
    'id organisation_id name media_type size sha256 content uploaded_at alternative_text',
  ),
  mail_preference: table('mail', 'account', {
    remove: 'person_id rhythm monthly suggestions changed_at',
  }),
  mail_text: by('created_by', 'id kind locale version subject body created_at'),

  // evaluation: who is invited stands here until the count; what somebody answered stands nowhere
  invitation: table('evaluation', 'round', {
    remove: 'round_id person_id stratum closes_on bucket used code_hash',
  }),
  evaluation_round: by(
    'created_by',
    [
      'id kind title course_id questionnaire_hash minimum opens_on closes_on public_key created_at opened_at',
      'reminded_at counted_at given_up_at given_up_reason audience due_on key_holder remark_readers',
    ].join(' '),
  ),
  // Gone at the count. The keys of trustees are secrets, also before themselves.
  trustee: table('accountability', 'round', {
    keep: 'person_id part named_at sheet_confirmed_at rehearsed_at handed_at handed_by salt by_passphrase by_sheet',
    withheld: 'handed_by salt by_passphrase by_sheet',
    plain: 'round_id public_key sealed_share share_check handed_share',
  }),
  measure: by('created_by', 'id round_id title owner state reason version created_at changed_at'),
  release: by('released_by', 'id round_id payload sha256 released_at'),
  // Sealed, and nothing beside it says whose it is: it can be found for nobody, and so be handed out to nobody.
  ballot: table('evaluation', 'round', { keep: 'sealed', withheld: 'sealed', plain: 'round_id bucket' }),
  // What people write may tell who they are; it is reviewed before anybody sees it.
  text_answer: table('evaluation', 'matter', {
    keep: 'body shortened',
    withheld: 'body shortened',
    plain: 'id round_id item_key review',
  }),

  // reports
  target: by(
    'decided_by',
    'id indicator phase_key measure state value resolution decided_on created_at superseded_at corrects reason',
  ),
  indicator_version: by(
    'recorded_by',
    'indicator version valid_from definition_de definition_en source_de source_en resolution position title_de ' +
      'title_en paper_de paper_en numerator_de numerator_en denominator_de denominator_en kind unit direction decimals ' +
      'minimum months full_count coverage_de coverage_en left_out_de left_out_en frequency_months responsible_de ' +
      'responsible_en limits_de limits_en sql_object id reason recorded_at',
  ),
  ruling: by('recorded_by', 'position id subject state value resolution decided_on reason created_at'),
  baseline: by('recorded_by', 'position id indicator value as_of source reason created_at'),
  stage: by(
    'created_by',
    'id subject description topic_key from_date until_date decide_by version created_at',
  ),
  stage_decision: by('recorded_by', 'position id stage_id verdict resolution decided_on reason created_at'),
  stage_target: by(
    'recorded_by',
    'position id stage_id aim measure state value resolution decided_on reason created_at',
  ),
  snapshot: by(
    'prepared_by',
    'number cut_off payload sha256 previous_sha256 application_version prepared_at corrects correction_reason',
  ),
  report_draft: by('changed_by', 'cut_off sections comment_i1 comment_i2 own_view version changed_at'),
  snapshot_release: by('released_by', 'snapshot_number released_at'),

  // about no person
  organisation: impersonal(
    'id kind name ags municipality_kind population population_date label_longitude label_latitude valid_from valid_until successor_id source version it_minimum',
  ),
  boundary: impersonal('ags shape attribution imported_at'),
  association_member: impersonal('association_id municipality_id from_date until_date'),
  participation: impersonal('id organisation_id from_date until_date declaration'),
  stage_member: impersonal(
    'id stage_id organisation_id from_date until_date taken_back_at taken_back_because',
  ),
  agreement: impersonal('id organisation_id kind state signed_on'),
  topic: impersonal('key title_de title_en position'),
  course: impersonal(
    'id title_de title_en summary_de summary_en goals contents prerequisites topic_key level format audiences units created_at published_at retired_at version search audience_only',
  ),
  module: impersonal('id course_id title summary position version'),
  module_page: impersonal(
    'id module_id kind title body file_id captions_id url quiz pass_percent attempts position version',
  ),
  learning_path: impersonal('id title_de title_en goal audiences created_at version'),
  learning_path_course: impersonal('path_id course_id position'),
  course_prerequisite: impersonal('course_id required_course_id'),
  meeting: impersonal('id workshop_id starts_at ends_at units'),
  room: impersonal('id name site seats accessible note closed_from closed_until removed_at version'),
  equipment: impersonal('id name amount removed_at version'),
  workshop_equipment: impersonal('workshop_id equipment_id amount'),
  questionnaire: impersonal('id key kind title created_at retired_at'),
  questionnaire_version: impersonal('hash key definition published_at is_shipped'),
  questionnaire_draft: impersonal('questionnaire_id definition version'),
  evaluation_workshop: impersonal('round_id workshop_id closes_on kind'),
  round_key: impersonal('round_id wrapped_private_key'),
  invitation_bucket: impersonal('round_id bucket'),
  tally: impersonal('round_id stratum item_key value n'),
  turnout: impersonal('round_id stratum invited used'),
  phase: impersonal('key from_date until_date resolution version'),
  setting: impersonal('key value changed_at'),
  setup_token: impersonal('token_hash expires_at'),
  job_run: impersonal('name ran_at'),
  migration: impersonal('name timestamp'),
  migration_lock: impersonal('id is_locked'),
}
