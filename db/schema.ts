// All tables on one page, as the migrations make them; tests/db/schema.test.ts compares both.

import type { ColumnType, Generated, Insertable, JSONColumnType, Selectable } from 'kysely'
import type { ApprovalKind, Decider, RejectReason, Silence, Verdict } from '#app/domain/approval.ts'
import type { RevocationKind } from '#app/domain/certificate.ts'
import type { AttendanceStatus, AttendanceWay, CorrectionReason } from '#app/domain/attendance.ts'
import type { Audience, CourseFormat, CourseLevel } from '#app/domain/course.ts'
import type { EnrolmentStatus } from '#app/domain/enrolment.ts'
import type { PooledKind, RoundKind, Stratum, TallyStratum } from '#app/domain/evaluation.ts'
import type { KeyHolder, TrusteePart } from '#app/domain/trustee.ts'
import type { IndicatorKey, PhaseKey, TargetMeasure, TargetState } from '#app/domain/indicator.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { ShownTo } from '#app/domain/material.ts'
import type { PageKind } from '#app/domain/module.ts'
import type { MailLinkPurpose } from '#app/domain/mail-link.ts'
import type { Rhythm } from '#app/domain/mail-preference.ts'
import type { ObjectionDecision } from '#app/domain/objection.ts'
import type { Shape } from '#app/domain/boundary.ts'
import type { AgreementKind, AgreementState, OrganisationKind } from '#app/domain/organisation.ts'
import type { ReportSection } from '#app/domain/report-draft.ts'
import type { Role } from '#app/domain/policy.ts'
import type { Direction, FigureKind, FigureUnit } from '#app/domain/passport.ts'
import type { ProofDecision } from '#app/domain/proof.ts'
import type { QuestionnaireKind } from '#app/domain/questionnaire.ts'
import type { MeasureState } from '#app/domain/measure.ts'
import type { QuizAnswers } from '#app/domain/quiz.ts'
import type { RemarkReaders } from '#app/domain/remark-readers.ts'
import type { RoundAudience } from '#app/domain/round-audience.ts'
import type { RulingSubject } from '#app/domain/ruling.ts'
import type { Frequency } from '#app/domain/series.ts'
import type { StageAim, StageVerdict } from '#app/domain/stage.ts'
import type { Group } from '#app/domain/workshop.ts'
import type { AnswerTo } from '#app/domain/workshop-question.ts'
import type { Seat } from '#app/domain/queue.ts'

/** Rows that nobody changes or deletes: triggers refuse it, and on PostgreSQL the app role has no right to. */
export const APPEND_ONLY = [
  'audit',
  'enrolment_event',
  'attendance_event',
  'certificate',
  'certificate_revocation',
  'mail_text',
  'questionnaire_version',
  'release',
  'indicator_version',
  'ruling',
  'baseline',
  'stage_decision',
  'stage_target',
  'snapshot',
  'snapshot_release',
] as const

/** A calendar day, 'YYYY-MM-DD'. */
type Day = string
/** bytea: pg gives a Buffer, the embedded database a Uint8Array. */
type Bytes = ColumnType<Uint8Array, Uint8Array, Uint8Array>
type Json<T extends object> = JSONColumnType<T>

