// What an organisation does not take with it, and why. A whole table, or single columns as 'table.column'.

const WHO_ACTED =
  'names somebody of the district or of another town; that it was not the person themselves is said'
const EDITS = 'counts edits in this installation and means nothing elsewhere'
const DISTRICT = 'belongs to the district, which goes on offering it'
const OWN_AFFAIR = 'seen by the person alone, never by their employer'
const SECRET = 'a secret, or of use for days only'
const VOTE = 'the secrecy of votes: not what was answered, not who was asked, not who took part'

export const NOT_EXPORTED: Record<string, string> = {
  // people
  'person.locale': 'a setting of the person, who makes it anew',
  'person.password_hash': SECRET,
  'person.created_at': 'says when an account here was made, which ends here',
  'person.disabled_at': 'says whether an account here is shut, which ends here',
  'person.version': EDITS,
  'role_assignment.assigned_by': WHO_ACTED,
  login_session: SECRET,
  login_token: SECRET,
  rate_limit: SECRET,
  access_request:
    'of people who do not belong to it yet; the coordination decides, and forgets after ninety days',
  audit: 'the record by which the district answers for what it did; it names others and is kept there',

  // the organisation
  'organisation.version': EDITS,
  'approval_rule.version': EDITS,
  'agreement.id': 'one of each kind: the kind names it',
  'blocked_period.created_by': WHO_ACTED,
  'blocked_period.created_at': 'says when somebody wrote it down, not what holds',

  // training
  workshop: DISTRICT,
  missed_meeting: 'meetings that did not take place and count for nobody',
  series: DISTRICT,
  workshop_trainer: DISTRICT,
  workshop_message: 'letters of trainers to a whole group, in which other towns sit too',
  workshop_question: 'between the person and who leads the workshop; often asked without a name',
  material: DISTRICT,
  external_offer: DISTRICT,
  'enrolment.enrolled_by': WHO_ACTED,
  'enrolment_event.id': 'gives the order, in which the history stands',
  'enrolment_event.by_person_id': WHO_ACTED,
  mail_link: SECRET,
  'attendance.recorded_by': WHO_ACTED,
  attendance_event: 'the way to what holds: what holds is attendance itself',
  attendance_tap: SECRET,
  arrival: 'when somebody came through the door: means for the roll call, no result',
  attendance_objection: 'between the person and who leads the workshop; its outcome is the attendance',
  roll_call: DISTRICT,
  walk_in: 'guests of whom only a name is known; once settled, they are enrolments',
  'certificate.issued_by': WHO_ACTED,
  'certificate_revocation.revoked_by': WHO_ACTED,
  'proof.decided_by': WHO_ACTED,
  'file.content':
    'too large for one file; the person, and whoever checks the proof, download it from its page',
  'file.uploaded_by': WHO_ACTED,
  'file.uploaded_at': 'the day on which the proof was handed in says the same',
  'file.alternative_text': 'of pictures in materials; a proof has none',
  calendar_entry: OWN_AFFAIR,
  calendar_feed: SECRET,
  busy_time: OWN_AFFAIR,

  // learning
  learning: OWN_AFFAIR,
  learning_step: OWN_AFFAIR,
  quiz_attempt: OWN_AFFAIR,

  // mails
  outbox: 'what was written about things that stand in this file themselves; gone after thirty days',
  mail_preference: OWN_AFFAIR,
  mail_text: DISTRICT,

  // evaluations and reports
  invitation: VOTE,
  ballot: VOTE,
  text_answer: VOTE,
  evaluation_round: 'how the district asks; what came of it stands under measures',
  trustee: VOTE,
  release:
    'figures of the whole district, read by offices and not by towns; what came of them stands under measures',
  'measure.version': EDITS,
  'measure.created_by': WHO_ACTED,
  'measure.created_at': 'gives the order, in which the measures stand',
  target: DISTRICT,
  indicator_version: DISTRICT,
  ruling: DISTRICT,
  baseline: DISTRICT,
  stage: DISTRICT,
  stage_member: 'which towns were in a stage of the district is told in its reports, which all of them get',
  stage_decision: DISTRICT,
  stage_target: DISTRICT,
  snapshot: 'reports of the whole district to its committee, whose members read them there',
  snapshot_release: 'the same',
  report_draft: 'what the coordination writes for such a report',
}
