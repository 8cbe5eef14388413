import { createContext, useContext, type ReactNode } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import { messages, type Messages } from '#app/i18n/index.ts'

const LocaleContext = createContext<Locale>('de')

/** Stands once, in root.tsx; everything below speaks this language. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** The texts of the page: `const t = useMessages()`, then `t.workshop.places(3, 12)`. */
export function useMessages(): Messages {
  return messages(useLocale())
}
