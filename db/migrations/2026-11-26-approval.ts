import { sql, type Kysely } from 'kysely'

// Whether an organisation agrees that its people go, and links with which people answer without an account.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // Names and addresses of approvers stand here and nowhere else: one place to correct and to empty.
  `create table approval_rule (
    organisation_id uuid not null,
    kind text not null,
    approver_name text,
    approver_email text,
    deputy_name text,
    deputy_email text,
    remind_after_days integer not null,
    limit_days integer not null,
    silence text not null,
    version integer not null default 1,
    constraint approval_rule_pkey primary key (organisation_id),
    constraint approval_rule_of_organisation foreign key (organisation_id) references organisation (id),
    constraint approval_rule_kind_known check (kind in ('none', 'inform', 'approve')),
    constraint approval_rule_silence_known check (silence in ('approve', 'reject')),
    constraint approval_rule_reminds_in_time check (remind_after_days between 1 and limit_days),
    constraint approval_rule_limit_in_reach check (limit_days between 1 and 20),
    constraint approval_rule_approver_whole check ((approver_name is null) = (approver_email is null)),
    constraint approval_rule_deputy_whole check ((deputy_name is null) = (deputy_email is null)),
    constraint approval_rule_knows_whom_to_ask check (kind = 'none' or approver_email is not null)
  )`,
  `create table approval (
    enrolment_id uuid not null,
    requested_at timestamptz not null,
    remind_at timestamptz not null,
    reminded_at timestamptz,
    decide_until timestamptz not null,
    silence text not null,
    decided_at timestamptz,
    decision text,
    decided_as text,
    reason text,
    constraint approval_pkey primary key (enrolment_id),
    constraint approval_of_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint approval_silence_known check (silence in ('approve', 'reject')),
    constraint approval_decision_known check (decision in ('approved', 'rejected')),
    constraint approval_decided_as_known check (decided_as in ('approver', 'deputy', 'silence')),
    constraint approval_decided_whole check (
      (decided_at is null) = (decision is null) and (decided_at is null) = (decided_as is null)),
    constraint approval_reason_known check (reason in ('staffing', 'other-date', 'not-needed', 'unsaid')),
    constraint approval_reason_of_rejection check (reason is null or decision = 'rejected')
  )`,
  `create index approval_open on approval (decide_until) where decided_at is null`,
  `create table mail_link (
    token_hash text not null,
    purpose text not null,
    enrolment_id uuid not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint mail_link_pkey primary key (token_hash),
    constraint mail_link_about_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint mail_link_purpose_known check (purpose in ('offer', 'approver', 'deputy'))
  )`,
  `create index mail_link_by_enrolment on mail_link (enrolment_id)`,
  `create index mail_link_by_end on mail_link (expires_at)`,
]
