import type { de } from '#app/i18n/de.ts'
import { accessRequest } from '#app/i18n/en/access-request.ts'
import { administration } from '#app/i18n/en/administration.ts'
import { approval } from '#app/i18n/en/approval.ts'
import { attendance } from '#app/i18n/en/attendance.ts'
import { audit } from '#app/i18n/en/audit.ts'
import { ballot } from '#app/i18n/en/ballot.ts'
import { blockedPeriod } from '#app/i18n/en/blocked-period.ts'
import { busyTime } from '#app/i18n/en/busy-time.ts'
import { paperForm } from '#app/i18n/en/paper-form.ts'
import { barrierReport } from '#app/i18n/en/barrier-report.ts'
import { calendar } from '#app/i18n/en/calendar.ts'
import { certificate } from '#app/i18n/en/certificate.ts'
import { checkIn } from '#app/i18n/en/check-in.ts'
import { common } from '#app/i18n/en/common.ts'
import { course } from '#app/i18n/en/course.ts'
import { document } from '#app/i18n/en/document.ts'
import { enrolment } from '#app/i18n/en/enrolment.ts'
import { evaluation } from '#app/i18n/en/evaluation.ts'
import { evidence } from '#app/i18n/en/evidence.ts'
import { externalOffer } from '#app/i18n/en/external-offer.ts'
import { file } from '#app/i18n/en/file.ts'
import { form } from '#app/i18n/en/form.ts'
import { handbook } from '#app/i18n/en/handbook.ts'
import { home } from '#app/i18n/en/home.ts'
import { indicator } from '#app/i18n/en/indicator.ts'
import { about, framed } from '#app/i18n/en/letter-parts.ts'
import { learning } from '#app/i18n/en/learning.ts'
import { learningPath } from '#app/i18n/en/learning-path.ts'
import { mail } from '#app/i18n/en/mail.ts'
import { mailPreference } from '#app/i18n/en/mail-preference.ts'
import { mailText } from '#app/i18n/en/mail-text.ts'
import { material } from '#app/i18n/en/material.ts'
import { missedMeeting } from '#app/i18n/en/missed-meeting.ts'
import { module } from '#app/i18n/en/module.ts'
import { navigation } from '#app/i18n/en/navigation.ts'
import { openData } from '#app/i18n/en/open-data.ts'
import { offer } from '#app/i18n/en/offer.ts'
import { objection } from '#app/i18n/en/objection.ts'
import { organisation } from '#app/i18n/en/organisation.ts'
import { outbox } from '#app/i18n/en/outbox.ts'
import { overview } from '#app/i18n/en/overview.ts'
import { pages } from '#app/i18n/en/pages.ts'
import { passport } from '#app/i18n/en/passport.ts'
import { passportVersion } from '#app/i18n/en/passport-version.ts'
import { peopleImport } from '#app/i18n/en/people-import.ts'
import { person } from '#app/i18n/en/person.ts'
import { planning } from '#app/i18n/en/planning.ts'
import { room } from '#app/i18n/en/room.ts'
import { sandbox } from '#app/i18n/en/sandbox.ts'
import { series } from '#app/i18n/en/series.ts'
import { profile } from '#app/i18n/en/profile.ts'
import { proof } from '#app/i18n/en/proof.ts'
import { questionnaire } from '#app/i18n/en/questionnaire.ts'
import { questionnaireEditor } from '#app/i18n/en/questionnaire-editor.ts'
import { queue } from '#app/i18n/en/queue.ts'
import { measure } from '#app/i18n/en/measure.ts'
import { release } from '#app/i18n/en/release.ts'
import { ruling } from '#app/i18n/en/ruling.ts'
import { baseline } from '#app/i18n/en/baseline.ts'
import { stage } from '#app/i18n/en/stage.ts'
import { rollCall } from '#app/i18n/en/roll-call.ts'
import { round } from '#app/i18n/en/round.ts'
import { shell } from '#app/i18n/en/shell.ts'
import { signIn } from '#app/i18n/en/sign-in.ts'
import { reportDraft } from '#app/i18n/en/report-draft.ts'
import { snapshot } from '#app/i18n/en/snapshot.ts'
import { teaching } from '#app/i18n/en/teaching.ts'
import { town } from '#app/i18n/en/town.ts'
import { townFigures } from '#app/i18n/en/town-figures.ts'
import { trustee } from '#app/i18n/en/trustee.ts'
import { typeIn } from '#app/i18n/en/type-in.ts'
import { walkIn } from '#app/i18n/en/walk-in.ts'
import { workshop } from '#app/i18n/en/workshop.ts'
import { workshopMail } from '#app/i18n/en/workshop-mail.ts'
import { workshopQuestion } from '#app/i18n/en/workshop-question.ts'
import { workshopSummary } from '#app/i18n/en/workshop-summary.ts'

export const en: typeof de = {
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
