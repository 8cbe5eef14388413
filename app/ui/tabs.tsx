import { useAddress } from '#app/ui/address.tsx'

export type Tab = {
  href: string
  label: string
  /** Whether this is the view shown; without it the address tells. */
  isCurrent?: boolean
}

/** Several views of one thing, each a page of its own with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { pathname, search } = useAddress()
  const here = (href: string) => href === pathname || href === pathname + search
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={(tab.isCurrent ?? here(tab.href)) ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
