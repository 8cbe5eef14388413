// Which part of the handbook answers the questions of which page. Paths as in app/routes.ts; the first that fits wins.

const HELP: [path: string, section: string][] = [
  ['/login', 'teilnehmende#einloggen'],
  ['/access', 'teilnehmende#einloggen'],
  ['/profile', 'teilnehmende#einloggen'],

  ['/courses/new', 'koordination#einen-kurs-anlegen'],
  ['/courses/:id/edit', 'koordination#einen-kurs-anlegen'],
  ['/courses', 'teilnehmende#einen-kurs-oder-termin-finden'],
  ['/courses/:id', 'teilnehmende#einen-kurs-oder-termin-finden'],

  ['/workshops/new', 'trainerinnen#einen-workshop-planen'],
  ['/workshops/:id/edit', 'trainerinnen#einen-workshop-ändern'],
  ['/workshops/:id/message', 'trainerinnen#der-gruppe-schreiben'],
  ['/workshops/:id/call-off', 'trainerinnen#einen-workshop-absagen'],
  ['/workshops/:id/enrolments', 'trainerinnen#wer-kommt'],
  ['/workshops/:id/certificates', 'trainerinnen#bescheinigungen-ausstellen'],
  ['/workshops', 'teilnehmende#einen-kurs-oder-termin-finden'],
  ['/workshops/:id', 'teilnehmende#sich-anmelden'],
  ['/meetings/:id/attendance', 'trainerinnen#anwesenheit-auf-dem-telefon'],

  ['/enrolments', 'teilnehmende#sich-abmelden'],
  ['/enrolments/:id', 'teilnehmende#sich-abmelden'],
  ['/certificates', 'teilnehmende#bescheinigungen'],
  ['/certificates/:id', 'teilnehmende#bescheinigungen'],
  ['/verify', 'teilnehmende#bescheinigungen'],
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
