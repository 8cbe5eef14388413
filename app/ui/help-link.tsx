import { useAddress } from '#app/ui/address.tsx'
import { helpFor } from '#app/ui/help.ts'
import { useMessages } from '#app/ui/locale.tsx'

/** To the part of the handbook that is about this page, or to its contents. */
export function HelpLink() {
  const t = useMessages()
  const { pathname } = useAddress()
  return (
    <a className="help-link" href={helpFor(pathname) ?? '/handbook'}>
      {t.handbook.help}
    </a>
  )
}
