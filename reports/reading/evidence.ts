// What stands behind a number of a report: its passport and the rows that it was counted from, as they were frozen.

import type { EvidenceLink } from '#app/charts/evidence.ts'
import type { Table } from '#app/charts/table.ts'
import type { ReportMunicipality } from '#app/domain/report.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { Reading } from '#reports/reading/values.ts'

/** Figures of today have an address that says so: nobody has frozen them. */
export function evidenceLink(
  { data, words }: Reading,
  key: string,
  name: string,
  value: string,
): EvidenceLink {
  const base = data.number === 0 ? '/indicators' : `/reports/${data.number}`
  return { href: `${base}/evidence/${key}`, label: words.evidence.linkTo(name, value) }
}

/** Every municipality, whether it counts, and if not, why. */
export function countedTowns({ data, words, locale }: Reading): Table {
  const { columns } = words.report
  const { evidence } = words
  return {
    caption: evidence.townsCaption,
    columns: [
      { title: columns.municipality, width: 0.34 },
      { title: evidence.declaredOn, width: 0.24 },
      { title: columns.specialists, width: 0.16, numeric: true },
      { title: evidence.counts, width: 0.26 },
    ],
    rows: data.participation.municipalities.map((town) => [
      town.name,
      town.since ? formatDay(town.since, locale) : evidence.notDeclared,
      formatNumber(town.itSpecialists, locale),
      whetherCounted(town, words),
    ]),
  }
}

function whetherCounted({ takesPart, since }: ReportMunicipality, { evidence }: Reading['words']): string {
  if (takesPart) return evidence.isCounted
  return since === null ? evidence.noDeclaration : evidence.noSpecialist
}
