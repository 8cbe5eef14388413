// Which boundaries of a file belong to municipalities of the district, and who is left over on either side.

import type { Boundary } from '#app/domain/boundary.ts'
import { holdsOn } from '#app/domain/organisation.ts'
import { inGermanOrder } from '#app/domain/person.ts'

export type BoundaryOwner = { ags: string; name: string; validFrom: string; validUntil: string | null }

export type BoundaryPlan = {
  /** Of a municipality that is known, today or in the past. */
  kept: Boundary[]
  /** Municipalities of today for which the file has none. */
  without: BoundaryOwner[]
  /** Keys of the district in the file that no municipality here has. */
  unknown: string[]
  /** How many of other districts were left out. */
  elsewhere: number
}

export function planBoundaries(
  boundaries: readonly Boundary[],
  owners: readonly BoundaryOwner[],
  { districtKey, today }: { districtKey: string; today: string },
): BoundaryPlan {
  const isKnown = ({ ags }: Boundary) => owners.some((owner) => owner.ags === ags)
  const others = boundaries.filter((boundary) => !isKnown(boundary))
  const ofDistrict = ({ ags }: Boundary) => districtKey !== '' && ags.startsWith(districtKey)
  return {
    kept: boundaries.filter(isKnown),
    without: owners
      .filter((owner) => isOfToday(owner, today) && !boundaries.some(({ ags }) => ags === owner.ags))
      .toSorted((one, other) => inGermanOrder(one.name, other.name)),
    unknown: others.filter(ofDistrict).map(({ ags }) => ags),
    elsewhere: others.filter((boundary) => !ofDistrict(boundary)).length,
  }
}

function isOfToday({ validFrom, validUntil }: BoundaryOwner, today: string): boolean {
  return holdsOn({ fromDate: validFrom, untilDate: validUntil }, today)
}
