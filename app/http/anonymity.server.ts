// One text about anonymity, for participants on a page and for the data protection paper as its annex.

import { readDocument } from '#app/http/handbook.server.ts'

const [text = ''] = Object.values(
  import.meta.glob<string>('/docs/anonymitaet.md', { query: '?raw', import: 'default', eager: true }),
)

/** As it stands in the folder `docs`: the annex is this file. */
export const anonymityText = text

export const anonymityPage = readDocument('anonymitaet', text)
