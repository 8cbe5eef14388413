// The German texts, composed by noun. A new noun: one import, one line here, and the same in en.ts.

import { accessRequest } from '#app/i18n/de/access-request.ts'
import { administration } from '#app/i18n/de/administration.ts'
import { approval } from '#app/i18n/de/approval.ts'
import { attendance } from '#app/i18n/de/attendance.ts'
import { audit } from '#app/i18n/de/audit.ts'
import { ballot } from '#app/i18n/de/ballot.ts'
import { blockedPeriod } from '#app/i18n/de/blocked-period.ts'
import { busyTime } from '#app/i18n/de/busy-time.ts'
import { paperForm } from '#app/i18n/de/paper-form.ts'
import { barrierReport } from '#app/i18n/de/barrier-report.ts'
import { calendar } from '#app/i18n/de/calendar.ts'
import { certificate } from '#app/i18n/de/certificate.ts'
import { checkIn } from '#app/i18n/de/check-in.ts'
import { common } from '#app/i18n/de/common.ts'
import { course } from '#app/i18n/de/course.ts'
import { document } from '#app/i18n/de/document.ts'
import { enrolment } from '#app/i18n/de/enrolment.ts'
import { evaluation } from '#app/i18n/de/evaluation.ts'
import { evidence } from '#app/i18n/de/evidence.ts'
import { externalOffer } from '#app/i18n/de/external-offer.ts'
import { file } from '#app/i18n/de/file.ts'
import { form } from '#app/i18n/de/form.ts'
import { handbook } from '#app/i18n/de/handbook.ts'
import { home } from '#app/i18n/de/home.ts'
import { indicator } from '#app/i18n/de/indicator.ts'
import { about, framed } from '#app/i18n/de/letter-parts.ts'
import { learning } from '#app/i18n/de/learning.ts'
import { learningPath } from '#app/i18n/de/learning-path.ts'
import { mail } from '#app/i18n/de/mail.ts'
import { mailPreference } from '#app/i18n/de/mail-preference.ts'
import { mailText } from '#app/i18n/de/mail-text.ts'
import { material } from '#app/i18n/de/material.ts'
import { missedMeeting } from '#app/i18n/de/missed-meeting.ts'
import { module } from '#app/i18n/de/module.ts'
import { navigation } from '#app/i18n/de/navigation.ts'
import { openData } from '#app/i18n/de/open-data.ts'
import { offer } from '#app/i18n/de/offer.ts'
import { objection } from '#app/i18n/de/objection.ts'
import { organisation } from '#app/i18n/de/organisation.ts'
import { outbox } from '#app/i18n/de/outbox.ts'
import { overview } from '#app/i18n/de/overview.ts'
import { pages } from '#app/i18n/de/pages.ts'
import { passport } from '#app/i18n/de/passport.ts'
import { passportVersion } from '#app/i18n/de/passport-version.ts'
import { peopleImport } from '#app/i18n/de/people-import.ts'
import { person } from '#app/i18n/de/person.ts'
import { planning } from '#app/i18n/de/planning.ts'
import { room } from '#app/i18n/de/room.ts'
import { sandbox } from '#app/i18n/de/sandbox.ts'
import { series } from '#app/i18n/de/series.ts'
import { profile } from '#app/i18n/de/profile.ts'
import { proof } from '#app/i18n/de/proof.ts'
import { questionnaire } from '#app/i18n/de/questionnaire.ts'
import { questionnaireEditor } from '#app/i18n/de/questionnaire-editor.ts'
import { queue } from '#app/i18n/de/queue.ts'
import { measure } from '#app/i18n/de/measure.ts'
import { release } from '#app/i18n/de/release.ts'
import { ruling } from '#app/i18n/de/ruling.ts'
import { baseline } from '#app/i18n/de/baseline.ts'
import { stage } from '#app/i18n/de/stage.ts'
import { rollCall } from '#app/i18n/de/roll-call.ts'
import { round } from '#app/i18n/de/round.ts'
import { shell } from '#app/i18n/de/shell.ts'
import { signIn } from '#app/i18n/de/sign-in.ts'
import { reportDraft } from '#app/i18n/de/report-draft.ts'
import { snapshot } from '#app/i18n/de/snapshot.ts'
import { teaching } from '#app/i18n/de/teaching.ts'
import { town } from '#app/i18n/de/town.ts'
import { townFigures } from '#app/i18n/de/town-figures.ts'
import { trustee } from '#app/i18n/de/trustee.ts'
import { typeIn } from '#app/i18n/de/type-in.ts'
import { walkIn } from '#app/i18n/de/walk-in.ts'
import { workshop } from '#app/i18n/de/workshop.ts'
import { workshopMail } from '#app/i18n/de/workshop-mail.ts'
import { workshopQuestion } from '#app/i18n/de/workshop-question.ts'
import { workshopSummary } from '#app/i18n/de/workshop-summary.ts'

export const de = {
  accessRequest,
  administration,
  approval,
  attendance,
  audit,
  ballot,
  blockedPeriod,
  busyTime,
  paperForm,
  barrierReport,
  calendar,
  certificate,
  checkIn,
  common,
  course,
  document,
  enrolment,
  evaluation,
  evidence,
  externalOffer,
  file,
  form,
  handbook,
  home,
  indicator,
  letterParts: { about, framed },
  learning,
  learningPath,
  mail,
  mailText,
  mailPreference,
  material,
  missedMeeting,
  module,
  navigation,
  openData,
  offer,
  objection,
  organisation,
  outbox,
  overview,
  pages,
  passport,
  passportVersion,
  peopleImport,
  person,
  planning,
  room,
  sandbox,
  series,
  profile,
  proof,
  questionnaire,
  questionnaireEditor,
  queue,
  measure,
  release,
  rollCall,
  ruling,
  baseline,
  stage,
  round,
  shell,
  signIn,
  reportDraft,
  snapshot,
  teaching,
  town,
  townFigures,
  trustee,
  typeIn,
  walkIn,
  workshop,
  workshopMail,
  workshopQuestion,
  workshopSummary,
}