export type Schema = {
  organisation: {
    id: Generated<string>
    kind: OrganisationKind
    name: string
    ags: string | null
    municipalityKind: string | null
    population: number | null
    populationDate: Day | null
    labelLongitude: number | null
    labelLatitude: number | null
    validFrom: Day
    validUntil: Day | null
    successorId: string | null
    source: string | null
    version: Generated<number>
    itMinimum: Generated<number>
  }
  boundary: {
    ags: string
    shape: JSONColumnType<Shape, string, string>
    attribution: string
    importedAt: Date
  }
  associationMember: {
    associationId: string
    municipalityId: string
    fromDate: Day
    untilDate: Day | null
  }
  participation: {
    id: Generated<string>
    organisationId: string
    fromDate: Day
    untilDate: Day | null
    declaration: string
  }
  agreement: {
    id: Generated<string>
    organisationId: string
    kind: AgreementKind
    state: Generated<AgreementState>
    signedOn: Day | null
  }
  person: {
    id: Generated<string>
    givenName: string
    familyName: string
    email: string
    passwordHash: string | null
    locale: Generated<Locale>
    createdAt: Date
    disabledAt: Date | null
    version: Generated<number>
  }
  membership: {
    id: Generated<string>
    personId: string
    organisationId: string
    audience: Audience
    fromDate: Day
    untilDate: Day | null
  }
  roleAssignment: {
    id: Generated<string>
    personId: string
    role: Role
    organisationId: string | null
    fromDate: Day
    untilDate: Day | null
    assignedBy: string | null
  }
  loginSession: { id: string; userId: string; expiresAt: Date; createdAt: Date }
  loginToken: {
    tokenHash: string
    personId: string
    kind: 'invitation' | 'reset' | 'login'
    expiresAt: Date
    usedAt: Date | null
  }
  setupToken: { tokenHash: string; expiresAt: Date }
  rateLimit: { key: string; startedAt: Date; hits: number }
  accessRequest: {
    id: string
    givenName: string
    familyName: string
    email: string
    organisationId: string | null
    note: string | null
    createdAt: Date
    decidedAt: Date | null
    decidedBy: string | null
    decision: 'accepted' | 'declined' | null
  }
  setting: { key: string; value: ColumnType<unknown, string, string>; changedAt: Date }
  jobRun: { name: string; ranAt: Date }
  audit: {
    id: Generated<number>
    at: Date
    actorId: string | null
    action: string
    subjectId: string | null
    details: Json<Record<string, unknown>>
  }
  topic: { key: string; titleDe: string; titleEn: string | null; position: number }
  course: {
    id: string
    titleDe: string
    titleEn: string | null
    summaryDe: string
    summaryEn: string | null
    goals: string
    contents: string
    prerequisites: string | null
    topicKey: string
    level: CourseLevel
    format: CourseFormat
    audiences: Audience[]
    units: number
    createdAt: Date
    publishedAt: Date | null
    retiredAt: Date | null
    version: Generated<number>
    search: ColumnType<string | null, never, never>
    audienceOnly: Generated<boolean>
  }
  module: {
    id: string
    courseId: string
    title: string
    summary: string | null
    position: number
    version: Generated<number>
  }
  modulePage: {
    id: string
    moduleId: string
    kind: PageKind
    title: string
    body: string
    fileId: string | null
    captionsId: string | null
    url: string | null
    quiz: string | null
    passPercent: number | null
    attempts: number | null
    position: number
    version: Generated<number>
  }
  learning: {
    personId: string
    courseId: string
    startedAt: Date
    pageId: string | null
    completedAt: Date | null
  }
  learningStep: { personId: string; pageId: string; doneAt: Date }
  quizAttempt: {
    id: string
    personId: string
    pageId: string
    answers: Json<QuizAnswers>
    points: number
    outOf: number
    passed: boolean
    at: Date
  }
  learningPath: {
    id: string
    titleDe: string
    titleEn: string | null
    goal: string
    audiences: Audience[]
    createdAt: Date
    version: Generated<number>
  }
  learningPathCourse: { pathId: string; courseId: string; position: number }
  externalOffer: {
    id: string
    title: string
    provider: string
    url: string
    topicKey: string
    level: CourseLevel
    format: CourseFormat
    audiences: Audience[]
    priceNote: string | null
    validUntil: Day | null
    createdBy: string
    createdAt: Date
    version: Generated<number>
    search: ColumnType<string | null, never, never>
  }
  proof: {
    id: string
    personId: string
    organisationId: string
    title: string
    provider: string
    attendedOn: Day
    units: number
    courseId: string | null
    fileId: string
    submittedAt: Date
    decision: ProofDecision | null
    decidedAt: Date | null
    decidedBy: string | null
    reason: string | null
  }
  material: {
    id: string
    courseId: string | null
    workshopId: string | null
    title: string
    fileId: string | null
    url: string | null
    position: number
    shownBefore: boolean
    shownAfter: boolean
    shownTo: ShownTo
    createdBy: string
    createdAt: Date
    version: Generated<number>
  }
  coursePrerequisite: { courseId: string; requiredCourseId: string }
  workshop: {
    id: string
    courseId: string
    place: string | null
    onlineUrl: string | null
    capacity: number
    minimum: Generated<number>
    enrolUntil: Date
    withdrawUntil: Date
    note: string | null
    createdBy: string
    createdAt: Date
    calledOffAt: Date | null
    callOffReason: string | null
    /** When the meetings that were left were called off, after others had been attended. */
    restCalledOffAt: Date | null
    restCallOffReason: string | null
    version: Generated<number>
    roomId: string | null
    seriesId: string | null
    /** When it was changed alone: a change of its series leaves it as it is. */
    detachedAt: Date | null
    /** From so many minutes before a meeting its people see the link. */
    linkMinutes: Generated<number>
    /** When it is decided whether it takes place; null is the usual day. */
    decideOn: Day | null
    goingAt: Date | null
    goingBy: string | null
    mergedInto: string | null
    enrolFrom: Date | null
    quota: number | null
    quotaUntil: Date | null
    promoteUntilHours: Generated<number>
    offerHours: Generated<number>
    onlineCapacity: number | null
  }
  series: {
    id: string
    courseId: string
    frequency: Frequency
    every: number
    createdBy: string
    createdAt: Date
  }
  room: {
    id: string
    name: string
    site: string | null
    seats: number
    accessible: boolean
    note: string | null
    closedFrom: Day | null
    closedUntil: Day | null
    removedAt: Date | null
    version: Generated<number>
  }
  equipment: { id: string; name: string; amount: number; removedAt: Date | null; version: Generated<number> }
  workshopEquipment: { workshopId: string; equipmentId: string; amount: number }
  workshopTrainer: { workshopId: string; personId: string }
  meeting: { id: Generated<string>; workshopId: string; startsAt: Date; endsAt: Date; units: number }
  missedMeeting: {
    id: string
    workshopId: string
    startsAt: Date
    endsAt: Date
    units: number
    reason: string
    missedAt: Date
    missedBy: string
  }
  enrolment: {
    id: Generated<string>
    workshopId: string
    personId: string
    organisationId: string
    status: EnrolmentStatus
    queueNumber: Generated<number>
    enrolledAt: Date
    enrolledBy: string
    offerUntil: Date | null
    seat: Generated<Seat>
    wantsRoom: Generated<boolean>
    substituteOf: string | null
  }
  enrolmentEvent: {
    id: Generated<number>
    enrolmentId: string
    fromStatus: EnrolmentStatus | null
    toStatus: EnrolmentStatus
    at: Date
    byPersonId: string | null
    reason: string | null
    seat: Seat | null
  }
  approvalRule: {
    organisationId: string
    kind: ApprovalKind
    approverName: string | null
    approverEmail: string | null
    deputyName: string | null
    deputyEmail: string | null
    remindAfterDays: number
    limitDays: number
    silence: Silence
    version: Generated<number>
  }
  blockedPeriod: {
    id: string
    organisationId: string
    fromDate: Day
    untilDate: Day
    reason: string
    createdBy: string
    createdAt: Date
  }
  approval: {
    enrolmentId: string
    requestedAt: Date
    remindAt: Date
    remindedAt: Date | null
    decideUntil: Date
    silence: Silence
    decidedAt: Date | null
    decision: Verdict | null
    decidedAs: Decider | null
    reason: RejectReason | null
  }
  mailLink: {
    tokenHash: string
    purpose: MailLinkPurpose
    enrolmentId: string
    expiresAt: Date
    usedAt: Date | null
  }
  attendance: {
    meetingId: string
    enrolmentId: string
    status: AttendanceStatus
    units: number
    recordedBy: string
    recordedAt: Date
  }
  attendanceEvent: {
    id: Generated<number>
    meetingId: string
    enrolmentId: string
    status: AttendanceStatus
    units: number
    recordedBy: string
    recordedAt: Date
    via: Generated<AttendanceWay>
    reason: CorrectionReason | null
  }
  rollCall: {
    meetingId: string
    checkInSecret: string | null
    completedAt: Date | null
    completedBy: string | null
  }
  attendanceTap: {
    meetingId: string
    enrolmentId: string
    deviceId: string
    tappedAt: Date
    recordedAt: Date
  }
  arrival: { meetingId: string; enrolmentId: string; arrivedAt: Date }
  walkIn: {
    id: string
    meetingId: string
    name: string
    email: string | null
    organisation: string | null
    status: 'present' | 'partial'
    units: number
    recordedBy: string
    recordedAt: Date
    enrolmentId: string | null
    settledAt: Date | null
    settledBy: string | null
    /** Of those whose organisation has not approved, until it is settled. */
    personId: string | null
  }
  attendanceObjection: {
    id: string
    meetingId: string
    enrolmentId: string
    status: AttendanceStatus
    units: number
    note: string | null
    raisedAt: Date
    decidedAt: Date | null
    decidedBy: string | null
    decision: ObjectionDecision | null
    answer: string | null
  }
  certificate: {
    id: Generated<string>
    code: string
    personId: string
    /** Only remembered: both may be gone. */
    workshopId: string
    enrolmentId: string
    unitsPlanned: number
    unitsAttended: number
    issuedOn: Day
    issuedBy: string
    issuedAt: Date
    replaces: string | null
    sha256: string
  }
  certificateContent: { certificateId: string; content: string }
  certificateRevocation: {
    certificateId: string
    kind: RevocationKind
    reason: string | null
    revokedBy: string
    revokedAt: Date
  }
  calendarEntry: {
    personId: string
    meetingId: string
    workshopId: string
    sequence: number
    startsAt: Date
    endsAt: Date
    place: string | null
    online: boolean
    cancelled: boolean
  }
  calendarFeed: { personId: string; tokenHash: string; createdAt: Date }
  busyTime: { personId: string; startsAt: Date; endsAt: Date; uploadedAt: Date }
  workshopMessage: {
    id: string
    workshopId: string
    authorId: string
    subject: string
    body: string
    recipients: number
    /** Null where it was not noted yet. */
    groups: Group[] | null
    sentAt: Date
  }
  workshopQuestion: {
    id: string
    workshopId: string
    askedBy: string
    body: string
    mayName: boolean
    askedAt: Date
    answer: string | null
    answerTo: AnswerTo | null
    answeredBy: string | null
    answeredAt: Date | null
  }
  mailPreference: {
    personId: string
    rhythm: Rhythm
    monthly: boolean
    suggestions: boolean
    changedAt: Date
  }
  mailText: {
    id: string
    kind: string
    locale: Locale
    version: number
    subject: string | null
    body: string | null
    createdBy: string
    createdAt: Date
  }
  outbox: {
    id: Generated<string>
    uniqueKey: string
    kind: string
    personId: string | null
    address: string
    locale: Locale
    data: Json<Record<string, unknown>>
    hidden: Generated<boolean>
    createdAt: Date
    nextAttemptAt: Date
    attempts: Generated<number>
    lastError: string | null
    sentAt: Date | null
    gaveUpAt: Date | null
    digestAt: Date | null
    digestId: string | null
  }
  file: {
    id: Generated<string>
    organisationId: string | null
    name: string
    mediaType: string
    size: number
    sha256: string
    content: Bytes
    uploadedBy: string | null
    uploadedAt: Date
    alternativeText: string | null
  }
  questionnaire: {
    id: Generated<string>
    key: string
    kind: QuestionnaireKind
    title: string
    createdAt: Date
    retiredAt: Date | null
  }
  questionnaireVersion: {
    hash: string
    key: string
    definition: string
    publishedAt: Date
    isShipped: Generated<boolean>
  }
  questionnaireDraft: { questionnaireId: string; definition: string; version: Generated<number> }
  evaluationRound: {
    id: string
    kind: RoundKind
    title: string
    courseId: string | null
    questionnaireHash: string
    minimum: Generated<number>
    opensOn: Day
    closesOn: Day | null
    publicKey: Bytes
    keyHolder: Generated<KeyHolder>
    createdBy: string | null
    createdAt: Date
    openedAt: Date | null
    remindedAt: Date | null
    countedAt: Date | null
    givenUpAt: Date | null
    remarkReaders: Generated<RemarkReaders>
    givenUpReason: string | null
    dueOn: Day | null
    audience: ColumnType<RoundAudience | null, string | null | undefined, never>
  }
  evaluationWorkshop: { roundId: string; workshopId: string; closesOn: Day; kind: Generated<PooledKind> }
  roundKey: { roundId: string; wrappedPrivateKey: Bytes }
  trustee: {
    roundId: string
    part: TrusteePart
    personId: string
    namedAt: Date
    salt: Bytes
    publicKey: Bytes | null
    byPassphrase: Bytes | null
    bySheet: Bytes | null
    sealedShare: Bytes | null
    shareCheck: Bytes | null
    sheetConfirmedAt: Date | null
    rehearsedAt: Date | null
    handedShare: Bytes | null
    handedAt: Date | null
    handedBy: string | null
  }
  invitationBucket: { roundId: string; bucket: number }
  invitation: {
    roundId: string
    personId: string
    stratum: Stratum
    closesOn: Day
    bucket: number
    used: Generated<boolean>
    codeHash: Bytes | null
  }
  ballot: { roundId: string; bucket: number; sealed: Bytes }
  tally: { roundId: string; stratum: TallyStratum; itemKey: string; value: string; n: number }
  turnout: { roundId: string; stratum: Stratum; invited: number; used: number }
  textAnswer: {
    id: Generated<string>
    roundId: string
    itemKey: string
    body: string
    review: Generated<'pending' | 'shown' | 'shortened' | 'hidden'>
    shortened: string | null
  }
  measure: {
    id: string
    roundId: string
    title: string
    owner: string
    state: MeasureState
    reason: string | null
    version: Generated<number>
    createdBy: string
    createdAt: Date
    changedAt: Date
  }
  release: {
    id: Generated<string>
    roundId: string
    payload: string
    sha256: string
    releasedBy: string
    releasedAt: Date
  }
  indicatorVersion: {
    /** 'I1', 'I2', or the key of what accompanies them. */
    indicator: string
    version: number
    validFrom: Day
    definitionDe: string
    definitionEn: string
    sourceDe: string
    sourceEn: string
    resolution: string | null
    position: number
    titleDe: string
    titleEn: string
    paperDe: string | null
    paperEn: string | null
    numeratorDe: string
    numeratorEn: string
    denominatorDe: string | null
    denominatorEn: string | null
    kind: FigureKind
    unit: FigureUnit
    direction: Direction
    decimals: number
    minimum: number
    months: number
    fullCount: boolean
    coverageDe: string | null
    coverageEn: string | null
    leftOutDe: string | null
    leftOutEn: string | null
    frequencyMonths: number | null
    responsibleDe: string
    responsibleEn: string
    limitsDe: string
    limitsEn: string
    sqlObject: string | null
    /** The four below are null in what came with the product; a later version has its reason in any case. */
    id: string | null
    reason: string | null
    recordedBy: string | null
    recordedAt: Date | null
  }
  phase: {
    key: PhaseKey
    fromDate: Day | null
    untilDate: Day | null
    resolution: string | null
    version: Generated<number>
  }
  target: {
    id: string
    indicator: IndicatorKey
    phaseKey: PhaseKey
    measure: TargetMeasure
    state: TargetState
    value: number | null
    resolution: string | null
    decidedOn: Day | null
    decidedBy: string | null
    createdAt: Date
    supersededAt: Date | null
    /** The entry that this one puts right, and why it was wrong. */
    corrects: string | null
    reason: string | null
  }
  ruling: {
    position: ColumnType<number, never, never>
    id: string
    subject: RulingSubject
    state: TargetState
    value: string | null
    resolution: string | null
    decidedOn: Day | null
    reason: string | null
    recordedBy: string | null
    createdAt: Date
  }
  baseline: {
    position: ColumnType<number, never, never>
    id: string
    /** Key of the passport. */
    indicator: string
    value: number | null
    asOf: Day | null
    source: string | null
    reason: string | null
    recordedBy: string
    createdAt: Date
  }
  stage: {
    id: string
    subject: string
    description: string
    topicKey: string | null
    fromDate: Day | null
    untilDate: Day | null
    decideBy: Day | null
    version: Generated<number>
    createdBy: string
    createdAt: Date
  }
  stageMember: {
    id: string
    stageId: string
    organisationId: string
    fromDate: Day
    untilDate: Day | null
    /** It was entered by mistake and counts on no day; the reason stays readable. */
    takenBackAt: Date | null
    takenBackBecause: string | null
  }
  stageDecision: {
    position: ColumnType<number, never, never>
    id: string
    stageId: string
    verdict: StageVerdict
    resolution: string | null
    decidedOn: Day | null
    reason: string | null
    recordedBy: string
    createdAt: Date
  }
  stageTarget: {
    position: ColumnType<number, never, never>
    id: string
    stageId: string
    aim: StageAim
    measure: TargetMeasure
    state: TargetState
    value: number | null
    resolution: string | null
    decidedOn: Day | null
    reason: string | null
    recordedBy: string
    createdAt: Date
  }
  snapshot: {
    number: number
    cutOff: Day
    payload: string
    sha256: string
    previousSha256: string | null
    applicationVersion: string
    preparedBy: string
    preparedAt: Date
    /** The earlier report of the same cut-off day that this one puts right, and why. */
    corrects: number | null
    correctionReason: string | null
  }
  reportDraft: {
    cutOff: Day
    sections: ReportSection[]
    commentI1: string | null
    commentI2: string | null
    ownView: string | null
    version: Generated<number>
    changedBy: string
    changedAt: Date
  }
  snapshotRelease: { snapshotNumber: number; releasedBy: string; releasedAt: Date }
}

export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>
