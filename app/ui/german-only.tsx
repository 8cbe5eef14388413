import type { ReactNode } from 'react'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

/** Texts that exist in German only: those who read another language are told, and screen readers pronounce them right. */
export function GermanOnly({ children }: { children: ReactNode }) {
  const locale = useLocale()
  const t = useMessages()
  if (locale === 'de') return <>{children}</>
  return (
    <>
      <p className="muted">{t.handbook.germanOnly}</p>
      <div lang="de">{children}</div>
    </>
  )
}
