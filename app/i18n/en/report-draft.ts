import type { reportDraft as de } from '#app/i18n/de/report-draft.ts'

export const reportDraft: typeof de = {
  section: {
    participation: 'Indicator 1: Participating municipalities',
    satisfaction: 'Indicator 2: Satisfaction',
    stages: 'Stages of the procedure',
    training: 'What took place',
    view: 'View of the coordination',
    accompanying: 'Accompanying figures',
  },
  title: (cutOff) => `Draft, cut-off day ${cutOff}`,
  lead: 'Choose what stands in the report, and write what the figures do not say. The draft stays until you freeze the figures; until then only the coordination sees it.',
  comments: 'On the indicators',
  commentsLead: 'One to three sentences each. They stand in the report as the view of the coordination.',
  commentI1: 'On the participating municipalities',
  commentI2: 'On satisfaction',
  ownTitle: 'Paragraphs of your own',
  ownView: 'View of the coordination',
  ownHint:
    'Headings with #, lists with -, links as [word](https://…). The report says above them that this is the view of the coordination.',
  sections: 'Structure',
  sectionsLead:
    'The brief with the resolutions, the changes since the last report, the method and the data annex are always in.',
  leftOut: 'not in the report',
  place: (nth) => `in place ${nth}`,
  placeOf: (name) => name,
  save: 'Save draft',
  saved: 'The draft is saved.',
  preview: 'Preview as PDF',
  freezeTitle: 'Freeze figures',
  freezeConsequence:
    'The figures of the cut-off day and the saved draft are fixed from then on. A member of the steering committee releases the report.',
  correctionTitle: 'Correct the report',
  correctionLead: (number) =>
    `Report no. ${number} of this cut-off day has been released. What you save here stands in its correction.`,
  open: 'Open draft',
  refusal: {
    'changed-meanwhile':
      'Somebody else has changed the draft meanwhile. Both stand side by side below; yours is not saved yet.',
  },
}
