// What the coordination chooses and writes for a report before its figures are frozen. The brief, what has changed, the
// method and the annex are always in: they are what the report is read by.

/** In their usual order. */
export const REPORT_SECTIONS = [
  'participation',
  'satisfaction',
  'stages',
  'training',
  'view',
  'accompanying',
] as const
export type ReportSection = (typeof REPORT_SECTIONS)[number]

/** Where a section stands; null for one that is left out. */
export type SectionPlaces = Record<ReportSection, number | null>

export type ReportDraft = {
  /** Those that are in, in their order. */
  sections: readonly ReportSection[]
  /** What the coordination says to each indicator on this reporting date. */
  comments: { I1: string | null; I2: string | null }
  /** Paragraphs of their own, in Markdown. */
  ownView: string | null
}

export const NO_DRAFT: ReportDraft = {
  sections: REPORT_SECTIONS,
  comments: { I1: null, I2: null },
  ownView: null,
}

export const COMMENT_LENGTH = 600
export const OWN_VIEW_LENGTH = 6_000

/** Two with the same place stand in their usual order. */
export function inPlaces(places: SectionPlaces): ReportSection[] {
  return REPORT_SECTIONS.filter((section) => places[section] !== null).sort(
    (a, b) => (places[a] ?? 0) - (places[b] ?? 0),
  )
}

export function placesOf(sections: readonly ReportSection[]): SectionPlaces {
  const place = (section: ReportSection) => {
    const index = sections.indexOf(section)
    return index < 0 ? null : index + 1
  }
  return Object.fromEntries(REPORT_SECTIONS.map((section) => [section, place(section)])) as SectionPlaces
}

export function leftOutOf(sections: readonly ReportSection[]): ReportSection[] {
  return REPORT_SECTIONS.filter((section) => !sections.includes(section))
}

/** For a preview: nothing is frozen, so there is no fingerprint. */
export function draftData<F extends object>(figures: F) {
  return { ...figures, payload: JSON.stringify(figures), sha256: '', releasedAt: null }
}
