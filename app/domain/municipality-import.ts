// What a newer register changes in the municipalities that are known. It adds and updates; whether one is over, since
// when, and into which it has merged, is for people to enter: the register only no longer names it.

import { municipalitySource } from '#app/domain/municipality-facts.ts'
import type { Register, RegisterEntry } from '#app/domain/municipality-register.ts'
import { holdsOn } from '#app/domain/organisation.ts'
import { inGermanOrder } from '#app/domain/person.ts'

export type KnownMunicipality = {
  id: string
  ags: string
  name: string
  municipalityKind: string | null
  population: number | null
  populationDate: string | null
  validFrom: string
  validUntil: string | null
  source: string | null
}

export type ImportWish = {
  register: Register
  districtKey: string
  /** The day of the population figures, which the file does not say. */
  populationDate: string
  /** From when municipalities count that were not known before; null: from the day of the register. */
  validFrom: string | null
}

const FACTS = ['name', 'municipalityKind', 'population', 'populationDate', 'source'] as const
export type MunicipalityFact = (typeof FACTS)[number]
type Facts = Pick<KnownMunicipality, MunicipalityFact>

export type Addition = Facts & { ags: string; validFrom: string }
export type Update = { before: KnownMunicipality; after: Facts; changed: MunicipalityFact[] }

export type ImportPlan = {
  added: Addition[]
  updated: Update[]
  unchanged: number
  /** Known and valid on the day of the register, which does not name them. */
  missing: KnownMunicipality[]
  /** Named by the register, and over by then as it stands here. */
  ended: KnownMunicipality[]
  /** Areas of the district that belong to no municipality. */
  areasWithout: number
}

export type ImportRefusal =
  | 'district-unknown'
  | 'population-after-register'
  | 'older-than-known'
  | 'valid-from-missing'
  | 'valid-from-after-register'
export type ImportPlanResult = { ok: true; plan: ImportPlan } | { ok: false; refusal: ImportRefusal }

export function planImport(wish: ImportWish, known: readonly KnownMunicipality[]): ImportPlanResult {
  const { register, districtKey, populationDate } = wish
  const inDistrict = (ags: string) => ags.startsWith(districtKey)
  const entries = register.municipalities.filter(({ ags }) => inDistrict(ags))
  if (entries.length === 0) return { ok: false, refusal: 'district-unknown' }
  const refusal = refusalOf(wish, known)
  if (refusal) return { ok: false, refusal }

  const source = municipalitySource(register.day, populationDate)
  const plan: ImportPlan = {
    added: [],
    updated: [],
    unchanged: 0,
    missing: known
      .filter((one) => isValidOn(one, register.day) && !entries.some(({ ags }) => ags === one.ags))
      .toSorted((one, other) => inGermanOrder(one.name, other.name)),
    ended: [],
    areasWithout: register.areasWithout.filter(inDistrict).length,
  }
  for (const entry of entries.toSorted((one, other) => inGermanOrder(one.name, other.name)))
    put(plan, entry, { known, source, ...wish })
  return { ok: true, plan }
}

function refusalOf(wish: ImportWish, known: readonly KnownMunicipality[]): ImportRefusal | undefined {
  const { register, districtKey, populationDate, validFrom } = wish
  const ours = known.filter(({ ags }) => ags.startsWith(districtKey))
  if (populationDate > register.day) return 'population-after-register'
  if (ours.some((one) => (one.populationDate ?? '') > populationDate)) return 'older-than-known'
  // Counted from the day of the register on, a district would have had no municipality in all reports before.
  if (ours.length === 0 && validFrom === null) return 'valid-from-missing'
  if (validFrom !== null && validFrom > register.day) return 'valid-from-after-register'
  return undefined
}

type Place = ImportWish & { known: readonly KnownMunicipality[]; source: string }

function put(plan: ImportPlan, entry: RegisterEntry, place: Place): void {
  const { register, populationDate, validFrom, known, source } = place
  const same = known.filter(({ ags }) => ags === entry.ags)
  const before = same.find((one) => isValidOn(one, register.day)) ?? same.find(isOpen)
  const over = same.at(-1)
  if (!before && over) return void plan.ended.push(over)

  const municipalityKind = kindAfter(before?.municipalityKind ?? null, entry.kind)
  const facts = { name: entry.name, municipalityKind, population: entry.population, populationDate, source }
  if (!before) return void plan.added.push({ ags: entry.ags, validFrom: validFrom ?? register.day, ...facts })
  const changed = FACTS.filter((fact) => before[fact] !== facts[fact])
  if (changed.length === 0) plan.unchanged++
  else plan.updated.push({ before, after: facts, changed })
}

const isOpen = ({ validUntil }: KnownMunicipality) => validUntil === null

function isValidOn({ validFrom, validUntil }: KnownMunicipality, day: string): boolean {
  return holdsOn({ fromDate: validFrom, untilDate: validUntil }, day)
}

/** In most states the register calls a Große Kreisstadt a Stadt, and does not know better than whoever entered it. */
function kindAfter(before: string | null, kind: string): string {
  return before === 'Große Kreisstadt' && kind === 'Stadt' ? before : kind
}
