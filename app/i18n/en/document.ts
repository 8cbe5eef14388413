import type { document as german } from '#app/i18n/de/document.ts'
import { formatNumber } from '#app/i18n/format.ts'

const again = 'Please ask for it once more.'
const office = 'If it stays like this, tell the coordination the number below.'

export const document: typeof german = {
  line: {
    full: 'So many documents are being written right now that yours could not be taken. Nothing is lost. Please try again in half a minute.',
    enough:
      'You have already asked for several documents that are not finished yet. Please wait until one of them is there, and then try again.',
  },
  waiting: {
    title: 'Your document is in line',
    lead: (place: number) =>
      place <= 1
        ? 'It is the next one to be written.'
        : `It is number ${formatNumber(place, 'en')}: so many are still to be written, yours the last of them.`,
  },
  drawing: {
    title: 'Your document is being written',
    lead: (pages: number) => {
      if (pages === 0) return 'It is just being begun.'
      return pages === 1
        ? 'One page is there already.'
        : `${formatNumber(pages, 'en')} pages are there already.`
    },
  },
  ready: {
    title: 'Your document is ready',
    lead: 'The download begins by itself. If it does not, use the button.',
    kept: 'It is kept for you for ten minutes, and for you only.',
    fetch: 'Download the document',
  },
  reloads:
    'This page looks every three seconds. If you close it, the document is dropped after five minutes.',
  still: 'This page does not look by itself.',
  look: 'Look now',
  stop: 'Do not look by itself any more',
  goOn: 'Look by itself',
  again: 'Ask for it once more',
  refused: {
    broken: {
      title: 'The document could not be written',
      lead: `Something went wrong while it was written, and we do not hand out half a document. ${again} ${office}`,
    },
    'too-slow': {
      title: 'The document was not finished in time',
      lead: `After two minutes we stopped, so that others need not wait. ${again} ${office}`,
    },
    'too-large': {
      title: 'The document is too large',
      lead: `It would need more memory than a document may have. Ask for it in parts where you can: fewer people, for example, or single dates. ${office}`,
    },
    'given-up': {
      title: 'The document was dropped',
      lead: `Nobody asked for it for five minutes. ${again}`,
    },
    gone: {
      title: 'This document is not kept any more',
      lead: 'Finished documents are kept for ten minutes, and only for the person who asked for them. Please ask for it once more where you found it.',
    },
  },
}
