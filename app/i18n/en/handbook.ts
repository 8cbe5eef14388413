import type { handbook as de } from '#app/i18n/de/handbook.ts'

export const handbook: typeof de = {
  title: 'Handbook',
  lead: 'How to work with Lernkreis, arranged by tasks.',
  chapters: 'Chapters',
  contents: 'Contents of this chapter',
  germanOnly: 'The handbook is available in German only.',
  help: 'Help',
}
