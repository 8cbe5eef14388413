// The file of an organisation, written while it is sent: people in parts, whoever is slow holds nobody up.

import type { Db } from '#db/client.server.ts'
import { listExportedIds, listExportedPeople } from '#db/organisation-export-people.ts'
import type { ExportHead } from '#db/organisation-exports.ts'

/** Half a megabyte where each of them has twenty enrolments. */
const PEOPLE_PER_PART = 25

/** JSON with one person a line. A file that breaks off is no JSON, and so is not taken for a whole one. */
export function organisationFile(db: Db, head: ExportHead, day: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const whose = { organisationId: head.organisation.id, view: head.view, day }
  let ids: string[] = []
  let written = 0
  return new ReadableStream({
    async start(controller) {
      ids = await listExportedIds(db, whose.organisationId)
      controller.enqueue(encoder.encode(`${JSON.stringify(head).slice(0, -1)},\n"people": [`))
    },
    async pull(controller) {
      const people = await listExportedPeople(db, whose, ids.slice(written, written + PEOPLE_PER_PART))
      const lines = people.map((person) => JSON.stringify(person)).join(',\n')
      controller.enqueue(encoder.encode(written === 0 ? `\n${lines}` : `,\n${lines}`))
      written += PEOPLE_PER_PART
      if (written < ids.length) return
      controller.enqueue(encoder.encode('\n]}\n'))
      controller.close()
    },
  })
}
