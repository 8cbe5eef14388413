import type { file as deFile } from '#app/i18n/de/file.ts'
import { formatNumber, formatPercent } from '#app/i18n/format.ts'

const kinds = {
  material: 'PDF, office documents, pictures, film (MP4, WebM), sound (MP3), text, CSV or ZIP',
  video: 'MP4 or WebM',
  captions: 'WebVTT (.vtt)',
  proof: 'PDF, JPEG or PNG',
  calendar: 'Calendar file (.ics)',
  questionnaire: 'SurveyJS JSON (.json)',
}

export const file: typeof deFile = {
  refusal: {
    'no-file': 'Please choose a file that is not empty.',
    'too-large': 'This file is too large. Please make it smaller, or split it.',
    'type-not-allowed': 'Files of this type are not taken here. The field says which types are.',
    'other-type':
      'The content of this file does not match its name. Please save it again as the right type, and then upload it.',
    'not-described': 'Please describe the picture in one sentence, for those who cannot see it.',
    'quota-organisation':
      'Your organisation has used all of its storage. Delete an older file, or ask the coordination for more.',
    'quota-installation':
      'The storage for files is used up. Please tell the administration; they can provide more.',
  },
  hint: (field, megabytes) => `${kinds[field]}, at most ${formatNumber(megabytes, 'en')} MB.`,
  field: 'File',
  current: (name) => `So far: ${name}. If you choose no new one, it stays.`,
  alternativeText: 'What does the picture show?',
  alternativeTextHint: 'Needed for pictures only: one sentence for those who cannot see it.',
  storage: {
    title: 'Files',
    area: (used, limit) => `${used} of ${limit} in use`,
    lead: 'Uploaded files are kept in the database, and so are part of every backup.',
    fileMegabytes: 'Largest size of one file',
    fileMegabytesHint: 'More than 20 MB is not possible.',
    organisationMegabytes: 'Storage for the files of one organisation',
    installationMegabytes: 'Storage for all files together',
    unit: 'MB',
    all: 'All files together',
    nearlyFull: (share) => `The storage for files is ${formatPercent(share, 'en', 0)} full.`,
    organisationNearlyFull: (name, share) =>
      `${name} has used ${formatPercent(share, 'en', 0)} of its storage for files.`,
  },
}
