// Which part of the handbook answers the questions of which page. Paths as in app/routes.ts; the first that fits wins.

const HELP: [path: string, section: string][] = [
  ['/login', 'teilnehmende#einloggen'],
  ['/access', 'teilnehmende#einloggen'],
  ['/profile', 'teilnehmende#einloggen'],
  ['/profile/mails', 'teilnehmende#e-mails'],
  ['/mail-settings/:token', 'teilnehmende#e-mails'],
  ['/profile/calendar', 'teilnehmende#kalender'],

  ['/courses/new', 'koordination#einen-kurs-anlegen'],
  ['/courses/similar', 'koordination#einen-kurs-anlegen'],
  ['/courses/:id/edit', 'koordination#einen-kurs-anlegen'],
  ['/courses/:id/modules', 'koordination#module-und-quiz'],
  ['/courses/:id/modules/new', 'koordination#module-und-quiz'],
  ['/modules/:id/edit', 'koordination#module-und-quiz'],
  ['/modules/:id/pages/new', 'koordination#module-und-quiz'],
  ['/module-pages/:id/edit', 'koordination#module-und-quiz'],
  ['/module-pages/:id/quiz', 'koordination#module-und-quiz'],
  ['/courses/:id/materials', 'trainerinnen#unterlagen'],
  ['/courses/:id/materials/new', 'trainerinnen#unterlagen'],
  ['/courses/:id/learn', 'teilnehmende#selbst-lernen'],
  ['/learn/:id', 'teilnehmende#selbst-lernen'],
  ['/learning', 'teilnehmende#selbst-lernen'],
  ['/courses', 'teilnehmende#einen-kurs-oder-termin-finden'],
  ['/courses/:id', 'teilnehmende#einen-kurs-oder-termin-finden'],

  ['/learning-paths/new', 'koordination#lernpfade'],
  ['/learning-paths/:id/edit', 'koordination#lernpfade'],
  ['/learning-paths', 'teilnehmende#lernpfade-und-andere-anbieter'],
  ['/learning-paths/:id', 'teilnehmende#lernpfade-und-andere-anbieter'],
  ['/external-offers', 'koordination#angebote-anderer-anbieter'],
  ['/external-offers/new', 'koordination#angebote-anderer-anbieter'],
  ['/external-offers/:id/edit', 'koordination#angebote-anderer-anbieter'],
  ['/proofs/new', 'teilnehmende#nachweise-von-anderswo'],
  ['/proofs', 'fortbildungsbeauftragte#nachweise-prüfen'],
  ['/proofs/:id', 'teilnehmende#nachweise-von-anderswo'],

  ['/workshops/new', 'trainerinnen#einen-workshop-planen'],
  ['/series/new', 'trainerinnen#eine-serie'],
  ['/workshops/:id/series', 'trainerinnen#eine-serie'],
  ['/workshops/:id/edit', 'trainerinnen#einen-workshop-ändern'],
  ['/workshops/:id/decision', 'trainerinnen#findet-der-workshop-statt'],
  ['/workshops/:id/questions', 'trainerinnen#fragen-beantworten'],
  ['/workshops/:id/message', 'trainerinnen#der-gruppe-schreiben'],
  ['/workshops/:id/mails', 'trainerinnen#welche-e-mails-von-selbst-gehen'],
  ['/workshops/:id/materials', 'trainerinnen#unterlagen'],
  ['/workshops/:id/materials/new', 'trainerinnen#unterlagen'],
  ['/materials/:id/edit', 'trainerinnen#unterlagen'],
  ['/workshops/:id/call-off', 'trainerinnen#einen-workshop-absagen'],
  ['/workshops/:id/enrolments', 'trainerinnen#wer-kommt'],
  ['/workshops/:id/attendance', 'trainerinnen#anwesenheit-berichtigen'],
  ['/workshops/:id/certificates', 'trainerinnen#bescheinigungen-ausstellen'],
  ['/workshops', 'teilnehmende#einen-kurs-oder-termin-finden'],
  ['/workshops/:id', 'teilnehmende#sich-anmelden'],

  ['/meetings/:id/attendance', 'trainerinnen#anwesenheit-auf-dem-telefon'],
  ['/meetings/:id/check-in', 'trainerinnen#selbst-einchecken-lassen'],
  ['/meetings/:id/walk-in', 'trainerinnen#jemand-ist-ohne-anmeldung-da'],
  ['/meetings/:id/sheet', 'trainerinnen#mit-papier'],
  ['/check-in', 'teilnehmende#am-tag-selbst-einchecken'],
  ['/check-in/:code', 'teilnehmende#am-tag-selbst-einchecken'],
  ['/objections/:id', 'trainerinnen#anwesenheit-berichtigen'],
  ['/walk-ins', 'koordination#ohne-anmeldung-gekommen'],
  ['/walk-ins/:id', 'koordination#ohne-anmeldung-gekommen'],

  ['/enrolments', 'teilnehmende#sich-abmelden'],
  ['/enrolments/:id', 'teilnehmende#sich-abmelden'],
  ['/enrolments/:id/hand-over', 'teilnehmende#absage-und-vertretung'],
  ['/enrolments/:id/objection', 'teilnehmende#wenn-die-anwesenheit-nicht-stimmt'],
  ['/offers/:token', 'teilnehmende#ein-angebotener-platz'],
  ['/approvals/:token', 'fortbildungsbeauftragte#eine-teilnahme-genehmigen'],
  ['/organisations', 'fortbildungsbeauftragte#ihre-kommune-auf-einer-seite'],
  ['/organisations/:id', 'fortbildungsbeauftragte#ihre-kommune-auf-einer-seite'],
  ['/organisations/:id/approval', 'fortbildungsbeauftragte#genehmigungen-regeln'],

  ['/certificates', 'teilnehmende#bescheinigungen'],
  ['/certificates/:id', 'teilnehmende#bescheinigungen'],
  ['/certificates/:id/revoke', 'koordination#bescheinigungen-widerrufen'],
  ['/verify', 'teilnehmende#bescheinigungen'],
  ['/verify/:code', 'teilnehmende#bescheinigungen'],

  ['/rooms', 'koordination#räume-und-ausstattung'],
  ['/rooms/new', 'koordination#räume-und-ausstattung'],
  ['/rooms/:id/edit', 'koordination#räume-und-ausstattung'],
  ['/equipment/new', 'koordination#räume-und-ausstattung'],
  ['/equipment/:id/edit', 'koordination#räume-und-ausstattung'],
  ['/anonymity', 'personalrat#selbst-prüfen-ob-es-stimmt'],
  ['/anonymity/try', 'personalrat#selbst-prüfen-ob-es-stimmt'],
  ['/evaluations/:id/trustees', 'personalrat#warum-zwei-treuhandpersonen'],
  ['/evaluations/:id/trustees/:part', 'personalrat#als-treuhandperson-benannt'],
  ['/evaluations/new', 'koordination#befragungen-planen'],
  ['/evaluations/:id/paper', 'koordination#befragungen-auf-papier'],
  ['/evaluations/:id/paper-entry', 'koordination#befragungen-auf-papier'],
  ['/questionnaires', 'koordination#fragebögen-schreiben'],
  ['/questionnaires/new', 'koordination#fragebögen-schreiben'],
  ['/questionnaires/:id', 'koordination#fragebögen-schreiben'],
  ['/questionnaires/:id/edit', 'koordination#fragebögen-schreiben'],
  ['/measures', 'teilnehmende#rückmeldung-geben'],
  ['/evaluations', 'trainerinnen#rückmeldungen-lesen'],
  ['/admin/mail-texts', 'koordination#e-mail-texte'],
  ['/admin/mail-texts/:kind/:language', 'koordination#e-mail-texte'],
  ['/admin/outbox', 'koordination#e-mails-die-nicht-ankommen'],
  ['/admin/people', 'koordination#personen-und-zugänge'],
  ['/admin/people/new', 'koordination#personen-und-zugänge'],
  ['/admin/people/import', 'koordination#personen-und-zugänge'],
  ['/admin/people/:id', 'koordination#personen-und-zugänge'],
  ['/admin/requests', 'koordination#personen-und-zugänge'],
]

const patterns = HELP.map(([path, section]): [RegExp, string] => [
  new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
  section,
])

/** The section of the handbook for a page, as an address; undefined where there is none. */
export function helpFor(pathname: string): string | undefined {
  const section = patterns.find(([path]) => path.test(pathname))?.[1]
  return section && `/handbook/${section}`
}

const SOME_ID = '6ab1f0c2-6d4e-4b8e-9b1a-0c8f2d3e4a5b'

/** Each page with help, for the test that looks whether both ends are there. */
export function helpPages(): { example: string; section: string }[] {
  return HELP.map(([path, section]) => ({ example: path.replace(/:\w+/g, SOME_ID), section }))
}
