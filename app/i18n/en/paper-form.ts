import type { paperForm as dePaperForm } from '#app/i18n/de/paper-form.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'

const number = (value: number) => formatNumber(value, 'en')
const day = (text: string) => formatDay(text, 'en')

const sheet: typeof dePaperForm.sheet = {
  title: 'Paper form',
  subject: (title) => `Questionnaire on paper: ${title}`,
  office: 'IT competence centre',
  cover: (name) => `For ${name}`,
  steps: [
    'You can answer this evaluation on paper. Tear off this cover and keep it.',
    'Put the form alone into an envelope without your name and seal it.',
  ],
  handIn: {
    office: (closesOn) =>
      `Hand the envelope in at the coordination of the IT competence centre, if possible some days before ${day(closesOn)}: the form counts only if it is typed in by that day.`,
    releasers: (closesOn) =>
      `Hand the envelope in where you got the form, at the staff council or to a member of the steering committee and not at the IT competence centre, if possible some days before ${day(closesOn)}: the form counts only if it is typed in by that day.`,
  },
  onPaper: 'On paper',
  promises: [
    'Your name stands on this cover only. On the form stands a code that works once; the system shows nobody which code belongs to whom, and nobody may note it.',
    'Your answers are sealed as soon as the form is typed in; then it is destroyed. Your handwriting could be recognised: if possible, make crosses only.',
    'Give the form to nobody else. If you have answered on screen already, only what came first counts.',
  ],
  code: 'Code',
  codeFacts: 'About this form',
  instruction: 'Please make a cross. You may skip any question.',
  answer: 'Your answer',
  asked: 'Question',
  yes: 'yes',
  no: 'no',
  several: 'You may choose several.',
  range: (min, max) => `A number from ${number(min)} to ${number(max)}`,
  file: 'paper-forms',
}

const print: typeof dePaperForm.print = {
  title: 'Print paper forms',
  lead: 'For those invited who cannot or do not want to answer on screen. Each form has a cover with the name and a code that works once.',
  rulesTitle: 'To keep it anonymous',
  rules: [
    'Note no codes, and keep no copy of the printed forms.',
    'Print on one side only, or the form stands on the back of the cover.',
    'Hand out the forms folded or in an envelope. The cover with the name is torn off before the form comes back.',
    'How many forms were printed stands in the record and on the page of the evaluation; for whom, the system shows nobody.',
    'If a form is printed again for the same person, only the new one works.',
  ],
  people: 'Who gets a form',
  peopleHint: 'Whether somebody has answered already cannot be seen here. Then the form does not count.',
  nobody: 'Nobody is invited to this evaluation yet.',
  search: 'Name or municipality',
  shown: (count, total) =>
    count < total
      ? `These are the first ${number(count)} of ${number(total)}. Search for a name or a municipality.`
      : total === 1
        ? 'One person invited'
        : `${number(total)} people invited`,
  print: 'Print forms (PDF)',
  toPrint: 'Print paper forms',
  toEntry: 'Type in a paper form',
  section: 'On paper',
  printed: (count) =>
    count === 0
      ? 'No paper form has been printed so far.'
      : count === 1
        ? 'One paper form has been printed.'
        : `${number(count)} paper forms have been printed.`,
  refusal: {
    'not-found': 'This evaluation is gone.',
    'not-running': 'This evaluation is not running. There are paper forms only while answers are possible.',
    'not-invited':
      'Somebody you chose is no longer invited. Nothing was printed; please load the page again.',
  },
}

const entry: typeof dePaperForm.entry = {
  title: 'Type in a paper form',
  lead: 'Type the code and the answers exactly as they stand on the form. They are sealed like any other vote.',
  rulesTitle: 'What you need to know',
  rules: [
    'You see answers, but no name. Talk to nobody about them, and destroy the form once it is typed in.',
    'A code works once. If the same person has answered already, only the first counts; the system does not tell you whether that was so.',
    'Leave out what is empty. Change or add nothing.',
  ],
  code: 'Code on the form',
  codeHint: 'For example 7KCD-X3PM-W9VT. Capitals and dashes make no difference.',
  submit: 'Hand in the form',
  done: 'The form is accepted',
  doneText:
    'If there was no vote for this code yet, it now lies sealed with the others; otherwise the earlier one counts. The next form can be typed in.',
  problem: {
    mistyped: 'The code is not right like this. Please compare it with the form.',
    'unknown-code': 'There is no such code for this evaluation, or a new form was printed.',
  },
  closed: 'This evaluation is not running. The form can no longer be typed in.',
}

export const paperForm: typeof dePaperForm = { sheet, print, entry }
