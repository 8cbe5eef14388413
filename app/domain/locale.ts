/** The languages of the product. German comes first and is never missing. */
export const LOCALES = ['de', 'en'] as const
export type Locale = (typeof LOCALES)[number]
