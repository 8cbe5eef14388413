import type { barrierReport as deBarrierReport } from '#app/i18n/de/barrier-report.ts'

export const barrierReport: typeof deBarrierReport = {
  title: 'Report a barrier',
  lead: 'Is there a point where you cannot go on? Write to us. You need no account for it.',
  barrier: 'What is in your way?',
  barrierHint: 'For example: “My screen reader does not say what the button is for.”',
  page: 'On which page?',
  pageHint: 'Its address, or what it is called.',
  replyTo: 'E-mail address for the answer',
  replyToHint: 'Without an address we look into it too, but cannot answer you.',
  privacy:
    'Your report goes to the coordination of the IT competence centre by e-mail, and is deleted here after 30 days. Your name is not recorded, even if you are signed in.',
  send: 'Report the barrier',
  sent: 'Thank you, your report is on its way',
  sentText:
    'The coordination of the IT competence centre reads it and finds out what can be changed. If you have given an e-mail address, you get an answer within a month.',
  another: 'Report another barrier',

  enforcement: 'No answer, or no good one?',
  enforcementText:
    'If you have no answer after a month, or the answer does not help you, you can turn to the enforcement body of the Free State of Saxony. It is free of charge.',
  enforcementBody: 'Enforcement body in Saxony',
}
