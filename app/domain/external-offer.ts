// Offers of other providers: link cards beside our own, so that nobody builds what is there already.

export type ExternalOfferRefusal = 'changed-meanwhile'

/** Whether it is still to be had on this day. */
export function isCurrent(offer: { validUntil: string | null }, day: string): boolean {
  return offer.validUntil === null || offer.validUntil >= day
}
