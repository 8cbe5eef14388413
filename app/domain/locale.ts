/** The languages of the product. German comes first and is never missing. */
export type Locale = 'de' | 'en'
